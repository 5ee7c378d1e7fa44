package org.zhikao.formats.facts;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.zhikao.admissions.duty.Bar;
import org.zhikao.admissions.duty.DutyEvent.DutyDecided;
import org.zhikao.admissions.duty.DutyTerms;
import org.zhikao.admissions.duty.FormField;
import org.zhikao.admissions.duty.ProcessTerms;
import org.zhikao.admissions.exam.DrawEvent.SeatsDrawn;
import org.zhikao.admissions.exam.ExamEvent.ExamArranged;
import org.zhikao.admissions.exam.ExamEvent.ExamAttended;
import org.zhikao.admissions.exam.ExamEvent.ExamMissed;
import org.zhikao.admissions.exam.ExamEvent.TicketIssued;
import org.zhikao.admissions.exam.Seat;
import org.zhikao.admissions.exemption.Assessment;
import org.zhikao.admissions.exemption.ExemptionEvent.ClaimAssessed;
import org.zhikao.admissions.exemption.ExemptionEvent.ClaimAttested;
import org.zhikao.admissions.exemption.ExemptionEvent.ClaimHandedBack;
import org.zhikao.admissions.exemption.ExemptionEvent.EvidenceAdded;
import org.zhikao.admissions.exemption.ExemptionEvent.EvidenceRequested;
import org.zhikao.admissions.exemption.ExemptionEvent.ExemptionApproved;
import org.zhikao.admissions.exemption.ExemptionEvent.ExemptionClaimed;
import org.zhikao.admissions.exemption.ExemptionEvent.ExemptionRefused;
import org.zhikao.admissions.exemption.ExemptionEvent.ExemptionWaived;
import org.zhikao.admissions.exemption.ExemptionEvent.ExemptionWithdrawn;
import org.zhikao.admissions.exemption.ExemptionEvent.NoticeClosed;
import org.zhikao.admissions.exemption.ExemptionEvent.NoticePosted;
import org.zhikao.admissions.exemption.ExemptionEvent.ObjectionDecided;
import org.zhikao.admissions.exemption.ExemptionEvent.ObjectionFiled;
import org.zhikao.admissions.exemption.ExemptionEvent.OpinionGiven;
import org.zhikao.admissions.exemption.ExemptionEvent.OpinionTakenBack;
import org.zhikao.admissions.exemption.ExemptionEvent.RefusalAppealed;
import org.zhikao.admissions.exemption.ExemptionEvent.RelationDeclared;
import org.zhikao.admissions.exemption.ExemptionEvent.ReviewerAssigned;
import org.zhikao.admissions.exemption.Stage;
import org.zhikao.admissions.placement.Offer;
import org.zhikao.admissions.placement.PlacementEvent.CandidateNotPlaced;
import org.zhikao.admissions.placement.PlacementEvent.CandidatePlaced;
import org.zhikao.admissions.placement.PlacementEvent.OfferConfirmed;
import org.zhikao.admissions.placement.PlacementEvent.OfferDeclined;
import org.zhikao.admissions.placement.RunDigest;
import org.zhikao.admissions.placement.RunEvent.RunComputed;
import org.zhikao.admissions.placement.RunEvent.RunFailedVerification;
import org.zhikao.admissions.placement.RunEvent.RunPublished;
import org.zhikao.admissions.placement.RunEvent.RunVerified;
import org.zhikao.admissions.plan.PlanEvent.PlanChanged;
import org.zhikao.admissions.plan.PlanEvent.PlanDeclared;
import org.zhikao.admissions.plan.PlanUnit;
import org.zhikao.admissions.preference.PreferenceEvent.PreferencesLapsed;
import org.zhikao.admissions.preference.PreferenceEvent.PreferencesLocked;
import org.zhikao.admissions.preference.PreferenceEvent.PreferencesSaved;
import org.zhikao.admissions.registration.RegistrationEvent.ApplicationResubmitted;
import org.zhikao.admissions.registration.RegistrationEvent.ApplicationReturned;
import org.zhikao.admissions.registration.RegistrationEvent.ApplicationSubmitted;
import org.zhikao.admissions.registration.RegistrationEvent.ApplicationWithdrawn;
import org.zhikao.admissions.registration.RegistrationEvent.EligibilityConfirmed;
import org.zhikao.admissions.registration.RegistrationEvent.EligibilityRejected;
import org.zhikao.admissions.registration.RegistrationEvent.ParticularsCorrected;
import org.zhikao.admissions.registration.RegistrationEvent.ParticularsRecorded;
import org.zhikao.admissions.scoring.Mark;
import org.zhikao.admissions.scoring.ReleaseEvent.ResultsComputed;
import org.zhikao.admissions.scoring.Result;
import org.zhikao.admissions.scoring.ScoringEvent.MarkCorrected;
import org.zhikao.admissions.scoring.ScoringEvent.MarkRecorded;
import org.zhikao.admissions.scoring.ScoringEvent.ResultReleased;
import org.zhikao.admissions.season.Ballot;
import org.zhikao.admissions.season.Phase;
import org.zhikao.admissions.season.SeasonEvent.AmendmentApproved;
import org.zhikao.admissions.season.SeasonEvent.AmendmentProposed;
import org.zhikao.admissions.season.SeasonEvent.AmendmentPublished;
import org.zhikao.admissions.season.SeasonEvent.AmendmentVoted;
import org.zhikao.admissions.season.SeasonEvent.PhaseClosed;
import org.zhikao.admissions.season.SeasonEvent.PhaseOpened;
import org.zhikao.admissions.season.SeasonEvent.ProcessApproved;
import org.zhikao.admissions.season.SeasonEvent.ProcessBound;
import org.zhikao.admissions.season.SeasonEvent.ProcessDrafted;
import org.zhikao.admissions.season.SeasonEvent.ProcessPublished;
import org.zhikao.admissions.season.SeasonEvent.RulesApproved;
import org.zhikao.admissions.season.SeasonEvent.RulesRevised;
import org.zhikao.admissions.season.SeasonEvent.SeasonDrafted;
import org.zhikao.admissions.season.SeasonEvent.SeasonPublished;
import org.zhikao.admissions.shared.ActorId;
import org.zhikao.admissions.shared.CandidateId;
import org.zhikao.admissions.shared.Event;
import org.zhikao.admissions.shared.OrganisationId;
import org.zhikao.admissions.shared.Role;
import org.zhikao.admissions.shared.Sealed;
import org.zhikao.admissions.shared.SeasonId;

/** One event of every kind with every field filled; no two fields of an event hold the same value, so none can be swapped. */
final class Samples {
    private static final SeasonId SEASON = new SeasonId("s-shandong-2026");
    private static final CandidateId WHO = new CandidateId("cYu00000000000000000001");
    private static final OrganisationId SCHOOL = new OrganisationId("37/3701/370102/s0012");
    private static final OrganisationId COLLEGE = new OrganisationId("37/u0003");
    private static final ActorId BY = new ActorId("a-7f3k2m");
    private static final Instant AT = Instant.parse("2026-03-02T01:02:03.456Z");
    private static final Sealed SEALED = new Sealed("k1", "Y2lwaGVy", "d1gest");
    private static final ProcessTerms TERMS = new ProcessTerms(
            "application",
            3,
            List.of(new DutyTerms(
                    "physical",
                    "user_physical",
                    "体检",
                    Role.REGISTRATION_POINT,
                    Role.EXAM_OFFICE,
                    false,
                    List.of(new FormField(
                            "sight",
                            "视力",
                            FormField.Kind.CHOICE,
                            true,
                            false,
                            "矫正后",
                            List.of(new FormField.Choice("GOOD", "正常")))),
                    List.of(new DutyTerms.Outcome("UNFIT", "不合格", List.of(Bar.PLACEMENT))))),
            List.of(new ProcessTerms.Binding("exam.arranged", List.of("physical"))));
    private static final String A = "a".repeat(64);
    private static final String B = "b".repeat(64);
    private static final String CLAUSE = "第三条";
    private static final String DOCUMENT = "考试院〔2026〕8号";
    private static final Result RESULT = new Result(
            61_250,
            Map.of("skill", 40_000L, "culture", 21_250L),
            true,
            List.of("SKILL_MINIMUM"),
            List.of("本科线"),
            7,
            "spring/01");

    private static final Assessment ASSESSED = new Assessment(
            Assessment.Match.NEAR,
            "prizes",
            A,
            "7",
            "姓名相符,证件号后四位不符",
            "top-talent",
            B,
            Map.of("level", "NATIONAL_1", "graduating", "true"),
            List.of(1, 3),
            Assessment.Proposal.OPEN);

    private Samples() {}

    static List<Event> all() {
        return List.of(
                new SeasonDrafted(SEASON, "山东", 2026, "{\"schema\":\"zhikao.season/1\"}", A, BY, AT),
                new RulesRevised(SEASON, 2, "{\"schema\":\"zhikao.season/1\"}", B, BY, AT),
                new RulesApproved(SEASON, 2, B, BY, AT),
                new SeasonPublished(SEASON, 2, B, AT),
                new AmendmentProposed(SEASON, 1, "{\"schema\":\"zhikao.season/1\"}", A, "控制线误植", BY, AT),
                new AmendmentVoted(
                        SEASON,
                        1,
                        List.of(new Ballot("周明", true), new Ballot("吴清", true), new Ballot("郑和平", false)),
                        true,
                        BY,
                        AT),
                new AmendmentApproved(SEASON, 1, A, BY, AT),
                new AmendmentPublished(SEASON, 1, 3, A, "公告", 128, B, BY, AT),
                new PhaseOpened(SEASON, Phase.PREFERENCE, 2, AT),
                new PhaseClosed(SEASON, Phase.CONFIRMATION, 3, AT),
                new ProcessDrafted(SEASON, "application", 3, "<definitions/>", A, BY, AT),
                new ProcessApproved(SEASON, "application", 3, A, BY, AT),
                new ProcessPublished(SEASON, "application", 3, A, BY, AT),
                new ProcessBound(SEASON, TERMS, AT),
                new DutyDecided(
                        WHO,
                        "application",
                        WHO.value(),
                        "physical",
                        3,
                        "UNFIT",
                        List.of(Bar.PLACEMENT),
                        Map.of("sight", "4.8"),
                        SEALED,
                        Role.REGISTRATION_POINT,
                        BY,
                        "不符合体检标准",
                        AT),
                new ApplicationSubmitted(WHO, SEASON, "spring", "01", "VETERAN", SCHOOL, 2, AT),
                new ParticularsRecorded(WHO, SEALED, AT),
                new ParticularsCorrected(WHO, SEALED, AT),
                new ApplicationResubmitted(WHO, "spring", "02", "GRADUATE", 3, AT),
                new EligibilityConfirmed(WHO, 2, AT),
                new EligibilityRejected(WHO, CLAUSE, 2, AT),
                new ApplicationReturned(WHO, 2, AT),
                new ApplicationWithdrawn(WHO, AT),
                new SeatsDrawn(SEASON, 1, -42L, 900, A, AT),
                new ExamArranged(WHO, SEASON + "/exam/1", new Seat("26001000203", "370102", 2, 3), AT),
                new TicketIssued(WHO, "26001000203", AT),
                new ExamAttended(WHO, "SKILL", AT),
                new ExamMissed(WHO, "CULTURE", AT),
                new ExemptionClaimed(
                        WHO, 1, "VETERAN_MERIT", "u0003-01", Stage.SCHOOL_CHECK, AT.plusSeconds(86_400), 2, AT),
                new RefusalAppealed(WHO, 3, 1, "VETERAN_MERIT", "u0003-01", 2, AT),
                new EvidenceAdded(WHO, 1, "MERIT_CERTIFICATE", A, AT),
                new ClaimAssessed(WHO, 1, ASSESSED, AT),
                new ClaimAttested(WHO, 1, true, BY, AT),
                new ReviewerAssigned(WHO, 1, Stage.SECOND_REVIEW, BY, COLLEGE, -42L, 5, A, AT.plusSeconds(86_400), AT),
                new ClaimHandedBack(WHO, 1, Stage.THIRD_REVIEW, BY, AT),
                new RelationDeclared(WHO, 1, new ActorId("a-9k2m4p"), true, BY, AT),
                new EvidenceRequested(WHO, 1, AT.plusSeconds(86_400), BY, AT),
                new OpinionGiven(WHO, 1, Stage.FIRST_REVIEW, true, false, CLAUSE, BY, AT.plusSeconds(600), AT),
                new OpinionTakenBack(WHO, 1, Stage.FIRST_REVIEW, AT.plusSeconds(86_400), BY, AT),
                new NoticePosted(WHO, 1, 7, AT.plusSeconds(604_800), AT),
                new ObjectionFiled(WHO, 1, 2, B, AT.plusSeconds(86_400), AT),
                new ObjectionDecided(WHO, 1, 2, true, CLAUSE, AT.plusSeconds(604_800), BY, AT),
                new NoticeClosed(WHO, 1, 2, true, AT),
                new ExemptionApproved(WHO, 1, "VETERAN_MERIT", "FULL_FREE", "u0003-01", CLAUSE, BY, 2, AT),
                new ExemptionRefused(WHO, 1, "VETERAN_MERIT", CLAUSE, BY, AT.plusSeconds(432_000), 2, AT),
                new ExemptionWaived(WHO, 2, true, "FULL_FREE", AT),
                new ExemptionWithdrawn(WHO, 2, AT),
                new MarkRecorded(WHO, "CHINESE", Mark.of(10_050), AT),
                new MarkCorrected(WHO, "CHINESE", new Mark(Mark.Status.ABSENT, 0), Mark.of(10_100), DOCUMENT, AT),
                new ResultReleased(WHO, SEASON + "/scoring/1", RESULT, 2, AT),
                new ResultsComputed(SEASON, 1, 900, A, 2, AT),
                new PlanDeclared(
                        SEASON,
                        COLLEGE,
                        "齐鲁职业学院",
                        List.of(new PlanUnit("u0003-01", "数控技术", "DIPLOMA", "spring", "01", List.of("VETERAN"), 40)),
                        AT),
                new PlanChanged(SEASON, COLLEGE, "u0003-01", 40, 45, DOCUMENT, AT),
                new PreferencesSaved(WHO, 1, List.of("u0003-01", "u0004-02"), AT),
                new PreferencesLocked(WHO, 1, true, AT),
                new PreferencesLapsed(WHO, 2, AT),
                new RunComputed(SEASON, 3, 2, "PARALLEL", new RunDigest(A, B, 900, 700), AT),
                new RunVerified(SEASON, 1, B, List.of("P1", "P2"), AT),
                new RunFailedVerification(SEASON, 1, B, List.of("P3 u0003-01"), AT),
                new RunPublished(SEASON, 3, 2, AT),
                new CandidatePlaced(WHO, SEASON + "/placement/3", 2, new Offer("u0003-01", 1, 7), AT),
                new CandidateNotPlaced(WHO, SEASON + "/placement/3", 2, "NO_SEAT", true, AT),
                new OfferConfirmed(WHO, "u0003-01", AT),
                new OfferDeclined(WHO, "u0003-01", AT));
    }
}
