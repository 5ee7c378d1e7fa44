package org.zhikao.views.exemption;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.zhikao.admissions.exemption.Assessment;
import org.zhikao.admissions.exemption.Stage;
import org.zhikao.admissions.shared.ActorId;
import org.zhikao.views.Json;
import org.zhikao.views.exemption.ClaimCase.Handling;

/** 经办情况 as one JSON column: read with the case, never searched; who has it in hand is a column of its own. */
final class HandlingJson {
    private HandlingJson() {}

    static String write(Handling h) {
        Map<String, Object> map = new LinkedHashMap<>();
        put(map, "effective", h.effective());
        put(map, "noticeUntil", h.noticeUntil());
        put(map, "appealUntil", h.appealUntil());
        map.put("refused", h.refused());
        if (h.attested() != null) {
            map.put("attested", h.attested());
        }
        map.put("objections", h.objections());
        map.put("openObjections", h.openObjections());
        put(map, "resumes", h.resumes());
        if (h.assessment() != null) {
            map.put("assessment", written(h.assessment()));
        }
        return Json.write(map);
    }

    private static void put(Map<String, Object> map, String key, @Nullable Object value) {
        if (value != null) {
            map.put(key, value.toString());
        }
    }

    private static Map<String, Object> written(Assessment a) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("match", a.match().name());
        map.put("register", a.register());
        put(map, "source", a.source());
        put(map, "entry", a.entry());
        map.put("reason", a.reason());
        map.put("table", a.table());
        map.put("tableDigest", a.tableDigest());
        map.put("inputs", a.inputs());
        map.put("rows", a.rows());
        map.put("proposal", a.proposal().name());
        return map;
    }

    static Handling read(String json, @Nullable String reviewer) {
        JsonNode h = Json.read(json);
        String resumes = text(h, "resumes");
        return new Handling(
                reviewer == null ? null : new ActorId(reviewer),
                instant(h, "effective"),
                instant(h, "noticeUntil"),
                instant(h, "appealUntil"),
                h.path("refused").asInt(),
                h.has("attested") ? Boolean.valueOf(h.get("attested").booleanValue()) : null,
                h.path("objections").asInt(),
                h.path("openObjections").asInt(),
                resumes == null ? null : Stage.valueOf(resumes),
                h.has("assessment") ? assessment(h.get("assessment")) : null);
    }

    private static Assessment assessment(JsonNode a) {
        Map<String, String> inputs = new TreeMap<>();
        a.get("inputs")
                .properties()
                .forEach(input -> inputs.put(input.getKey(), input.getValue().textValue()));
        List<Integer> rows = new ArrayList<>();
        a.get("rows").forEach(row -> rows.add(row.intValue()));
        return new Assessment(
                Assessment.Match.valueOf(a.get("match").textValue()),
                a.get("register").textValue(),
                text(a, "source"),
                text(a, "entry"),
                a.get("reason").textValue(),
                a.get("table").textValue(),
                a.get("tableDigest").textValue(),
                inputs,
                rows,
                Assessment.Proposal.valueOf(a.get("proposal").textValue()));
    }

    private static @Nullable String text(JsonNode node, String key) {
        return node.has(key) ? node.get(key).textValue() : null;
    }

    private static @Nullable Instant instant(JsonNode node, String key) {
        String text = text(node, key);
        return text == null ? null : Instant.parse(text);
    }
}
