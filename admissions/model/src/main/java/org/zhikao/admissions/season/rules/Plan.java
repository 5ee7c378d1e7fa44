package org.zhikao.admissions.season.rules;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 招生计划分配: the provincial envelope and its division.
 *
 * @param envelope all seats of the track; null = declared later in the season
 * @param method how seats are divided, named for 13.5
 * @param quotas seats per college, category or kind; their sum is the envelope
 * @param maxShareOfCollege the most a college may give to this track of its yearly plan
 */
public record Plan(
        @Nullable Integer envelope,
        @Nullable String method,
        List<Quota> quotas,
        List<JointEnrolment> joint,
        List<Cap> caps,
        @Nullable Fraction maxShareOfCollege,
        @Nullable Integer lastYearSeats,
        @Nullable String source) {
    public static final Plan LATER = new Plan(null, null, List.of(), List.of(), List.of(), null, null, null);

    public Plan {
        quotas = Lists.copy(quotas);
        joint = Lists.copy(joint);
        caps = Lists.copy(caps);
    }

    /** 分配: two quotas of one dimension never overlap. */
    public record Quota(
            String id,
            @Nullable String college,
            @Nullable String category,
            @Nullable String kind,
            @Nullable Integer seats) {}

    /** 联合招生: seats filled together with a certified enterprise (15.10, ENT.1). */
    public record JointEnrolment(
            String enterprise,
            @Nullable Integer seats,
            @Nullable String certificate,
            @Nullable String authority,
            @Nullable String validUntil) {}

    /** 比例或人数上限 on a group: a departure from TRK.1 and 36.2 when it caps 中职 graduates. */
    public record Cap(
            CandidateGroup group,
            @Nullable Fraction share,
            @Nullable Integer seats) {}
}
