package org.zhikao.server.security;

import static org.zhikao.admissions.shared.Role.CANDIDATE;
import static org.zhikao.admissions.shared.Role.COLLEGE;
import static org.zhikao.admissions.shared.Role.EXAM_OFFICE;
import static org.zhikao.admissions.shared.Role.REGISTRATION_POINT;
import static org.zhikao.admissions.shared.Role.REVIEWER;
import static org.zhikao.admissions.shared.Role.SYSTEM;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.zhikao.admissions.duty.DutyCommand.DecideDuty;
import org.zhikao.admissions.exam.DrawCommand.RecordDraw;
import org.zhikao.admissions.exam.ExamCommand.ArrangeExam;
import org.zhikao.admissions.exam.ExamCommand.IssueTicket;
import org.zhikao.admissions.exam.ExamCommand.RecordAttendance;
import org.zhikao.admissions.exemption.ExemptionCommand.AddEvidence;
import org.zhikao.admissions.exemption.ExemptionCommand.AdvanceClaim;
import org.zhikao.admissions.exemption.ExemptionCommand.AppealRefusal;
import org.zhikao.admissions.exemption.ExemptionCommand.ApproveExemption;
import org.zhikao.admissions.exemption.ExemptionCommand.ApproveInBulk;
import org.zhikao.admissions.exemption.ExemptionCommand.AssessClaim;
import org.zhikao.admissions.exemption.ExemptionCommand.AttestClaim;
import org.zhikao.admissions.exemption.ExemptionCommand.ClaimExemption;
import org.zhikao.admissions.exemption.ExemptionCommand.DecideObjection;
import org.zhikao.admissions.exemption.ExemptionCommand.DeclareRelation;
import org.zhikao.admissions.exemption.ExemptionCommand.FileObjection;
import org.zhikao.admissions.exemption.ExemptionCommand.HandBackClaim;
import org.zhikao.admissions.exemption.ExemptionCommand.RefuseExemption;
import org.zhikao.admissions.exemption.ExemptionCommand.RequestEvidence;
import org.zhikao.admissions.exemption.ExemptionCommand.TakeBackOpinion;
import org.zhikao.admissions.exemption.ExemptionCommand.WaiveExemption;
import org.zhikao.admissions.exemption.ExemptionCommand.WithdrawClaim;
import org.zhikao.admissions.placement.PlacementCommand.ConfirmOffer;
import org.zhikao.admissions.placement.PlacementCommand.DeclineOffer;
import org.zhikao.admissions.placement.PlacementCommand.LeaveUnplaced;
import org.zhikao.admissions.placement.PlacementCommand.PlaceCandidate;
import org.zhikao.admissions.placement.RunCommand.PublishRun;
import org.zhikao.admissions.placement.RunCommand.RecordRun;
import org.zhikao.admissions.placement.RunCommand.RecordVerification;
import org.zhikao.admissions.plan.PlanCommand.ChangePlan;
import org.zhikao.admissions.plan.PlanCommand.DeclarePlan;
import org.zhikao.admissions.preference.PreferenceCommand.LockPreferences;
import org.zhikao.admissions.preference.PreferenceCommand.SavePreferences;
import org.zhikao.admissions.preference.PreferenceCommand.SettlePreferences;
import org.zhikao.admissions.registration.RegistrationCommand.ConfirmEligibility;
import org.zhikao.admissions.registration.RegistrationCommand.CorrectParticulars;
import org.zhikao.admissions.registration.RegistrationCommand.RejectEligibility;
import org.zhikao.admissions.registration.RegistrationCommand.ResubmitApplication;
import org.zhikao.admissions.registration.RegistrationCommand.ReturnApplication;
import org.zhikao.admissions.registration.RegistrationCommand.SubmitApplication;
import org.zhikao.admissions.registration.RegistrationCommand.WithdrawApplication;
import org.zhikao.admissions.scoring.ReleaseCommand.RecordRelease;
import org.zhikao.admissions.scoring.ScoringCommand.CorrectMark;
import org.zhikao.admissions.scoring.ScoringCommand.RecordMarks;
import org.zhikao.admissions.scoring.ScoringCommand.ReleaseResult;
import org.zhikao.admissions.season.SeasonCommand.ApproveAmendment;
import org.zhikao.admissions.season.SeasonCommand.ApproveProcess;
import org.zhikao.admissions.season.SeasonCommand.ApproveRules;
import org.zhikao.admissions.season.SeasonCommand.ClosePhase;
import org.zhikao.admissions.season.SeasonCommand.DraftProcess;
import org.zhikao.admissions.season.SeasonCommand.DraftSeason;
import org.zhikao.admissions.season.SeasonCommand.OpenPhase;
import org.zhikao.admissions.season.SeasonCommand.ProposeAmendment;
import org.zhikao.admissions.season.SeasonCommand.PublishAmendment;
import org.zhikao.admissions.season.SeasonCommand.PublishProcess;
import org.zhikao.admissions.season.SeasonCommand.PublishSeason;
import org.zhikao.admissions.season.SeasonCommand.RecordVote;
import org.zhikao.admissions.season.SeasonCommand.ReviseRules;
import org.zhikao.admissions.shared.Command;
import org.zhikao.admissions.shared.Role;

/**
 * 指令权限: which role may order what. A command that is not here is ordered by nobody; a test walks all commands. Whose
 * candidate, whose plan and which person are the aggregates' to check.
 */
final class CommandRoles {
    private static final Map<Class<? extends Command>, Set<Role>> ALLOWED = new HashMap<>();

    static {
        allow(DraftSeason.class, EXAM_OFFICE);
        allow(ReviseRules.class, EXAM_OFFICE);
        allow(ApproveRules.class, EXAM_OFFICE);
        allow(PublishSeason.class, EXAM_OFFICE);
        allow(ProposeAmendment.class, EXAM_OFFICE);
        allow(RecordVote.class, EXAM_OFFICE);
        allow(ApproveAmendment.class, EXAM_OFFICE);
        allow(PublishAmendment.class, EXAM_OFFICE);
        allow(DraftProcess.class, EXAM_OFFICE);
        allow(ApproveProcess.class, EXAM_OFFICE);
        allow(PublishProcess.class, EXAM_OFFICE);
        allow(OpenPhase.class, EXAM_OFFICE, SYSTEM);
        allow(ClosePhase.class, EXAM_OFFICE, SYSTEM);

        allow(SubmitApplication.class, CANDIDATE, EXAM_OFFICE, REGISTRATION_POINT);
        allow(ResubmitApplication.class, CANDIDATE);
        allow(CorrectParticulars.class, CANDIDATE, REGISTRATION_POINT, EXAM_OFFICE);
        allow(ConfirmEligibility.class, REGISTRATION_POINT, EXAM_OFFICE);
        allow(RejectEligibility.class, REGISTRATION_POINT, EXAM_OFFICE);
        allow(ReturnApplication.class, REGISTRATION_POINT, EXAM_OFFICE);
        allow(WithdrawApplication.class, CANDIDATE);

        // Which role holds a duty is the drawing's to say, and the aggregate's to check.
        allow(DecideDuty.class, CANDIDATE, REGISTRATION_POINT, REVIEWER, EXAM_OFFICE, COLLEGE);

        allow(RecordDraw.class, EXAM_OFFICE, SYSTEM);
        allow(ArrangeExam.class, EXAM_OFFICE, SYSTEM);
        allow(IssueTicket.class, EXAM_OFFICE, SYSTEM);
        allow(RecordAttendance.class, EXAM_OFFICE, REGISTRATION_POINT, COLLEGE, SYSTEM);

        allow(ClaimExemption.class, CANDIDATE);
        allow(AddEvidence.class, CANDIDATE);
        allow(WithdrawClaim.class, CANDIDATE);
        allow(AppealRefusal.class, CANDIDATE);
        allow(WaiveExemption.class, CANDIDATE, SYSTEM);
        allow(AttestClaim.class, REGISTRATION_POINT);
        allow(AssessClaim.class, SYSTEM, EXAM_OFFICE);
        allow(AdvanceClaim.class, SYSTEM);
        allow(HandBackClaim.class, REVIEWER, EXAM_OFFICE);
        allow(DeclareRelation.class, REVIEWER, REGISTRATION_POINT, EXAM_OFFICE);
        allow(RequestEvidence.class, REVIEWER, EXAM_OFFICE);
        allow(ApproveExemption.class, REVIEWER, EXAM_OFFICE);
        allow(ApproveInBulk.class, REVIEWER, EXAM_OFFICE);
        allow(RefuseExemption.class, REVIEWER, EXAM_OFFICE);
        allow(TakeBackOpinion.class, REVIEWER, EXAM_OFFICE);
        // Anybody may object; a visitor has no account, so the system records it, or the office what came on paper.
        allow(FileObjection.class, SYSTEM, EXAM_OFFICE);
        allow(DecideObjection.class, EXAM_OFFICE);

        allow(RecordMarks.class, EXAM_OFFICE, COLLEGE);
        allow(CorrectMark.class, EXAM_OFFICE);
        allow(RecordRelease.class, EXAM_OFFICE, SYSTEM);
        allow(ReleaseResult.class, EXAM_OFFICE, SYSTEM);

        allow(DeclarePlan.class, COLLEGE, EXAM_OFFICE);
        allow(ChangePlan.class, COLLEGE, EXAM_OFFICE, SYSTEM);

        allow(SavePreferences.class, CANDIDATE);
        allow(LockPreferences.class, CANDIDATE);
        allow(SettlePreferences.class, EXAM_OFFICE, SYSTEM);

        allow(RecordRun.class, EXAM_OFFICE, SYSTEM);
        allow(RecordVerification.class, EXAM_OFFICE, SYSTEM);
        allow(PublishRun.class, EXAM_OFFICE);
        allow(PlaceCandidate.class, EXAM_OFFICE, SYSTEM);
        allow(LeaveUnplaced.class, EXAM_OFFICE, SYSTEM);
        allow(ConfirmOffer.class, CANDIDATE);
        // Silence until the deadline gives the place up: the system says so for the candidate.
        allow(DeclineOffer.class, CANDIDATE, SYSTEM);
    }

    private CommandRoles() {}

    private static void allow(Class<? extends Command> command, Role first, Role... more) {
        if (ALLOWED.put(command, Set.copyOf(EnumSet.of(first, more))) != null) {
            throw new IllegalStateException("twice in the table of roles: " + command.getName());
        }
    }

    static boolean allows(Class<?> command, Role role) {
        return ALLOWED.getOrDefault(command, Set.of()).contains(role);
    }

    static Set<Class<? extends Command>> known() {
        return Set.copyOf(ALLOWED.keySet());
    }
}
