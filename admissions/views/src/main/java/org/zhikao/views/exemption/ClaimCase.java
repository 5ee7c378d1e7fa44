package org.zhikao.views.exemption;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhikao.admissions.exemption.Claim;
import org.zhikao.admissions.shared.ActorId;
import org.zhikao.admissions.shared.CandidateId;
import org.zhikao.admissions.shared.OrganisationId;
import org.zhikao.admissions.shared.SeasonId;

/**
 * 免试申请 as it stands.
 *
 * @param unit the one programme asked for where the effect is admission without exam, else null
 * @param due by when who is to act must act; null once decided
 * @param asked while evidence is awaited: what the reviewer asks for, else null
 * @param reviewers who decided on it so far, in order: none of them may decide again
 * @param clause of the last decision, null before
 * @param reason of the last decision, null before
 * @param effect once approved, else null
 */
public record ClaimCase(
        CandidateId candidate,
        int claim,
        SeasonId season,
        String track,
        String category,
        OrganisationId point,
        String ground,
        @Nullable String unit,
        Claim.Stage stage,
        Instant since,
        Instant claimedAt,
        int rules,
        @Nullable Instant due,
        @Nullable String asked,
        List<ActorId> reviewers,
        List<Evidence> evidence,
        @Nullable String clause,
        @Nullable String reason,
        @Nullable String effect) {
    public ClaimCase {
        reviewers = List.copyOf(reviewers);
        evidence = List.copyOf(evidence);
    }

    /** 申请编号, as processes and addresses use it. */
    public String id() {
        return candidate + "/exemption/" + claim;
    }

    /** 证明材料; {@code digest} is the SHA-256 of the original bytes. */
    public record Evidence(String kind, String digest, Instant at) {}

    /** 打开记录: who looked at the claim, first and last. */
    public record Opening(ActorId by, Instant first, Instant last) {}
}
