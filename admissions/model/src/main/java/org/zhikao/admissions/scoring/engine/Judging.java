package org.zhikao.admissions.scoring.engine;

import org.zhikao.admissions.season.rules.Reason;

/** Third step: gates, zero rules and lines. */
abstract sealed class Judging extends Marking permits Scorer {
    Judging(Program p, Cohort cohort) {
        super(p, cohort);
    }

    void gates() {
        for (GateRule g : p.gates) {
            if (!g.applies.to(profile, facts) || passes(g)) {
                continue;
            }
            boolean dataError = false;
            for (int c : g.opens) {
                dataError |= is(c, State.COUNTED);
                if (!is(c, State.NOT_APPLICABLE)) {
                    set(c, State.GATE_CLOSED);
                }
                // The missing mark is explained by the gate, so it is neither an absence nor a mark to come.
                counted[c] = 0;
            }
            if (g.opens.length > 0) {
                noTotal = true;
                recheckMissing();
            }
            reasons |= dataError ? Reason.MARK_WITHOUT_GATE.bit() : g.reason;
        }
    }

    void recheckMissing() {
        boolean absent = false;
        boolean open = false;
        for (int c = 0; c < p.components; c++) {
            absent |= is(c, State.ABSENT) && p.required[c];
            open |= is(c, State.NOT_MARKED) && p.required[c];
        }
        if (!absent) {
            reasons &= ~Reason.ABSENT.bit();
        }
        if (!open) {
            reasons &= ~Reason.NOT_MARKED.bit();
        }
    }

    boolean passes(GateRule g) {
        if (g.fact != 0) {
            return (facts & g.fact) != 0;
        }
        if (g.component < 0) {
            return true;
        }
        int c = g.component;
        if (is(c, State.FULL_BY_WAIVER) || is(c, State.ASSIGNED) || is(c, State.DROPPED)) {
            return true;
        }
        if (!is(c, State.COUNTED) && !is(c, State.NO_MARKS_FOR_GRADE)) {
            return is(c, State.NOT_APPLICABLE);
        }
        long grade = 1L << entered[c];
        return counted[c] >= g.atLeast && (g.grades == 0 || (g.grades & grade) != 0) && (g.barred & grade) == 0;
    }

    void zeros() {
        switch (p.track.attendance().zeroBars()) {
            case NOTHING -> {}
            case SUBJECT -> {
                for (int c = 0; c < p.components; c++) {
                    if (is(c, State.COUNTED) && counted[c] == 0) {
                        reasons |= Reason.ZERO_PART.bit();
                    }
                }
            }
            case PART -> {
                for (int q = 0; q < p.parts; q++) {
                    if (zeroPart(q)) {
                        reasons |= Reason.ZERO_PART.bit();
                    }
                }
            }
        }
    }

    boolean zeroPart(int q) {
        boolean sat = false;
        for (int c : p.partOf[q]) {
            sat |= is(c, State.COUNTED);
        }
        return sat && parts[q] == 0;
    }

    void lines() {
        int failed = 0;
        int met = 0;
        long levelReasons = 0;
        for (LineRule l : p.lines) {
            if (l.atLeast == LineRule.NOT_DRAWN || !l.applies.to(profile, facts)) {
                continue;
            }
            boolean ok = onLine(l);
            long reason = l.atLeast == LineRule.UNKNOWN ? Reason.RULE_MISSING.bit() : l.reason;
            if (l.level < 0) {
                reasons |= ok ? 0 : reason;
            } else if (ok) {
                met |= 1 << l.level;
            } else {
                failed |= 1 << l.level;
                levelReasons |= reason;
            }
        }
        levels = met & ~failed;
        if (levels == 0 && failed != 0) {
            reasons |= levelReasons;
        }
    }

    boolean onLine(LineRule l) {
        return switch (l.on) {
            case TOTAL -> total >= l.atLeast;
            case TOTAL_WITHOUT_BONUS -> totalWithoutBonus >= l.atLeast;
            case COMPONENT -> notCompared(l.of) || counted[l.of] >= l.atLeast || alreadyZero(counted[l.of]);
            case PART -> {
                boolean compared = false;
                for (int c : p.partOf[l.of]) {
                    compared |= !notCompared(c);
                }
                yield !compared || parts[l.of] >= l.atLeast || alreadyZero(parts[l.of]);
            }
        };
    }

    /** A zero that bars is named as zero alone, not as below a line too. */
    boolean alreadyZero(long marks) {
        return marks == 0 && (reasons & Reason.ZERO_PART.bit()) != 0;
    }

    boolean notCompared(int c) {
        return !allCounted && (is(c, State.NOT_APPLICABLE) || is(c, State.DROPPED));
    }
}
