package org.zhikao.server.security;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.zhikao.admissions.shared.CandidateId;
import org.zhikao.admissions.shared.Sealed;
import org.zhikao.formats.sealing.DataKey;
import org.zhikao.formats.sealing.Place;
import org.zhikao.formats.sealing.SubjectKeys;
import org.zhikao.web.exemption.EvidenceVault;

/** 证明材料: files sealed under the person's key, bound to their digest; destroying the key erases them with the person. */
public final class SealedEvidence implements EvidenceVault {
    private static final String WHAT = "exemption.evidence";

    private final Sealing sealing;
    private final JdbcTemplate jdbc;
    private final Clock clock;

    public SealedEvidence(Sealing sealing, JdbcTemplate jdbc, Clock clock) {
        this.sealing = sealing;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public void keep(CandidateId candidate, String digest, File file) {
        String subject = candidate.value();
        DataKey key = sealing.keys().createAll(List.of(subject)).get(subject);
        if (key == null) {
            throw new IllegalStateException("the key of " + subject + " is sealed or destroyed");
        }
        Sealed sealed = sealing.sealer()
                .seal(key, place(subject, digest), Base64.getEncoder().encodeToString(file.bytes()));
        jdbc.update(
                "insert into evidence_file (candidate, digest, sealed, media_type, kept_at) values (?, ?, ?, ?, ?)"
                        + " on conflict do nothing",
                subject,
                digest,
                (sealed.key() + "\n" + sealed.digest() + "\n" + sealed.cipher()).getBytes(StandardCharsets.US_ASCII),
                file.mediaType(),
                clock.instant().atOffset(ZoneOffset.UTC));
    }

    private static Place place(String subject, String digest) {
        return new Place(subject, WHAT, "1", "/" + digest);
    }

    @Override
    public Optional<File> open(CandidateId candidate, String digest) {
        SubjectKeys.Holding holding =
                sealing.keys().findAll(List.of(candidate.value())).get(candidate.value());
        if (holding == null || holding.state() != SubjectKeys.State.ACTIVE) {
            return Optional.empty();
        }
        return jdbc
                .query(
                        "select sealed, media_type from evidence_file where candidate = ? and digest = ?",
                        (row, number) -> new File(
                                row.getString(2),
                                bytes(holding.key().orElseThrow(), place(candidate.value(), digest), row.getBytes(1))),
                        candidate.value(),
                        digest)
                .stream()
                .findFirst();
    }

    private byte[] bytes(DataKey key, Place place, byte[] stored) {
        String[] parts = new String(stored, StandardCharsets.US_ASCII).split("\n", -1);
        return Base64.getDecoder().decode(sealing.sealer().open(key, place, new Sealed(parts[0], parts[2], parts[1])));
    }
}
