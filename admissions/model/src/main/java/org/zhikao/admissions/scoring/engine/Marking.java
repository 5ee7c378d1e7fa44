package org.zhikao.admissions.scoring.engine;

import org.zhikao.admissions.season.rules.Attendance;
import org.zhikao.admissions.season.rules.Component;
import org.zhikao.admissions.season.rules.Reason;

/** Second step: from entered marks, sittings and absences to counted marks. */
abstract sealed class Marking extends Exempting permits Judging {
    Marking(Program p, Cohort cohort) {
        super(p, cohort);
    }

    void marks(int i) {
        for (int c = 0; c < p.components; c++) {
            choose(c, i);
            boolean marked = status[c] == MARKED || status[c] == ZERO;
            if (!p.applies[c].to(profile, facts)) {
                if (marked) {
                    set(c, State.NOT_IN_RULE);
                    bar(Reason.COMPONENT_NOT_IN_RULE);
                }
                counted[c] = 0;
                continue;
            }
            if (is(c, State.FULL_BY_WAIVER) || is(c, State.DROPPED) || p.derivedFrom[c].length > 0) {
                continue;
            }
            if (is(c, State.ASSIGNED)) {
                if (marked) {
                    long tested = value(c);
                    if (tested > counted[c]) {
                        counted[c] = tested;
                        set(c, State.COUNTED);
                    }
                }
                continue;
            }
            if (marked) {
                long value = value(c);
                if (value == Counting.NO_MARKS) {
                    set(c, State.NO_MARKS_FOR_GRADE);
                    counted[c] = 0;
                    reasons |= p.counting[c].failReason;
                    noTotal = true;
                } else {
                    set(c, State.COUNTED);
                    counted[c] = value;
                }
            } else {
                missing(c, status(c));
            }
        }
        for (int c : p.derivedOrder) {
            if (is(c, State.NOT_APPLICABLE) && p.applies[c].to(profile, facts)) {
                derive(c);
            }
        }
        if (p.track.attendance().absent() == Attendance.Absent.NO_TOTAL_BY_PART) {
            absentParts();
        }
    }

    /** A sum has whatever its sources count; the best of several needs at least one of them. */
    void derive(int c) {
        boolean any = false;
        long value = 0;
        for (int source : p.derivedFrom[c]) {
            boolean counts = counts(source);
            any |= counts;
            if (counts) {
                value = p.derivedBest[c] ? Math.max(value, counted[source]) : value + counted[source];
            }
        }
        if (any) {
            entered[c] = value;
            set(c, MarkStatus.MARKED);
            counted[c] = p.counting[c].count(value);
            set(c, State.COUNTED);
            if (counted[c] == Counting.NO_MARKS) {
                counted[c] = 0;
                set(c, State.NO_MARKS_FOR_GRADE);
                reasons |= p.counting[c].failReason;
                noTotal = true;
            }
        } else {
            missing(c, MarkStatus.NOT_MARKED);
        }
    }

    boolean counts(int c) {
        return switch (state(c)) {
            case COUNTED, FULL_BY_WAIVER, ASSIGNED, ABSENT_AS_ZERO -> true;
            default -> false;
        };
    }

    long value(int c) {
        return is(c, MarkStatus.ZERO) && !p.counting[c].graded() ? p.counting[c].count(0) : graded(c);
    }

    /** A zero recorded for a graded component has no grade; it counts nothing and bars like one without marks. */
    long graded(int c) {
        return is(c, MarkStatus.ZERO) ? Counting.NO_MARKS : p.counting[c].count(entered[c]);
    }

    void missing(int c, MarkStatus s) {
        counted[c] = 0;
        switch (s) {
            case MISCONDUCT -> {
                set(c, State.MISCONDUCT);
                bar(Reason.MISCONDUCT);
            }
            case ABSENT -> {
                set(c, State.ABSENT);
                if (p.required[c]) {
                    switch (p.track.attendance().absent()) {
                        case NO_TOTAL -> bar(Reason.ABSENT);
                        case COUNTS_ZERO, NO_TOTAL_BY_PART -> set(c, State.ABSENT_AS_ZERO);
                    }
                }
            }
            default -> {
                set(c, s == MarkStatus.EXPIRED ? State.EXPIRED : State.NOT_MARKED);
                if (p.required[c]) {
                    bar(Reason.NOT_MARKED);
                }
            }
        }
    }

    /** A part missed as a whole; a component outside every part is a part of its own. */
    void absentParts() {
        long inParts = 0;
        for (int[] members : p.partOf) {
            boolean sat = false;
            boolean missed = false;
            for (int c : members) {
                inParts |= 1L << c;
                missed |= is(c, State.ABSENT_AS_ZERO);
                sat |= !is(c, State.ABSENT_AS_ZERO) && !is(c, State.NOT_APPLICABLE);
            }
            if (missed && !sat) {
                bar(Reason.ABSENT);
            }
        }
        for (int c = 0; c < p.components; c++) {
            if (is(c, State.ABSENT_AS_ZERO) && (inParts >>> c & 1) == 0) {
                bar(Reason.ABSENT);
            }
        }
    }

    void bar(Reason reason) {
        reasons |= reason.bit();
        noTotal = true;
    }

    /** Picks the sitting that counts. */
    void choose(int c, int i) {
        int column = p.firstColumn[c];
        if (p.sittings[c] == 1) {
            status[c] = cohort.statuses[column][i];
            entered[c] = cohort.marks[column][i];
            sitting[c] = 0;
            return;
        }
        Component.Sittings.Take take = p.take[c];
        int chosen = -1;
        for (int k = 0; k < p.sittings[c]; k++) {
            int s = p.chronological(c, k);
            MarkStatus next = MarkStatus.ALL.get(cohort.statuses[column + s][i]);
            if (next == MarkStatus.NOT_MARKED || next == MarkStatus.EXPIRED) {
                continue;
            }
            if (chosen < 0 || take == Component.Sittings.Take.LAST) {
                chosen = s;
            } else if (take == Component.Sittings.Take.BEST && better(c, column, s, chosen, i)) {
                chosen = s;
            }
        }
        sitting[c] = Math.max(0, chosen);
        status[c] = cohort.statuses[column + sitting[c]][i];
        entered[c] = cohort.marks[column + sitting[c]][i];
    }

    /** Compares counted marks, because grades are entered by index; any mark beats an absence. */
    boolean better(int c, int column, int s, int than, int i) {
        return worth(c, column + s, i) > worth(c, column + than, i);
    }

    long worth(int c, int column, int i) {
        return switch (MarkStatus.ALL.get(cohort.statuses[column][i])) {
            case MARKED -> Math.max(Counting.NO_MARKS + 3, p.counting[c].count(cohort.marks[column][i]));
            case ZERO -> p.counting[c].graded() ? Counting.NO_MARKS + 3 : p.counting[c].count(0);
            case MISCONDUCT -> Counting.NO_MARKS + 2;
            case ABSENT -> Counting.NO_MARKS + 1;
            case NOT_MARKED, EXPIRED -> Counting.NO_MARKS;
        };
    }
}
