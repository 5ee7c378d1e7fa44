package org.zhikao.server.play;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.zhikao.admissions.exemption.ExemptionCommand.AddEvidence;
import org.zhikao.admissions.exemption.ExemptionCommand.AdvanceClaim;
import org.zhikao.admissions.exemption.ExemptionCommand.ApproveExemption;
import org.zhikao.admissions.exemption.ExemptionCommand.ClaimExemption;
import org.zhikao.admissions.exemption.ExemptionCommand.RefuseExemption;
import org.zhikao.admissions.exemption.Reviewer;
import org.zhikao.admissions.season.PublishedTerms;
import org.zhikao.admissions.shared.Act;
import org.zhikao.admissions.shared.CandidateCommand;
import org.zhikao.admissions.shared.SeasonId;
import org.zhikao.formats.season.SeasonReading;
import org.zhikao.formats.season.SeasonRulesReader;
import org.zhikao.seeds.FictionalCandidate;
import org.zhikao.seeds.Habits;
import org.zhikao.seeds.Population;
import org.zhikao.seeds.SeasonShape;
import org.zhikao.seeds.VirtualSeason;
import org.zhikao.server.Starting;
import org.zhikao.server.database.Database;
import org.zhikao.server.database.DatabasePlace;
import org.zhikao.server.database.Mode;
import org.zhikao.server.security.Sealing;

/** 同时作出的决定: on a real database, of everything that is said to one claim at one moment exactly one stands. */
class DecidingAtOnceTest {
    private static final int ROUNDS = 8;

    private static Database database;
    private static ConfigurableApplicationContext context;
    private static Population population;
    private static Cast cast;
    private static CommandGateway pages;
    private static List<Reviewer> pool;
    private static String ground;

    @BeforeAll
    static void openTheReviews() throws Exception {
        SeasonReading rules;
        try (var in = DecidingAtOnceTest.class.getResourceAsStream("/provinces/shandong.assumed.yaml")) {
            rules = SeasonRulesReader.read(in.readAllBytes());
        }
        SeasonId season = new SeasonId(rules.rules().orElseThrow().id());
        SeasonShape shape = Shapes.of(season, rules.rules().orElseThrow());
        population = Population.of(11, 60, shape, Habits.usual().withExemption(0));
        VirtualSeason calendar = VirtualSeason.usual(shape.year(), shape.rounds());
        VirtualClock clock = new VirtualClock(calendar.preparation().drafted());
        database = Database.open(new DatabasePlace.Throwaway(), Mode.THROWAWAY);
        context = Starting.core(database, clock);
        cast = new Cast(population.organisations().province().id(), clock);
        pages = context.getBean(CommandGateway.class);
        pool = Cast.reviewers(population.organisations().province().id());
        SeasonPlay play = new SeasonPlay(
                PlayedSeason.tools(
                        context,
                        new SealedBySeed(Sealing.seeded(context.getBean(JdbcTemplate.class), 11, Mode.THROWAWAY)),
                        s -> pool),
                season,
                "shandong",
                rules.canonical().orElseThrow(),
                population,
                calendar,
                clock,
                11,
                Progress.SILENT);
        for (SeasonPlay.Stage stage : play.stages().subList(0, 3)) {
            play.open(stage);
            stage.acts().accept(SeasonPlay.Share.EVERYBODY);
        }
        ground = new PublishedTerms(rules.rules().orElseThrow(), 1, java.util.Set.of(), java.util.Set.of(), false)
                .grounds(shape.tracks().get(0).code())
                .iterator()
                .next();
    }

    @AfterAll
    static void stop() {
        context.close();
        database.close();
    }

    @Test
    void aYesAndANoOfOnePersonAtOnce() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            FictionalCandidate c = assigned(round);
            Act reviewer = cast.assigned(drawn(c)).because("依据第三条");
            List<Boolean> stood = atOnce(
                    new ApproveExemption(c.id(), 1, "2013-3.1", reviewer),
                    new RefuseExemption(c.id(), 1, "2013-3.1", reviewer));
            assertThat(stood).containsOnlyOnce(true);
            assertThat(facts(c, "exemption.opinion")).isEqualTo(1);
        }
    }

    @Test
    void twoReviewersAtOnceOfWhomOneWasDrawn() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            FictionalCandidate c = assigned(ROUNDS + round);
            Reviewer drawn = drawn(c);
            Reviewer other = pool.stream()
                    .filter(r -> r.role() == drawn.role() && !r.id().equals(drawn.id()))
                    .findFirst()
                    .orElseThrow();
            List<Boolean> stood = atOnce(
                    new ApproveExemption(
                            c.id(), 1, "2013-3.1", cast.assigned(drawn).because("依据第三条")),
                    new RefuseExemption(
                            c.id(), 1, "2013-3.1", cast.assigned(other).because("依据第三条")));
            assertThat(stood).containsExactly(true, false);
            assertThat(facts(c, "exemption.opinion")).isEqualTo(1);
        }
    }

    @Test
    void twoDrawsAtOnceGiveTheCaseToOne() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            FictionalCandidate c = claimed(2 * ROUNDS + round);
            List<Boolean> stood = atOnce(advance(c, 1), advance(c, 2));
            assertThat(stood).containsOnlyOnce(true);
            assertThat(facts(c, "exemption.assigned")).isEqualTo(1);
        }
    }

    private static FictionalCandidate claimed(int n) {
        FictionalCandidate c = java.util.stream.IntStream.range(0, population.size())
                .mapToObj(population::candidate)
                .filter(k -> k.review() == FictionalCandidate.Review.CONFIRMED
                        && k.withdraws().isEmpty()
                        && k.track().equals(population.shape().tracks().get(0).code()))
                .skip(n)
                .findFirst()
                .orElseThrow();
        Act own = cast.candidate(c.id(), c.point());
        pages.sendAndWait(new ClaimExemption(c.id(), ground, "u0001-01", own));
        pages.sendAndWait(new AddEvidence(c.id(), 1, "MERIT", "a".repeat(64), own));
        return c;
    }

    private static FictionalCandidate assigned(int n) {
        FictionalCandidate c = claimed(n);
        pages.sendAndWait(advance(c, n));
        return c;
    }

    private static AdvanceClaim advance(FictionalCandidate c, long seed) {
        return new AdvanceClaim(c.id(), 1, pool, seed, cast.system());
    }

    private static Reviewer drawn(FictionalCandidate c) {
        String id = context.getBean(JdbcTemplate.class)
                .queryForObject(
                        "SELECT convert_from(payload, 'UTF8')::jsonb ->> 'reviewer' FROM domain_event_entry"
                                + " WHERE case_id = ? AND payload_type = 'exemption.assigned'"
                                + " ORDER BY sequence_number DESC LIMIT 1",
                        String.class,
                        c.id().value());
        return pool.stream().filter(r -> r.id().value().equals(id)).findFirst().orElseThrow();
    }

    /** Which of the commands were followed by a fact; each is sent once, and a lost race is an answer too. */
    private static List<Boolean> atOnce(CandidateCommand... commands) throws Exception {
        CyclicBarrier start = new CyclicBarrier(commands.length);
        ExecutorService senders = Executors.newFixedThreadPool(commands.length);
        try {
            List<Future<Boolean>> answers = new ArrayList<>();
            for (CandidateCommand command : commands) {
                Callable<Boolean> send = () -> {
                    start.await(10, TimeUnit.SECONDS);
                    try {
                        pages.sendAndWait(command);
                        return true;
                    } catch (RuntimeException refused) {
                        return false;
                    }
                };
                answers.add(senders.submit(send));
            }
            List<Boolean> stood = new ArrayList<>();
            for (Future<Boolean> answer : answers) {
                stood.add(answer.get(30, TimeUnit.SECONDS));
            }
            return stood;
        } finally {
            senders.shutdownNow();
        }
    }

    private static long facts(FictionalCandidate c, String name) {
        Long n = context.getBean(JdbcTemplate.class)
                .queryForObject(
                        "SELECT count(*) FROM domain_event_entry WHERE case_id = ? AND payload_type = ?",
                        Long.class,
                        c.id().value(),
                        name);
        return n == null ? 0 : n;
    }
}
