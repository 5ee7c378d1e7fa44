package org.zhikao.views;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.zhikao.admissions.shared.CandidateId;

/**
 * 视图版本: per candidate the number of the last fact the views show, kept in memory, so that a repeated read of a status page
 * is answered without a query.
 *
 * <p>Only who was asked for is remembered; the projector of this node keeps those current. Facts that another node projects
 * are not heard here: with several nodes a reader must be sent to the node that holds its segment, or this stays unused.
 */
public final class ViewVersions {
    private final Map<CandidateId, Long> versions = new ConcurrentHashMap<>();
    /** Whoever waits for a fact is woken by that fact alone: on the last day hundreds wait at any moment. */
    private final Map<CandidateId, List<Expected>> expected = new ConcurrentHashMap<>();

    private final Object changed = new Object();
    private long changes;

    /** The version, if this candidate was asked for before. */
    public OptionalLong known(CandidateId candidate) {
        Long version = versions.get(candidate);
        return version == null ? OptionalLong.empty() : OptionalLong.of(version);
    }

    /** Remembers what a query has read; a newer version that the projector told meanwhile stays. */
    public void read(CandidateId candidate, long version) {
        versions.merge(candidate, version, Math::max);
    }

    /** Somebody who waits until the views show fact {@code sequence} of one candidate. */
    static final class Expected {
        private final long sequence;
        private final CountDownLatch told = new CountDownLatch(1);

        private Expected(long sequence) {
            this.sequence = sequence;
        }

        boolean await(long milliseconds) throws InterruptedException {
            return told.await(milliseconds, TimeUnit.MILLISECONDS);
        }
    }

    /** To be asked for before looking, so that no commit slips by in between; and to be dropped in the end. */
    Expected expect(CandidateId candidate, long sequence) {
        Expected one = new Expected(sequence);
        expected.compute(candidate, (id, others) -> {
            List<Expected> all = others == null ? new CopyOnWriteArrayList<>() : others;
            all.add(one);
            return all;
        });
        return one;
    }

    void drop(CandidateId candidate, Expected one) {
        expected.computeIfPresent(candidate, (id, all) -> {
            all.remove(one);
            return all.isEmpty() ? null : all;
        });
    }

    /** Called after the rows are committed, never before. */
    void committed(Map<CandidateId, Long> written) {
        written.forEach((candidate, version) -> {
            versions.computeIfPresent(candidate, (id, old) -> Math.max(old, version));
            expected.getOrDefault(candidate, List.of()).stream()
                    .filter(one -> one.sequence <= version)
                    .forEach(one -> one.told.countDown());
        });
        stir();
    }

    /** After a rebuild nothing is known. */
    void forget() {
        versions.clear();
        stir();
    }

    private void stir() {
        synchronized (changed) {
            changes++;
            changed.notifyAll();
        }
    }

    /** Counts commits; hand it to {@link #awaitChange} so that none slips by between looking and waiting. */
    public long changes() {
        synchronized (changed) {
            return changes;
        }
    }

    /** Waits until anything was committed since {@code seen}, or until the time is up. */
    void awaitChange(long seen, long milliseconds) throws InterruptedException {
        long end = System.nanoTime() + milliseconds * 1_000_000;
        synchronized (changed) {
            while (changes == seen) {
                long left = (end - System.nanoTime()) / 1_000_000;
                if (left <= 0) {
                    return;
                }
                changed.wait(left);
            }
        }
    }
}
