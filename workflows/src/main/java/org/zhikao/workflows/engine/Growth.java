package org.zhikao.workflows.engine;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Tells the planner while tables grow from empty.
 *
 * <p>PostgreSQL keeps the plan of its referential checks by connection; made while the engine's tables were empty, it stays a
 * sequential scan and halves the ingress. Autovacuum comes too late, an ANALYZE replaces the plan at once. It is done each
 * time the rows have grown fourfold, so a season pays for about ten of them.
 */
final class Growth implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Growth.class);
    private static final long FIRST = 400;
    private static final int FACTOR = 4;
    /** The batch that crossed the mark is about to commit. */
    private static final long UNTIL_COMMITTED_MILLIS = 100;

    private final JdbcTemplate jdbc;
    private final AtomicLong rows = new AtomicLong();
    private final AtomicLong next;
    private final AtomicBoolean under = new AtomicBoolean();
    private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "workflow-analyze");
        thread.setDaemon(true);
        return thread;
    });

    Growth(DataSource dataSource, boolean on) {
        this.jdbc = new JdbcTemplate(dataSource);
        this.next = new AtomicLong(on ? FIRST : Long.MAX_VALUE);
    }

    /** Counts rows added; the ANALYZE itself runs beside the ingress, and sees what is committed by then. */
    void rows(int added) {
        if (rows.addAndGet(added) >= next.get() && under.compareAndSet(false, true)) {
            worker.schedule(this::analyze, UNTIL_COMMITTED_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private void analyze() {
        try {
            jdbc.execute("analyze act_ru_execution, act_ru_task, act_ru_job, workflow_position,"
                    + " workflow_pending, workflow_duty");
            next.set(Math.max(FIRST, rows.get()) * FACTOR);
        } catch (DataAccessException e) {
            LOG.warn("ADM-WF-001 tables were not analyzed, moving tokens may be slow until they are", e);
        } finally {
            under.set(false);
        }
    }

    /** After the tables have been emptied. */
    void restart() {
        rows.set(0);
        if (next.get() != Long.MAX_VALUE) {
            next.set(FIRST);
        }
    }

    @Override
    public void close() {
        worker.shutdownNow();
    }
}
