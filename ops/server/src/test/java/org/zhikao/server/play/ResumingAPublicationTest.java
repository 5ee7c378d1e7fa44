package org.zhikao.server.play;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.zhikao.admissions.shared.ActorId;
import org.zhikao.admissions.shared.Role;
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
import org.zhikao.server.work.Acting;
import org.zhikao.server.work.PlacementWork;

/** A publication that broke off in the middle goes on where it stood: the same run, nobody told twice, nobody left out. */
class ResumingAPublicationTest {
    @Test
    void tellsEveryCandidateOnce() throws IOException {
        SeasonReading rules;
        try (var in = ResumingAPublicationTest.class.getResourceAsStream("/provinces/shandong.assumed.yaml")) {
            rules = SeasonRulesReader.read(in.readAllBytes());
        }
        SeasonId season = new SeasonId(rules.rules().orElseThrow().id());
        SeasonShape shape = Shapes.leading(season, rules.rules().orElseThrow());
        Population population = Population.of(7, 600, shape, Habits.usual());
        VirtualSeason calendar = VirtualSeason.usual(shape.year(), shape.rounds());
        VirtualClock clock = new VirtualClock(calendar.preparation().drafted());
        try (Database database = Database.open(new DatabasePlace.Throwaway(), Mode.THROWAWAY);
                ConfigurableApplicationContext context = Starting.core(database, clock)) {
            JdbcTemplate jdbc = context.getBean(JdbcTemplate.class);
            SeasonPlay play = PlayedSeason.play(
                    context, season, "shandong", rules, population, calendar, clock, 7, Progress.SILENT);
            upToPlacement(play);

            PlacementWork work = context.getBean(PlacementWork.class);
            PlacementWork.Computed run = work.compute(season, 1, 1);
            assertThat(work.record(run, office(population, 1))).isTrue();
            // The first batch is told, then the machine stops.
            assertThatThrownBy(() -> work.publish(run, office(population, 2), told -> {
                        throw new IllegalStateException("power failure");
                    }))
                    .hasRootCauseMessage("power failure");
            play.awaitReaders();
            long told = decided(jdbc);
            assertThat(told).isPositive().isLessThan(run.digest().candidates());

            PlacementWork.Computed again = work.compute(season, 1, 1);
            assertThat(again.digest()).isEqualTo(run.digest());
            work.publish(again, office(population, 2), n -> {});

            assertThat(decided(jdbc)).isEqualTo(run.digest().candidates());
            assertThat(count(jdbc, "count(DISTINCT aggregate_identifier)", "placement.placed"))
                    .isEqualTo(count(jdbc, "count(*)", "placement.placed"))
                    .isEqualTo(run.digest().placed());
            assertThat(count(jdbc, "count(*)", "placement.published")).isOne();
        }
    }

    private static void upToPlacement(SeasonPlay play) {
        List<SeasonPlay.Stage> stages = play.stages();
        for (SeasonPlay.Stage stage : stages) {
            play.open(stage);
            if (stage.name().equals("placement")) {
                play.awaitReaders();
                return;
            }
            stage.acts().accept(SeasonPlay.Share.EVERYBODY);
            play.awaitReaders();
            stage.ending().run();
            play.close(stage);
            play.awaitReaders();
        }
    }

    private static Acting office(Population population, int n) {
        return new Acting(
                new ActorId("office-" + n),
                Role.EXAM_OFFICE,
                population.organisations().province().id(),
                "test");
    }

    private static long decided(JdbcTemplate jdbc) {
        return count(jdbc, "count(*)", "placement.placed") + count(jdbc, "count(*)", "placement.not-placed");
    }

    private static long count(JdbcTemplate jdbc, String what, String name) {
        Long n = jdbc.queryForObject(
                "SELECT " + what + " FROM domain_event_entry WHERE payload_type = ?", Long.class, name);
        return n == null ? 0 : n;
    }
}
