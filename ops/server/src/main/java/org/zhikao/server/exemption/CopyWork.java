package org.zhikao.server.exemption;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.zhikao.formats.sealing.DataKey;
import org.zhikao.formats.sealing.SealBroken;
import org.zhikao.formats.sealing.SubjectKeys;
import org.zhikao.server.exemption.SealedChunks.Of;
import org.zhikao.server.exemption.SealedChunks.Part;
import org.zhikao.server.exemption.Uncopyable.Why;
import org.zhikao.server.security.Sealing;
import org.zhikao.web.exemption.EvidenceVault.Kind;

/**
 * 查看件生成: a few workers that make the copies behind the uploads, oldest first. A piece is leased while it is worked on, in
 * short transactions only: a long one would hold back every reader of facts. Who dies leaves a lease that runs out.
 */
public final class CopyWork implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CopyWork.class);
    static final int WORKERS = 2;
    private static final int MOST_ATTEMPTS = 3;
    private static final long PATIENCE_SECONDS = 5;
    private static final long WIND_DOWN_SECONDS = 20;

    private final Sealing sealing;
    private final SealedChunks chunks;
    private final JdbcTemplate jdbc;
    private final MalwareScanner scanner;
    private final ExecutorService workers = Executors.newFixedThreadPool(WORKERS, work -> {
        Thread thread = new Thread(work, "evidence-copies");
        thread.setDaemon(true);
        return thread;
    });
    private final Semaphore waiting = new Semaphore(0);
    private volatile boolean closed;

    public CopyWork(Sealing sealing, JdbcTemplate jdbc, MalwareScanner scanner) {
        this.sealing = sealing;
        this.chunks = new SealedChunks(sealing.sealer(), jdbc);
        this.jdbc = jdbc;
        this.scanner = scanner;
    }

    /** Starts the workers and has the vault tell them of each new piece. */
    public void follow(SealedEvidence vault) {
        vault.whenArrived(waiting::release);
        for (int i = 0; i < WORKERS; i++) {
            workers.execute(this::work);
        }
    }

    /** 待处理材料. */
    private record Task(String candidate, String digest, Kind kind, long bytes, int count, int attempts) {}

    private void work() {
        while (!closed) {
            try {
                if (!step()) {
                    // Also without a word from the vault: another node took it in, or a lease has run out.
                    boolean told = waiting.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS);
                    if (told) {
                        waiting.drainPermits();
                    }
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException | OutOfMemoryError e) {
                // Also an Error: this worker lives on, and the piece comes back when its lease has run out.
                if (!closed) {
                    LOG.error("ADM-EV-001 making copies of evidence failed", e);
                    rest();
                }
            }
        }
    }

    private void rest() {
        try {
            // Told or not: either way there may be work.
            boolean told = waiting.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS);
            LOG.trace("ADM-EV-006 rested, told {}", told);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Makes one copy; false when there is nothing to do. */
    boolean step() {
        Optional<Task> next = lease();
        next.ifPresent(this::copy);
        return next.isPresent();
    }

    private Optional<Task> lease() {
        List<Task> leased = jdbc.query(
                "update evidence_piece set leased = clock_timestamp() + interval '2 minutes', attempts = attempts + 1"
                        + " where (candidate, digest) = (select candidate, digest from evidence_piece"
                        + " where state = 'CHECKING' and (leased is null or leased < clock_timestamp())"
                        + " order by kept_at limit 1 for update skip locked)"
                        + " returning candidate, digest, kind, bytes, chunks, attempts",
                (row, number) -> new Task(
                        row.getString(1),
                        row.getString(2),
                        Kind.valueOf(row.getString(3)),
                        row.getLong(4),
                        row.getInt(5),
                        row.getInt(6)));
        return leased.stream().findFirst();
    }

    private void copy(Task task) {
        SubjectKeys.Holding holding =
                sealing.keys().findAll(List.of(task.candidate())).get(task.candidate());
        DataKey key = holding == null ? null : holding.key().orElse(null);
        if (key == null) {
            unreadable(task, Why.ERASED, null);
            return;
        }
        Of copy = new Of(key, task.digest(), Part.COPY);
        chunks.remove(copy);
        if (task.attempts() > MOST_ATTEMPTS) {
            // Whoever tried it did not come back to say why: not a fourth time.
            unreadable(task, Why.FILE_BROKEN, null);
            return;
        }
        ChunkedFile original =
                new ChunkedFile(chunks, new Of(key, task.digest(), Part.ORIGINAL), task.count(), task.bytes());
        try (SealedChunks.Writer out = chunks.writer(copy)) {
            try (InputStream in = original.stream()) {
                if (!scanner.clean(in)) {
                    throw new Uncopyable(Why.INFECTED, null);
                }
            }
            int pages = 1;
            if (task.kind() == Kind.PDF) {
                pages = Documents.copy(original, out);
            } else {
                Pictures.copy(original, task.kind(), out);
            }
            out.finish();
            ready(task, out, pages);
        } catch (Uncopyable e) {
            chunks.remove(copy);
            unreadable(task, e.why(), e);
        } catch (IOException | SealBroken e) {
            chunks.remove(copy);
            LOG.error("ADM-EV-002 a piece of evidence could not be read, attempt {}", task.attempts(), e);
            if (task.attempts() >= MOST_ATTEMPTS) {
                unreadable(task, Why.FILE_BROKEN, e);
            }
        }
    }

    private void ready(Task task, SealedChunks.Writer out, int pages) {
        jdbc.update(
                "update evidence_piece set state = 'READY', copy_kind = ?, copy_bytes = ?, copy_chunks = ?, pages = ?,"
                        + " leased = null where candidate = ? and digest = ? and state = 'CHECKING'",
                (task.kind() == Kind.PDF ? Kind.PDF : Kind.JPEG).name(),
                out.bytes(),
                out.count(),
                pages,
                task.candidate(),
                task.digest());
    }

    private void unreadable(Task task, Why why, @Nullable Exception cause) {
        LOG.info("ADM-EV-003 no copy of a piece of evidence: {}", why, cause);
        jdbc.update(
                "update evidence_piece set state = 'UNREADABLE', cause = ?, leased = null"
                        + " where candidate = ? and digest = ? and state = 'CHECKING'",
                why.name(),
                task.candidate(),
                task.digest());
    }

    @Override
    public void close() throws InterruptedException {
        closed = true;
        workers.shutdownNow();
        boolean ended = workers.awaitTermination(WIND_DOWN_SECONDS, TimeUnit.SECONDS);
        if (!ended) {
            LOG.warn(
                    "ADM-EV-007 copies of evidence still being made at the end; they are made anew after the next start");
        }
    }
}
