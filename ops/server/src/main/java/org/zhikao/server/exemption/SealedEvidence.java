package org.zhikao.server.exemption;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhikao.admissions.shared.CandidateId;
import org.zhikao.formats.sealing.DataKey;
import org.zhikao.formats.sealing.SubjectKeys;
import org.zhikao.server.exemption.SealedChunks.Of;
import org.zhikao.server.exemption.SealedChunks.Part;
import org.zhikao.server.security.Sealing;
import org.zhikao.web.access.SignedIn;
import org.zhikao.web.exemption.EvidenceVault;
import org.zhikao.web.shared.Unusable;

/**
 * 证明材料: looked at once as it comes, then sealed in chunks under the person's key, once a digest. Destroying the key
 * erases them with the person.
 */
public final class SealedEvidence implements EvidenceVault {
    /** 每人份数上限: more is no evidence but a disk being filled. */
    static final int MOST_PIECES = 40;

    private final Sealing sealing;
    private final SealedChunks chunks;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final MalwareScanner scanner;
    private Runnable arrived = () -> {};

    public SealedEvidence(
            Sealing sealing, JdbcTemplate jdbc, TransactionTemplate transaction, Clock clock, MalwareScanner scanner) {
        this.sealing = sealing;
        this.chunks = new SealedChunks(sealing.sealer(), jdbc);
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
        this.scanner = scanner;
    }

    /** Told after each piece is durable, so that its copy is made soon. */
    void whenArrived(Runnable told) {
        arrived = told;
    }

    @Override
    public Piece keep(CandidateId candidate, Incoming file) throws IOException {
        Inspection seen = Inspection.of(file);
        Piece known = of(candidate).get(seen.digest());
        if (known != null) {
            return known;
        }
        try {
            transaction.executeWithoutResult(status -> store(candidate, seen, file));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        arrived.run();
        Piece kept = of(candidate).get(seen.digest());
        if (kept == null) {
            throw new IllegalStateException("kept and not found again: " + seen.digest());
        }
        return kept;
    }

    private void store(CandidateId candidate, Inspection seen, Incoming file) {
        String subject = candidate.value();
        DataKey key = sealing.keys().createAll(List.of(subject)).get(subject);
        if (key == null) {
            throw new IllegalStateException("the key of " + subject + " is sealed or destroyed");
        }
        // Whoever comes second with the same file waits here for the first, and then has nothing left to do.
        int count = (int) ((seen.bytes() + SealedChunks.SIZE - 1) / SealedChunks.SIZE);
        int fresh = jdbc.update(
                "insert into evidence_piece (candidate, digest, kind, bytes, chunks, key_version, state, kept_at)"
                        + " values (?, ?, ?, ?, ?, ?, 'CHECKING', ?) on conflict do nothing",
                subject,
                seen.digest(),
                seen.kind().name(),
                seen.bytes(),
                count,
                key.version(),
                now());
        if (fresh == 0) {
            return;
        }
        Integer pieces =
                jdbc.queryForObject("select count(*) from evidence_piece where candidate = ?", Integer.class, subject);
        if (pieces != null && pieces > MOST_PIECES) {
            throw new Unusable("EVIDENCE_TOO_MANY", Map.of("most", String.valueOf(MOST_PIECES)));
        }
        try (InputStream in = file.open()) {
            if (chunks.write(new Of(key, seen.digest(), Part.ORIGINAL), in) != count) {
                throw new IOException("the file changed while it was read");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Map<String, Piece> of(CandidateId candidate) {
        Map<String, Piece> pieces = new LinkedHashMap<>();
        jdbc.query(
                "select digest, kind, bytes, state, copy_kind, cause, pages, kept_at from evidence_piece"
                        + " where candidate = ? order by kept_at, digest",
                row -> {
                    Piece piece = piece(row);
                    pieces.put(piece.digest(), piece);
                },
                candidate.value());
        return pieces;
    }

    private static Piece piece(ResultSet row) throws SQLException {
        String shown = row.getString(5);
        return new Piece(
                row.getString(1),
                Kind.valueOf(row.getString(2)),
                row.getLong(3),
                State.valueOf(row.getString(4)),
                shown == null ? null : Kind.valueOf(shown),
                row.getString(6),
                row.getInt(7),
                row.getObject(8, OffsetDateTime.class).toInstant());
    }

    @Override
    public Optional<Copy> copy(CandidateId candidate, String digest, SignedIn reader) {
        Optional<DataKey> key = key(candidate.value());
        if (key.isEmpty()) {
            return Optional.empty();
        }
        List<Copy> found = jdbc.query(
                "select copy_kind, copy_bytes, copy_chunks from evidence_piece"
                        + " where candidate = ? and digest = ? and state = 'READY'",
                (row, number) -> new SealedCopy(
                        Kind.valueOf(row.getString(1)),
                        new ChunkedFile(chunks, new Of(key.get(), digest, Part.COPY), row.getInt(3), row.getLong(2))),
                candidate.value(),
                digest);
        if (!found.isEmpty()) {
            jdbc.update(
                    "insert into evidence_reading (candidate, digest, actor, role, read_at) values (?, ?, ?, ?, ?)",
                    candidate.value(),
                    digest,
                    reader.actor().value(),
                    reader.role().name(),
                    now());
        }
        return found.stream().findFirst();
    }

    private record SealedCopy(Kind kind, ChunkedFile file) implements Copy {
        @Override
        public long bytes() {
            return file.length();
        }

        @Override
        public void writeTo(OutputStream out) throws IOException {
            file.writeTo(out);
        }
    }

    @Override
    public List<Reading> readings(CandidateId candidate) {
        return jdbc.query(
                "select digest, actor, role, read_at from evidence_reading where candidate = ?"
                        + " order by read_at desc, number desc limit 200",
                (row, number) -> new Reading(row.getString(1), row.getString(2), row.getString(3), instant(row)),
                candidate.value());
    }

    private static Instant instant(ResultSet row) throws SQLException {
        return row.getObject(4, OffsetDateTime.class).toInstant();
    }

    @Override
    public boolean scanned() {
        return scanner.connected();
    }

    /** The person's key while there is one. */
    private Optional<DataKey> key(String subject) {
        SubjectKeys.Holding holding = sealing.keys().findAll(List.of(subject)).get(subject);
        return holding == null ? Optional.empty() : holding.key();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
