package org.zhikao.server.jobs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.zhikao.admissions.season.rules.SeasonRules;
import org.zhikao.admissions.shared.Act;
import org.zhikao.admissions.shared.CandidateId;
import org.zhikao.admissions.shared.SeasonId;
import org.zhikao.admissions.whatif.Effects;
import org.zhikao.admissions.whatif.Effects.Side;
import org.zhikao.formats.season.SeasonRulesReader;
import org.zhikao.formats.whatif.PastFacts;
import org.zhikao.web.AmendmentWork;

/** 特别修订的逐人影响 as a job: the season's own facts computed by both rules, one row a candidate who fares otherwise. */
final class AmendmentDesk implements AmendmentWork {
    static final String KIND = "AMENDMENT";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final DeskWork jobs;
    private final WhatIfDesk trials;
    private final JdbcTemplate jdbc;
    private final Clock clock;

    AmendmentDesk(DeskWork jobs, WhatIfDesk trials, JdbcTemplate jdbc, Clock clock) {
        this.jobs = jobs;
        this.trials = trials;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public String compute(SeasonId season, int amendment, String rules, Act act) {
        SeasonRules proposed = SeasonRulesReader.require(rules.getBytes(StandardCharsets.UTF_8));
        return jobs.start(season, KIND, act, watch -> {
            PastFacts.Past facts = trials.facts(season, watch);
            List<Object[]> rows = rows(season, amendment, facts, proposed);
            jdbc.update("DELETE FROM amendment_effects WHERE season = ? AND amendment = ?", season.value(), amendment);
            jdbc.update("DELETE FROM amendment_effect WHERE season = ? AND amendment = ?", season.value(), amendment);
            jdbc.batchUpdate(
                    "INSERT INTO amendment_effect (season, amendment, candidate, before, after) VALUES (?, ?, ?, ?, ?)",
                    rows);
            jdbc.update(
                    "INSERT INTO amendment_effects (season, amendment, affected, digest, computed_at) VALUES (?, ?, ?, ?, ?)",
                    season.value(),
                    amendment,
                    rows.size(),
                    digest(rows),
                    Timestamp.from(clock.instant()));
            watch.finished(facts.past().size());
        });
    }

    private static List<Object[]> rows(SeasonId season, int amendment, PastFacts.Past facts, SeasonRules proposed) {
        List<Object[]> rows = new ArrayList<>();
        for (Effects.Effect effect : Effects.of(facts.past(), facts.held(), proposed)) {
            String candidate = facts.candidates().get(effect.candidate());
            rows.add(
                    new Object[] {season.value(), amendment, candidate, write(effect.before()), write(effect.after())});
        }
        rows.sort(Comparator.comparing(row -> (String) row[2]));
        return rows;
    }

    /** Over the rows in the order of the candidates: {@code candidate before after}, one a line. */
    private static String digest(List<Object[]> rows) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            for (Object[] row : rows) {
                sha.update((row[2] + " " + row[3] + " " + row[4] + "\n").getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(sha.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }

    @Override
    public Optional<Computed> computed(SeasonId season, int amendment) {
        return jdbc
                .query(
                        "SELECT affected, digest, computed_at FROM amendment_effects WHERE season = ? AND amendment = ?",
                        (row, number) -> new Computed(
                                row.getInt(1),
                                row.getString(2),
                                row.getTimestamp(3).toInstant()),
                        season.value(),
                        amendment)
                .stream()
                .findFirst();
    }

    @Override
    public List<Affected> affected(SeasonId season, int amendment, String after, int most) {
        return jdbc.query(
                "SELECT candidate, before, after FROM amendment_effect WHERE season = ? AND amendment = ? AND candidate > ?"
                        + " ORDER BY candidate LIMIT ?",
                (row, number) ->
                        new Affected(new CandidateId(row.getString(1)), read(row.getString(2)), read(row.getString(3))),
                season.value(),
                amendment,
                after,
                most);
    }

    @Override
    public List<Own> of(SeasonId season, CandidateId candidate) {
        return jdbc.query(
                "SELECT e.amendment, e.before, e.after FROM amendment_effect e JOIN season_amendment_view a"
                        + " ON a.season = e.season AND a.amendment = e.amendment"
                        + " WHERE e.season = ? AND e.candidate = ? AND a.published_at IS NOT NULL ORDER BY e.amendment",
                (row, number) -> new Own(row.getInt(1), read(row.getString(2)), read(row.getString(3))),
                season.value(),
                candidate.value());
    }

    private static String write(Side side) {
        try {
            return JSON.writeValueAsString(side);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a record of texts is always writable", e);
        }
    }

    private static Side read(String text) {
        try {
            return JSON.readValue(text, Side.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a row that this class did not write: " + text, e);
        }
    }
}
