package org.zhikao.admissions.scoring.engine;

import org.jspecify.annotations.Nullable;
import org.zhikao.admissions.season.rules.Fraction;
import org.zhikao.admissions.season.rules.Rounding;
import org.zhikao.admissions.season.rules.Total;

/** The weighted sum over a common denominator: {@code sum(multiplier * counted) / denominator}. */
final class TotalRule {
    /** By component; 0 = not in the total. */
    final long[] multiplier;

    final long denominator;
    /** True when weights are whole and nothing is rounded, the usual case. */
    private final boolean exact;

    final boolean addBonus;
    final long bonusCap;
    final long stepUnits;
    final Rounding.@Nullable Mode mode;

    private TotalRule(
            long[] multiplier,
            long denominator,
            boolean addBonus,
            long bonusCap,
            long stepUnits,
            Rounding.@Nullable Mode mode) {
        this.multiplier = multiplier;
        this.denominator = denominator;
        this.addBonus = addBonus;
        this.bonusCap = bonusCap;
        this.stepUnits = stepUnits;
        this.mode = mode;
        exact = denominator == 1 && mode == null;
    }

    static TotalRule of(Program p) {
        Total t = p.track.total();
        long denominator = 1;
        for (Total.Term term : t.terms()) {
            denominator = lcm(denominator, term.weight().denominator());
        }
        long[] multiplier = new long[p.components];
        for (Total.Term term : t.terms()) {
            Fraction w = term.weight();
            multiplier[p.index(term.component())] = Math.multiplyExact(w.numerator(), denominator / w.denominator());
        }
        Rounding round = t.round();
        return new TotalRule(
                multiplier,
                denominator,
                t.addBonus(),
                t.bonusCap() == null ? Long.MAX_VALUE : p.rules.units(t.bonusCap()),
                round == null ? 1 : p.rules.units(round.step()),
                round == null ? null : round.mode());
    }

    /** The sum in units; a rest that no rounding rule covers is an {@link ArithmeticException}. */
    long finish(long numerator) {
        return exact ? numerator : Program.rounded(numerator, denominator, stepUnits, mode);
    }

    /** The sum scaled by {@code to/from}, for a total whose waived components were dropped. */
    long rescaled(long numerator, long to, long from) {
        return Program.rounded(
                Math.multiplyExact(numerator, to), Math.multiplyExact(denominator, from), stepUnits, mode);
    }

    private static long lcm(long a, long b) {
        long x = a;
        long y = b;
        while (y != 0) {
            long r = x % y;
            x = y;
            y = r;
        }
        return Math.multiplyExact(a / x, b);
    }
}
