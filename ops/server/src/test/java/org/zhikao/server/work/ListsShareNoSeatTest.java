package org.zhikao.server.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.zhikao.admissions.placement.rank.MarketFault;
import org.zhikao.admissions.plan.PlanUnit;
import org.zhikao.admissions.season.PublishedTerms;
import org.zhikao.admissions.season.rules.SeasonRules;
import org.zhikao.admissions.season.rules.Track;
import org.zhikao.admissions.shared.CandidateId;
import org.zhikao.admissions.shared.OrganisationId;
import org.zhikao.admissions.shared.Refused;
import org.zhikao.admissions.shared.SeasonId;
import org.zhikao.formats.season.SeasonRulesReader;
import org.zhikao.server.season.SeasonState;

/** 湖北单招 ranks veterans apart: a unit that both lists name would give each its whole quota. */
class ListsShareNoSeatTest {
    private static final String RUN = "s-test-2026/placement/1";

    private static SeasonRules rules;
    private static Track track;

    @BeforeAll
    static void read() throws IOException {
        try (var in = ListsShareNoSeatTest.class.getResourceAsStream("/provinces/hubei.assumed.yaml")) {
            rules = SeasonRulesReader.read(in.readAllBytes()).rules().orElseThrow();
        }
        track = rules.track("single").orElseThrow();
    }

    @Test
    void aUnitThatTwoListsNameStopsTheRun() {
        MarketSeats seats = seats(List.of(), Map.of());
        seats.of(track, List.of(row("a", "SECONDARY_VOCATIONAL", "ALL")));

        assertThatThrownBy(() -> seats.of(track, List.of(row("b", "VETERAN", "VETERAN"))))
                .isInstanceOfSatisfying(
                        Refused.class, e -> assertThat(e.code()).isEqualTo(MarketFault.UNIT_SHARED_BY_LISTS));
    }

    @Test
    void aUnitThatTakesTheKindsOfOneListIsNotShared() {
        MarketSeats seats = seats(List.of("VETERAN"), Map.of());
        seats.of(track, List.of(row("a", "SECONDARY_VOCATIONAL", "ALL")));

        assertThat(seats.of(track, List.of(row("b", "VETERAN", "VETERAN"))).get("u1"))
                .isEqualTo(new PlacementMarket.SeatCount(3, List.of("VETERAN")));
    }

    @Test
    void seatsThatTheRunItselfAddedDoNotCount() {
        MarketSeats seats = seats(List.of(), Map.of(RUN, Map.of("u1", 2)));

        assertThat(seats.of(track, List.of(row("a", "VETERAN", "VETERAN"))).get("u1"))
                .isEqualTo(new PlacementMarket.SeatCount(1, List.of()));
    }

    private static MarketSeats seats(List<String> kinds, Map<String, Map<String, Integer>> raised) {
        PlanUnit unit = new PlanUnit("u1", "护理", "专科", "single", category(), kinds, 3);
        SeasonState state = new SeasonState(
                new SeasonId("s-test-2026"),
                1,
                new PublishedTerms(rules, 1, Set.of(), Set.of(), false),
                Map.of("u1", new SeasonState.Seats(new OrganisationId("99/u0001"), unit)),
                raised);
        return new MarketSeats(state, RUN, Map.of());
    }

    private static String category() {
        return rules.categories().get(0).id();
    }

    private static RollRow row(String candidate, String kind, String list) {
        return new RollRow(
                new CandidateId("c" + candidate.repeat(22)),
                "single",
                category(),
                kind,
                "99/9901/990101/s1",
                true,
                false,
                null,
                Map.of(),
                true,
                true,
                List.of(),
                list,
                1,
                1,
                "LOCKED",
                List.of("u1"),
                0,
                "",
                false,
                null,
                false);
    }
}
