package org.zhikao.server.axon;

import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * 事实到达即读: readers of facts are woken by the commit instead of looking every half second, so that a page shows an act after
 * some hundredths of a second.
 *
 * <p>A fact is read only when every transaction older than its own has ended; that end tells nobody. So a commit wakes the
 * readers several times, further and further apart. Facts of other nodes are found by looking twice a second.
 */
final class WakingEventStore extends EmbeddedEventStore {
    private static final Logger LOG = LoggerFactory.getLogger(WakingEventStore.class);
    /** Milliseconds between a commit and the first look, the first and the second, and so on. */
    private static final long[] LOOKS = {2, 20, 40, 80, 160};

    private static final long ANYWAY_MILLISECONDS = 500;

    private final Set<Tail> tails = ConcurrentHashMap.newKeySet();
    /** Which of {@link #LOOKS} comes next; -1 while all were taken and nobody is waiting. */
    private final AtomicInteger look = new AtomicInteger(-1);

    private final ScheduledExecutorService waker = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "facts-waker");
        thread.setDaemon(true);
        return thread;
    });

    WakingEventStore(Builder builder) {
        this(builder, ANYWAY_MILLISECONDS);
    }

    /** {@code anyway}: milliseconds after which readers look although nobody woke them. */
    WakingEventStore(Builder builder, long anyway) {
        super(builder);
        waker.scheduleWithFixedDelay(this::wake, anyway, anyway, TimeUnit.MILLISECONDS);
    }

    @Override
    protected void afterCommit(List<? extends EventMessage<?>> events) {
        super.afterCommit(events);
        // Looks under way start over: not more than one series runs, however many commits there are.
        if (look.getAndSet(0) < 0) {
            next(0);
        }
    }

    private void next(int number) {
        if (!waker.isShutdown()) {
            waker.schedule(this::lookAgain, LOOKS[number], TimeUnit.MILLISECONDS);
        }
    }

    private void lookAgain() {
        wake();
        int taken = look.getAndUpdate(number -> number + 1 < LOOKS.length ? number + 1 : -1);
        if (taken + 1 < LOOKS.length) {
            next(taken + 1);
        }
    }

    private void wake() {
        for (Tail tail : tails) {
            try {
                tail.callback.run();
            } catch (RuntimeException e) {
                // A reader that is being shut down; the others are still to be woken.
                LOG.warn("ADM-LOG-002 a reader of facts could not be woken", e);
            }
        }
    }

    @Override
    public TrackingEventStream openStream(@Nullable TrackingToken token) {
        Tail tail = new Tail(token);
        tails.add(tail);
        return tail;
    }

    @Override
    public void shutDown() {
        waker.shutdownNow();
        super.shutDown();
    }

    /** One reader's place among the facts: a page at a time from the database, used by one thread. */
    private final class Tail implements TrackingEventStream {
        private @Nullable TrackingToken last;
        private Iterator<? extends TrackedEventMessage<?>> page = Collections.emptyIterator();
        private @Nullable TrackedEventMessage<?> next;
        private volatile Runnable callback = () -> {};

        private Tail(@Nullable TrackingToken token) {
            last = token;
        }

        private @Nullable TrackedEventMessage<?> look() {
            if (next == null) {
                if (!page.hasNext()) {
                    page = storageEngine().readEvents(last, false).iterator();
                }
                next = page.hasNext() ? page.next() : null;
            }
            return next;
        }

        @Override
        public Optional<TrackedEventMessage<?>> peek() {
            return Optional.ofNullable(look());
        }

        /** Looks again every few milliseconds until the time is up; pooled readers never wait here. */
        @Override
        public boolean hasNextAvailable(int timeout, TimeUnit unit) {
            long end = System.nanoTime() + unit.toNanos(timeout);
            while (look() == null) {
                long left = end - System.nanoTime();
                if (left <= 0) {
                    return false;
                }
                LockSupport.parkNanos(Math.min(left, TimeUnit.MILLISECONDS.toNanos(LOOKS[1])));
            }
            return true;
        }

        @Override
        public TrackedEventMessage<?> nextAvailable() {
            TrackedEventMessage<?> found = look();
            while (found == null) {
                hasNextAvailable(1, TimeUnit.SECONDS);
                found = look();
            }
            last = found.trackingToken();
            next = null;
            return found;
        }

        @Override
        public boolean setOnAvailableCallback(Runnable ready) {
            callback = ready;
            return true;
        }

        @Override
        public void close() {
            tails.remove(this);
        }
    }
}
