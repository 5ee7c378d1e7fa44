package org.zhikao.seeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.zhikao.admissions.registration.RegistrationEvent.ApplicationSubmitted;
import org.zhikao.admissions.season.Phase;
import org.zhikao.admissions.shared.Event;

/** One seed, one story; facts come in the order of their instants and every kind of them occurs. */
class FictionalFactsTest {
    private static final int SIZE = 3_000;

    private final SeasonShape shape = Seasons.aSpringSeason();
    private final VirtualSeason calendar = VirtualSeason.usual(shape.year(), shape.rounds());
    private final FictionalFacts facts = new FictionalFacts(Population.of(7, SIZE, shape), calendar);

    @Test
    void factsAreInOrderAndEndWithinTheSeason() {
        for (int i = 0; i < SIZE; i++) {
            Instant last = calendar.opens(Phase.REGISTRATION, 1);
            List<Event> way = facts.of(i);
            assertThat(way.get(0)).isInstanceOf(ApplicationSubmitted.class);
            for (Event fact : way) {
                assertThat(fact.at()).as("candidate %d %s", i, fact).isAfterOrEqualTo(last);
                last = fact.at();
            }
            assertThat(last).isBeforeOrEqualTo(facts.over());
        }
        assertThat(facts.season()).isSortedAccordingTo(Comparator.comparing(Event::at));
    }

    @Test
    void everyKindOfFactOccurs() {
        Map<String, Integer> kinds = new HashMap<>();
        for (int i = 0; i < SIZE; i++) {
            facts.of(i).forEach(f -> kinds.merge(f.getClass().getSimpleName(), 1, Integer::sum));
        }
        assertThat(kinds.keySet())
                .contains(
                        "EligibilityConfirmed",
                        "EligibilityRejected",
                        "ApplicationReturned",
                        "ApplicationWithdrawn",
                        "ExemptionApproved",
                        "ExemptionRefused",
                        "ExamArranged",
                        "ResultReleased",
                        "PreferencesLocked",
                        "PreferencesLapsed",
                        "CandidatePlaced",
                        "CandidateNotPlaced",
                        "OfferConfirmed",
                        "OfferDeclined");
    }

    @Test
    void theSameSeedTellsTheSameStory() {
        FictionalFacts again = new FictionalFacts(Population.of(7, SIZE, shape), calendar);
        FictionalFacts other = new FictionalFacts(Population.of(8, SIZE, shape), calendar);
        assertThat(again.of(17)).isEqualTo(facts.of(17));
        assertThat(other.of(17)).isNotEqualTo(facts.of(17));
    }
}
