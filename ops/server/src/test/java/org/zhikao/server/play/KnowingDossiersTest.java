package org.zhikao.server.play;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.zhikao.admissions.registration.RegistrationCommand.ConfirmEligibility;
import org.zhikao.admissions.registration.RegistrationCommand.WithdrawApplication;
import org.zhikao.admissions.registration.RegistrationRefusal;
import org.zhikao.admissions.shared.Refused;
import org.zhikao.admissions.shared.SeasonId;
import org.zhikao.formats.season.SeasonReading;
import org.zhikao.formats.season.SeasonRulesReader;
import org.zhikao.seeds.FictionalCandidate;
import org.zhikao.seeds.Habits;
import org.zhikao.seeds.Population;
import org.zhikao.seeds.SeasonShape;
import org.zhikao.seeds.VirtualSeason;
import org.zhikao.server.Starting;
import org.zhikao.server.axon.CommandBatches;
import org.zhikao.server.database.Database;
import org.zhikao.server.database.DatabasePlace;
import org.zhikao.server.database.Mode;
import org.zhikao.server.security.Sealing;

/** What a batch remembers of a dossier is never believed beyond its version. */
class KnowingDossiersTest {
    private static final int CANDIDATES = 40;

    private static Database database;
    private static ConfigurableApplicationContext context;
    private static Population population;
    private static Cast cast;
    private static CommandBatches batches;
    private static CommandGateway pages;

    @BeforeAll
    static void registerEverybodyInBatches() throws Exception {
        SeasonReading rules;
        try (var in = KnowingDossiersTest.class.getResourceAsStream("/provinces/shandong.assumed.yaml")) {
            rules = SeasonRulesReader.read(in.readAllBytes());
        }
        SeasonId season = new SeasonId(rules.rules().orElseThrow().id());
        SeasonShape shape = Shapes.of(season, rules.rules().orElseThrow());
        population = Population.of(7, CANDIDATES, shape, Habits.usual());
        VirtualSeason calendar = VirtualSeason.usual(shape.year(), shape.rounds());
        VirtualClock clock = new VirtualClock(calendar.preparation().drafted());
        database = Database.open(new DatabasePlace.Throwaway(), Mode.THROWAWAY);
        context = Starting.core(database, clock);
        cast = new Cast(population.organisations().province().id(), clock);
        batches = context.getBean(CommandBatches.class);
        pages = context.getBean(CommandGateway.class);
        SeasonPlay play = new SeasonPlay(
                PlayedSeason.tools(
                        context,
                        new SealedBySeed(Sealing.seeded(context.getBean(JdbcTemplate.class), 7, Mode.THROWAWAY)),
                        s -> Cast.reviewers(
                                population.organisations().province().id())),
                season,
                "shandong",
                rules.canonical().orElseThrow(),
                population,
                calendar,
                clock,
                7,
                Progress.SILENT);
        for (SeasonPlay.Stage stage : play.stages().subList(0, 2)) {
            play.open(stage);
            stage.acts().accept(SeasonPlay.Share.EVERYBODY);
        }
    }

    @AfterAll
    static void stop() {
        context.close();
        database.close();
    }

    @Test
    void noticesWhatAPageDidInBetween() {
        FictionalCandidate c = confirmed(0);
        pages.sendAndWait(new WithdrawApplication(c.id(), cast.candidate(c.id(), c.point())));

        List<Refused> answers = batches.send(List.of(withdrawal(c)));

        assertThat(answers).singleElement().extracting(Refused::code).isEqualTo(RegistrationRefusal.WITHDRAWN);
    }

    @Test
    void goesOnFromWhatItWroteItself() {
        FictionalCandidate c = confirmed(1);

        assertThat(batches.send(List.of(withdrawal(c)))).containsOnlyNulls();
        List<Refused> answers = batches.send(List.of(new ConfirmEligibility(c.id(), cast.point(c.point()))));

        assertThat(answers).doesNotContainNull();
    }

    @Test
    void forgetsADossierWhoseCommandWasRefused() {
        FictionalCandidate c = confirmed(2);

        List<Refused> answers = batches.send(List.of(withdrawal(c), withdrawal(c)));
        List<Refused> afterwards = batches.send(List.of(withdrawal(c)));

        assertThat(answers.get(0)).isNull();
        assertThat(answers.get(1).code()).isEqualTo(RegistrationRefusal.WITHDRAWN);
        assertThat(afterwards).doesNotContainNull();
    }

    @Test
    void knowsNobodyWhoNeverApplied() {
        FictionalCandidate stranger =
                Population.of(8, 1, population.shape(), Habits.usual()).candidate(0);

        List<Refused> answers = batches.send(List.of(withdrawal(stranger)));

        assertThat(answers).singleElement().extracting(Refused::code).isEqualTo(RegistrationRefusal.NO_APPLICATION);
    }

    private static WithdrawApplication withdrawal(FictionalCandidate c) {
        return new WithdrawApplication(c.id(), cast.candidate(c.id(), c.point()));
    }

    /** The n-th candidate whose eligibility was confirmed at once and who stays. */
    private static FictionalCandidate confirmed(int n) {
        return java.util.stream.IntStream.range(0, CANDIDATES)
                .mapToObj(population::candidate)
                .filter(c -> c.review() == FictionalCandidate.Review.CONFIRMED
                        && c.withdraws().isEmpty())
                .skip(n)
                .findFirst()
                .orElseThrow();
    }
}
