package org.zhikao.formats.placement;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** 案例参数: the settings of the mechanism; null or the named default where the case does not state one. */
public record CaseParameters(
        @Nullable TiePolicy tiePolicy,
        @Nullable SeatRule seatRule,
        boolean choiceRankBreaksTies,
        @Nullable Long line,
        List<Integer> bandSizes,
        boolean unitsPropose,
        boolean ranksAtParent,
        int rounds,
        @Nullable Integer maxUnits,
        int refillRounds,
        int waitlistPercent,
        boolean silenceDropsAll,
        boolean refillAfterAudit,
        boolean filesRoundedUp,
        boolean choiceFirst,
        int minPercentA,
        int minPercentB,
        List<PlacementCase.Key> keys,
        @Nullable Long packMultiplier,
        long threshold,
        String equalDistance,
        int trimFrom,
        long spreadLimit,
        long scale) {
    /** 同分政策 */
    public enum TiePolicy {
        ADMIT_ALL,
        SHARED_RANK,
        SYSTEM_ORDER
    }

    /** 同分计划规则: L admits a tied group over quota, H refuses it. */
    public enum SeatRule {
        H,
        L
    }
}
