package org.zhikao.admissions.duty;

import static org.zhikao.admissions.language.Acts.NOW;
import static org.zhikao.admissions.language.Acts.anAuditor;
import static org.zhikao.admissions.language.Acts.anotherSchool;
import static org.zhikao.admissions.language.Acts.silently;
import static org.zhikao.admissions.language.Acts.theCandidate;
import static org.zhikao.admissions.language.Acts.theOffice;
import static org.zhikao.admissions.language.Acts.theSchool;
import static org.zhikao.admissions.language.Acts.theSystem;
import static org.zhikao.admissions.language.Facts.DRAW;
import static org.zhikao.admissions.language.Facts.OFFER;
import static org.zhikao.admissions.language.Facts.SEALED;
import static org.zhikao.admissions.language.Facts.SEAT;
import static org.zhikao.admissions.language.Facts.YU;
import static org.zhikao.admissions.language.Facts.and;
import static org.zhikao.admissions.language.Facts.arranged;
import static org.zhikao.admissions.language.Facts.confirmed;
import static org.zhikao.admissions.language.Facts.locked;
import static org.zhikao.admissions.language.Facts.placed;
import static org.zhikao.admissions.language.Facts.rejected;
import static org.zhikao.admissions.language.Facts.released;
import static org.zhikao.admissions.language.Facts.run;
import static org.zhikao.admissions.language.Facts.saved;
import static org.zhikao.admissions.language.Facts.submitted;
import static org.zhikao.admissions.language.Facts.withdrawn;
import static org.zhikao.admissions.season.Phase.CONFIRMATION;
import static org.zhikao.admissions.season.Phase.EXAM;
import static org.zhikao.admissions.season.Phase.EXEMPTION;
import static org.zhikao.admissions.season.Phase.PLACEMENT;
import static org.zhikao.admissions.season.Phase.PREFERENCE;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.zhikao.admissions.duty.DutyCommand.DecideDuty;
import org.zhikao.admissions.duty.DutyEvent.DutyDecided;
import org.zhikao.admissions.duty.ProcessTerms.Binding;
import org.zhikao.admissions.exam.ExamCommand.ArrangeExam;
import org.zhikao.admissions.exam.ExamCommand.IssueTicket;
import org.zhikao.admissions.exam.ExamEvent.ExamArranged;
import org.zhikao.admissions.exemption.ExemptionCommand.AdvanceClaim;
import org.zhikao.admissions.exemption.Stage;
import org.zhikao.admissions.language.Acts;
import org.zhikao.admissions.language.Facts;
import org.zhikao.admissions.language.GivenWhenThen;
import org.zhikao.admissions.language.Scene;
import org.zhikao.admissions.language.Terms;
import org.zhikao.admissions.placement.PlacementCommand.ConfirmOffer;
import org.zhikao.admissions.placement.PlacementCommand.LeaveUnplaced;
import org.zhikao.admissions.placement.PlacementCommand.PlaceCandidate;
import org.zhikao.admissions.placement.PlacementEvent.CandidateNotPlaced;
import org.zhikao.admissions.preference.PreferenceCommand.LockPreferences;
import org.zhikao.admissions.preference.PreferenceCommand.SavePreferences;
import org.zhikao.admissions.preference.PreferenceCommand.SettlePreferences;
import org.zhikao.admissions.registration.RegistrationRefusal;
import org.zhikao.admissions.season.Phase;
import org.zhikao.admissions.shared.Act;
import org.zhikao.admissions.shared.Command;
import org.zhikao.admissions.shared.Event;
import org.zhikao.admissions.shared.RefusalCode;
import org.zhikao.admissions.shared.Role;
import org.zhikao.admissions.shared.Sealed;

/** 自定职责: a physical check that nobody programmed: its form, its holder, what it comes before and what it keeps from. */
@GivenWhenThen
class DecidingDutiesTest {
    private static final FormField SIGHT = new FormField(
            "sight",
            "视力",
            FormField.Kind.CHOICE,
            true,
            false,
            "",
            List.of(new FormField.Choice("GOOD", "正常"), new FormField.Choice("WEAK", "偏弱")));
    private static final FormField ILLNESS =
            new FormField("illness", "病史", FormField.Kind.TEXT, true, true, "如实填写", List.of());
    private static final Map<String, String> FILLED = Map.of("sight", "GOOD");

    @Test
    void recordsWhoDecidedWhatOnWhichForm() {
        given(confirmed(), during())
                .when(decide("FIT", FILLED, SEALED, theSchool()))
                .emits(fit());
    }

    @Test
    void asksForEveryRequiredField() {
        refuses(DutyRefusal.FORM_INVALID, decide("FIT", Map.of(), SEALED, theSchool()));
    }

    @Test
    void takesChoicesOfTheFormOnly() {
        refuses(DutyRefusal.FORM_INVALID, decide("FIT", Map.of("sight", "SPLENDID"), SEALED, theSchool()));
    }

    @Test
    void takesNoFieldBeyondTheForm() {
        refuses(DutyRefusal.FORM_INVALID, decide("FIT", Map.of("sight", "GOOD", "shoe", "42"), SEALED, theSchool()));
    }

    @Test
    void leavesNothingPersonalOpenInAFact() {
        refuses(
                DutyRefusal.FORM_INVALID,
                decide("FIT", Map.of("sight", "GOOD", "illness", "none"), SEALED, theSchool()));
    }

    @Test
    void asksForThePersonalPartToo() {
        refuses(DutyRefusal.FORM_INVALID, decide("FIT", FILLED, null, theSchool()));
    }

    @Test
    void isTheHoldersAlone() {
        refuses(DutyRefusal.NOT_THE_HOLDER, decide("FIT", FILLED, SEALED, theCandidate()));
    }

    @Test
    void isAlsoOfTheRoleItEscalatesTo() {
        given(confirmed(), during())
                .when(decide("FIT", FILLED, SEALED, theOffice()))
                .emits(decided("FIT", List.of(), theOffice()));
    }

    @Test
    void isNotAnotherSchools() {
        refuses(RegistrationRefusal.NOT_YOURS, decide("FIT", FILLED, SEALED, anotherSchool()));
    }

    @Test
    void isNobodysWhoOnlyReads() {
        refuses(RegistrationRefusal.NOT_YOURS, decide("FIT", FILLED, SEALED, anAuditor()));
    }

    @Test
    void givesAReasonForWhatItKeepsFrom() {
        refuses(DutyRefusal.REASON_MISSING, decide("UNFIT", FILLED, SEALED, silently(theSchool())));
    }

    @Test
    void knowsItsOutcomesOnly() {
        refuses(DutyRefusal.UNKNOWN_OUTCOME, decide("MAYBE", FILLED, SEALED, theSchool()));
    }

    @Test
    void knowsThePublishedDutiesOnly() {
        refuses(
                DutyRefusal.UNKNOWN_DUTY,
                new DecideDuty(YU, "application", YU.value(), "interview", "FIT", FILLED, null, theSchool()));
    }

    @Test
    void knowsTheCandidatesOwnCasesOnly() {
        refuses(
                DutyRefusal.UNKNOWN_DUTY,
                new DecideDuty(
                        YU, "exemption-review", YU + "/exemption/1", "physical", "FIT", FILLED, null, theSchool()));
    }

    @Test
    void isDecidedOnce() {
        given(and(confirmed(), fit()), during())
                .when(decide("FIT", FILLED, SEALED, theSchool()))
                .refuses(DutyRefusal.ALREADY_DECIDED);
    }

    @Test
    void isDecidedAgainWhereTheDrawingComesBackToIt() {
        Scene.dossier(during().bound(terms(true)))
                .given(and(confirmed(), unfit(Bar.PLACEMENT)))
                .when(decide("FIT", FILLED, SEALED, theSchool()))
                .emits(fit());
    }

    @Test
    void concernsNobodyWhoLeft() {
        given(withdrawn(), during())
                .when(decide("FIT", FILLED, SEALED, theSchool()))
                .refuses(RegistrationRefusal.WITHDRAWN);
        given(rejected(), during())
                .when(decide("FIT", FILLED, SEALED, theSchool()))
                .refuses(RegistrationRefusal.NOT_CONFIRMED);
    }

    // ---- a configured duty binds

    @Test
    void nothingSkipsIt() {
        given(confirmed(), during(EXAM).having(DRAW)).when(seat()).refuses(DutyRefusal.DUTY_OPEN);
    }

    @Test
    void onceDecidedTheNextStepIsFree() {
        given(and(confirmed(), fit()), during(EXAM).having(DRAW))
                .when(seat())
                .emits(new ExamArranged(YU, DRAW, SEAT, NOW));
    }

    @Test
    void anotherWayToTheSameWaitSkipsItNeither() {
        given(
                        and(Facts.finallyAssigned(), Facts.opinion(Stage.FINAL_DECISION, true, Acts.anotherOfficer())),
                        during(EXEMPTION))
                .when(new AdvanceClaim(YU, 1, List.of(), 1, theSystem()))
                .refuses(DutyRefusal.DUTY_OPEN);
    }

    @Test
    void aDutyBeforeADutyComesFirst() {
        refuses(
                DutyRefusal.DUTY_OPEN,
                new DecideDuty(YU, "application", YU.value(), "second", "OK", Map.of(), null, theSchool()));
    }

    // ---- an outcome keeps from

    @Test
    void keepsFromTheExam() {
        given(and(confirmed(), unfit(Bar.EXAM)), during(EXAM).having(DRAW))
                .when(seat())
                .refuses(DutyRefusal.BARRED);
        given(and(arranged(), unfit(Bar.EXAM)), during(EXAM))
                .when(new IssueTicket(YU, theSystem()))
                .refuses(DutyRefusal.BARRED);
    }

    @Test
    void keepsFromPreferences() {
        List<Event> kept = and(saved(), unfit(Bar.PREFERENCE));
        given(kept, during(PREFERENCE))
                .when(new SavePreferences(YU, 1, List.of("u1"), theCandidate()))
                .refuses(DutyRefusal.BARRED);
        given(kept, during(PREFERENCE))
                .when(new LockPreferences(YU, 1, theCandidate()))
                .refuses(DutyRefusal.BARRED);
        given(and(released(), unfit(Bar.PREFERENCE)), during(PREFERENCE))
                .when(new SettlePreferences(YU, 1, theSystem()))
                .refuses(DutyRefusal.BARRED);
    }

    @Test
    void keepsFromEveryPlace() {
        given(and(locked(), unfit(Bar.PLACEMENT)), during(PLACEMENT).having(run(1)))
                .when(new PlaceCandidate(YU, run(1), 1, OFFER, theSystem()))
                .refuses(DutyRefusal.BARRED);
        given(and(placed(), unfit(Bar.PLACEMENT)), during(CONFIRMATION))
                .when(new ConfirmOffer(YU, theCandidate()))
                .refuses(DutyRefusal.BARRED);
    }

    @Test
    void whoIsKeptFromEveryPlaceHasNoFurtherRound() {
        given(and(locked(), unfit(Bar.PLACEMENT)), during(PLACEMENT).having(run(1)))
                .when(new LeaveUnplaced(YU, run(1), 1, "BARRED", theSystem()))
                .emits(new CandidateNotPlaced(YU, run(1), 1, "BARRED", true, NOW));
    }

    @Test
    void needsAnApplication() {
        Scene.dossier(during())
                .given()
                .when(decide("FIT", FILLED, SEALED, theSchool()))
                .refuses(RegistrationRefusal.NO_APPLICATION);
    }

    private static Terms during(Phase... phases) {
        return Terms.during(phases);
    }

    private static Scene<?> given(List<Event> facts, Terms terms) {
        return Scene.dossier(terms.bound(terms(false))).given(facts);
    }

    private static void refuses(RefusalCode code, Command command) {
        given(confirmed(), during()).when(command).refuses(code);
    }

    private static ProcessTerms terms(boolean again) {
        DutyTerms physical = new DutyTerms(
                "physical",
                "user_physical",
                "体检",
                Role.REGISTRATION_POINT,
                Role.EXAM_OFFICE,
                again,
                List.of(SIGHT, ILLNESS),
                List.of(
                        new DutyTerms.Outcome("FIT", "合格", List.of()),
                        new DutyTerms.Outcome("UNFIT", "不合格", List.of(Bar.PLACEMENT))));
        DutyTerms second = new DutyTerms(
                "second",
                "user_second",
                "复查",
                Role.REGISTRATION_POINT,
                null,
                false,
                List.of(),
                List.of(new DutyTerms.Outcome("OK", "通过", List.of())));
        return new ProcessTerms(
                "application",
                2,
                List.of(physical, second),
                List.of(
                        new Binding("exam.arranged", List.of("physical")),
                        new Binding("exemption.approved/FULL_FREE", List.of("physical")),
                        new Binding("duty.decided/second", List.of("physical"))));
    }

    private static DecideDuty decide(String outcome, Map<String, String> answers, @Nullable Sealed personal, Act act) {
        return new DecideDuty(YU, "application", YU.value(), "physical", outcome, answers, personal, act);
    }

    private static DutyDecided fit() {
        return decided("FIT", List.of(), theSchool());
    }

    private static DutyDecided unfit(Bar bar) {
        return decided("UNFIT", List.of(bar), theSchool());
    }

    private static DutyDecided decided(String outcome, List<Bar> bars, Act act) {
        return new DutyDecided(
                YU,
                "application",
                YU.value(),
                "physical",
                2,
                outcome,
                bars,
                FILLED,
                SEALED,
                act.role(),
                act.by(),
                act.reason(),
                NOW);
    }

    private static ArrangeExam seat() {
        return new ArrangeExam(YU, DRAW, SEAT, theSystem());
    }

    @Test
    void anApplicationWithoutThisProcessIsFree() {
        Scene.dossier(during(EXAM).having(DRAW))
                .given(submittedAndConfirmed())
                .when(seat())
                .emits(new ExamArranged(YU, DRAW, SEAT, NOW));
    }

    private static List<Event> submittedAndConfirmed() {
        return and(submitted(), confirmed().get(confirmed().size() - 1));
    }
}
