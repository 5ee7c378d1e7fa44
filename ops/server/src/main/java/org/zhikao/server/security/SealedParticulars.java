package org.zhikao.server.security;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhikao.admissions.registration.RegistrationEvent.ParticularsCorrected;
import org.zhikao.admissions.registration.RegistrationEvent.ParticularsRecorded;
import org.zhikao.admissions.shared.CandidateId;
import org.zhikao.admissions.shared.EventNames;
import org.zhikao.admissions.shared.Sealed;
import org.zhikao.admissions.shared.SeasonId;
import org.zhikao.formats.sealing.DataKey;
import org.zhikao.formats.sealing.IdentityNumber;
import org.zhikao.formats.sealing.Place;
import org.zhikao.formats.sealing.SubjectKeys;
import org.zhikao.views.registration.ParticularsReader;
import org.zhikao.web.registration.ParticularsDesk;
import org.zhikao.web.shared.Unusable;

/** 个人信息: sealed on the way in, opened from the facts themselves on the way out; nowhere in clear in between. */
public final class SealedParticulars implements ParticularsDesk, ParticularsReader {
    private static final String RECORDED = EventNames.nameOf(ParticularsRecorded.class.getName());
    private static final String CORRECTED = EventNames.nameOf(ParticularsCorrected.class.getName());

    private final Sealing sealing;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;

    public SealedParticulars(Sealing sealing, JdbcTemplate jdbc, TransactionTemplate transaction) {
        this.sealing = sealing;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    @Override
    public Sealed seal(CandidateId candidate, SeasonId season, SortedMap<String, String> fields, boolean correction) {
        String subject = candidate.value();
        DataKey key = transaction.execute(status -> {
            note(season, subject, new IdentityNumber(fields.getOrDefault("identityNumber", "")));
            return sealing.keys().createAll(List.of(subject)).get(subject);
        });
        if (key == null) {
            throw new IllegalStateException("the key of " + subject + " is sealed or destroyed");
        }
        return sealing.sealer().sealAll(key, place(candidate, correction ? CORRECTED : RECORDED), fields);
    }

    private static Place place(CandidateId candidate, String name) {
        return name.equals(CORRECTED) ? ParticularsPlace.corrected(candidate) : ParticularsPlace.recorded(candidate);
    }

    /** One row a person and season: the number of another candidate is refused, a corrected one replaces the former. */
    private void note(SeasonId season, String subject, IdentityNumber number) {
        byte[] digest = sealing.index().of(number);
        jdbc.update(
                "delete from identity_index where season = ? and subject = ? and digest <> ?",
                season.value(),
                subject,
                digest);
        jdbc.update(
                "insert into identity_index (season, digest, subject) values (?, ?, ?) on conflict do nothing",
                season.value(),
                digest,
                subject);
        String holder = jdbc.queryForObject(
                "select subject from identity_index where season = ? and digest = ?",
                String.class,
                season.value(),
                digest);
        if (!subject.equals(holder)) {
            throw new Unusable("IDENTITY_TAKEN");
        }
    }

    private record Stored(CandidateId candidate, String name, Sealed particulars) {}

    @Override
    public Map<CandidateId, Particulars> read(Collection<CandidateId> candidates) {
        if (candidates.isEmpty()) {
            return Map.of();
        }
        String[] ids = candidates.stream().map(CandidateId::value).toArray(String[]::new);
        List<Stored> stored = jdbc.query(
                "select distinct on (aggregate_identifier) aggregate_identifier, payload_type, payload"
                        + " from domain_event_entry where aggregate_identifier = any(?) and payload_type in (?, ?)"
                        + " order by aggregate_identifier, sequence_number desc",
                (row, number) -> new Stored(
                        new CandidateId(row.getString(1)),
                        row.getString(2),
                        StoredParticulars.read(new String(row.getBytes(3), StandardCharsets.UTF_8))),
                ids,
                RECORDED,
                CORRECTED);
        Map<String, SubjectKeys.Holding> keys = sealing.keys().findAll(List.of(ids));
        Map<CandidateId, Particulars> opened = new HashMap<>();
        stored.forEach(one ->
                opened.put(one.candidate(), open(one, keys.get(one.candidate().value()))));
        return opened;
    }

    private Particulars open(Stored stored, SubjectKeys.@Nullable Holding holding) {
        if (holding == null || holding.state() != SubjectKeys.State.ACTIVE) {
            return new Particulars(Map.of(), true);
        }
        return new Particulars(
                sealing.sealer()
                        .openAll(
                                holding.key().orElseThrow(),
                                place(stored.candidate(), stored.name()),
                                stored.particulars()),
                false);
    }
}
