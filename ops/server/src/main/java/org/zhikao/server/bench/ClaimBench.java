package org.zhikao.server.bench;

import com.zaxxer.hikari.HikariDataSource;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.zhikao.admissions.shared.ActorId;
import org.zhikao.admissions.shared.OrganisationId;
import org.zhikao.admissions.shared.SeasonId;
import org.zhikao.server.database.Database;
import org.zhikao.server.database.DatabasePlace;
import org.zhikao.server.database.Mode;
import org.zhikao.server.exemption.EvidenceLoad;
import org.zhikao.views.Page;
import org.zhikao.views.exemption.ClaimQueries;

/** 免试材料测速: pieces stored and looked up, copies made behind them, a page of a long queue; on a throw-away database. */
public final class ClaimBench {
    private static final double CLAIMS_GOAL = 50;
    private static final double COPIES_GOAL = 15;
    private static final double PAGE_GOAL = 100;
    private static final int COPIES = 600;
    private static final int PAGES = 60;
    private static final int ROWS = 50;
    private static final SeasonId SEASON = new SeasonId("s-bench-2026");

    private ClaimBench() {}

    /** Measures with so many claims of three pieces, and a queue of so many open cases. */
    public static List<Figure> run(int claims, int open, PrintWriter out) {
        try (Database database = Database.open(new DatabasePlace.Throwaway(), Mode.THROWAWAY);
                HikariDataSource pool = ViewBench.pool(database.application());
                EvidenceLoad load = new EvidenceLoad(pool)) {
            List<Figure> figures = new ArrayList<>();
            // A tenth first with nothing behind, the rest with the copies being made meanwhile, as in earnest.
            int alone = Math.max(20, claims / 10);
            double seconds = load.store(alone);
            print(out, "%d claims in %.1f s", alone, seconds);
            figures.add(Figure.plain(
                    "claims of 3 pieces of 300 KiB stored and found, nothing behind", alone / seconds, "claims/s"));
            int copies = Math.min(COPIES, alone * 3);
            seconds = load.copy(copies);
            print(out, "%d copies in %.1f s", copies, seconds);
            figures.add(Figure.atLeast("pictures copied", copies / seconds, "pictures/s", COPIES_GOAL));
            figures.addAll(together(load, alone, claims, out));
            figures.add(queue(pool, open, out));
            return figures;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static List<Figure> together(EvidenceLoad load, int from, int claims, PrintWriter out) {
        long before = load.copied();
        load.copyBehind();
        double seconds = load.store(from, claims);
        long copied = load.copied() - before;
        print(out, "%d claims in %.1f s, %d copies behind them", claims - from, seconds, copied);
        return List.of(
                Figure.atLeast(
                        "claims stored and found, copies being made behind them",
                        (claims - from) / seconds,
                        "claims/s",
                        CLAIMS_GOAL),
                Figure.atLeast("pictures copied meanwhile", copied / seconds, "pictures/s", COPIES_GOAL));
    }

    /** The slowest of twenty is told, over the first pages and from the middle on. */
    private static Figure queue(HikariDataSource pool, int open, PrintWriter out) {
        JdbcTemplate jdbc = new JdbcTemplate(pool);
        jdbc.update(
                "insert into claim_view (candidate, claim, season, track, category, point, ground, stage, stage_at,"
                        + " claimed_at, rules, due, reviewers, evidence) select 'c' || lpad(n::text, 22, '0'), 1, ?, 'spring',"
                        + " 'c01', '99/9901/990101/s' || lpad((n % 800)::text, 4, '0'), 'g' || n % 9,"
                        + " case n % 3 when 0 then 'SECOND_REVIEW' else 'FIRST_REVIEW' end, now(), now(), 1,"
                        + " now() + make_interval(mins => n % 20000), '[]', '[]' from generate_series(1, ?) n",
                SEASON.value(), open);
        jdbc.execute("analyze claim_view");
        ClaimQueries queries = new ClaimQueries(pool);
        ClaimQueries.Filter filter = new ClaimQueries.Filter(
                SEASON,
                new OrganisationId("99"),
                Set.of(),
                new ActorId("a-reviewer"),
                new OrganisationId("99/9901/990101/s0001"));
        double[] milliseconds = new double[PAGES];
        String after = null;
        for (int i = 0; i < PAGES; i++) {
            long started = System.nanoTime();
            Page<ClaimQueries.QueueRow> page = queries.queue(filter, after, ROWS);
            milliseconds[i] = (System.nanoTime() - started) / 1e6;
            if (page.rows().size() < ROWS) {
                throw new IllegalStateException("the queue is shorter than it was made");
            }
            after = page.next();
        }
        java.util.Arrays.sort(milliseconds);
        double p95 = milliseconds[PAGES * 95 / 100];
        print(out, "queue page of %d open cases: median %.1f ms, p95 %.1f ms", open, milliseconds[PAGES / 2], p95);
        return Figure.atMost("a page of a queue of " + open + " open cases, p95", p95, "ms", PAGE_GOAL);
    }

    private static void print(PrintWriter out, String format, Object... values) {
        out.println(String.format(Locale.ROOT, format, values));
        out.flush();
    }
}
