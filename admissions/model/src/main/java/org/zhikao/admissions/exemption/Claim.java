package org.zhikao.admissions.exemption;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zhikao.admissions.shared.ActorId;
import org.zhikao.admissions.shared.OrganisationId;

/**
 * 免试申请 as it stands.
 *
 * @param refused number of the refused claim that this one appeals against, 0 for a first claim
 * @param resumes while evidence is awaited: the stage that goes on once it has come
 * @param reviewer who was drawn for this stage last; keeps the case when evidence has come
 * @param office where the reviewer sits
 * @param drawn the case is in the reviewer's hands
 * @param opinions in their order
 * @param barred who may not take any further stage: acted before, handed the case back, or is related
 * @param evidence digests of the evidence
 * @param until evidence or objections come in until then; once refused: appeals
 * @param objections each with its outcome, in their order
 * @param effect once approved, else empty
 */
public record Claim(
        int number,
        String ground,
        @Nullable String unit,
        int refused,
        Stage stage,
        @Nullable Stage resumes,
        @Nullable ActorId reviewer,
        @Nullable OrganisationId office,
        boolean drawn,
        List<Opinion> opinions,
        Set<ActorId> barred,
        Set<String> evidence,
        Assessment.@Nullable Match match,
        @Nullable Instant until,
        List<Objection> objections,
        String effect) {
    public Claim {
        opinions = List.copyOf(opinions);
        barred = Set.copyOf(barred);
        evidence = Set.copyOf(evidence);
        objections = List.copyOf(objections);
    }

    /** 异议处理结果. */
    public enum Objection {
        /** 待处理 */
        OPEN,
        /** 成立 */
        UPHELD,
        /** 不成立 */
        DISMISSED
    }

    public boolean decided() {
        return stage.ended();
    }

    /** True when the person has the case in hand and has not said anything yet. */
    boolean inHandsOf(ActorId person) {
        return drawn && person.equals(reviewer) && said(stage) == null;
    }

    /** What was said at a stage; null before. */
    @Nullable
    Opinion said(Stage at) {
        return opinions.stream().filter(o -> o.stage() == at).findFirst().orElse(null);
    }

    /** True when somebody of the office gave an opinion before. */
    boolean knows(OrganisationId other) {
        return opinions.stream().anyMatch(o -> o.office().equals(other));
    }

    boolean objected(Objection outcome) {
        return objections.contains(outcome);
    }

    /** How many of the reviewers agree. */
    long agreeing() {
        return opinions.stream()
                .filter(o -> o.agreed() && o.stage().by() == org.zhikao.admissions.shared.Role.REVIEWER)
                .count();
    }
}
