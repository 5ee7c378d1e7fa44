package org.zhikao.admissions.exemption;

import java.time.Instant;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;
import org.zhikao.admissions.shared.ActorId;
import org.zhikao.admissions.shared.CandidateEvent;
import org.zhikao.admissions.shared.CandidateId;
import org.zhikao.admissions.shared.OrganisationId;

/** 免试免考事实. */
public sealed interface ExemptionEvent extends CandidateEvent {
    int claim();

    /**
     * 申请免试.
     *
     * @param unit null, since revision 1, when the effect is not admission without exam
     * @param stage where the review begins
     * @param due by when the school states what it knows; the claim's own instant where no school is asked
     */
    @Revision("1")
    record ExemptionClaimed(
            CandidateId candidate,
            int claim,
            String ground,
            @Nullable String unit,
            Stage stage,
            Instant due,
            int rules,
            Instant at)
            implements ExemptionEvent {}

    /** 申请复核: {@code claim} is the new claim, {@code refused} the one that was refused; its evidence counts here too. */
    @Revision("1")
    record RefusalAppealed(
            CandidateId candidate,
            int claim,
            int refused,
            String ground,
            @Nullable String unit,
            int rules,
            Instant at) implements ExemptionEvent {}

    /** 提交材料. */
    @Revision("1")
    record EvidenceAdded(CandidateId candidate, int claim, String kind, String digest, Instant at)
            implements ExemptionEvent {}

    /** 系统核对与建议. */
    @Revision("1")
    record ClaimAssessed(CandidateId candidate, int claim, Assessment assessment, Instant at)
            implements ExemptionEvent {}

    /** 学校核实. */
    @Revision("1")
    record ClaimAttested(CandidateId candidate, int claim, boolean confirmed, ActorId by, Instant at)
            implements ExemptionEvent {}

    /**
     * 分配审核员.
     *
     * @param eligible how many could have been drawn
     * @param digest SHA-256 of the eligible set: a line {@code <id> <open cases>} each, by id
     * @param due by when the person decides
     */
    @Revision("1")
    record ReviewerAssigned(
            CandidateId candidate,
            int claim,
            Stage stage,
            ActorId reviewer,
            OrganisationId office,
            long seed,
            int eligible,
            String digest,
            Instant due,
            Instant at)
            implements ExemptionEvent {}

    /** 退回重新分配. */
    @Revision("1")
    record ClaimHandedBack(CandidateId candidate, int claim, Stage stage, ActorId by, Instant at)
            implements ExemptionEvent {}

    /** 申报回避: {@code redrawn} when the relative had the case in hand, which therefore goes to somebody else. */
    @Revision("1")
    record RelationDeclared(CandidateId candidate, int claim, ActorId relative, boolean redrawn, ActorId by, Instant at)
            implements ExemptionEvent {}

    /** 退回补充材料. */
    @Revision("1")
    record EvidenceRequested(CandidateId candidate, int claim, Instant until, ActorId by, Instant at)
            implements ExemptionEvent {}

    /** 审核意见: may be taken back until {@code effective}. */
    @Revision("1")
    record OpinionGiven(
            CandidateId candidate,
            int claim,
            Stage stage,
            boolean agreed,
            boolean bulk,
            String clause,
            ActorId by,
            Instant effective,
            Instant at)
            implements ExemptionEvent {}

    /** 收回意见: the case is in the same hands again until {@code due}. */
    @Revision("1")
    record OpinionTakenBack(CandidateId candidate, int claim, Stage stage, Instant due, ActorId by, Instant at)
            implements ExemptionEvent {}

    /** 公示. */
    @Revision("1")
    record NoticePosted(CandidateId candidate, int claim, int days, Instant until, Instant at)
            implements ExemptionEvent {}

    /** 提出异议: objections to a claim are numbered from 1. */
    @Revision("1")
    record ObjectionFiled(CandidateId candidate, int claim, int objection, String statement, Instant due, Instant at)
            implements ExemptionEvent {}

    /** 处理异议: the notice ends at {@code until} as before. */
    @Revision("1")
    record ObjectionDecided(
            CandidateId candidate,
            int claim,
            int objection,
            boolean upheld,
            String clause,
            Instant until,
            ActorId by,
            Instant at)
            implements ExemptionEvent {}

    /** 公示结束: {@code upheld} when an objection was. */
    @Revision("1")
    record NoticeClosed(CandidateId candidate, int claim, int objections, boolean upheld, Instant at)
            implements ExemptionEvent {}

    /** 批准免试: the effect holds from here; {@code by} is whose opinion was the last. */
    @Revision("1")
    record ExemptionApproved(
            CandidateId candidate,
            int claim,
            String ground,
            String effect,
            @Nullable String unit,
            String clause,
            ActorId by,
            int rules,
            Instant at)
            implements ExemptionEvent {}

    /** 不予批准: may be appealed against until {@code appealUntil}; null, since revision 1, where that is not possible. */
    @Revision("1")
    record ExemptionRefused(
            CandidateId candidate,
            int claim,
            String ground,
            String clause,
            ActorId by,
            @Nullable Instant appealUntil,
            int rules,
            Instant at)
            implements ExemptionEvent {}

    /** 撤回免试申请. */
    @Revision("1")
    record ExemptionWithdrawn(CandidateId candidate, int claim, Instant at) implements ExemptionEvent {}

    /**
     * 放弃免试资格: of the candidate's will, or by silence until a deadline.
     *
     * @param effect what is given up; empty when nothing was approved yet
     */
    @Revision("1")
    record ExemptionWaived(CandidateId candidate, int claim, boolean silent, String effect, Instant at)
            implements ExemptionEvent {}
}
