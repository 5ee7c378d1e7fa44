package org.zhikao.admissions.scoring.engine;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.zhikao.admissions.season.rules.Exemption;
import org.zhikao.admissions.season.rules.SeasonRules;

/** 免试免考, compiled. */
final class ExemptionRule {
    final Exemption.Effect effect;
    final Applies applies;
    final long steps;
    final int[] components;
    final long[] prizes;
    final long[] assigned;
    final int part;
    final long atLeast;
    final long points;
    final @Nullable BigDecimal rescaleTo;
    final Exemption.@Nullable Counts counts;

    ExemptionRule(
            Exemption e,
            Applies applies,
            long steps,
            int[] components,
            long[] prizes,
            long[] assigned,
            int part,
            SeasonRules rules) {
        this.effect = e.effect();
        this.applies = applies;
        this.steps = steps;
        this.components = components;
        this.prizes = prizes;
        this.assigned = assigned;
        this.part = part;
        this.atLeast = e.atLeast() == null ? LineRule.UNKNOWN : rules.units(e.atLeast());
        this.points = e.points() == null ? LineRule.UNKNOWN : rules.units(e.points());
        this.rescaleTo = e.rescaleTo();
        this.counts = e.counts();
    }

    /** Whether the exemption is in effect: its condition holds and every review step is on record. */
    boolean holds(int profile, long facts) {
        return applies.to(profile, facts) && (facts & steps) == steps;
    }
}
