package org.zhikao.views;

import java.sql.Connection;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.axonframework.common.DateTimeUtils;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhikao.views.Refolding.Range;

/**
 * 重建视图: all facts folded once more, beside the live tables, which go on being read. Then either both are compared row by
 * row, or the new rows take the old ones' place, in one transaction with the live reader's token.
 *
 * <p>A live reader may go on meanwhile: it loses its claim with the exchange and goes on from the folded head.
 */
public final class ViewsRebuild {
    /** More ranges than threads, so that all threads end about together. */
    private static final int RANGES = 16;

    private static final int SAMPLE = 20_000;
    /** Follows every case id in code point order. */
    private static final String END = "~";
    /** Any number that nothing else locks: the tables beside the live ones are there once. */
    private static final long LOCK = 7_402_519_663_020L;
    /** As far back as a tracking token remembers gaps. */
    private static final int GAPS = 10_000;

    private static final int SHOWN = 20;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final Serializer tokens;
    private final Clock clock;
    private final ViewVersions versions;
    private final int threads;

    /**
     * Rebuilds over {@code dataSource}, which gives {@code threads} + 1 connections at once.
     *
     * @param tokens the serializer of the token store
     */
    public ViewsRebuild(DataSource dataSource, Serializer tokens, Clock clock, ViewVersions versions, int threads) {
        jdbc = new JdbcTemplate(dataSource);
        transaction = new TransactionTemplate(new DataSourceTransactionManager(dataSource));
        this.tokens = tokens;
        this.clock = clock;
        this.versions = versions;
        this.threads = threads;
    }

    /**
     * What was folded.
     *
     * @param head number of the last fact folded
     */
    public record Folded(long facts, long head, List<Rows> rows) {
        /** Rows of one table. */
        public record Rows(String table, long rows) {}
    }

    /** What differs between the live rows and the rows folded anew. */
    public record Comparison(Folded folded, long differences, List<Difference> first) {
        public boolean equal() {
            return differences == 0;
        }
    }

    /** One row that differs; "null" on the side where it is missing. */
    public record Difference(String table, String live, String rebuilt) {}

    private record Head(long index, String before, List<Long> gaps) {}

    /** Folds anew and puts the result in the live tables' place; the live reader goes on from there. */
    public Folded rebuild() {
        return locked(() -> {
            Head head = head();
            Folded folded = fold(head);
            exchange(head);
            versions.forget();
            return folded;
        });
    }

    /** Folds anew and compares; the live tables stay as they are. Facts that come in meanwhile show as differences. */
    public Comparison compare() {
        return locked(() -> {
            Folded folded = fold(head());
            long differences = 0;
            List<Difference> first = new ArrayList<>();
            for (String table : Projection.TABLES) {
                List<Difference> found = differences(table);
                differences += found.size();
                found.stream().limit(SHOWN - first.size()).forEach(first::add);
            }
            return new Comparison(folded, differences, List.copyOf(first));
        });
    }

    private interface Work<T> {
        T run();
    }

    /** One at a time: the lock lives as long as its connection is held. */
    private <T> T locked(Work<T> work) {
        T result = jdbc.execute((Connection connection) -> {
            JdbcTemplate own = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
            Boolean free = own.queryForObject("select pg_try_advisory_lock(?)", Boolean.class, LOCK);
            if (!Boolean.TRUE.equals(free)) {
                throw new IllegalStateException("the views are being rebuilt already");
            }
            try {
                return work.run();
            } finally {
                own.queryForObject("select pg_advisory_unlock(?)", Boolean.class, LOCK);
            }
        });
        if (result == null) {
            throw new IllegalStateException("a rebuild ends in a result");
        }
        return result;
    }

    /**
     * What there is to fold. Every transaction older than the oldest running one has ended, so the facts they wrote are the
     * same set for every query that follows; numbers up to the head outside this set are the token's gaps.
     */
    private Head head() {
        String before =
                required(jdbc.queryForObject("select pg_snapshot_xmin(pg_current_snapshot())::text", String.class));
        long index = required(jdbc.queryForObject(
                "select coalesce(max(global_index), 0) from domain_event_entry where tx < ?::xid8",
                Long.class,
                before));
        List<Long> gaps = jdbc.queryForList(
                "select g from generate_series(greatest(1, ? - ?), ?) g where not exists (select 1 from domain_event_entry e"
                        + " where e.global_index = g and e.tx < ?::xid8)",
                Long.class,
                index,
                GAPS,
                index,
                before);
        return new Head(index, before, gaps);
    }

    private Folded fold(Head head) {
        jdbc.execute("truncate " + tables("rebuilt"));
        AtomicLong facts = new AtomicLong();
        Refolding refolding = new Refolding(jdbc, transaction, new FactReader(), head.before, facts);
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (Range range : ranges()) {
                running.add(pool.submit(() -> refolding.fold(range)));
            }
            for (Future<?> each : running) {
                each.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("the views could not be folded anew", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the rebuild was interrupted", e);
        } finally {
            pool.shutdownNow();
        }
        List<Folded.Rows> rows = Projection.TABLES.stream()
                .map(table -> new Folded.Rows(
                        table, required(jdbc.queryForObject("select count(*) from rebuilt." + table, Long.class))))
                .toList();
        return new Folded(facts.get(), head.index, rows);
    }

    /** Ranges of case ids of about equal size, by a sample. */
    private List<Range> ranges() {
        long rows = required(jdbc.queryForObject(
                "select reltuples::bigint from pg_class where oid = 'public.domain_event_entry'::regclass",
                Long.class));
        long percent = rows <= SAMPLE ? 100 : Math.max(1, 100L * SAMPLE / rows);
        List<String> sample = new ArrayList<>(new TreeSet<>(jdbc.queryForList(
                "select case_id from domain_event_entry tablesample system (" + percent + ") limit " + 4 * SAMPLE,
                String.class)));
        List<Range> ranges = new ArrayList<>();
        String from = "";
        for (int i = 1; i < RANGES; i++) {
            String until = sample.isEmpty() ? "" : sample.get((int) ((long) sample.size() * i / RANGES));
            if (until.compareTo(from) > 0) {
                ranges.add(new Range(from, until));
                from = until;
            }
        }
        ranges.add(new Range(from, END));
        return ranges;
    }

    private void exchange(Head head) {
        SerializedObject<byte[]> token =
                tokens.serialize(GapAwareTrackingToken.newInstance(head.index, head.gaps), byte[].class);
        String now = DateTimeUtils.formatInstant(clock.instant());
        transaction.executeWithoutResult(status -> {
            jdbc.execute("set local transaction_timeout = 0; set local lock_timeout = 0");
            // First, as the live reader takes its own before it touches a row: the other way round each would wait for
            // the
            // other. Without its claim the reader drops what it holds and goes on from this token.
            jdbc.update(
                    "update tokenentry set token = ?, tokentype = ?, timestamp = ?, owner = null where processorname = ?",
                    token.getData(),
                    token.getType().getName(),
                    now,
                    ViewsProjector.GROUP);
            jdbc.execute("truncate " + tables("public"));
            for (String table : Projection.TABLES) {
                jdbc.update("insert into public." + table + " select * from rebuilt." + table);
            }
        });
        jdbc.execute("analyze " + tables("public"));
    }

    private List<Difference> differences(String table) {
        String key = String.join(
                ", ",
                jdbc.queryForList(
                        "select a.attname from pg_index i cross join lateral unnest(i.indkey) with ordinality as k(number, place)"
                                + " join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.number"
                                + " where i.indrelid = ?::regclass and i.indisprimary order by k.place",
                        String.class,
                        "public." + table));
        return jdbc.query(
                "select to_jsonb(l)::text as live, to_jsonb(r)::text as rebuilt from public." + table
                        + " l full join rebuilt." + table + " r using (" + key
                        + ") where row(l.*) is distinct from row(r.*)",
                (row, number) -> new Difference(
                        table, String.valueOf(row.getString("live")), String.valueOf(row.getString("rebuilt"))));
    }

    private static String tables(String schema) {
        return Projection.TABLES.stream().map(t -> schema + "." + t).collect(Collectors.joining(", "));
    }

    private static <T> T required(@Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("the database answered nothing");
        }
        return value;
    }
}
