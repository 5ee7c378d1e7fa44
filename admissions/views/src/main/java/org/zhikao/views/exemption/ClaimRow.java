package org.zhikao.views.exemption;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.zhikao.admissions.exemption.Stage;
import org.zhikao.admissions.shared.ActorId;
import org.zhikao.admissions.shared.CandidateId;
import org.zhikao.admissions.shared.OrganisationId;
import org.zhikao.admissions.shared.SeasonId;
import org.zhikao.views.Json;
import org.zhikao.views.Rows;
import org.zhikao.views.Table;
import org.zhikao.views.exemption.ClaimCase.Evidence;

/** {@code claim_view}: a claim to a row and back. */
final class ClaimRow {
    static final Table<ClaimCase> TABLE = Table.<ClaimCase>named("claim_view")
            .text("candidate", ClaimCase::candidate)
            .number("claim", ClaimCase::claim)
            .text("season", ClaimCase::season)
            .text("track", ClaimCase::track)
            .text("category", ClaimCase::category)
            .text("point", ClaimCase::point)
            .text("ground", ClaimCase::ground)
            .text("unit", ClaimCase::unit)
            .text("stage", ClaimCase::stage)
            .instant("stage_at", ClaimCase::since)
            .instant("claimed_at", ClaimCase::claimedAt)
            .number("rules", ClaimCase::rules)
            .instant("due", ClaimCase::due)
            .text("asked", ClaimCase::asked)
            .json(
                    "reviewers",
                    c -> Json.write(c.reviewers().stream().map(ActorId::value).toList()))
            .json(
                    "evidence",
                    c -> Json.write(
                            c.evidence().stream().map(ClaimRow::evidence).toList()))
            .text("clause", ClaimCase::clause)
            .text("reason", ClaimCase::reason)
            .text("effect", ClaimCase::effect)
            .text("reviewer", c -> c.handling().reviewer())
            .json("handling", c -> HandlingJson.write(c.handling()))
            .keyedBy(2);

    private ClaimRow() {}

    private static Map<String, String> evidence(Evidence evidence) {
        Map<String, String> small = new LinkedHashMap<>();
        small.put("kind", evidence.kind());
        small.put("digest", evidence.digest());
        small.put("at", evidence.at().toString());
        return small;
    }

    static ClaimCase read(ResultSet row, int number) throws SQLException {
        List<Evidence> evidence = new ArrayList<>();
        for (JsonNode node : Json.read(Rows.text(row, "evidence"))) {
            evidence.add(new Evidence(
                    node.get("kind").textValue(),
                    node.get("digest").textValue(),
                    Instant.parse(node.get("at").textValue())));
        }
        return new ClaimCase(
                new CandidateId(Rows.text(row, "candidate")),
                row.getInt("claim"),
                new SeasonId(Rows.text(row, "season")),
                Rows.text(row, "track"),
                Rows.text(row, "category"),
                new OrganisationId(Rows.text(row, "point")),
                Rows.text(row, "ground"),
                row.getString("unit"),
                Stage.valueOf(Rows.text(row, "stage")),
                Rows.instant(row, "stage_at"),
                Rows.instant(row, "claimed_at"),
                row.getInt("rules"),
                Rows.instantOrNull(row, "due"),
                row.getString("asked"),
                Json.texts(Rows.text(row, "reviewers")).stream()
                        .map(ActorId::new)
                        .toList(),
                evidence,
                row.getString("clause"),
                row.getString("reason"),
                row.getString("effect"),
                HandlingJson.read(Rows.text(row, "handling"), row.getString("reviewer")));
    }
}
