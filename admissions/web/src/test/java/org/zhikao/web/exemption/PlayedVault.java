package org.zhikao.web.exemption;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zhikao.admissions.shared.CandidateId;
import org.zhikao.web.Played;
import org.zhikao.web.access.SignedIn;

/** A vault that keeps digests only: one piece can be seen, one is being checked, one cannot be seen. */
public final class PlayedVault implements EvidenceVault {
    public static final String READY = "ab12".repeat(16);
    private final Map<String, Piece> pieces = new LinkedHashMap<>();

    public PlayedVault() {
        put(READY, Kind.PDF, State.READY, null);
        put("cd34".repeat(16), Kind.JPEG, State.CHECKING, null);
        put("ef56".repeat(16), Kind.PNG, State.UNREADABLE, "FILE_TRUNCATED");
    }

    private void put(String digest, Kind kind, State state, String cause) {
        Kind shown = state == State.READY ? kind : null;
        pieces.put(digest, new Piece(digest, kind, 300_000, state, shown, cause, 1, Played.AT));
    }

    @Override
    public Piece keep(CandidateId candidate, Incoming file) throws IOException {
        try (InputStream in = file.open()) {
            String digest = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(in.readAllBytes()));
            put(digest, Kind.PDF, State.CHECKING, null);
            return Optional.ofNullable(pieces.get(digest)).orElseThrow();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Map<String, Piece> of(CandidateId candidate) {
        return Map.copyOf(pieces);
    }

    @Override
    public Optional<Copy> copy(CandidateId candidate, String digest, SignedIn reader) {
        if (!digest.equals(READY)) {
            return Optional.empty();
        }
        byte[] bytes = "%PDF-1.4".getBytes(StandardCharsets.US_ASCII);
        return Optional.of(new Copy() {
            @Override
            public Kind kind() {
                return Kind.PDF;
            }

            @Override
            public long bytes() {
                return bytes.length;
            }

            @Override
            public void writeTo(OutputStream out) throws IOException {
                out.write(bytes);
            }
        });
    }

    @Override
    public List<Reading> readings(CandidateId candidate) {
        return List.of(new Reading(READY, "a-demo-reviewer", "REVIEWER", Played.AT));
    }

    @Override
    public boolean scanned() {
        return false;
    }
}
