package org.zhikao.admissions.exam;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.zhikao.admissions.exam.SeatPlan.Entrant;
import org.zhikao.admissions.exam.SeatPlan.Place;
import org.zhikao.admissions.shared.CandidateId;

/** 考场编排: what must hold of every plan, whoever comes and whatever the seed. */
class SeatPlanTest {
    private static final int YEAR = 2026;

    /** Few sites, categories and schools, so that rooms fill, mix and are dominated; a school is drawn with its own weight. */
    @Provide
    Arbitrary<List<Entrant>> entrants() {
        Arbitrary<String> school = Arbitraries.frequencyOf(
                Tuple.of(6, Arbitraries.just("s1")),
                Tuple.of(3, Arbitraries.of("s2", "s3")),
                Tuple.of(1, Arbitraries.of("s4", "s5", "s6", "s7")));
        return Combinators.combine(Arbitraries.of("A", "A", "B"), Arbitraries.of("01", "01", "02"), school)
                .as((site, category, from) -> new Entrant(id(0), site, category, from))
                .list()
                .ofMaxSize(200)
                .map(SeatPlanTest::numbered);
    }

    private static List<Entrant> numbered(List<Entrant> drawn) {
        return IntStream.range(0, drawn.size())
                .mapToObj(i -> new Entrant(
                        id(i),
                        drawn.get(i).site(),
                        drawn.get(i).category(),
                        drawn.get(i).school()))
                .toList();
    }

    private static CandidateId id(int number) {
        // Ids do not ascend with the order of arrival.
        return new CandidateId("c%011d%011d".formatted((number * 7919L) % 100_003, number));
    }

    private static Map<CandidateId, Entrant> byId(List<Entrant> entrants) {
        return entrants.stream().collect(toMap(Entrant::candidate, e -> e));
    }

    private static Map<String, List<Place>> rooms(List<Place> plan) {
        return plan.stream()
                .collect(groupingBy(p -> p.seat().site() + "/" + p.seat().room()));
    }

    @Property
    void everybodyGetsOneSeatAtTheOwnSite(@ForAll("entrants") List<Entrant> entrants, @ForAll long seed) {
        List<Place> plan = SeatPlan.draw(entrants, YEAR, seed);
        assertThat(plan.stream().map(Place::candidate))
                .containsExactlyInAnyOrderElementsOf(byId(entrants).keySet());
        Map<CandidateId, Entrant> who = byId(entrants);
        assertThat(plan)
                .allMatch(p -> p.seat().site().equals(who.get(p.candidate()).site()));
    }

    @Property
    void aRoomHoldsOneCategoryAndAtMostThirty(@ForAll("entrants") List<Entrant> entrants, @ForAll long seed) {
        Map<CandidateId, Entrant> who = byId(entrants);
        rooms(SeatPlan.draw(entrants, YEAR, seed)).values().forEach(room -> {
            assertThat(room).hasSizeLessThanOrEqualTo(SeatPlan.ROOM);
            assertThat(room.stream().map(p -> who.get(p.candidate()).category()).distinct())
                    .hasSize(1);
            assertThat(room.stream().map(p -> p.seat().seat()).sorted())
                    .containsExactlyElementsOf(
                            IntStream.rangeClosed(1, room.size()).boxed().toList());
        });
    }

    @Property
    void theOrderOfArrivalDecidesNothing(
            @ForAll("entrants") List<Entrant> entrants, @ForAll long seed, @ForAll long shuffled) {
        List<Entrant> otherwise = new ArrayList<>(entrants);
        Collections.shuffle(otherwise, new Random(shuffled));
        assertThat(SeatPlan.draw(otherwise, YEAR, seed)).isEqualTo(SeatPlan.draw(entrants, YEAR, seed));
    }

    @Property
    void noTwoTicketsAreAlike(@ForAll("entrants") List<Entrant> entrants, @ForAll long seed) {
        List<String> tickets = SeatPlan.draw(entrants, YEAR, seed).stream()
                .map(p -> p.seat().ticket())
                .toList();
        assertThat(new HashSet<>(tickets)).hasSameSizeAs(tickets);
        assertThat(tickets).allMatch(ticket -> ticket.matches("26[0-9]{9}"));
    }

    /** A school of k in a room of n has at least 2k - n - 1 pairs of neighbours, whoever seats them; the plan has no more. */
    @Property
    void neighboursOfOneSchoolAreAsFewAsCanBe(@ForAll("entrants") List<Entrant> entrants, @ForAll long seed) {
        Map<CandidateId, Entrant> who = byId(entrants);
        rooms(SeatPlan.draw(entrants, YEAR, seed)).values().forEach(room -> {
            List<String> schools = room.stream()
                    .sorted(Comparator.comparingInt(p -> p.seat().seat()))
                    .map(p -> who.get(p.candidate()).school())
                    .toList();
            long pairs = IntStream.range(1, schools.size())
                    .filter(i -> schools.get(i).equals(schools.get(i - 1)))
                    .count();
            long largest = schools.stream()
                    .collect(collectingAndThen(
                            groupingBy(s -> s, counting()), counts -> Collections.max(counts.values())));
            assertThat(pairs).isEqualTo(Math.max(0, 2 * largest - schools.size() - 1));
        });
    }

    @Example
    void anotherSeedGivesAnotherPlan() {
        List<Entrant> school = IntStream.range(0, 60)
                .mapToObj(i -> new Entrant(id(i), "A", "01", "s" + i % 3))
                .toList();
        assertThat(SeatPlan.draw(school, YEAR, 1)).isNotEqualTo(SeatPlan.draw(school, YEAR, 2));
    }

    @Example
    void seatsNobodyTwice() {
        Entrant twice = new Entrant(id(1), "A", "01", "s1");
        assertThatThrownBy(() -> SeatPlan.draw(List.of(twice, twice), YEAR, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("seated twice");
    }

    @Example
    void moreSitesThanATicketCanNumberAreAnError() {
        List<Entrant> sites = IntStream.rangeClosed(1, 1000)
                .mapToObj(i -> new Entrant(id(i), "site" + i, "01", "s1"))
                .toList();
        assertThatThrownBy(() -> SeatPlan.draw(sites, YEAR, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("3 digits");
    }
}
