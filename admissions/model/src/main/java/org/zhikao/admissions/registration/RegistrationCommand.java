package org.zhikao.admissions.registration;

import org.zhikao.admissions.shared.Act;
import org.zhikao.admissions.shared.CandidateCommand;
import org.zhikao.admissions.shared.CandidateId;
import org.zhikao.admissions.shared.OrganisationId;
import org.zhikao.admissions.shared.Sealed;
import org.zhikao.admissions.shared.SeasonId;

/** 报名指令. */
public sealed interface RegistrationCommand extends CandidateCommand {
    /**
     * 提交报名: application and sealed particulars, two facts.
     *
     * @param track 报考类别 code
     * @param category 专业类别 code
     * @param kind 考生类别 code, such as that of a veteran
     * @param point the school or county where the candidate registers
     */
    record SubmitApplication(
            CandidateId candidate,
            SeasonId season,
            String track,
            String category,
            String kind,
            OrganisationId point,
            Sealed particulars,
            Act act)
            implements RegistrationCommand {}

    /** 补正后重新提交, after a return. */
    record ResubmitApplication(CandidateId candidate, String track, String category, String kind, Act act)
            implements RegistrationCommand {}

    /** 更正个人信息. */
    record CorrectParticulars(CandidateId candidate, Sealed particulars, Act act) implements RegistrationCommand {}

    /** 资格审核通过. */
    record ConfirmEligibility(CandidateId candidate, Act act) implements RegistrationCommand {}

    /** 资格审核不通过, with clause and reason. */
    record RejectEligibility(CandidateId candidate, String clause, Act act) implements RegistrationCommand {}

    /** 退回补正, with reason. */
    record ReturnApplication(CandidateId candidate, Act act) implements RegistrationCommand {}

    /** 撤回报名: the candidate gives the whole season up; admissible until placed. */
    record WithdrawApplication(CandidateId candidate, Act act) implements RegistrationCommand {}
}
