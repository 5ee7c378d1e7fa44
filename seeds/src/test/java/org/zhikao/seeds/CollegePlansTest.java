package org.zhikao.seeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.zhikao.admissions.plan.PlanUnit;
import org.zhikao.admissions.shared.OrganisationId;

class CollegePlansTest {
    @TestFactory
    Stream<DynamicTest> seatsThreeQuartersInTheRegularRoundAndLeavesSeatsForTheNext() {
        return Stream.of(2_000, 10_000, 30_000, 100_000)
                .map(n -> DynamicTest.dynamicTest(n + " candidates", () -> {
                    Filing filing = Filing.of(Population.of(7, n, Seasons.aSpringSeason()));
                    int share = filing.placed() * 1_000 / filing.entitled();
                    assertThat(share).as("placed per 1,000 entitled").isBetween(750, 800);
                    assertThat(filing.openSeats()).isGreaterThan(filing.entitled() / 20);
                    assertThat(filing.round2()).isGreaterThan(filing.entitled() / 25);
                }));
    }

    @Test
    void declaresEveryMarketOnceAtBothLevelsUnderCodesOfTheCollege() {
        Population province = Population.of(7, 30_000, Seasons.aSeasonOfTwoTracks());
        Map<String, PlanUnit> units = Filing.units(province);
        province.shape()
                .tracks()
                .forEach(track -> track.categories()
                        .forEach(category -> assertThat(units.values().stream()
                                        .filter(u -> u.track().equals(track.code())
                                                && u.category().equals(category.code()))
                                        .map(PlanUnit::level)
                                        .distinct())
                                .containsExactlyInAnyOrder("BACHELOR", "DIPLOMA")));
        province.plans()
                .plans()
                .forEach(plan -> assertThat(plan.units()).allSatisfy(u -> {
                    assertThat("99/" + u.code().substring(0, 5))
                            .isEqualTo(plan.college().value());
                    assertThat(u.quota()).isPositive();
                }));
        List<OrganisationId> colleges = province.organisations().colleges().stream()
                .map(Organisation::id)
                .toList();
        assertThat(province.plans().plans().stream().map(CollegePlan::college))
                .doesNotHaveDuplicates()
                .isSubsetOf(colleges);
    }

    @Test
    void namesTheProgrammesOfACollegeApart() {
        Population.of(7, 300_000, Seasons.aSpringSeason())
                .plans()
                .plans()
                .forEach(plan ->
                        assertThat(plan.units().stream().map(PlanUnit::name)).doesNotHaveDuplicates());
    }

    @Test
    void offersOnlyOpenSeatsInASupplementaryRound() {
        Population province = Population.of(7, 2_000, Seasons.aSpringSeason());
        PlanUnit one = province.plans().plans().get(0).units().get(0);
        UnitMenu menu = province.plans().supplementary(Map.of(one.code(), 2, "u0001-002", 0));
        assertThat(menu.units(one.track(), one.category())).containsExactly(one.code());
        assertThat(province.stream()
                        .filter(c -> !c.category().equals(one.category()))
                        .limit(50))
                .allMatch(c -> c.preferences(2, menu).isEmpty());
    }
}
