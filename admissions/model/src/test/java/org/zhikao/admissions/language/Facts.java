package org.zhikao.admissions.language;

import static org.zhikao.admissions.language.Acts.NOW;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zhikao.admissions.exam.ExamEvent.ExamArranged;
import org.zhikao.admissions.exam.ExamEvent.TicketIssued;
import org.zhikao.admissions.exam.Seat;
import org.zhikao.admissions.exemption.Claims;
import org.zhikao.admissions.exemption.ExemptionEvent.EvidenceAdded;
import org.zhikao.admissions.exemption.ExemptionEvent.EvidenceRequested;
import org.zhikao.admissions.exemption.ExemptionEvent.ExemptionApproved;
import org.zhikao.admissions.exemption.ExemptionEvent.ExemptionClaimed;
import org.zhikao.admissions.exemption.ExemptionEvent.ExemptionRefused;
import org.zhikao.admissions.exemption.ExemptionEvent.NoticeClosed;
import org.zhikao.admissions.exemption.ExemptionEvent.NoticePosted;
import org.zhikao.admissions.exemption.ExemptionEvent.OpinionGiven;
import org.zhikao.admissions.exemption.ExemptionEvent.ReviewerAssigned;
import org.zhikao.admissions.exemption.Stage;
import org.zhikao.admissions.placement.Offer;
import org.zhikao.admissions.placement.PlacementEvent.CandidateNotPlaced;
import org.zhikao.admissions.placement.PlacementEvent.CandidatePlaced;
import org.zhikao.admissions.preference.PreferenceEvent.PreferencesLocked;
import org.zhikao.admissions.preference.PreferenceEvent.PreferencesSaved;
import org.zhikao.admissions.registration.RegistrationEvent.ApplicationReturned;
import org.zhikao.admissions.registration.RegistrationEvent.ApplicationSubmitted;
import org.zhikao.admissions.registration.RegistrationEvent.ApplicationWithdrawn;
import org.zhikao.admissions.registration.RegistrationEvent.EligibilityConfirmed;
import org.zhikao.admissions.registration.RegistrationEvent.EligibilityRejected;
import org.zhikao.admissions.registration.RegistrationEvent.ParticularsRecorded;
import org.zhikao.admissions.scoring.Mark;
import org.zhikao.admissions.scoring.Result;
import org.zhikao.admissions.scoring.ScoringEvent.MarkRecorded;
import org.zhikao.admissions.scoring.ScoringEvent.ResultReleased;
import org.zhikao.admissions.shared.Act;
import org.zhikao.admissions.shared.ActorId;
import org.zhikao.admissions.shared.CandidateId;
import org.zhikao.admissions.shared.Event;
import org.zhikao.admissions.shared.Sealed;
import org.zhikao.admissions.shared.SeasonId;

/** What has happened to the one candidate of the tests, each step with all before it. */
public final class Facts {
    public static final SeasonId SEASON = new SeasonId("s-shandong-2026");
    public static final CandidateId YU = new CandidateId("cYu00000000000000000001");
    public static final Sealed SEALED = new Sealed("k1", "Y2lwaGVy", "d1");
    public static final String DRAW = SEASON + "/exam/1";
    public static final String RELEASE = SEASON + "/scoring/1";
    public static final Seat SEAT = new Seat("26001000101", "01", 1, 1);
    public static final String DOCUMENT = "考试院〔2026〕8号";
    public static final String DIGEST = "a".repeat(64);
    public static final Offer OFFER = new Offer("u1", 1, 7);
    public static final Result ELIGIBLE =
            new Result(300, Map.of("culture", 300L), true, List.of(), List.of(), 7, "spring/01");
    public static final Result INELIGIBLE =
            new Result(300, Map.of("culture", 300L), false, List.of("SKILL_MISSING"), List.of(), null, "spring/01");

    private Facts() {}

    /** Published run of a round. */
    public static String run(int round) {
        return SEASON + "/placement/" + round;
    }

    public static List<Event> and(List<Event> before, Event... more) {
        List<Event> all = new ArrayList<>(before);
        all.addAll(Arrays.asList(more));
        return List.copyOf(all);
    }

    public static List<Event> submitted() {
        return List.of(
                new ApplicationSubmitted(YU, SEASON, Terms.TRACK, "01", "GRADUATE", Acts.SCHOOL, 1, NOW),
                new ParticularsRecorded(YU, SEALED, NOW));
    }

    public static List<Event> returned() {
        return and(submitted(), new ApplicationReturned(YU, 1, NOW));
    }

    public static List<Event> rejected() {
        return and(submitted(), new EligibilityRejected(YU, "第三条", 1, NOW));
    }

    public static List<Event> confirmed() {
        return and(submitted(), new EligibilityConfirmed(YU, 1, NOW));
    }

    public static List<Event> withdrawn() {
        return and(confirmed(), new ApplicationWithdrawn(YU, NOW));
    }

    public static List<Event> claimed() {
        return claimed(Terms.VETERAN, "u1");
    }

    public static List<Event> claimed(String ground, @Nullable String unit) {
        return and(confirmed(), new ExemptionClaimed(YU, 1, ground, unit, Stage.FIRST_REVIEW, NOW, 1, NOW));
    }

    public static List<Event> evidenced() {
        return and(claimed(), new EvidenceAdded(YU, 1, "MERIT", DIGEST, NOW));
    }

    public static ReviewerAssigned assigned(Stage stage, Act reviewer) {
        return new ReviewerAssigned(
                YU, 1, stage, reviewer.by(), reviewer.organisation(), 7, 1, "e", NOW.plusSeconds(86_400), NOW);
    }

    public static OpinionGiven opinion(Stage stage, boolean agreed, Act reviewer) {
        return new OpinionGiven(YU, 1, stage, agreed, false, "第三条", reviewer.by(), NOW, NOW);
    }

    /** In the hands of the first reviewer. */
    public static List<Event> inReview() {
        return and(evidenced(), assigned(Stage.FIRST_REVIEW, Acts.aReviewer()));
    }

    /** Evidence is awaited until one day from now. */
    public static List<Event> awaiting() {
        return and(inReview(), new EvidenceRequested(YU, 1, NOW.plusSeconds(86_400), by(Acts.aReviewer()), NOW));
    }

    /** The first reviewer agreed, and the second has the case. */
    public static List<Event> endorsed() {
        return and(
                inReview(),
                opinion(Stage.FIRST_REVIEW, true, Acts.aReviewer()),
                assigned(Stage.SECOND_REVIEW, Acts.aSecondReviewer()));
    }

    /** Both reviewers agreed, and an officer of the province has the case. */
    public static List<Event> agreed() {
        return and(
                endorsed(),
                opinion(Stage.SECOND_REVIEW, true, Acts.aSecondReviewer()),
                assigned(Stage.PROVINCE_REVIEW, Acts.theOffice()));
    }

    /** On public notice until one day from now. */
    public static List<Event> noticed() {
        return and(
                agreed(),
                opinion(Stage.PROVINCE_REVIEW, true, Acts.theOffice()),
                new NoticePosted(YU, 1, 1, NOW.plusSeconds(86_400), NOW));
    }

    /** Nobody objected, and another officer has the case. */
    public static List<Event> finallyAssigned() {
        return and(
                noticed(),
                new NoticeClosed(YU, 1, 0, false, NOW),
                assigned(Stage.FINAL_DECISION, Acts.anotherOfficer()));
    }

    public static List<Event> exempt() {
        return and(finallyAssigned(), opinion(Stage.FINAL_DECISION, true, Acts.anotherOfficer()), approved());
    }

    public static ExemptionApproved approved() {
        return new ExemptionApproved(
                YU, 1, Terms.VETERAN, Claims.FULL_FREE, "u1", "第三条", by(Acts.anotherOfficer()), 1, NOW);
    }

    /** Both reviewers said no; an appeal is possible until one day from now. */
    public static List<Event> refusedClaim() {
        return and(
                inReview(),
                opinion(Stage.FIRST_REVIEW, false, Acts.aReviewer()),
                assigned(Stage.SECOND_REVIEW, Acts.aSecondReviewer()),
                opinion(Stage.SECOND_REVIEW, false, Acts.aSecondReviewer()),
                new ExemptionRefused(
                        YU, 1, Terms.VETERAN, "第三条", by(Acts.aSecondReviewer()), NOW.plusSeconds(86_400), 1, NOW));
    }

    public static List<Event> arranged() {
        return and(confirmed(), new ExamArranged(YU, DRAW, SEAT, NOW));
    }

    public static List<Event> ticketed() {
        return and(arranged(), new TicketIssued(YU, SEAT.ticket(), NOW));
    }

    public static List<Event> marked() {
        return and(ticketed(), new MarkRecorded(YU, Terms.CULTURE, Mark.of(100), NOW));
    }

    public static List<Event> released(Result result) {
        return and(marked(), new ResultReleased(YU, RELEASE, result, 1, NOW));
    }

    public static List<Event> released() {
        return released(ELIGIBLE);
    }

    public static List<Event> saved() {
        return and(released(), new PreferencesSaved(YU, 1, List.of("u1", "u2"), NOW));
    }

    public static List<Event> locked() {
        return and(saved(), new PreferencesLocked(YU, 1, false, NOW));
    }

    public static List<Event> placed() {
        return and(locked(), new CandidatePlaced(YU, run(1), 1, OFFER, NOW));
    }

    /** Unplaced in round 1; round 2 is open. */
    public static List<Event> leftOver() {
        return and(locked(), new CandidateNotPlaced(YU, run(1), 1, "NO_SEAT", false, NOW));
    }

    /** Unplaced in the last round. */
    public static List<Event> leftOverForGood() {
        return and(locked(), new CandidateNotPlaced(YU, run(1), 1, "NO_SEAT", true, NOW));
    }

    private static ActorId by(Act act) {
        return act.by();
    }
}
