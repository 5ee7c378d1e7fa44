package org.zhikao.server.play;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.zhikao.admissions.process.ProcessRebuild;
import org.zhikao.admissions.season.SeasonCommand.ApproveProcess;
import org.zhikao.admissions.season.SeasonCommand.DraftProcess;
import org.zhikao.admissions.season.SeasonCommand.PublishProcess;
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

/** A season played to its end under a drawing of an office's own: its duties are decided like all other work. */
class PlayingWithDutiesTest {
    private static final Path MODELS = Path.of("../../workflows");

    private Database database;
    private VirtualClock clock;
    private ConfigurableApplicationContext context;
    private SeasonId season;
    private Cast cast;
    private SeasonPlay play;

    @AfterEach
    void stop() {
        context.close();
        database.close();
    }

    private void begin(int candidates, int exemptionsPerMyriad) throws IOException {
        SeasonReading rules;
        try (var in = PlayingWithDutiesTest.class.getResourceAsStream("/provinces/shandong.assumed.yaml")) {
            rules = SeasonRulesReader.read(in.readAllBytes());
        }
        season = new SeasonId(rules.rules().orElseThrow().id());
        SeasonShape shape = Shapes.of(season, rules.rules().orElseThrow());
        Population population =
                Population.of(5, candidates, shape, Habits.usual().withExemption(exemptionsPerMyriad));
        VirtualSeason calendar = VirtualSeason.usual(shape.year(), shape.rounds());
        clock = new VirtualClock(calendar.preparation().drafted());
        database = Database.open(new DatabasePlace.Throwaway(), Mode.THROWAWAY);
        context = Starting.core(database, clock);
        cast = new Cast(population.organisations().province().id(), clock);
        play = PlayedSeason.play(context, season, "shandong", rules, population, calendar, clock, 5, Progress.SILENT);
    }

    @Test
    @Timeout(300)
    void everybodyGetsPastTheDutyOrStaysOut() throws IOException {
        begin(120, 1_000);
        List<SeasonPlay.Stage> stages = play.stages();
        stages.get(0).acts().accept(SeasonPlay.Share.EVERYBODY);
        publish();
        context.getBean(ProcessRebuild.class).apply(folded -> {});
        stages.subList(1, stages.size()).forEach(this::pass);

        assertThat(play.refusals()).as("nobody was sent past the duty").doesNotContainKey("DUTY_OPEN");
        assertThat(count("duty_view WHERE outcome = 'FIT'")).isPositive();
        assertThat(count("duty_view WHERE outcome = 'UNFIT'")).isPositive();
        assertThat(count("candidate_view WHERE status = 'CONFIRMED'"
                        + " AND candidate NOT IN (SELECT candidate FROM duty_view WHERE duty = 'physical')"))
                .isZero();
        String placed = "domain_event_entry e JOIN duty_view d ON d.candidate = e.case_id"
                + " WHERE e.payload_type = 'placement.placed' AND d.outcome = ";
        assertThat(count(placed + "'FIT'")).isPositive();
        assertThat(count(placed + "'UNFIT'")).isZero();
    }

    /** Tokens that stand in the former version show nobody the duty; the phase comes to its end all the same. */
    @Test
    @Timeout(300)
    void aDutyThatNobodyIsShownHoldsNoPhaseUp() throws IOException {
        begin(60, 3_000);
        List<SeasonPlay.Stage> stages = play.stages();
        stages.get(0).acts().accept(SeasonPlay.Share.EVERYBODY);
        pass(stages.get(1));
        publish();
        pass(stages.get(2));
        assertThat(play.refusals()).containsKey("DUTY_OPEN");
    }

    private void pass(SeasonPlay.Stage stage) {
        play.open(stage);
        stage.acts().accept(SeasonPlay.Share.EVERYBODY);
        play.awaitReaders();
        stage.ending().run();
        play.close(stage);
        play.awaitReaders();
    }

    /** A duty that lies before the exam, and before whatever spares somebody the exam. */
    private void publish() throws IOException {
        String drawing =
                Files.readString(MODELS.resolve("src/test/resources/rehearsal/application-with-physical.bpmn"));
        CommandGateway commands = context.getBean(CommandGateway.class);
        commands.sendAndWait(new DraftProcess(season, "application", 0, drawing, cast.officer(1)));
        commands.sendAndWait(new ApproveProcess(season, "application", 1, cast.officer(2)));
        commands.sendAndWait(new PublishProcess(season, "application", 1, cast.officer(2)));
    }

    private long count(String from) {
        Long n = context.getBean(JdbcTemplate.class).queryForObject("SELECT count(*) FROM " + from, Long.class);
        return n == null ? 0 : n;
    }
}
