package org.zhikao.admissions.scoring.engine;

import org.zhikao.admissions.season.rules.Reason;

/** First step: which exemptions hold, and what they waive, drop, assign or add. */
abstract sealed class Exempting extends Standing permits Marking {
    Exempting(Program p, Cohort cohort) {
        super(p, cohort);
    }

    void exempt() {
        for (int e = 0; e < p.exemptions.length; e++) {
            ExemptionRule x = p.exemptions[e];
            if (!x.holds(profile, facts)) {
                continue;
            }
            if (effect < 0) {
                effect = e;
            }
            appliedExemptions |= 1L << e;
            switch (x.effect) {
                case FULL_FREE, BOTH_WAIVED_INTERVIEW -> {
                    leave();
                    return;
                }
                case CULTURE_WAIVED_UNSPECIFIED -> {
                    waive(x, State.DROPPED);
                    ruleMissing();
                    return;
                }
                case FREE_BUT_MUST_SIT -> mustSit = true;
                case FREE_AFTER_CULTURE_PASS -> afterCulture = e;
                case SKILL_ASSIGNED_BY_AWARD -> assign(x);
                case SKILL_COUNTED_FULL, CULTURE_WAIVED_FULL_MARKS -> waive(x, State.FULL_BY_WAIVER);
                case CULTURE_WAIVED_DROPPED -> drop(x);
                case SKILL_WAIVED_BY_CERTIFICATE -> byCertificate(x);
                case BONUS_POINTS -> {
                    if (x.points == LineRule.UNKNOWN) {
                        ruleMissing();
                    } else {
                        exemptBonus = Math.max(exemptBonus, x.points);
                    }
                }
            }
        }
    }

    /** Handled by another procedure: whatever marks there are decide nothing here. */
    void leave() {
        reasons = Reason.SEPARATE_PROCEDURE.bit();
        noTotal = true;
        left = true;
    }

    void ruleMissing() {
        reasons |= Reason.RULE_MISSING.bit();
        noTotal = true;
    }

    void byCertificate(ExemptionRule x) {
        if (x.counts == null) {
            ruleMissing();
            return;
        }
        switch (x.counts) {
            case FULL -> waive(x, State.FULL_BY_WAIVER);
            case DROPPED, RESCALED -> drop(x);
        }
    }

    void drop(ExemptionRule x) {
        waive(x, State.DROPPED);
        if (x.rescaleTo != null) {
            rescaled = true;
            rescaleTo = x.rescaleTo;
        }
    }

    void waive(ExemptionRule x, State as) {
        for (int c : x.components) {
            if (!is(c, State.NOT_APPLICABLE) || !p.applies[c].to(profile, facts)) {
                continue;
            }
            set(c, as);
            counted[c] = 0;
            if (as == State.FULL_BY_WAIVER) {
                if (p.countedMax[c] < 0) {
                    ruleMissing();
                } else {
                    counted[c] = p.countedMax[c];
                }
            }
        }
    }

    void assign(ExemptionRule x) {
        long best = Counting.NO_MARKS;
        for (int a = 0; a < x.prizes.length; a++) {
            if ((facts & x.prizes[a]) != 0) {
                best = Math.max(best, x.assigned[a]);
            }
        }
        for (int c : x.components) {
            if (!is(c, State.NOT_APPLICABLE)) {
                continue;
            }
            if (best == Counting.NO_MARKS) {
                ruleMissing();
            } else {
                set(c, State.ASSIGNED);
                counted[c] = best;
            }
        }
    }
}
