package org.zhikao.views;

import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
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

    /** Called after the rows are committed, never before. */
    void committed(Map<CandidateId, Long> written) {
        written.forEach(
                (candidate, version) -> versions.computeIfPresent(candidate, (id, old) -> Math.max(old, version)));
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
    long changes() {
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
