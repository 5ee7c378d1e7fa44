package org.zhikao.server.play;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.zhikao.admissions.process.ProcessState;
import org.zhikao.admissions.shared.CandidateCommand;
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
import org.zhikao.server.work.MassCommands;
import org.zhikao.server.work.Readers;

/**
 * 坏时候: a database that stands still, a pool without a free connection and a reader that will not end make the work slow; no fact
 * is lost and none is there twice.
 */
class WorkingThroughBadTimesTest {
    private static final int CANDIDATES = 1_500;
    /** Of a hundred candidates each. */
    private static final int BATCHES = 5;

    private static final Duration SLOW = Duration.ofMinutes(1);

    @TempDir
    private static Path folder;

    private static Database database;
    private static ConfigurableApplicationContext context;
    private static JdbcTemplate jdbc;
    private static SeasonPlay play;
    private static Iterator<Supplier<List<CandidateCommand>>> applications;

    private final List<String> sent = new ArrayList<>();

    @BeforeAll
    static void openRegistration() throws IOException {
        SeasonReading rules;
        try (var in = WorkingThroughBadTimesTest.class.getResourceAsStream("/provinces/shandong.assumed.yaml")) {
            rules = SeasonRulesReader.read(in.readAllBytes());
        }
        SeasonId season = new SeasonId(rules.rules().orElseThrow().id());
        SeasonShape shape = Shapes.of(season, rules.rules().orElseThrow());
        Population population = Population.of(7, CANDIDATES, shape, Habits.usual());
        VirtualSeason calendar = VirtualSeason.usual(shape.year(), shape.rounds());
        VirtualClock clock = new VirtualClock(calendar.preparation().drafted());
        database = Database.open(new DatabasePlace.Kept(folder.resolve("data")), Mode.THROWAWAY);
        context = Starting.core(database, clock);
        jdbc = context.getBean(JdbcTemplate.class);
        play = PlayedSeason.play(context, season, "shandong", rules, population, calendar, clock, 7, Progress.SILENT);
        play.stages().get(0).acts().accept(SeasonPlay.Share.EVERYBODY);
        play.open(play.stages().get(1));
        applications = play.applications().iterator();
    }

    @AfterAll
    static void stop() {
        context.close();
        database.close();
    }

    @Test
    void aDatabaseThatStandsStillLosesNothing() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        signal("STOP");
        CompletableFuture<MassCommands.Outcome> work = work(begun);
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(500));
        assertThat(begun.getCount()).as("nothing is done meanwhile").isOne();
        signal("CONT");
        begun.await();
        signal("STOP");
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(500));
        signal("CONT");
        assertThat(work.get(SLOW.toSeconds(), TimeUnit.SECONDS).refusals()).isEmpty();
    }

    @Test
    void aPoolWithoutAFreeConnectionOnlyMakesItSlow() throws Exception {
        List<Connection> taken = new ArrayList<>();
        DataSource pool = context.getBean(DataSource.class);
        CountDownLatch begun = new CountDownLatch(1);
        CompletableFuture<MassCommands.Outcome> work;
        try {
            HikariDataSource hikari = (HikariDataSource) pool;
            while (taken.size() < hikari.getMaximumPoolSize()) {
                taken.add(pool.getConnection());
            }
            work = work(begun);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(500));
            assertThat(begun.getCount()).as("nothing is done meanwhile").isOne();
        } finally {
            for (Connection connection : taken) {
                connection.close();
            }
        }
        assertThat(work.get(SLOW.toSeconds(), TimeUnit.SECONDS).refusals()).isEmpty();
    }

    @Test
    void aTransactionThatWillNotEndHidesFactsAndLosesNone() throws Exception {
        long before = folded();
        try (Connection other = database.application().connect();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("SELECT pg_current_xact_id()");
            MassCommands.Outcome outcome = work(new CountDownLatch(1)).get(SLOW.toSeconds(), TimeUnit.SECONDS);
            assertThat(outcome.refusals()).isEmpty();
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1_000));
            assertThat(folded()).as("seen by readers meanwhile").isEqualTo(before);
            other.commit();
        }
    }

    /** Everything that was sent is recorded once, folded once and waits once. */
    @AfterEach
    void nothingIsLostOrTwice() {
        context.getBean(Readers.class).awaitHead(SLOW);
        assertThat(sent).hasSize(BATCHES * 100);
        List<String> recorded = jdbc.queryForList(
                "SELECT aggregate_identifier FROM domain_event_entry WHERE payload_type = 'registration.submitted'"
                        + " AND aggregate_identifier = ANY(?)",
                String.class,
                (Object) sent.toArray(String[]::new));
        assertThat(recorded).containsExactlyInAnyOrderElementsOf(sent);
        long all = count("SELECT count(*) FROM domain_event_entry WHERE payload_type = 'registration.submitted'");
        assertThat(folded()).isEqualTo(all);
        assertThat(count("SELECT count(*) FROM workflow_position WHERE process_key = 'application'"))
                .isEqualTo(all);
        assertThat(context.getBean(ProcessState.class)
                        .tokens()
                        .get("application")
                        .get("receive_eligibility"))
                .isEqualTo(all);
        assertThat(count("SELECT count(*) FROM deadletterentry")).isZero();
    }

    private CompletableFuture<MassCommands.Outcome> work(CountDownLatch begun) {
        List<Supplier<List<CandidateCommand>>> batches = new ArrayList<>();
        for (int i = 0; i < BATCHES; i++) {
            Supplier<List<CandidateCommand>> next = applications.next();
            batches.add(() -> {
                List<CandidateCommand> commands = next.get();
                synchronized (sent) {
                    commands.forEach(command -> sent.add(command.target()));
                }
                return commands;
            });
        }
        MassCommands mass = context.getBean(MassCommands.class);
        return CompletableFuture.supplyAsync(() -> mass.sendBatches(batches.iterator(), done -> begun.countDown()));
    }

    private static long folded() {
        return count("SELECT count(*) FROM candidate_view");
    }

    private static long count(String sql) {
        Long n = jdbc.queryForObject(sql, Long.class);
        return n == null ? -1 : n;
    }

    /** To the server and each of its processes: as when its disk answers nobody. */
    private static void signal(String name) throws IOException, InterruptedException {
        long server = Long.parseLong(Files.readAllLines(folder.resolve("data/postgres/postmaster.pid"))
                .get(0));
        List<String> pids = Stream.concat(
                        Stream.of(server),
                        ProcessHandle.of(server).orElseThrow().descendants().map(ProcessHandle::pid))
                .map(String::valueOf)
                .toList();
        List<String> kill = new ArrayList<>(List.of("kill", "-" + name));
        kill.addAll(pids);
        // One that has ended meanwhile makes kill complain about it alone.
        new ProcessBuilder(kill).redirectErrorStream(true).start().waitFor();
    }
}
