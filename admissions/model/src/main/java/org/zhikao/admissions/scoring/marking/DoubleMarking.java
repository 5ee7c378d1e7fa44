package org.zhikao.admissions.scoring.marking;

import org.jspecify.annotations.Nullable;

/**
 * 双评: two markers; further apart than the threshold, a third; beyond both, the team leader (终评).
 *
 * @param threshold the largest accepted difference, in the scale of the marks
 * @param equalDistance what happens when the third mark is equally near to both; the texts do not say
 */
public record DoubleMarking(long threshold, EqualDistance equalDistance) {
    /** 三评居中时的取法: the order of the two markers must not matter. */
    public enum EqualDistance {
        /** 取低: mean with the lower of the two. */
        LOWER_PAIR,
        /** 取高: mean with the higher of the two. */
        HIGHER_PAIR,
        /** 终评: the team leader decides. */
        LEADER
    }

    /** 成绩来源: the way by which a score came about, or which marker is still needed. */
    public enum Route {
        DOUBLE,
        THIRD,
        LEADER,
        THIRD_NEEDED,
        LEADER_NEEDED
    }

    /** 评定结果; without score while a marker is needed. */
    public record Score(@Nullable Fraction score, Route route) {}

    /** Combines the marks that are there; {@code third} and {@code leader} may be missing. */
    public Score combine(long first, long second, @Nullable Long third, @Nullable Long leader) {
        if (Math.abs(first - second) <= threshold) {
            return new Score(Fraction.mean(first, second), Route.DOUBLE);
        }
        if (third == null) {
            return new Score(null, Route.THIRD_NEEDED);
        }
        long low = Math.min(first, second);
        long high = Math.max(first, second);
        long toLow = Math.abs(third - low);
        long toHigh = Math.abs(third - high);
        boolean undecided = toLow == toHigh && equalDistance == EqualDistance.LEADER;
        if (Math.min(toLow, toHigh) > threshold || undecided) {
            return leader == null ? new Score(null, Route.LEADER_NEEDED) : new Score(Fraction.of(leader), Route.LEADER);
        }
        boolean lower = toLow < toHigh || toLow == toHigh && equalDistance == EqualDistance.LOWER_PAIR;
        return new Score(Fraction.mean(third, lower ? low : high), Route.THIRD);
    }
}
