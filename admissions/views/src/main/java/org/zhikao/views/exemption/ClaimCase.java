package org.zhikao.views.exemption;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhikao.admissions.exemption.Assessment;
import org.zhikao.admissions.exemption.Stage;
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
 * @param handling in whose hands it is, and what surrounds the decision
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
        Stage stage,
        Instant since,
        Instant claimedAt,
        int rules,
        @Nullable Instant due,
        @Nullable String asked,
        List<ActorId> reviewers,
        List<Evidence> evidence,
        @Nullable String clause,
        @Nullable String reason,
        @Nullable String effect,
        Handling handling) {
    public ClaimCase {
        reviewers = List.copyOf(reviewers);
        evidence = List.copyOf(evidence);
    }

    /** 申请编号, as processes and addresses use it. */
    public String id() {
        return candidate + "/exemption/" + claim;
    }

    /**
     * 经办情况.
     *
     * @param reviewer to whom the claim is assigned now, null while it waits to be
     * @param effective until then the last opinion may be taken back; null when none is pending
     * @param noticeUntil the last instant of the public notice, null before
     * @param appealUntil the last instant for an appeal, null when none is possible
     * @param refused number of the refused claim that this one appeals against, 0 for a first claim
     * @param attested what the school states, null before
     * @param objections filed during the notice
     * @param openObjections of these, the ones not decided yet
     * @param resumes while evidence is awaited: the stage that goes on once it has come
     * @param assessment what register and decision table say, null before
     */
    public record Handling(
            @Nullable ActorId reviewer,
            @Nullable Instant effective,
            @Nullable Instant noticeUntil,
            @Nullable Instant appealUntil,
            int refused,
            @Nullable Boolean attested,
            int objections,
            int openObjections,
            @Nullable Stage resumes,
            @Nullable Assessment assessment) {
        public static final Handling NONE = new Handling(null, null, null, null, 0, null, 0, 0, null, null);
    }

    /** 证明材料; {@code digest} is the SHA-256 of the original bytes. */
    public record Evidence(String kind, String digest, Instant at) {}

    /** 打开记录: who looked at the claim, first and last. */
    public record Opening(ActorId by, Instant first, Instant last) {}
}
