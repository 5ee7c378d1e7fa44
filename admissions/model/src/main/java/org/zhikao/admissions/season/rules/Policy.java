package org.zhikao.admissions.season.rules;

import org.jspecify.annotations.Nullable;

/**
 * 国家条款的执行声明: what the season states about clauses that no other field shows.
 *
 * @param admittedLeaveGaokao whether the admitted leave this year's ordinary gaokao (13.2); null = not stated
 * @param recheck score re-check
 * @param review how exemptions are reviewed; null = as usual
 */
public record Policy(
        @Nullable Boolean admittedLeaveGaokao,
        @Nullable Boolean admittedMaySit,
        @Nullable Boolean technicalSchoolsOnPlatform,
        @Nullable Boolean ordinaryGaokaoChannelKept,
        @Nullable Boolean catalogueByYearAndLevel,
        @Nullable Recheck recheck,
        @Nullable Review review,
        @Nullable String basis) {
    public static final Policy NOTHING_STATED = new Policy(null, null, null, null, null, null, null, null);

    /** 成绩复核: R.1 never a new marking, R.2 the second level only after the first. */
    public record Recheck(boolean remarking, boolean secondLevelOnlyAfterFirst) {}
}
