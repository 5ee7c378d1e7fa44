package org.zhikao.seeds;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zhikao.admissions.exam.ExamEvent.ExamArranged;
import org.zhikao.admissions.exam.Seat;
import org.zhikao.admissions.exemption.Claims;
import org.zhikao.admissions.exemption.ExemptionEvent.EvidenceAdded;
import org.zhikao.admissions.exemption.ExemptionEvent.EvidenceRequested;
import org.zhikao.admissions.exemption.ExemptionEvent.ExemptionApproved;
import org.zhikao.admissions.exemption.ExemptionEvent.ExemptionClaimed;
import org.zhikao.admissions.exemption.ExemptionEvent.ExemptionRefused;
import org.zhikao.admissions.exemption.ExemptionEvent.ExemptionWithdrawn;
import org.zhikao.admissions.exemption.ExemptionEvent.NoticeClosed;
import org.zhikao.admissions.exemption.ExemptionEvent.NoticePosted;
import org.zhikao.admissions.exemption.ExemptionEvent.OpinionGiven;
import org.zhikao.admissions.exemption.ExemptionEvent.ReviewerAssigned;
import org.zhikao.admissions.exemption.Stage;
import org.zhikao.admissions.placement.Offer;
import org.zhikao.admissions.placement.PlacementEvent.CandidateNotPlaced;
import org.zhikao.admissions.placement.PlacementEvent.CandidatePlaced;
import org.zhikao.admissions.placement.PlacementEvent.OfferConfirmed;
import org.zhikao.admissions.placement.PlacementEvent.OfferDeclined;
import org.zhikao.admissions.placement.RunDigest;
import org.zhikao.admissions.placement.RunEvent.RunComputed;
import org.zhikao.admissions.placement.RunEvent.RunPublished;
import org.zhikao.admissions.placement.RunEvent.RunVerified;
import org.zhikao.admissions.preference.PreferenceEvent.PreferencesLapsed;
import org.zhikao.admissions.preference.PreferenceEvent.PreferencesLocked;
import org.zhikao.admissions.registration.RegistrationEvent.ApplicationResubmitted;
import org.zhikao.admissions.registration.RegistrationEvent.ApplicationReturned;
import org.zhikao.admissions.registration.RegistrationEvent.ApplicationSubmitted;
import org.zhikao.admissions.registration.RegistrationEvent.ApplicationWithdrawn;
import org.zhikao.admissions.registration.RegistrationEvent.EligibilityConfirmed;
import org.zhikao.admissions.registration.RegistrationEvent.EligibilityRejected;
import org.zhikao.admissions.scoring.Result;
import org.zhikao.admissions.scoring.ScoringEvent.ResultReleased;
import org.zhikao.admissions.season.Phase;
import org.zhikao.admissions.season.SeasonEvent.PhaseClosed;
import org.zhikao.admissions.season.SeasonEvent.PhaseOpened;
import org.zhikao.admissions.season.SeasonEvent.SeasonPublished;
import org.zhikao.admissions.shared.ActorId;
import org.zhikao.admissions.shared.CandidateId;
import org.zhikao.admissions.shared.Event;
import org.zhikao.admissions.shared.SeasonId;

/**
 * 虚构事实: the facts of a candidate's way through a season, without aggregates and without marks; for rehearsing a process.
 *
 * <p>Who withdraws, claims, joins and answers is what {@link FictionalCandidate} says; whether a result suffices and a place is
 * found is drawn by rates, since no market is computed here. Instants are those of the calendar.
 */
public final class FictionalFacts {
    private static final String CLAUSE = "2013-3.1";
    /** Per 10,000: results that suffice, and who is placed in the regular and in a further round. */
    private static final int ELIGIBLE = 9_000;

    private static final int PLACED = 8_000;
    private static final int PLACED_LATER = 5_000;
    private static final int STREAM = 50;
    private static final String NO_DIGEST = "0".repeat(64);

    private final Population population;
    private final VirtualSeason calendar;
    private final SeasonId season;
    private final int rounds;

    public FictionalFacts(Population population, VirtualSeason calendar) {
        this.population = population;
        this.calendar = calendar;
        this.season = population.shape().season();
        this.rounds = population.shape().rounds();
    }

    /** The instant at which the last window closes. */
    public Instant over() {
        return calendar.windows().stream()
                .map(VirtualSeason.Window::closes)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** The facts of candidate number {@code index}, in the order of their instants. */
    public List<Event> of(int index) {
        return new Way(population.candidate(index)).facts();
    }

    /** The facts of the season itself: published, phases opened and closed, runs computed, verified and published. */
    public List<Event> season() {
        List<Event> facts = new ArrayList<>();
        facts.add(
                new SeasonPublished(season, 1, NO_DIGEST, calendar.preparation().published()));
        for (VirtualSeason.Window w : calendar.windows()) {
            facts.add(new PhaseOpened(season, w.phase(), w.round(), w.opens()));
            if (w.phase() == Phase.PLACEMENT) {
                int round = w.round();
                facts.add(new RunComputed(
                        season,
                        round,
                        round,
                        "parallel",
                        new RunDigest(NO_DIGEST, NO_DIGEST, population.size(), population.size()),
                        w.spread(0, 4)));
                facts.add(new RunVerified(season, round, NO_DIGEST, List.of("P1"), w.spread(1, 4)));
                facts.add(new RunPublished(season, round, round, w.spread(2, 4)));
            }
            facts.add(new PhaseClosed(season, w.phase(), w.round(), w.closes()));
        }
        facts.sort(Comparator.comparing(Event::at));
        return facts;
    }

    /** One candidate on the way. */
    private final class Way {
        private final FictionalCandidate person;
        private final CandidateId id;
        private final Dice dice;
        private final List<Event> facts = new ArrayList<>(10);

        Way(FictionalCandidate person) {
            this.person = person;
            this.id = person.id();
            this.dice = Dice.of(Dice.key(population.key(), person.index()), STREAM);
        }

        List<Event> facts() {
            VirtualSeason.Window window = calendar.window(Phase.REGISTRATION, 1);
            Instant at = window.spread(person.index(), population.size());
            facts.add(new ApplicationSubmitted(
                    id, season, person.track(), person.category(), person.kind(), person.point(), 1, at));
            if (withdraws(Phase.REGISTRATION)) {
                facts.add(new ApplicationWithdrawn(id, later(at, 2)));
                return facts;
            }
            if (!reviewed(at)) {
                return facts;
            }
            boolean free = exemption();
            if (withdraws(Phase.EXAM)) {
                facts.add(new ApplicationWithdrawn(id, before(Phase.EXAM, 5)));
                return facts;
            }
            if (free) {
                placed(1);
            } else {
                examined();
            }
            return facts;
        }

        private boolean withdraws(Phase phase) {
            return person.withdraws().filter(p -> p == phase).isPresent();
        }

        private boolean reviewed(Instant submitted) {
            Instant first = later(submitted, 3);
            switch (person.review()) {
                case REJECTED -> {
                    facts.add(new EligibilityRejected(id, "13.2", 1, first));
                    return false;
                }
                case RETURNED -> {
                    Instant again = later(first, 3);
                    facts.add(new ApplicationReturned(id, 1, first));
                    facts.add(
                            new ApplicationResubmitted(id, person.track(), person.category(), person.kind(), 1, again));
                    facts.add(new EligibilityConfirmed(id, 1, later(again, 3)));
                }
                case CONFIRMED -> facts.add(new EligibilityConfirmed(id, 1, first));
            }
            return true;
        }

        /** True for who is admitted without exam. */
        private boolean exemption() {
            Optional<ExemptionStory> drawn = person.exemption();
            if (drawn.isEmpty()) {
                return false;
            }
            ExemptionStory story = drawn.get();
            Instant opens = calendar.opens(Phase.EXEMPTION, 1);
            Instant last = facts.get(facts.size() - 1).at();
            Instant at = later(last.isAfter(opens) ? last : opens, 10);
            facts.add(new ExemptionClaimed(id, 1, story.ground(), story.unit(), Stage.FIRST_REVIEW, at, 1, at));
            for (ExemptionStory.Evidence e : story.evidence()) {
                at = at.plusSeconds(60);
                facts.add(new EvidenceAdded(id, 1, e.kind(), e.digest(), at));
            }
            if (story.withdrawn()) {
                facts.add(new ExemptionWithdrawn(id, 1, later(at, 3)));
                return false;
            }
            at = assigned(Stage.FIRST_REVIEW, 1, at);
            ExemptionStory.Evidence late = story.late();
            if (late != null) {
                Instant asked = later(at, 7);
                facts.add(new EvidenceRequested(id, 1, asked.plus(Duration.ofDays(5)), reviewer(1), asked));
                at = later(asked, 6);
                facts.add(new EvidenceAdded(id, 1, late.kind(), late.digest(), at));
                at = assigned(Stage.FIRST_REVIEW, 1, at);
            }
            at = opinion(Stage.FIRST_REVIEW, 1, story.endorsed(), at);
            at = opinion(Stage.SECOND_REVIEW, 2, story.approved(), assigned(Stage.SECOND_REVIEW, 2, at));
            int decider = 2;
            if (story.endorsed() && !story.approved()) {
                decider = 3;
                at = opinion(Stage.THIRD_REVIEW, decider, false, assigned(Stage.THIRD_REVIEW, decider, at));
            }
            boolean free = story.effect().equals(Claims.FULL_FREE);
            if (story.approved() && free) {
                at = opinion(Stage.PROVINCE_REVIEW, 4, true, assigned(Stage.PROVINCE_REVIEW, 4, at));
                Instant until = at.plus(Duration.ofDays(9));
                facts.add(new NoticePosted(id, 1, 7, until, at));
                at = until.plusSeconds(1);
                facts.add(new NoticeClosed(id, 1, 0, false, at));
                decider = 5;
                at = opinion(Stage.FINAL_DECISION, decider, true, assigned(Stage.FINAL_DECISION, decider, at));
            }
            facts.add(
                    story.approved()
                            ? new ExemptionApproved(
                                    id,
                                    1,
                                    story.ground(),
                                    story.effect(),
                                    story.unit(),
                                    CLAUSE,
                                    reviewer(decider),
                                    1,
                                    at)
                            : new ExemptionRefused(id, 1, story.ground(), CLAUSE, reviewer(decider), null, 1, at));
            return story.approved() && free;
        }

        private Instant assigned(Stage stage, int number, Instant at) {
            facts.add(new ReviewerAssigned(
                    id,
                    1,
                    stage,
                    reviewer(number),
                    person.point(),
                    number,
                    5,
                    "0".repeat(64),
                    at.plus(Duration.ofDays(7)),
                    at));
            return at;
        }

        private Instant opinion(Stage stage, int number, boolean agreed, Instant since) {
            Instant at = later(since, 7);
            facts.add(new OpinionGiven(id, 1, stage, agreed, false, CLAUSE, reviewer(number), at, at));
            return at;
        }

        private void examined() {
            facts.add(new ExamArranged(
                    id,
                    season + "/exam/1",
                    new Seat("00000000", "000000", 1, 1),
                    later(calendar.opens(Phase.EXAM, 1), 5)));
            boolean eligible = dice.chance(ELIGIBLE);
            facts.add(new ResultReleased(
                    id,
                    season + "/scoring/1",
                    new Result(
                            0,
                            Map.of(),
                            eligible,
                            List.of(),
                            List.of(),
                            null,
                            person.track() + "/" + person.category()),
                    1,
                    before(Phase.SCORING, 3)));
            if (!eligible) {
                notPlaced(1, "NOT_ELIGIBLE", true);
                return;
            }
            boolean placed = false;
            for (int round = 1; round <= rounds && !placed; round++) {
                boolean joins = person.joins(round);
                if (!joins) {
                    facts.add(new PreferencesLapsed(id, round, calendar.closes(Phase.PREFERENCE, round)));
                } else if (person.locks(round)) {
                    facts.add(new PreferencesLocked(id, round, false, during(Phase.PREFERENCE, round)));
                } else {
                    facts.add(new PreferencesLocked(id, round, true, calendar.closes(Phase.PREFERENCE, round)));
                }
                placed = joins && dice.chance(round == 1 ? PLACED : PLACED_LATER);
                if (placed) {
                    placed(round);
                } else {
                    notPlaced(round, joins ? "NO_ROOM" : "NO_LIST", round == rounds);
                }
            }
        }

        private void placed(int round) {
            facts.add(
                    new CandidatePlaced(id, season + "/placement/" + round, round, new Offer("u1", 1, 1), run(round)));
            switch (person.answer()) {
                case CONFIRM -> facts.add(new OfferConfirmed(id, "u1", during(Phase.CONFIRMATION, round)));
                case DECLINE -> facts.add(new OfferDeclined(id, "u1", during(Phase.CONFIRMATION, round)));
                case SILENT -> facts.add(new OfferDeclined(id, "u1", calendar.closes(Phase.CONFIRMATION, round)));
            }
        }

        private void notPlaced(int round, String cause, boolean last) {
            facts.add(new CandidateNotPlaced(id, season + "/placement/" + round, round, cause, last, run(round)));
        }

        private Instant run(int round) {
            return calendar.window(Phase.PLACEMENT, round).spread(2, 4);
        }

        private Instant during(Phase phase, int round) {
            return calendar.window(phase, round).spread(dice.below(10_000), 10_000);
        }

        private Instant before(Phase phase, int days) {
            return calendar.closes(phase, 1).minusSeconds(1L + dice.below(days * 86_400));
        }

        private Instant later(Instant at, int days) {
            return at.plusSeconds(60L + dice.below(days * 86_400));
        }
    }

    private static ActorId reviewer(int number) {
        return new ActorId("reviewer-" + number);
    }
}
