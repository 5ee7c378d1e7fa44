package org.zhikao.admissions.exemption;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.zhikao.admissions.shared.Act;
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

    /** 提交证明材料: {@code digest} is the SHA-256 of the original bytes, 64 hex digits. */
    record AddEvidence(CandidateId candidate, int claim, String kind, String digest, Act act)
            implements ExemptionCommand {}

    /** 退回补充材料, until an instant. */
    record RequestEvidence(CandidateId candidate, int claim, Instant until, Act act) implements ExemptionCommand {}

    /** 同意: the first makes it endorsed, the second, by another person, approves. */
    record ApproveExemption(CandidateId candidate, int claim, String clause, Act act) implements ExemptionCommand {}

    /** 不同意, with clause and reason. */
    record RefuseExemption(CandidateId candidate, int claim, String clause, Act act) implements ExemptionCommand {}

    /** 撤回申请. */
    record WithdrawClaim(CandidateId candidate, int claim, Act act) implements ExemptionCommand {}
}
