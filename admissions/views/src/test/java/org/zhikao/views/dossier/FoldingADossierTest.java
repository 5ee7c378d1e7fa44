package org.zhikao.views.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.zhikao.views.dossier.CandidateStatus.*;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.zhikao.admissions.exam.ExamEvent.ExamArranged;
import org.zhikao.admissions.exam.ExamEvent.ExamAttended;
import org.zhikao.admissions.exam.ExamEvent.ExamMissed;
import org.zhikao.admissions.exam.ExamEvent.TicketIssued;
import org.zhikao.admissions.exam.Seat;
import org.zhikao.admissions.exemption.Claims;
import org.zhikao.admissions.exemption.ExemptionEvent.EvidenceAdded;
import org.zhikao.admissions.exemption.ExemptionEvent.EvidenceRequested;
import org.zhikao.admissions.exemption.ExemptionEvent.ExemptionApproved;
import org.zhikao.admissions.exemption.ExemptionEvent.ExemptionClaimed;
import org.zhikao.admissions.exemption.ExemptionEvent.ExemptionRefused;
import org.zhikao.admissions.exemption.ExemptionEvent.ExemptionWaived;
import org.zhikao.admissions.exemption.ExemptionEvent.NoticeClosed;
import org.zhikao.admissions.exemption.ExemptionEvent.NoticePosted;
import org.zhikao.admissions.exemption.ExemptionEvent.ObjectionDecided;
import org.zhikao.admissions.exemption.ExemptionEvent.ObjectionFiled;
import org.zhikao.admissions.exemption.ExemptionEvent.OpinionGiven;
import org.zhikao.admissions.exemption.ExemptionEvent.RefusalAppealed;
import org.zhikao.admissions.exemption.ExemptionEvent.ReviewerAssigned;
import org.zhikao.admissions.exemption.Stage;
import org.zhikao.admissions.placement.Offer;
import org.zhikao.admissions.placement.PlacementEvent.CandidateNotPlaced;
import org.zhikao.admissions.placement.PlacementEvent.CandidatePlaced;
import org.zhikao.admissions.placement.PlacementEvent.OfferConfirmed;
import org.zhikao.admissions.placement.PlacementEvent.OfferDeclined;
import org.zhikao.admissions.preference.PreferenceEvent.PreferencesLapsed;
import org.zhikao.admissions.preference.PreferenceEvent.PreferencesLocked;
import org.zhikao.admissions.preference.PreferenceEvent.PreferencesSaved;
import org.zhikao.admissions.registration.RegistrationEvent.ApplicationResubmitted;
import org.zhikao.admissions.registration.RegistrationEvent.ApplicationReturned;
import org.zhikao.admissions.registration.RegistrationEvent.ApplicationSubmitted;
import org.zhikao.admissions.registration.RegistrationEvent.ApplicationWithdrawn;
import org.zhikao.admissions.registration.RegistrationEvent.EligibilityConfirmed;
import org.zhikao.admissions.registration.RegistrationEvent.EligibilityRejected;
import org.zhikao.admissions.scoring.Mark;
import org.zhikao.admissions.scoring.Result;
import org.zhikao.admissions.scoring.ScoringEvent.MarkCorrected;
import org.zhikao.admissions.scoring.ScoringEvent.MarkRecorded;
import org.zhikao.admissions.scoring.ScoringEvent.ResultReleased;
import org.zhikao.admissions.shared.ActorId;
import org.zhikao.admissions.shared.CandidateId;
import org.zhikao.admissions.shared.Event;
import org.zhikao.admissions.shared.OrganisationId;
import org.zhikao.admissions.shared.SeasonId;
import org.zhikao.views.Fact;
import org.zhikao.views.dossier.Journey.State;
import org.zhikao.views.exemption.ClaimCase;
import org.zhikao.views.status.PhaseCalendar;
import org.zhikao.views.status.StatusCatalogue;
import org.zhikao.views.status.StatusCatalogue.Subject;

/** One candidate's facts into one row, and the way that a page shows. */
class FoldingADossierTest {
    private static final CandidateId ID = new CandidateId("cA000000000000000000001");
    private static final Instant AT = Instant.parse("2026-03-01T02:00:00Z");
    private static final Seat SEAT = new Seat("2600000001", "K1", 3, 12);
    private static final StatusCatalogue CATALOGUE = StatusCatalogue.published();

    private final Map<Integer, ClaimCase> claims = new TreeMap<>();
    private final List<CandidateStatus> way = new ArrayList<>();
    private @Nullable Candidate row;
    private long sequence;

    @Test
    void followsTheUsualWay() {
        apply(submitted(), confirmed(), arranged(), ticket(), new ExamAttended(ID, "SKILL", AT));
        apply(new ExamMissed(ID, "CULTURE", AT), new MarkRecorded(ID, "math", Mark.of(900), AT));
        apply(released(true), saved(1), locked(1), placed(1), new OfferConfirmed(ID, "U1", AT));
        assertThat(way)
                .containsExactly(
                        SUBMITTED,
                        CONFIRMED,
                        ARRANGED,
                        TICKETED,
                        EXAMINED,
                        RELEASED,
                        SAVED,
                        LOCKED,
                        PLACED,
                        OFFER_CONFIRMED);
        assertThat(row().attendance()).isEqualTo(Map.of("SKILL", true, "CULTURE", false));
        assertThat(row().outcome()).isNotNull();
        assertThat(row().version()).isEqualTo(11);
        assertThat(journey().acts()).isNull();
        assertThat(states()).doesNotContain(State.CURRENT, State.AHEAD);
    }

    @Test
    void goesOnToTheSupplementaryRound() {
        apply(submitted(), confirmed(), arranged(), ticket(), new ExamAttended(ID, "SKILL", AT), released(true));
        apply(new PreferencesLapsed(ID, 1, AT), notPlaced(1, false), saved(2), locked(2), notPlaced(2, true));
        assertThat(way).endsWith(RELEASED, LAPSED, NOT_PLACED, SAVED, LOCKED, UNPLACED);
    }

    @Test
    void keepsReasonAndClauseOfARejection() {
        apply(submitted(), new ApplicationReturned(ID, 1, AT));
        assertThat(row().verdict()).isEqualTo(new Candidate.Verdict("", "说明"));
        apply(new ApplicationResubmitted(ID, "spring", "02", "VETERAN", 1, AT));
        assertThat(row().verdict()).isNull();
        assertThat(row().category()).isEqualTo("02");
        assertThat(row().kind()).isEqualTo("VETERAN");
        apply(new EligibilityRejected(ID, "三(二)", 1, AT));
        assertThat(row().verdict()).isEqualTo(new Candidate.Verdict("三(二)", "说明"));
        assertThat(row().confirmed()).isFalse();
    }

    @Test
    void sparesTheExemptWhatTheyAreExemptFrom() {
        apply(submitted(), confirmed(), claimed());
        assertThat(state("EXEMPTION")).isEqualTo(State.CURRENT);
        apply(new EvidenceAdded(ID, 1, "PRIZE", "d1", AT));
        apply(assigned(Stage.FIRST_REVIEW, "a-1"));
        assertThat(claim().handling().reviewer()).isEqualTo(new ActorId("a-1"));
        apply(opinion(Stage.FIRST_REVIEW, "a-1"), assigned(Stage.SECOND_REVIEW, "a-2"));
        apply(opinion(Stage.SECOND_REVIEW, "a-2"));
        assertThat(claim().handling().reviewer()).isNull();
        assertThat(claim().due()).isEqualTo(AT.plusSeconds(600));
        apply(new ExemptionApproved(ID, 1, "PRIZE", Claims.FULL_FREE, "U1", "十四", new ActorId("a-2"), 1, AT));
        assertThat(row().status()).isEqualTo(EXEMPT);
        assertThat(row().exemptions()).isEqualTo(new Candidate.Exemptions(1, 0, true));
        assertThat(state("EXAM")).isEqualTo(State.NOT_NEEDED);
        assertThat(state("PLACEMENT")).isEqualTo(State.CURRENT);
        assertThat(claim().reviewers()).containsExactly(new ActorId("a-1"), new ActorId("a-2"));
        assertThat(claim().due()).isNull();
        apply(placed(1), new OfferDeclined(ID, "U1", AT));
        assertThat(way).endsWith(EXEMPT, PLACED, OFFER_DECLINED);
    }

    @Test
    void showsByWhenEvidenceIsAwaited() {
        Instant until = AT.plusSeconds(864_000);
        apply(submitted(), confirmed(), claimed());
        Instant before = claim().due();
        apply(new EvidenceRequested(ID, 1, until, new ActorId("a-1"), AT));
        assertThat(claim().due()).isEqualTo(until).isNotEqualTo(before);
        assertThat(claim().asked()).isEqualTo("说明");
        apply(new EvidenceAdded(ID, 1, "PRIZE", "d1", AT.plusSeconds(60)));
        assertThat(claim().stage()).isEqualTo(Stage.FIRST_REVIEW);
        assertThat(claim().asked()).isNull();
    }

    @Test
    void showsWhatBecomesOfANotice() {
        Instant until = AT.plusSeconds(864_000);
        apply(submitted(), confirmed(), claimed(), new NoticePosted(ID, 1, 7, until, AT));
        assertThat(claim().stage()).isEqualTo(Stage.PUBLIC_NOTICE);
        assertThat(claim().handling().noticeUntil()).isEqualTo(until);
        apply(new ObjectionFiled(ID, 1, 1, "d2", until, AT));
        assertThat(claim().handling().openObjections()).isEqualTo(1);
        apply(new ObjectionDecided(ID, 1, 1, false, "十四", until, new ActorId("a-3"), AT));
        assertThat(claim().handling().openObjections()).isZero();
        assertThat(claim().handling().objections()).isEqualTo(1);
        apply(new NoticeClosed(ID, 1, 1, false, until));
        assertThat(claim().stage()).isEqualTo(Stage.FINAL_DECISION);
    }

    @Test
    void owesTheExamAgainOnceTheExemptionIsGivenUp() {
        apply(submitted(), confirmed(), claimed());
        apply(new ExemptionApproved(ID, 1, "PRIZE", Claims.FULL_FREE, "U1", "十四", new ActorId("a-2"), 1, AT));
        apply(new ExemptionWaived(ID, 1, false, Claims.FULL_FREE, AT));
        assertThat(row().status()).isEqualTo(CONFIRMED);
        assertThat(row().exemptions()).isEqualTo(new Candidate.Exemptions(1, 0, false));
        assertThat(claim().stage()).isEqualTo(Stage.WAIVED);
        assertThat(claim().effect()).isNull();
    }

    @Test
    void anAppealTakesTheEvidenceAlong() {
        apply(submitted(), confirmed(), claimed(), new EvidenceAdded(ID, 1, "PRIZE", "d1", AT));
        apply(new ExemptionRefused(ID, 1, "PRIZE", "十四", new ActorId("a-2"), AT.plusSeconds(60), 1, AT));
        assertThat(claim().handling().appealUntil()).isEqualTo(AT.plusSeconds(60));
        apply(new RefusalAppealed(ID, 2, 1, "PRIZE", "U1", 1, AT));
        assertThat(row().exemptions()).isEqualTo(new Candidate.Exemptions(2, 1, false));
        assertThat(claims.get(2).evidence()).isEqualTo(claim().evidence());
        assertThat(claims.get(2).handling().refused()).isEqualTo(1);
    }

    @Test
    void takesACorrectedMarkForTheMark() {
        apply(submitted(), confirmed(), new MarkRecorded(ID, "math", Mark.of(900), AT));
        apply(new MarkCorrected(ID, "math", Mark.of(900), new Mark(Mark.Status.MISCONDUCT, 0), "函2号", AT));
        assertThat(row().marks()).isEqualTo(Map.of("math", new Mark(Mark.Status.MISCONDUCT, 0)));
    }

    @Test
    void asksNoPreferencesOfWhoIsBelowTheMinimum() {
        apply(submitted(), confirmed(), arranged(), ticket(), released(false));
        assertThat(way).endsWith(INELIGIBLE);
        assertThat(state("PREFERENCE")).isEqualTo(State.NOT_NEEDED);
    }

    @Test
    void endsWithTheWithdrawal() {
        apply(submitted(), confirmed(), new ApplicationWithdrawn(ID, AT));
        assertThat(way).endsWith(WITHDRAWN);
        assertThat(row().confirmed()).isFalse();
    }

    @Test
    void changesNothingWhenAFactComesAgain() {
        apply(submitted(), confirmed());
        Candidate before = row();
        assertThat(DossierProjector.fold(before, List.of(fact(1, confirmed()), fact(0, submitted())), claims))
                .isNull();
    }

    @Test
    void refusesToGoOnOverAMissingFact() {
        apply(submitted());
        assertThatThrownBy(() -> DossierProjector.fold(row, List.of(fact(2, confirmed())), claims))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("up to fact 0, but fact 2");
    }

    /** Every change of status on the way must be one that the catalogue allows. */
    private void apply(Event... events) {
        for (Event event : events) {
            Candidate before = row;
            Candidate after = DossierProjector.fold(before, List.of(fact(sequence++, event)), claims);
            row = after;
            CandidateStatus status = row().status();
            if (before == null || before.status() != status) {
                way.add(status);
            }
            if (before != null && before.status() != status) {
                assertThat(CATALOGUE.entry(Subject.CANDIDATE, before.status()).next())
                        .as("after %s", before.status())
                        .contains(status.name());
            }
        }
    }

    private static Fact fact(long sequence, Event event) {
        return new Fact(ID.value(), sequence, event, () -> Map.of("reason", "说明"));
    }

    private Candidate row() {
        if (row == null) {
            throw new AssertionError("no row");
        }
        return row;
    }

    private ClaimCase claim() {
        ClaimCase claim = claims.get(1);
        if (claim == null) {
            throw new AssertionError("no claim");
        }
        return claim;
    }

    private Journey journey() {
        return new Journeys(CATALOGUE, PhaseCalendar.UNKNOWN).of(row());
    }

    private List<State> states() {
        return journey().steps().stream().map(Journey.Step::state).toList();
    }

    private State state(String step) {
        return journey().steps().stream()
                .filter(s -> s.step().code().equals(step))
                .findFirst()
                .orElseThrow()
                .state();
    }

    private static ApplicationSubmitted submitted() {
        return new ApplicationSubmitted(
                ID, new SeasonId("s-x-2026"), "spring", "01", "GENERAL", new OrganisationId("99/s1"), 1, AT);
    }

    private static EligibilityConfirmed confirmed() {
        return new EligibilityConfirmed(ID, 1, AT);
    }

    private static ExemptionClaimed claimed() {
        return new ExemptionClaimed(ID, 1, "PRIZE", "U1", Stage.FIRST_REVIEW, AT, 1, AT);
    }

    private static ExamArranged arranged() {
        return new ExamArranged(ID, "s-x-2026/exam/1", SEAT, AT);
    }

    private static TicketIssued ticket() {
        return new TicketIssued(ID, SEAT.ticket(), AT);
    }

    private static ResultReleased released(boolean eligible) {
        Result result = new Result(900, Map.of("culture", 900L), eligible, List.of(), List.of(), 1, "spring/01");
        return new ResultReleased(ID, "s-x-2026/scoring/1", result, 1, AT);
    }

    private static PreferencesSaved saved(int round) {
        return new PreferencesSaved(ID, round, List.of("U1", "U2"), AT);
    }

    private static PreferencesLocked locked(int round) {
        return new PreferencesLocked(ID, round, false, AT);
    }

    private static CandidatePlaced placed(int round) {
        return new CandidatePlaced(ID, "s-x-2026/placement/1", round, new Offer("U1", 1, 7), AT);
    }

    private static CandidateNotPlaced notPlaced(int round, boolean last) {
        return new CandidateNotPlaced(ID, "s-x-2026/placement/1", round, "NO_PLACE", last, AT);
    }

    private static ReviewerAssigned assigned(Stage stage, String who) {
        return new ReviewerAssigned(
                ID, 1, stage, new ActorId(who), new OrganisationId("37"), 7, 3, "d3", AT.plusSeconds(9_000), AT);
    }

    private static OpinionGiven opinion(Stage stage, String who) {
        return new OpinionGiven(ID, 1, stage, true, false, "十四", new ActorId(who), AT.plusSeconds(600), AT);
    }
}
