package org.zhikao.server.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.springframework.context.ConfigurableApplicationContext;
import org.zhikao.admissions.process.ProcessRebuild;
import org.zhikao.admissions.scoring.Mark;
import org.zhikao.admissions.scoring.ScoringCommand.RecordMarks;
import org.zhikao.admissions.shared.Act;
import org.zhikao.admissions.shared.ActorId;
import org.zhikao.admissions.shared.OrganisationId;
import org.zhikao.admissions.shared.Role;
import org.zhikao.formats.season.SeasonReading;
import org.zhikao.server.Starting;
import org.zhikao.server.database.Database;
import org.zhikao.server.database.DatabasePlace;
import org.zhikao.server.database.Mode;
import org.zhikao.server.play.VirtualClock;
import org.zhikao.server.work.MassCommands;
import org.zhikao.views.ViewProgress;
import org.zhikao.views.ViewsRebuild;
import org.zhikao.web.access.SignedIn;

/**
 * 成绩发布时刻: everybody looks at the status page at once. The server over a full province's database, each candidate signed
 * in, each looking three times in random order; alone, and while marks are imported.
 */
public final class ReleaseBench {
    private static final double READY_SECONDS = 20;
    private static final double REQUESTS = 5_000;
    private static final double REQUESTS_BESIDE_IMPORT = 2_000;
    private static final double P99_MILLIS = 50;
    private static final int LOOKS = 3;
    private static final int CONNECTIONS = 64;
    private static final int CORES = 2;
    private static final double LONGEST_SECONDS = 600;
    private static final int UNMARKED = 10;
    private static final Map<String, Mark> MARKS =
            Map.of("chinese", Mark.of(80), "math", Mark.of(70), "english", Mark.of(50), "theory", Mark.of(150));

    private final int candidates;
    private final String rules;
    private final PrintWriter log;

    private ReleaseBench(int candidates, String rules, PrintWriter log) {
        this.candidates = candidates;
        this.rules = rules;
        this.log = log;
    }

    /** Measures with so many candidates, of whom each tenth has no marks yet. */
    public static List<Figure> run(SeasonReading rules, int candidates, PrintWriter log)
            throws SQLException, IOException {
        return new ReleaseBench(candidates, rules.canonical().orElseThrow(), log).measure();
    }

    private List<Figure> measure() throws SQLException, IOException {
        try (Database database = Database.open(new DatabasePlace.Throwaway(), Mode.THROWAWAY)) {
            fill(database);
            long started = System.nanoTime();
            try (CrowdedServer server = CrowdedServer.start(database, new VirtualClock(FactMill.AT_RELEASE))) {
                double ready = seconds(started);
                told("ready in %.1f s", ready);
                List<Figure> figures = new ArrayList<>();
                figures.add(Figure.atMost("ready with a province in the database", ready, "s", READY_SECONDS));
                List<String> sessions = IntStream.range(0, candidates)
                        .mapToObj(i -> server.session(account(i)))
                        .toList();
                if (!server.context().getBean(ViewProgress.class).awaitHead(Duration.ofMinutes(10))) {
                    throw new IllegalStateException("the views did not come to the end");
                }
                warm(server, sessions);
                figures.addAll(alone(server, sessions));
                figures.addAll(besideImport(server, sessions));
                return figures;
            }
        }
    }

    private void fill(Database database) throws SQLException, IOException {
        long started = System.nanoTime();
        try (Connection connection = database.application().unhurried().connect()) {
            new FactMill(candidates).atRelease(rules, UNMARKED).write(connection);
            connection.createStatement().execute("analyze domain_event_entry");
        }
        told("facts written in %.1f s", seconds(started));
        started = System.nanoTime();
        try (ConfigurableApplicationContext context = Starting.core(database, new VirtualClock(FactMill.AT_RELEASE))) {
            context.getBean(ViewsRebuild.class).rebuild();
            told("views folded in %.1f s", seconds(started));
            context.getBean(ProcessRebuild.class).rebuild(facts -> {});
            told("views and tokens folded in %.1f s", seconds(started));
        }
    }

    private static SignedIn account(int i) {
        return new SignedIn(
                ActorId.of(FactMill.candidate(i)),
                "k" + i,
                Role.CANDIDATE,
                FactMill.point(i),
                FactMill.candidate(i),
                FactMill.SEASON,
                false);
    }

    /** Other requests than those that are measured, so that no page is known yet. */
    private void warm(CrowdedServer server, List<String> sessions) throws IOException {
        List<String> some = sessions.subList(0, Math.min(sessions.size(), 2_000));
        List<String> often = new ArrayList<>();
        for (int i = 0; i < 40_000; i++) {
            often.add(some.get(i % some.size()));
        }
        told(
                "warming up: %s",
                server.visit("release", CONNECTIONS, 0, 60, often).get());
    }

    private List<String> looks(List<String> sessions, int times, long seed) {
        List<String> looks = new ArrayList<>(sessions.size() * times);
        for (int i = 0; i < times; i++) {
            List<String> round = new ArrayList<>(sessions);
            Collections.shuffle(round, new Random(seed + i));
            looks.addAll(round);
        }
        return looks;
    }

    private List<Figure> alone(CrowdedServer server, List<String> sessions) throws IOException {
        double before = CrowdedServer.cpuSeconds();
        double database = CrowdedServer.databaseSeconds();
        Load.Report report = server.visit("release", CONNECTIONS, 0, LONGEST_SECONDS, looks(sessions, LOOKS, 1))
                .get();
        told(
                "release hour: %s; CPU of the server %.1f s, of the database %.1f s",
                report, CrowdedServer.cpuSeconds() - before, CrowdedServer.databaseSeconds() - database);
        return figures("release hour", report, REQUESTS);
    }

    private List<Figure> besideImport(CrowdedServer server, List<String> sessions) throws IOException {
        MassCommands mass = server.context().getBean(MassCommands.class);
        Supplier<Load.Report> load = server.visit("release", CONNECTIONS, 0, LONGEST_SECONDS, looks(sessions, 1, 99));
        long started = System.nanoTime();
        CompletableFuture<Double> imported = CompletableFuture.supplyAsync(() -> {
            MassCommands.Outcome outcome = mass.send(marks(), done -> {});
            if (outcome.refused() > 0) {
                throw new IllegalStateException("marks were refused: " + outcome.refusals());
            }
            return outcome.sent() / seconds(started);
        });
        Load.Report report = load.get();
        boolean ended = imported.isDone();
        double speed = imported.join();
        told("beside an import (%s before the last look): %s", ended ? "ended" : "still going on", report);
        List<Figure> figures =
                new ArrayList<>(figures("release hour beside an import", report, REQUESTS_BESIDE_IMPORT));
        figures.add(Figure.plain("candidates whose marks were imported meanwhile", speed, "candidates/s"));
        return figures;
    }

    private Iterator<List<RecordMarks>> marks() {
        Act act = new Act(
                FactMill.AT_RELEASE, new ActorId("office-1"), Role.EXAM_OFFICE, new OrganisationId("99"), "", "bench");
        return IntStream.range(0, candidates)
                // Not those who were rejected or exempted, nor those who missed the day of the culture exam.
                .filter(i -> i % UNMARKED == 1 && i % 200 != 3 && i % 100 != 0 && i % 50 != 9)
                .mapToObj(i -> List.of(new RecordMarks(FactMill.candidate(i), MARKS, act)))
                .iterator();
    }

    private static List<Figure> figures(String name, Load.Report report, double goal) {
        Load.Kind page = report.kind("page");
        Load.Kind json = report.kind("json");
        long answered = page.requests() + json.requests();
        long fresh = page.statuses().getOrDefault(200, 0L) + json.statuses().getOrDefault(200, 0L);
        long known = page.statuses().getOrDefault(304, 0L) + json.statuses().getOrDefault(304, 0L);
        long kept = report.kind("signed out").statuses().getOrDefault(401, 0L)
                + report.kind("foreign").statuses().getOrDefault(403, 0L);
        long refused =
                report.kind("signed out").requests() + report.kind("foreign").requests();
        if (fresh + known != answered || kept != refused) {
            throw new IllegalStateException("answers that nobody expected: " + report);
        }
        return List.of(
                Figure.atLeast(name + ", status pages and JSON", answered / report.seconds(), "requests/s", goal),
                Figure.atMost(name + ", p99 of pages", page.p99(), "ms", P99_MILLIS),
                Figure.atMost(name + ", p99 of JSON", json.p99(), "ms", P99_MILLIS),
                Figure.plain(name + ", answered 200", 100.0 * fresh / answered, "%"),
                Figure.plain(name + ", answered 304", 100.0 * known / answered, "%"),
                Figure.plain(name + ", refused as they should be", refused, "requests"),
                Figure.plain(
                        name + ", the load's share of the machine",
                        100 * report.cpuSeconds() / (report.seconds() * CORES),
                        "%"));
    }

    private static double seconds(long started) {
        return (System.nanoTime() - started) / 1e9;
    }

    private void told(String format, Object... values) {
        log.println(String.format(Locale.ROOT, format, values));
        log.flush();
    }
}
