package org.zhikao.server.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.zhikao.admissions.registration.RegistrationEvent.ApplicationSubmitted;
import org.zhikao.admissions.shared.ActorId;
import org.zhikao.admissions.shared.EventNames;
import org.zhikao.admissions.shared.Role;
import org.zhikao.admissions.shared.SeasonId;
import org.zhikao.formats.season.SeasonReading;
import org.zhikao.seeds.FictionalCandidate;
import org.zhikao.seeds.Habits;
import org.zhikao.seeds.Population;
import org.zhikao.seeds.SeasonShape;
import org.zhikao.seeds.VirtualSeason;
import org.zhikao.server.database.Database;
import org.zhikao.server.database.DatabasePlace;
import org.zhikao.server.database.Mode;
import org.zhikao.server.play.PlayedSeason;
import org.zhikao.server.play.Progress;
import org.zhikao.server.play.SeasonPlay;
import org.zhikao.server.play.Shapes;
import org.zhikao.server.play.VirtualClock;
import org.zhikao.server.security.DemonstrationDesk;
import org.zhikao.server.security.DemonstrationDesk.Visitor;
import org.zhikao.web.access.SignedIn;

/**
 * 报名截止日: candidates who are signed in apply by the pages, as a browser does: the form, the page of answers, sending, the
 * receipt. First at a rate that must be served, then at one that cannot be, when the surplus must be told to come back and
 * nothing that was accepted may be missing. New sign-ins go on beside it.
 */
public final class LastDayBench {
    private static final double RATE = 300;
    private static final double RUSH = 2_000;
    private static final double P99_MILLIS = 500;
    private static final int CONNECTIONS = 128;
    private static final int RUSH_CONNECTIONS = 512;
    private static final int SIGN_IN_CONNECTIONS = 2;
    private static final int FOUND = 302;
    private static final int COME_BACK = 429;
    private static final long SEED = 7;
    /** No longer than what is measured. */
    private static final double WARM_SECONDS = 20;

    /** No longer than what is measured. */
    private static final double RUSH_SECONDS = 30;

    private static final int SIGN_INS = 4_000;

    private final PrintWriter log;
    private final CrowdedServer server;
    private final Population population;
    private final SeasonId season;
    private int begun;

    private LastDayBench(PrintWriter log, CrowdedServer server, Population population, SeasonId season) {
        this.log = log;
        this.server = server;
        this.population = population;
        this.season = season;
    }

    /** @param seconds how long the rate that must be served is kept up */
    public static List<Figure> run(String province, SeasonReading rules, double seconds, PrintWriter log)
            throws SQLException, IOException {
        SeasonId season = new SeasonId(rules.rules().orElseThrow().id());
        SeasonShape shape = Shapes.of(season, rules.rules().orElseThrow());
        VirtualSeason calendar = VirtualSeason.usual(shape.year(), shape.rounds());
        VirtualClock clock = new VirtualClock(calendar.preparation().drafted());
        int people = (int) (RATE * (seconds + 2 * warm(seconds)) + RUSH * rush(seconds)) + SIGN_INS;
        Population population = Population.of(SEED, people, shape, Habits.usual());
        try (Database database = Database.open(new DatabasePlace.Throwaway(), Mode.THROWAWAY);
                CrowdedServer server = CrowdedServer.start(database, clock)) {
            SeasonPlay play = PlayedSeason.play(
                    server.context(), season, province, rules, population, calendar, clock, SEED, Progress.SILENT);
            play.stages().get(0).acts().accept(SeasonPlay.Share.EVERYBODY);
            play.open(play.stages().get(1));
            return new LastDayBench(log, server, population, season).measure(seconds);
        }
    }

    private static double warm(double seconds) {
        return Math.min(WARM_SECONDS, seconds);
    }

    private static double rush(double seconds) {
        return Math.min(RUSH_SECONDS, seconds);
    }

    private List<Figure> measure(double seconds) throws IOException {
        List<String> newcomers = newcomers();
        told(
                "warming up: %s",
                applications(CONNECTIONS, RATE / 2, warm(seconds)).get());
        told("warming up: %s", applications(CONNECTIONS, RATE, warm(seconds)).get());
        long before = stored();
        double cpu = CrowdedServer.cpuSeconds();
        double database = CrowdedServer.databaseSeconds();
        Supplier<Load.Report> signIns = server.visit("sign-in", SIGN_IN_CONNECTIONS, 0, seconds, newcomers);
        Load.Report served = applications(CONNECTIONS, RATE, seconds).get();
        Load.Report signedIn = signIns.get();
        told("served: %s", served);
        told(
                "CPU of the server %.1f s, of the database %.1f s; signed in meanwhile: %s",
                CrowdedServer.cpuSeconds() - cpu, CrowdedServer.databaseSeconds() - database, signedIn);
        long accepted = accepted(served);
        whole(before, accepted);
        Load.Kind application = served.kind("application");
        List<Figure> figures = new ArrayList<>();
        figures.add(Figure.atLeast(
                "last day, applications accepted", accepted / served.seconds(), "applications/s", 0.99 * RATE));
        figures.add(Figure.atMost("last day, p99 of sending", application.p99(), "ms", P99_MILLIS));
        figures.add(
                Figure.plain("last day, p99 of the form", served.kind("form").p99(), "ms"));
        figures.add(Figure.plain(
                "last day, p99 of the receipt", served.kind("receipt").p99(), "ms"));
        figures.add(Figure.plain(
                "last day, told to come back",
                application.statuses().getOrDefault(COME_BACK, 0L)
                        + served.kind("form").statuses().getOrDefault(COME_BACK, 0L),
                "applications"));
        figures.add(Figure.plain(
                "last day, sign-ins beside it",
                signedIn.kind("sign-in").statuses().getOrDefault(FOUND, 0L) / signedIn.seconds(),
                "sign-ins/s"));
        figures.add(Figure.plain(
                "last day, p99 of a sign-in", signedIn.kind("sign-in").p99(), "ms"));
        figures.addAll(rushed(rush(seconds)));
        return figures;
    }

    private List<Figure> rushed(double seconds) throws IOException {
        long before = stored();
        Load.Report rush = applications(RUSH_CONNECTIONS, RUSH, seconds).get();
        told("rush: %s", rush);
        long accepted = accepted(rush);
        whole(before, accepted);
        long back = rush.kinds().values().stream()
                .mapToLong(kind -> kind.statuses().getOrDefault(COME_BACK, 0L))
                .sum();
        return List.of(
                Figure.plain("rush, offered", RUSH, "applications/s"),
                Figure.plain("rush, accepted and all of them stored", accepted / rush.seconds(), "applications/s"),
                Figure.plain("rush, told to come back", back / rush.seconds(), "applications/s"),
                Figure.plain("rush, had not been begun when time was up", rush.waiting(), "applications"),
                Figure.plain("rush, p99 of sending", rush.kind("application").p99(), "ms"));
    }

    /** Whatever the pages accepted is in the event table, once. */
    private void whole(long before, long accepted) {
        long now = stored();
        if (now - before != accepted) {
            throw new IllegalStateException(
                    accepted + " applications were accepted and " + (now - before) + " are stored");
        }
    }

    private static long accepted(Load.Report report) {
        report.kinds()
                .forEach((kind, told) -> told.statuses().keySet().forEach(status -> {
                    if (status != 200 && status != FOUND && status != COME_BACK) {
                        throw new IllegalStateException("nobody expected " + status + " for " + kind + ": " + report);
                    }
                }));
        return report.kind("application").statuses().getOrDefault(FOUND, 0L);
    }

    private long stored() {
        Long stored = server.context()
                .getBean(JdbcTemplate.class)
                .queryForObject(
                        "SELECT count(*) FROM domain_event_entry WHERE payload_type = ?",
                        Long.class,
                        EventNames.nameOf(ApplicationSubmitted.class.getName()));
        return stored == null ? 0 : stored;
    }

    private Supplier<Load.Report> applications(int connections, double rate, double seconds) throws IOException {
        int from = begun;
        begun += (int) (rate * seconds);
        List<String> visitors =
                IntStream.range(from, begun).mapToObj(this::applicant).toList();
        return server.visit("apply", connections, rate, seconds, visitors);
    }

    private String applicant(int i) {
        FictionalCandidate c = population.candidate(i);
        Map<String, String> form = new LinkedHashMap<>();
        form.put("name", c.particulars().name());
        form.put("identity", c.particulars().identityNumber());
        form.put("phone", c.particulars().phone());
        form.put("track", c.track());
        form.put("category", c.category());
        form.put("kind", c.kind());
        return server.session(account(c)) + "\t" + LoadVisits.form(form);
    }

    private SignedIn account(FictionalCandidate c) {
        return new SignedIn(ActorId.of(c.id()), "k" + c.index(), Role.CANDIDATE, c.point(), c.id(), season, false);
    }

    /** Accounts with a password, from the end of the population. */
    private List<String> newcomers() {
        List<Visitor> visitors = IntStream.range(population.size() - SIGN_INS, population.size())
                .mapToObj(population::candidate)
                .map(c -> Visitor.candidate("k" + c.index(), c.id(), season, c.point(), ""))
                .toList();
        DemonstrationDesk.over(server.context()).open(visitors);
        return visitors.stream()
                .map(v -> v.account().login() + "\t" + DemonstrationDesk.PASSWORD)
                .toList();
    }

    private void told(String format, Object... values) {
        log.println(String.format(Locale.ROOT, format, values));
        log.flush();
    }
}
