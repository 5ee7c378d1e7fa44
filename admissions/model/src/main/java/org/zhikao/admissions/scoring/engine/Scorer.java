package org.zhikao.admissions.scoring.engine;

import org.zhikao.admissions.season.rules.Exemption;
import org.zhikao.admissions.season.rules.Reason;

/** Scores one candidate after another into the same fields; one instance a thread, nothing allocated on the mass path. */
final class Scorer extends Judging {
    Scorer(Program p, Cohort cohort) {
        super(p, cohort);
    }

    /** Totals, reasons and keys of one candidate; leaves the states that only a sheet needs unset where nothing special holds. */
    void scoreMass(int i) {
        if (!p.plain || cohort.facts[i] != 0 || !addUp(i)) {
            score(i);
        }
    }

    /** The common case: every component applies and is marked, no exemption can hold. False leaves all to {@link #score}. */
    boolean addUp(int i) {
        profile = cohort.profile(i);
        facts = 0;
        for (int c = 0; c < p.components; c++) {
            if (cohort.statuses[c][i] != MARKED || !p.applies[c].to(profile, 0)) {
                return false;
            }
            counted[c] = cohort.marks[c][i];
        }
        reasons = 0;
        levels = 0;
        effect = -1;
        noTotal = false;
        exemptBonus = 0;
        rescaled = false;
        allCounted = true;
        sums(i);
        lines();
        allCounted = false;
        return true;
    }

    void score(int i) {
        profile = cohort.profile(i);
        facts = cohort.facts[i];
        reasons = 0;
        levels = 0;
        effect = -1;
        appliedExemptions = 0;
        noTotal = false;
        mustSit = false;
        left = false;
        afterCulture = -1;
        exemptBonus = 0;
        rescaled = false;
        rescaleFrom = 0;
        bonus = 0;
        for (int c = 0; c < p.components; c++) {
            set(c, State.NOT_APPLICABLE);
        }
        if (p.exemptions.length > 0) {
            exempt();
        }
        if (left) {
            leftStates(i);
        } else {
            marks(i);
            if (p.gates.length > 0) {
                gates();
            }
        }
        sums(i);
        settle();
        if (!noTotal) {
            zeros();
            lines();
        }
        if (afterCulture >= 0 && !noTotal) {
            afterCulture();
        }
        if (mustSit && (reasons & NOT_SAT) == 0) {
            reasons = Reason.SEPARATE_PROCEDURE.bit();
        }
    }

    void leftStates(int i) {
        for (int c = 0; c < p.components; c++) {
            choose(c, i);
            counted[c] = 0;
            set(c, State.LEFT);
        }
    }

    void afterCulture() {
        ExemptionRule x = p.exemptions[afterCulture];
        if (x.part < 0 || x.atLeast == LineRule.UNKNOWN) {
            ruleMissing();
            total = NO_TOTAL;
        } else if (parts[x.part] >= x.atLeast) {
            reasons = Reason.SEPARATE_PROCEDURE.bit();
        } else {
            reasons |= Reason.BELOW_CULTURE_LINE.bit();
        }
    }

    void sums(int i) {
        for (int q = 0; q < p.parts; q++) {
            long sum = 0;
            for (int c : p.partOf[q]) {
                sum += counted[c];
            }
            parts[q] = sum;
        }
        if (noTotal) {
            return;
        }
        long numerator = 0;
        for (int c = 0; c < p.components; c++) {
            numerator += counted[c] * p.total.multiplier[c];
        }
        totalWithoutBonus = rescaled ? rescale(numerator) : p.total.finish(numerator);
        bonus = p.total.addBonus || exemptBonus > 0
                ? Math.min(p.total.bonusCap, Math.max(exemptBonus, p.total.addBonus ? cohort.bonusOf(i) : 0))
                : 0;
        total = totalWithoutBonus + bonus;
    }

    long rescale(long numerator) {
        long from = 0;
        for (int c = 0; c < p.components; c++) {
            if (!is(c, State.DROPPED) && !is(c, State.NOT_APPLICABLE) && p.total.multiplier[c] != 0) {
                if (p.countedMax[c] < 0) {
                    ruleMissing();
                    return 0;
                }
                from += p.countedMax[c] * p.total.multiplier[c];
            }
        }
        rescaleFrom = from;
        rescaleUnits = p.rules.units(rescaleTo) * p.total.denominator;
        return p.total.rescaled(numerator, rescaleUnits, from);
    }

    /** Without a total an effect on a component has not taken place; one on the candidate has. */
    void settle() {
        if (!noTotal) {
            return;
        }
        total = NO_TOTAL;
        totalWithoutBonus = NO_TOTAL;
        bonus = 0;
        if (effect >= 0) {
            Exemption.Effect e = p.exemptions[effect].effect;
            if (!e.leavesRanking() && e != Exemption.Effect.CULTURE_WAIVED_UNSPECIFIED) {
                effect = -1;
            }
        }
    }

    /** By line: candidates {@code from} to {@code to} for whom it holds, then those of them on it. */
    int[] lineCounts(int from, int to) {
        int[] counts = new int[2 * p.lines.length];
        for (int i = from; i < to; i++) {
            score(i);
            for (int l = 0; l < p.lines.length; l++) {
                LineRule line = p.lines[l];
                if (line.atLeast > LineRule.NOT_DRAWN && line.applies.to(profile, facts)) {
                    counts[2 * l]++;
                    counts[2 * l + 1] += total != NO_TOTAL && onLine(line) ? 1 : 0;
                }
            }
        }
        return counts;
    }

    /** The value compared by the key; higher is better unless the key ascends. */
    long key(KeyRule k, int i) {
        return switch (k.by) {
            case TOTAL -> total;
            case TOTAL_WITHOUT_BONUS -> totalWithoutBonus;
            case BONUS -> bonus;
            case COMPONENT, SUM -> sum(k.of);
            case MAX -> max(k.of);
            case PART -> {
                long sum = 0;
                for (int q : k.of) {
                    sum += parts[q];
                }
                yield sum;
            }
            case FLAG -> (facts & k.flag) != 0 ? 1 : 0;
            case RANDOM_NUMBER -> cohort.random == null ? 0 : cohort.random[i];
            case PREFERENCE_POSITION -> 0;
        };
    }

    long sum(int[] of) {
        long sum = 0;
        for (int c : of) {
            sum += counted[c];
        }
        return sum;
    }

    long max(int[] of) {
        long max = 0;
        for (int c : of) {
            max = Math.max(max, counted[c]);
        }
        return max;
    }

    int list(int i) {
        return p.listOf(cohort.kinds[i], cohort.categories[i], profile, facts);
    }
}
