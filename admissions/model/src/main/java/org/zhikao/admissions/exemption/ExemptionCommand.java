package org.zhikao.admissions.exemption;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhikao.admissions.shared.Act;
import org.zhikao.admissions.shared.ActorId;
import org.zhikao.admissions.shared.CandidateCommand;
import org.zhikao.admissions.shared.CandidateId;

/** 免试免考指令. A candidate's claims are numbered from 1. */
public sealed interface ExemptionCommand extends CandidateCommand {
    /**
     * 申请免试.
     *
     * @param ground code of the ground in the season's rules
     * @param unit the one programme asked for where the effect is admission without exam, else null
     */
    record ClaimExemption(
            CandidateId candidate, String ground, @Nullable String unit, Act act) implements ExemptionCommand {}

    /** 申请复核, against a refusal: a claim of its own, decided by another panel. */
    record AppealRefusal(CandidateId candidate, int claim, Act act) implements ExemptionCommand {}

    /** 提交证明材料: {@code digest} is the SHA-256 of the original bytes, 64 hex digits. */
    record AddEvidence(CandidateId candidate, int claim, String kind, String digest, Act act)
            implements ExemptionCommand {}

    /** 登记系统核对与建议. */
    record AssessClaim(CandidateId candidate, int claim, Assessment assessment, Act act) implements ExemptionCommand {}

    /** 学校核实: whether the papers are genuine as far as the school knows; the school decides nothing else. */
    record AttestClaim(CandidateId candidate, int claim, boolean confirmed, Act act) implements ExemptionCommand {}

    /**
     * 推进审核: the next turn, once it is due: a reviewer is drawn, a notice posted or closed, the outcome told, or silence taken
     * for a waiver.
     *
     * @param pool everybody who reviews in this season
     * @param seed of the draw, never used twice
     */
    record AdvanceClaim(CandidateId candidate, int claim, List<Reviewer> pool, long seed, Act act)
            implements ExemptionCommand {
        public AdvanceClaim {
            pool = List.copyOf(pool);
        }
    }

    /** 退回重新分配, with the reason. */
    record HandBackClaim(CandidateId candidate, int claim, Act act) implements ExemptionCommand {}

    /** 申报回避: the person is related to the candidate and never reviews the claim. */
    record DeclareRelation(CandidateId candidate, int claim, ActorId relative, Act act) implements ExemptionCommand {}

    /** 退回补充材料, until an instant. */
    record RequestEvidence(CandidateId candidate, int claim, Instant until, Act act) implements ExemptionCommand {}

    /** 同意, with clause and reason, by whoever the case is assigned to. */
    record ApproveExemption(CandidateId candidate, int claim, String clause, Act act) implements ExemptionCommand {}

    /** 批量同意: as 同意, for many cases at once; only where the register confirmed the claim. */
    record ApproveInBulk(CandidateId candidate, int claim, String clause, Act act) implements ExemptionCommand {}

    /** 不同意, with clause and reason. */
    record RefuseExemption(CandidateId candidate, int claim, String clause, Act act) implements ExemptionCommand {}

    /** 收回意见, before it takes effect. */
    record TakeBackOpinion(CandidateId candidate, int claim, Act act) implements ExemptionCommand {}

    /** 提出异议 during the public notice: {@code statement} is the SHA-256 of the sealed statement. */
    record FileObjection(CandidateId candidate, int claim, String statement, Act act) implements ExemptionCommand {}

    /** 处理异议. */
    record DecideObjection(CandidateId candidate, int claim, int objection, boolean upheld, String clause, Act act)
            implements ExemptionCommand {}

    /** 撤回申请. */
    record WithdrawClaim(CandidateId candidate, int claim, Act act) implements ExemptionCommand {}

    /** 放弃免试资格 once it is approved: the exam is owed again. */
    record WaiveExemption(CandidateId candidate, int claim, Act act) implements ExemptionCommand {}
}
