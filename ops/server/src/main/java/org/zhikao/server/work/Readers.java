package org.zhikao.server.work;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.springframework.jdbc.core.JdbcTemplate;

/** The readers of facts, waited for: mass work reads a view only when that view has seen every fact. */
public final class Readers {
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(20);

    private static final long WHOLE = 1L << 30;

    private final EventProcessingConfiguration processing;
    private final JdbcTemplate jdbc;
    private final List<String> names;

    public Readers(EventProcessingConfiguration processing, JdbcTemplate jdbc, List<String> names) {
        this.processing = processing;
        this.jdbc = jdbc;
        this.names = List.copyOf(names);
    }

    /** Waits until every reader has passed the last fact there is now; {@link IllegalStateException} when it takes longer. */
    public void awaitHead(Duration most) {
        Long head = jdbc.queryForObject("SELECT coalesce(max(global_index), 0) FROM domain_event_entry", Long.class);
        long until = System.nanoTime() + most.toNanos();
        for (String name : names) {
            while (!passed(name, head == null ? 0 : head)) {
                if (System.nanoTime() > until) {
                    throw new IllegalStateException(
                            "the reader " + name + " is behind fact " + head + " after " + most);
                }
                LockSupport.parkNanos(PAUSE);
            }
        }
    }

    private boolean passed(String name, long index) {
        Map<Integer, EventTrackerStatus> segments = processing
                .eventProcessor(name, StreamingEventProcessor.class)
                .orElseThrow(() -> new IllegalStateException("no reader named " + name))
                .processingStatus();
        // A segment that nobody holds just now has not passed anything: those held must cover all cases together.
        long covered = segments.values().stream()
                .mapToLong(s -> WHOLE / (s.getSegment().getMask() + 1L))
                .sum();
        return covered == WHOLE
                && segments.values().stream()
                        .allMatch(s -> s.getCurrentPosition().isPresent()
                                && s.getCurrentPosition().getAsLong() >= index);
    }
}
