package org.zhikao.admissions.scoring.engine;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zhikao.admissions.season.rules.Component;
import org.zhikao.admissions.season.rules.Fraction;
import org.zhikao.admissions.season.rules.Reason;
import org.zhikao.admissions.season.rules.Rounding;
import org.zhikao.admissions.season.rules.SeasonRules;

/** 折算: how one component's entered mark becomes its counted mark. */
final class Counting {
    /** A grade without marks: the candidate has no total. */
    static final long NO_MARKS = Long.MIN_VALUE;

    final How how;
    final List<String> grades;
    private final long[] from;
    private final long[] marks;
    private final long numerator;
    private final long denominator;
    private final long low;
    private final long high;
    private final long base;
    private final boolean falling;
    private final long stepUnits;
    private final Rounding.@Nullable Mode mode;
    final long failReason;

    /** 折算方式. */
    enum How {
        AS_ENTERED,
        GRADE,
        BAND,
        LINEAR,
        FACTOR
    }

    private Counting(
            How how,
            List<String> grades,
            long[] from,
            long[] marks,
            Fraction slope,
            long low,
            long high,
            long base,
            boolean falling,
            long stepUnits,
            Rounding.@Nullable Mode mode,
            long failReason) {
        this.how = how;
        this.grades = grades;
        this.from = from;
        this.marks = marks;
        this.numerator = slope.numerator();
        this.denominator = slope.denominator();
        this.low = low;
        this.high = high;
        this.base = base;
        this.falling = falling;
        this.stepUnits = stepUnits;
        this.mode = mode;
        this.failReason = failReason;
    }

    static Counting of(Component c, SeasonRules rules) {
        Component.Conversion v = c.conversion();
        long[] none = {};
        if (v == null) {
            return new Counting(How.AS_ENTERED, List.of(), none, none, Fraction.ONE, 0, 0, 0, false, 1, null, 0);
        }
        long step = v.round() == null ? 1 : rules.units(v.round().step());
        Rounding.Mode mode = v.round() == null ? null : v.round().mode();
        long fail = (v.failReason() == null ? Reason.GATE_FAILED : v.failReason()).bit();
        if (!v.grades().isEmpty()) {
            List<String> names = new ArrayList<>();
            List<Long> values = new ArrayList<>();
            for (Map.Entry<String, @Nullable BigDecimal> e : v.grades().entrySet()) {
                names.add(e.getKey());
                BigDecimal value = e.getValue();
                values.add(value == null ? NO_MARKS : rules.units(value));
            }
            return new Counting(
                    How.GRADE, List.copyOf(names), none, longs(values), Fraction.ONE, 0, 0, 0, false, 1, null, fail);
        }
        if (!v.bands().isEmpty()) {
            List<Component.Band> bands = v.bands().stream()
                    .sorted(Comparator.comparing(Component.Band::from).reversed())
                    .toList();
            long[] from = bands.stream().mapToLong(b -> rules.units(b.from())).toArray();
            long[] marks = bands.stream().mapToLong(b -> rules.units(b.marks())).toArray();
            return new Counting(How.BAND, List.of(), from, marks, Fraction.ONE, 0, 0, 0, false, 1, null, fail);
        }
        Component.Linear l = v.linear();
        if (l != null) {
            boolean falling = l.toHigh().compareTo(l.toLow()) < 0;
            Fraction slope = Fraction.of(l.toHigh().subtract(l.toLow()).abs())
                    .over(Fraction.of(l.fromHigh().subtract(l.fromLow())));
            return new Counting(
                    How.LINEAR,
                    List.of(),
                    none,
                    none,
                    slope,
                    rules.units(l.fromLow()),
                    rules.units(l.fromHigh()),
                    rules.units(l.toLow()),
                    falling,
                    step,
                    mode,
                    fail);
        }
        Fraction factor = v.factor() == null ? Fraction.ONE : v.factor();
        return new Counting(How.FACTOR, List.of(), none, none, factor, 0, 0, 0, false, step, mode, fail);
    }

    private static long[] longs(List<Long> values) {
        return values.stream().mapToLong(Long::longValue).toArray();
    }

    boolean graded() {
        return how == How.GRADE;
    }

    /** The counted mark in units, or {@link #NO_MARKS}. */
    long count(long entered) {
        return how == How.AS_ENTERED ? entered : converted(entered);
    }

    private long converted(long entered) {
        return switch (how) {
            case AS_ENTERED -> entered;
            case GRADE -> marks[(int) entered];
            case BAND -> band(entered);
            case LINEAR -> linear(Math.max(low, Math.min(high, entered)));
            case FACTOR -> Program.rounded(Math.multiplyExact(entered, numerator), denominator, stepUnits, mode);
        };
    }

    private long band(long entered) {
        for (int b = 0; b < from.length; b++) {
            if (entered >= from[b]) {
                return marks[b];
            }
        }
        return NO_MARKS;
    }

    private long linear(long entered) {
        long way = Math.multiplyExact(entered - low, falling ? -numerator : numerator);
        long sum = Math.addExact(Math.multiplyExact(base, denominator), way);
        return Program.rounded(sum, denominator, stepUnits, mode);
    }
}
