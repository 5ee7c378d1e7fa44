package org.zhikao.views;

import java.time.Duration;
import java.util.Collection;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.TrackingToken;
import org.springframework.jdbc.core.JdbcTemplate;
import org.zhikao.admissions.shared.CandidateId;

/**
 * 视图进度: after an act a page waits, briefly, until the views show its fact; then it says 处理中. Waiting costs one read by
 * primary key each time the views have moved on.
 */
public final class ViewProgress {
    /** Another node may do the projecting: then nothing stirs here, and the row is looked at this often. */
    private static final long LOOK_MILLISECONDS = 50;
    /** The same where this node's projector tells who waits. */
    private static final long LOOK_ANYWAY_MILLISECONDS = 250;

    private final JdbcTemplate jdbc;
    private final ViewVersions versions;
    private final Supplier<Collection<TrackingToken>> tokens;

    /** {@code tokens}: how far each segment of the projector has come, on this node. */
    public ViewProgress(DataSource dataSource, ViewVersions versions, Supplier<Collection<TrackingToken>> tokens) {
        this.jdbc = new JdbcTemplate(dataSource);
        this.versions = versions;
        this.tokens = tokens;
    }

    /** True once the candidate's row shows fact {@code sequence} of the dossier; false when the time is up. */
    public boolean awaitCandidate(CandidateId candidate, long sequence, Duration atMost) {
        Address address = Address.of(candidate.value());
        long end = System.nanoTime() + atMost.toNanos();
        ViewVersions.Expected told = versions.expect(candidate, sequence);
        try {
            while (address.version(jdbc) < sequence) {
                long left = (end - System.nanoTime()) / 1_000_000;
                if (left <= 0) {
                    return false;
                }
                if (told.await(Math.min(left, LOOK_ANYWAY_MILLISECONDS))) {
                    return true;
                }
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            versions.drop(candidate, told);
        }
    }

    /** True once the row of any aggregate shows its fact {@code sequence}; false when the time is up. */
    public boolean awaitAggregate(String aggregate, long sequence, Duration atMost) {
        if (Address.isDossier(aggregate)) {
            return awaitCandidate(new CandidateId(aggregate), sequence, atMost);
        }
        Address address = Address.of(aggregate);
        return await(() -> address.version(jdbc) >= sequence, atMost);
    }

    /**
     * True once the projector of this node has passed every fact that is stored now; false when the time is up. For mass work,
     * between one phase and the next.
     */
    public boolean awaitHead(Duration atMost) {
        Long stored = jdbc.queryForObject("select coalesce(max(global_index), 0) from domain_event_entry", Long.class);
        long head = stored == null ? 0 : stored;
        return await(() -> passed(head), atMost);
    }

    private boolean passed(long head) {
        Collection<TrackingToken> now = tokens.get();
        return head == 0 || (!now.isEmpty() && now.stream().allMatch(token -> passed(token, head)));
    }

    /** A gap that is a stored fact has yet to be handled; any other gap is a number that was never used. */
    private boolean passed(TrackingToken token, long head) {
        if (!(token instanceof GapAwareTrackingToken reached) || reached.getIndex() < head) {
            return false;
        }
        if (reached.getGaps().isEmpty()) {
            return true;
        }
        Long[] gaps = reached.getGaps().toArray(Long[]::new);
        Long missed = jdbc.queryForObject(
                "select count(*) from domain_event_entry where global_index = any(?) and global_index <= ?",
                Long.class,
                gaps,
                head);
        return missed != null && missed == 0;
    }

    private boolean await(BooleanSupplier reached, Duration atMost) {
        long end = System.nanoTime() + atMost.toNanos();
        while (true) {
            long seen = versions.changes();
            if (reached.getAsBoolean()) {
                return true;
            }
            long left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return false;
            }
            try {
                versions.awaitChange(seen, Math.min(left, LOOK_MILLISECONDS));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
    }
}
