package org.zhikao.admissions.scoring.engine;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhikao.admissions.scoring.engine.CalculationSheet.Kind;
import org.zhikao.admissions.scoring.engine.CalculationSheet.Step;
import org.zhikao.admissions.season.rules.Component;
import org.zhikao.admissions.season.rules.Exemption;
import org.zhikao.admissions.season.rules.Part;
import org.zhikao.admissions.season.rules.Reason;

/** Writes down what the {@link Scorer} did, from the fields it left; decides nothing. */
final class SheetWriter {
    private final Program p;
    private final Scorer s;
    private final List<Step> steps = new ArrayList<>();

    private SheetWriter(Program p, Scorer s) {
        this.p = p;
        this.s = s;
    }

    static CalculationSheet write(Program p, Cohort cohort, Scorer s, int candidate) {
        SheetWriter w = new SheetWriter(p, s);
        w.exemptions();
        w.components();
        w.parts();
        w.total();
        w.lines(cohort.profile(candidate), cohort.facts[candidate]);
        List<Reason> failed = new ArrayList<>();
        for (Reason r : Reason.values()) {
            if ((s.reasons & r.bit()) != 0) {
                failed.add(r);
            }
        }
        Exemption.Effect effect = s.effect < 0 ? null : p.exemptions[s.effect].effect;
        return new CalculationSheet(
                p.rules.id(), p.track.id(), w.steps, w.text(s.total), s.reasons == 0, failed, effect);
    }

    private void exemptions() {
        for (int e = 0; e < p.exemptions.length; e++) {
            if ((s.appliedExemptions >>> e & 1) != 0) {
                Exemption x = p.track.exemptions().get(e);
                steps.add(new Step(
                        Kind.EXEMPTION,
                        x.id(),
                        x.name(),
                        null,
                        null,
                        null,
                        x.effect().name(),
                        source(x.clause(), x.source())));
            }
        }
    }

    private void components() {
        for (int c = 0; c < p.components; c++) {
            if (s.state(c) == Standing.State.NOT_APPLICABLE) {
                continue;
            }
            Component component = p.track.components().get(c);
            boolean counts = switch (s.state(c)) {
                case COUNTED, FULL_BY_WAIVER, ASSIGNED, ABSENT_AS_ZERO -> true;
                default -> false;
            };
            steps.add(new Step(
                    Kind.COMPONENT,
                    component.id(),
                    component.name(),
                    entered(c),
                    counts ? text(s.counted[c]) : null,
                    Program.weightOf(p.track, component.id()).toString(),
                    s.state(c) == Standing.State.COUNTED
                            ? p.counting[c].how.name()
                            : s.state(c).name(),
                    component.source(),
                    entered(c) == null || p.sittings[c] == 1 ? null : p.sittingName(c, s.sitting[c])));
        }
    }

    private @Nullable String entered(int c) {
        return switch (s.status(c)) {
            case MARKED -> p.counting[c].graded() ? p.counting[c].grades.get((int) s.entered[c]) : text(s.entered[c]);
            case NOT_MARKED -> null;
            default -> s.status(c).name();
        };
    }

    private void parts() {
        for (int q = 0; q < p.parts; q++) {
            Part part = p.track.parts().get(q);
            steps.add(new Step(Kind.PART, part.id(), part.name(), null, text(s.parts[q]), null, "SUM", null));
        }
    }

    private void total() {
        if (s.total == Scores.NO_TOTAL) {
            steps.add(new Step(
                    Kind.TOTAL,
                    "total",
                    "总分",
                    null,
                    null,
                    null,
                    "NO_TOTAL",
                    p.track.total().source()));
            return;
        }
        if (s.rescaleFrom != 0) {
            steps.add(new Step(
                    Kind.RESCALE,
                    "total",
                    "按比例折算",
                    text(s.rescaleFrom / p.total.denominator),
                    text(s.rescaleUnits / p.total.denominator),
                    null,
                    "RESCALED",
                    null));
        }
        if (p.total.mode != null) {
            steps.add(new Step(
                    Kind.ROUND, "total", "取舍", null, text(s.totalWithoutBonus), null, p.total.mode.name(), null));
        }
        if (s.bonus != 0) {
            steps.add(new Step(Kind.BONUS, "bonus", "政策加分", null, text(s.bonus), null, "ADDED", null));
        }
        steps.add(new Step(
                Kind.TOTAL,
                "total",
                "总分",
                null,
                text(s.total),
                null,
                "SUM",
                p.track.total().source()));
    }

    private void lines(int profile, long facts) {
        for (int g = 0; g < p.gates.length; g++) {
            if (p.gates[g].applies.to(profile, facts)) {
                var gate = p.track.gates().get(g);
                steps.add(new Step(
                        Kind.GATE,
                        gate.id(),
                        gate.name(),
                        null,
                        null,
                        null,
                        s.passes(p.gates[g]) ? "PASSED" : "FAILED",
                        gate.source()));
            }
        }
        if (s.total == Scores.NO_TOTAL) {
            return;
        }
        for (int l = 0; l < p.lines.length; l++) {
            LineRule line = p.lines[l];
            if (line.applies.to(profile, facts)) {
                var minimum = p.track.minimums().get(l);
                boolean known = line.atLeast > LineRule.NOT_DRAWN;
                String how = known
                        ? s.onLine(line) ? "ON_LINE" : "BELOW"
                        : line.atLeast == LineRule.UNKNOWN ? "UNKNOWN" : "NOT_DRAWN";
                steps.add(new Step(
                        Kind.LINE,
                        minimum.id(),
                        minimum.name(),
                        known ? text(line.atLeast) : null,
                        null,
                        null,
                        how,
                        minimum.source()));
            }
        }
    }

    private @Nullable String text(long units) {
        return units == Scores.NO_TOTAL ? null : plain(p.rules.mark(units));
    }

    static String plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return (stripped.scale() < 0 ? stripped.setScale(0) : stripped).toPlainString();
    }

    private static @Nullable String source(@Nullable String clause, @Nullable String source) {
        return clause == null ? source : clause;
    }
}
