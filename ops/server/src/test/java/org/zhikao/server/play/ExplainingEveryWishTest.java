package org.zhikao.server.play;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.zhikao.admissions.placement.FilingRules;
import org.zhikao.admissions.placement.Offer;
import org.zhikao.admissions.placement.WishReason;
import org.zhikao.admissions.placement.WishReason.Verdict;
import org.zhikao.admissions.season.rules.SeasonRules;
import org.zhikao.admissions.shared.CandidateId;
import org.zhikao.admissions.shared.SeasonId;
import org.zhikao.formats.season.SeasonReading;
import org.zhikao.formats.season.SeasonRulesReader;
import org.zhikao.seeds.Habits;
import org.zhikao.seeds.Population;
import org.zhikao.seeds.SeasonShape;
import org.zhikao.seeds.VirtualSeason;
import org.zhikao.server.Starting;
import org.zhikao.server.database.Database;
import org.zhikao.server.database.DatabasePlace;
import org.zhikao.server.database.Mode;
import org.zhikao.views.dossier.Candidate;
import org.zhikao.views.dossier.CandidateQueries;
import org.zhikao.views.placement.PlacementQueries;

/** What the limits say of every preference agrees with what every candidate of a verified season was told. */
class ExplainingEveryWishTest {
    @ParameterizedTest
    @ValueSource(strings = {"shandong", "chongqing"})
    void theFirstPreferenceWithinItsLimitIsTheOneThatCameTrue(String province) throws IOException {
        SeasonReading reading;
        try (var in = ExplainingEveryWishTest.class.getResourceAsStream("/provinces/" + province + ".assumed.yaml")) {
            reading = SeasonRulesReader.read(in.readAllBytes());
        }
        SeasonRules rules = reading.rules().orElseThrow();
        SeasonId season = new SeasonId(rules.id());
        SeasonShape shape = Shapes.of(season, rules);
        Population population = Population.of(11, 500, shape, Habits.usual());
        VirtualSeason calendar = VirtualSeason.usual(shape.year(), shape.rounds());
        VirtualClock clock = new VirtualClock(calendar.preparation().drafted());
        try (Database database = Database.open(new DatabasePlace.Throwaway(), Mode.THROWAWAY);
                ConfigurableApplicationContext context = Starting.core(database, clock)) {
            PlayedSeason.play(context, season, province, reading, population, calendar, clock, 11, Progress.SILENT)
                    .play();
            CandidateQueries candidates = context.getBean(CandidateQueries.class);
            PlacementQueries placements = context.getBean(PlacementQueries.class);
            Set<Verdict> seen = EnumSet.noneOf(Verdict.class);
            for (String id : context.getBean(JdbcTemplate.class)
                    .queryForList("SELECT candidate FROM candidate_view ORDER BY candidate", String.class)) {
                Candidate who = candidates.find(new CandidateId(id)).orElseThrow();
                FilingRules filing = FilingRules.of(rules.track(who.track()).orElseThrow());
                List<WishReason> reasons = placements.reasons(who, filing);
                if (!reasons.isEmpty()) {
                    assertThat(cameTrue(reasons)).as("%s %s", who, reasons).isEqualTo(told(who));
                    reasons.forEach(reason -> seen.add(reason.verdict()));
                }
            }
            assertThat(seen).contains(Verdict.ADMITTED, Verdict.BEHIND, Verdict.NOT_NEEDED);
        }
    }

    private static int cameTrue(List<WishReason> reasons) {
        return reasons.stream()
                .filter(r -> r.verdict() == Verdict.ADMITTED || r.verdict() == Verdict.ADMITTED_OPEN)
                .mapToInt(WishReason::number)
                .findFirst()
                .orElse(0);
    }

    private static int told(Candidate who) {
        Candidate.Decision outcome = who.outcome();
        Offer offer = outcome == null ? null : outcome.offer();
        return offer == null ? 0 : offer.preference();
    }
}
