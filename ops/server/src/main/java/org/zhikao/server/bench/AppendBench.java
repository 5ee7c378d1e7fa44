package org.zhikao.server.bench;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventProcessor;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.zhikao.admissions.shared.CandidateCommand;
import org.zhikao.admissions.shared.SeasonId;
import org.zhikao.formats.season.SeasonReading;
import org.zhikao.seeds.Habits;
import org.zhikao.seeds.Population;
import org.zhikao.seeds.SeasonShape;
import org.zhikao.seeds.VirtualSeason;
import org.zhikao.server.Starting;
import org.zhikao.server.axon.CommandBatches;
import org.zhikao.server.axon.KnownDossiers;
import org.zhikao.server.database.Access;
import org.zhikao.server.database.Database;
import org.zhikao.server.database.DatabasePlace;
import org.zhikao.server.database.Mode;
import org.zhikao.server.play.PlayedSeason;
import org.zhikao.server.play.Progress;
import org.zhikao.server.play.SeasonPlay;
import org.zhikao.server.play.Shapes;
import org.zhikao.server.play.VirtualClock;
import org.zhikao.server.work.MassCommands;

/**
 * 追加测速: rows a second that mass work appends through commands, against plain multi-row inserts of the same bytes into an
 * identical table in the same run. Readers rest meanwhile, so that the way of appending is measured and nothing else.
 */
public final class AppendBench {
    private static final double CREATIONS = 0.5;
    private static final double LOADED = 0.25;
    private static final long SEED = 7;
    /** As many as mass work has. */
    private static final int THREADS = 2;
    /** The first of them warms up. */
    private static final int PARTS = 4;

    private static final String COLUMNS = "event_identifier, aggregate_identifier, sequence_number, type, payload_type,"
            + " payload_revision, time_stamp, payload, meta_data";

    private final PrintWriter log;
    private final Database database;
    private final JdbcTemplate jdbc;
    private final MassCommands mass;

    private AppendBench(PrintWriter log, Database database, ConfigurableApplicationContext context) {
        this.log = log;
        this.database = database;
        jdbc = context.getBean(JdbcTemplate.class);
        mass = context.getBean(MassCommands.class);
    }

    /**
     * Measures with so many candidates, in four parts: one to warm up, three of which the median counts.
     *
     * @param log told each measurement
     */
    public static List<Figure> run(String province, SeasonReading rules, int candidates, PrintWriter log)
            throws SQLException {
        SeasonId season = new SeasonId(rules.rules().orElseThrow().id());
        SeasonShape shape = Shapes.of(season, rules.rules().orElseThrow());
        VirtualSeason calendar = VirtualSeason.usual(shape.year(), shape.rounds());
        VirtualClock clock = new VirtualClock(calendar.preparation().drafted());
        Population population = Population.of(SEED, candidates, shape, Habits.usual());
        try (Database database = Database.open(new DatabasePlace.Throwaway(), Mode.THROWAWAY);
                ConfigurableApplicationContext context = Starting.core(database, clock)) {
            context.getBean(EventProcessingConfiguration.class)
                    .eventProcessors()
                    .values()
                    .forEach(EventProcessor::shutDown);
            SeasonPlay play = PlayedSeason.play(
                    context, season, province, rules, population, calendar, clock, SEED, Progress.SILENT);
            List<SeasonPlay.Stage> stages = play.stages();
            stages.get(0).acts().accept(SeasonPlay.Share.EVERYBODY);
            play.open(stages.get(1));
            AppendBench bench = new AppendBench(log, database, context);
            KnownDossiers known = context.getBean(KnownDossiers.class);
            double[] created = bench.inParts("created", all(play.applications().iterator()));
            known.forget();
            double[] loaded = bench.inParts("loaded and appended", all(play.reviews()));
            double plain = bench.plainly();
            double creation = Samples.median(created);
            double load = Samples.median(loaded);
            return List.of(
                    Figure.plain("plain multi-row insert of the same bytes, median of 3", plain, "rows/s"),
                    Figure.plain("creations by command, median of 3", creation, "rows/s"),
                    Figure.atLeast("creations against plain inserts", creation / plain, "times", CREATIONS),
                    Figure.plain("loads and appends by command, median of 3", load, "rows/s"),
                    Figure.atLeast("loads and appends against plain inserts", load / plain, "times", LOADED));
        }
    }

    /** Made before the clock runs: who the candidates are is no part of appending. */
    private static List<List<CandidateCommand>> all(Iterator<? extends Supplier<List<CandidateCommand>>> batches) {
        List<List<CandidateCommand>> made = new ArrayList<>();
        batches.forEachRemaining(batch -> {
            List<CandidateCommand> commands = batch.get();
            if (!commands.isEmpty()) {
                made.add(commands);
            }
        });
        return made;
    }

    /** Rows a second of each quarter but the first, in which the virtual machine warms up. */
    private double[] inParts(String what, List<List<CandidateCommand>> batches) {
        double[] speeds = new double[PARTS - 1];
        for (int part = 0; part < PARTS; part++) {
            List<List<CandidateCommand>> some =
                    batches.subList(batches.size() * part / PARTS, batches.size() * (part + 1) / PARTS);
            long before = rows();
            long started = System.nanoTime();
            MassCommands.Outcome outcome = mass.sendBatches(
                    some.stream()
                            .map(b -> (Supplier<List<CandidateCommand>>) () -> b)
                            .iterator(),
                    done -> {});
            if (outcome.refused() > 0) {
                throw new IllegalStateException("commands were refused: " + outcome.refusals());
            }
            double speed = (rows() - before) / seconds(started);
            told("%s, part %d of %d: %,.0f rows/s", what, part + 1, PARTS, speed);
            if (part > 0) {
                speeds[part - 1] = speed;
            }
        }
        return speeds;
    }

    private long rows() {
        Long rows = jdbc.queryForObject("SELECT count(*) FROM domain_event_entry", Long.class);
        return rows == null ? 0 : rows;
    }

    /** The very rows that commands made, put into a table that is alike to the last index, by as many threads. */
    private double plainly() throws SQLException {
        List<Object[]> rows = jdbc.query(
                "SELECT " + COLUMNS + " FROM domain_event_entry ORDER BY global_index", (row, n) -> new Object[] {
                    row.getString(1),
                    row.getString(2),
                    row.getLong(3),
                    row.getString(4),
                    row.getString(5),
                    row.getString(6),
                    row.getString(7),
                    row.getBytes(8),
                    row.getBytes(9)
                });
        double[] speeds = new double[3];
        for (int run = 0; run < speeds.length; run++) {
            try (Connection owner = database.owner().connect();
                    Statement statement = owner.createStatement()) {
                statement.execute("DROP TABLE IF EXISTS plain_rows");
                statement.execute("CREATE TABLE plain_rows (LIKE domain_event_entry INCLUDING ALL)");
            }
            long started = System.nanoTime();
            insert(rows);
            speeds[run] = rows.size() / seconds(started);
            told("plain inserts: %,.0f rows/s", speeds[run]);
        }
        return Samples.median(speeds);
    }

    private void insert(List<Object[]> rows) {
        ExecutorService pool = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<Integer>> parts = new ArrayList<>();
            for (int t = 0; t < THREADS; t++) {
                List<Object[]> part = rows.subList(rows.size() * t / THREADS, rows.size() * (t + 1) / THREADS);
                parts.add(pool.submit((Callable<Integer>) () -> insert(database.application(), part)));
            }
            for (Future<Integer> part : parts) {
                part.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while inserting", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a plain insert failed", e.getCause());
        } finally {
            pool.shutdownNow();
        }
    }

    private static int insert(Access access, List<Object[]> rows) throws SQLException {
        try (Connection connection = access.connect()) {
            connection.setAutoCommit(false);
            for (int from = 0; from < rows.size(); from += CommandBatches.SIZE) {
                List<Object[]> some = rows.subList(from, Math.min(rows.size(), from + CommandBatches.SIZE));
                String values = "(?, ?, ?, ?, ?, ?, ?, ?, ?), ".repeat(some.size());
                try (PreparedStatement insert = connection.prepareStatement("INSERT INTO plain_rows (" + COLUMNS
                        + ") VALUES " + values.substring(0, values.length() - 2))) {
                    int at = 1;
                    for (Object[] row : some) {
                        for (Object value : row) {
                            insert.setObject(at++, value);
                        }
                    }
                    insert.executeUpdate();
                }
                connection.commit();
            }
            return rows.size();
        }
    }

    private static double seconds(long started) {
        return (System.nanoTime() - started) / 1e9;
    }

    private void told(String format, Object... values) {
        log.println(String.format(Locale.ROOT, format, values));
        log.flush();
    }
}
