package org.zhikao.server.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the log close behind the facts while the application runs; every node may run one, one of them works. */
public final class Follower implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Follower.class);
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final Duration STOP = Duration.ofSeconds(20);

    /** Where connections come from: a pool or an access of our own. */
    @FunctionalInterface
    public interface Connections {
        Connection connect() throws SQLException;
    }

    private final Sequencer sequencer;
    private final Connections connections;
    private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "ledger");
        thread.setDaemon(true);
        return thread;
    });

    public Follower(Sequencer sequencer, Connections connections) {
        this.sequencer = sequencer;
        this.connections = connections;
    }

    public void start() {
        worker.scheduleWithFixedDelay(this::follow, 0, PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void follow() {
        try (Connection connection = connections.connect()) {
            sequencer.drain(connection);
        } catch (SQLException | RuntimeException e) {
            // The facts are safe without their leaves; the next round tries again and the lag shows.
            LOG.error("ADM-LOG-001 the log could not follow the facts", e);
        }
    }

    /** Lets the batch at work end. */
    @Override
    public void close() {
        worker.shutdown();
        try {
            if (!worker.awaitTermination(STOP.toMillis(), TimeUnit.MILLISECONDS)) {
                worker.shutdownNow();
            }
        } catch (InterruptedException e) {
            worker.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
