package org.zhikao.server.work;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.zhikao.admissions.scoring.Mark;
import org.zhikao.admissions.shared.CandidateId;
import org.zhikao.admissions.shared.SeasonId;

/** 考生名册 of a season, read in one pass by cursor; callers wait for the readers first ({@link Readers}). */
public final class Roll {
    private static final int FETCH = 5_000;
    private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {};

    /** Codes of candidates who take no part: not confirmed, or no longer. */
    private static final Set<String> UNCONFIRMED = Set.of("SUBMITTED", "RETURNED", "REJECTED", "WITHDRAWN");

    private final JdbcTemplate jdbc;
    private final ObjectMapper json = new ObjectMapper();

    public Roll(JdbcTemplate jdbc) {
        JdbcTemplate cursor = new JdbcTemplate(jdbc.getDataSource());
        cursor.setFetchSize(FETCH);
        this.jdbc = cursor;
    }

    /** Everybody who ever applied, by candidate. */
    public List<RollRow> read(SeasonId season) {
        List<RollRow> rows = new ArrayList<>();
        jdbc.query(
                "SELECT * FROM candidate_view WHERE season = ? ORDER BY candidate",
                row -> {
                    rows.add(row(row));
                },
                season.value());
        return rows;
    }

    /** Approved grounds by candidate. */
    public Map<CandidateId, List<String>> grounds(SeasonId season) {
        Map<CandidateId, List<String>> grounds = new LinkedHashMap<>();
        jdbc.query(
                "SELECT candidate, ground FROM claim_view WHERE season = ? AND stage = 'APPROVED' ORDER BY candidate, claim",
                row -> {
                    grounds.computeIfAbsent(new CandidateId(row.getString(1)), k -> new ArrayList<>())
                            .add(row.getString(2));
                },
                season.value());
        return grounds;
    }

    /** Units asked for by approved claims that admit without exam, by candidate. */
    public Map<CandidateId, String> exemptUnits(SeasonId season) {
        Map<CandidateId, String> units = new LinkedHashMap<>();
        jdbc.query(
                "SELECT candidate, unit FROM claim_view WHERE season = ? AND stage = 'APPROVED'"
                        + " AND effect = 'FULL_FREE' AND unit IS NOT NULL ORDER BY candidate, claim DESC",
                row -> {
                    units.put(new CandidateId(row.getString(1)), row.getString(2));
                },
                season.value());
        return units;
    }

    private RollRow row(ResultSet row) throws SQLException {
        JsonNode result = tree(row.getString("result"));
        String status = row.getString("status");
        String stage = row.getString("preference_stage");
        String run = row.getString("run");
        String list = row.getString("list");
        return new RollRow(
                new CandidateId(row.getString("candidate")),
                row.getString("track"),
                row.getString("category"),
                row.getString("kind"),
                row.getString("point"),
                !UNCONFIRMED.contains(status),
                row.getBoolean("exempt"),
                row.getString("ticket"),
                marks(row.getString("marks")),
                row.getString("release") != null,
                row.getBoolean("eligible"),
                result == null ? List.of() : json.convertValue(result.path("failed"), TEXTS),
                list == null ? "" : list,
                (Integer) row.getObject("rank"),
                row.getInt("preference_round"),
                stage == null ? "" : stage,
                texts(row.getString("preferences")),
                row.getInt("outcome_round"),
                run == null ? "" : run,
                row.getBoolean("last_round"),
                row.getString("offer_unit"),
                status.equals("OFFER_DECLINED"));
    }

    private Map<String, Mark> marks(@Nullable String text) {
        Map<String, Mark> marks = new LinkedHashMap<>();
        JsonNode node = tree(text);
        if (node != null) {
            node.fields()
                    .forEachRemaining(e -> marks.put(
                            e.getKey(),
                            e.getValue().isNumber()
                                    ? Mark.of(e.getValue().longValue())
                                    : new Mark(Mark.Status.valueOf(e.getValue().textValue()), 0)));
        }
        return marks;
    }

    private List<String> texts(@Nullable String text) {
        JsonNode node = tree(text);
        return node == null ? List.of() : json.convertValue(node, TEXTS);
    }

    private @Nullable JsonNode tree(@Nullable String text) {
        try {
            return text == null ? null : json.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a view column holds no JSON", e);
        }
    }
}
