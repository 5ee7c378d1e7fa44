package org.zhikao.server.exemption;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.zhikao.admissions.shared.CandidateId;
import org.zhikao.formats.sealing.DataKey;
import org.zhikao.formats.sealing.Place;
import org.zhikao.formats.sealing.SubjectKeys;
import org.zhikao.server.security.Sealing;
import org.zhikao.web.exemption.ObjectionBox;

/** 异议书: sealed with the person it is about, so that it goes when the person's particulars go. */
final class SealedObjections implements ObjectionBox {
    private final Sealing sealing;
    private final JdbcTemplate jdbc;
    private final Clock clock;

    SealedObjections(Sealing sealing, JdbcTemplate jdbc, Clock clock) {
        this.sealing = sealing;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private static Place place(CandidateId candidate, int claim) {
        return new Place(candidate.value(), "exemption.objection", "1", "/" + claim);
    }

    @Override
    public String keep(CandidateId candidate, int claim, String statement) {
        String subject = candidate.value();
        DataKey key = sealing.keys().createAll(List.of(subject)).get(subject);
        if (key == null) {
            throw new IllegalStateException("the key of " + subject + " is sealed or destroyed");
        }
        byte[] sealed =
                sealing.sealer().sealBytes(key, place(candidate, claim), statement.getBytes(StandardCharsets.UTF_8));
        String digest = HexFormat.of().formatHex(sha256(sealed));
        jdbc.update(
                "insert into objection_statement (candidate, claim, digest, sealed, kept_at) values (?, ?, ?, ?, ?)"
                        + " on conflict do nothing",
                subject,
                claim,
                digest,
                sealed,
                clock.instant().atOffset(ZoneOffset.UTC));
        return digest;
    }

    @Override
    public Map<String, String> open(CandidateId candidate, int claim) {
        Map<String, String> statements = new LinkedHashMap<>();
        SubjectKeys.Holding holding =
                sealing.keys().findAll(List.of(candidate.value())).get(candidate.value());
        DataKey key = holding == null ? null : holding.key().orElse(null);
        if (key == null) {
            return statements;
        }
        jdbc.query(
                "select digest, sealed from objection_statement where candidate = ? and claim = ? order by kept_at, digest",
                row -> {
                    byte[] plain = sealing.sealer().openBytes(key, place(candidate, claim), row.getBytes(2));
                    statements.put(row.getString(1), new String(plain, StandardCharsets.UTF_8));
                },
                candidate.value(),
                claim);
        return statements;
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
