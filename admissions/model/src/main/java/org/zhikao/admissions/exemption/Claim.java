package org.zhikao.admissions.exemption;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zhikao.admissions.shared.ActorId;

/**
 * 免试申请 as it stands.
 *
 * @param reviewers who has decided on it so far
 * @param evidence digests of the evidence
 * @param until while evidence is awaited: the instant by which it must come
 */
public record Claim(
        int number,
        String ground,
        @Nullable String unit,
        Stage stage,
        Set<ActorId> reviewers,
        Set<String> evidence,
        @Nullable Instant until,
        String effect) {
    /** 申请阶段. */
    public enum Stage {
        /** 待初审 */
        CLAIMED,
        /** 待补充材料 */
        AWAITING_EVIDENCE,
        /** 待复审 */
        ENDORSED,
        /** 已批准 */
        APPROVED,
        /** 不予批准 */
        REFUSED,
        /** 已撤回 */
        WITHDRAWN
    }

    public boolean decided() {
        return stage == Stage.APPROVED || stage == Stage.REFUSED || stage == Stage.WITHDRAWN;
    }

    Claim at(Stage next, @Nullable Instant deadline) {
        return new Claim(number, ground, unit, next, reviewers, evidence, deadline, effect);
    }

    Claim decidedBy(ActorId reviewer, Stage next, String how) {
        Set<ActorId> more = new HashSet<>(reviewers);
        more.add(reviewer);
        return new Claim(number, ground, unit, next, Set.copyOf(more), evidence, null, how);
    }

    Claim withEvidence(String digest) {
        Set<String> more = new HashSet<>(evidence);
        more.add(digest);
        return new Claim(number, ground, unit, Stage.CLAIMED, reviewers, Set.copyOf(more), null, effect);
    }
}
