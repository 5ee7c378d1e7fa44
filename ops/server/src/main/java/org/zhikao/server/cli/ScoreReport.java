package org.zhikao.server.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.zhikao.admissions.scoring.engine.CalculationSheet;
import org.zhikao.admissions.scoring.engine.RankedLists;
import org.zhikao.admissions.scoring.engine.ScoreEngine;
import org.zhikao.admissions.scoring.engine.Scores;
import org.zhikao.formats.scoring.ScoreInput;

/** The lists of one scoring run: programmes where candidates stated positions, else the track's own division. */
final class ScoreReport {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final ScoreEngine engine;
    private final ScoreInput input;
    private final List<String> ids;
    private final Scores scores;
    private final boolean programmes;

    ScoreReport(ScoreEngine engine, ScoreInput input) {
        this.engine = engine;
        this.input = input;
        ids = input.candidates();
        scores = engine.score(input.cohort());
        programmes = !input.positions().isEmpty();
    }

    /** Whether the tie-break order is published, so that ranks may be given. */
    boolean ranked() {
        return engine.track().ranking().ties() != null;
    }

    List<String> lists() {
        if (programmes) {
            return List.copyOf(input.positions().keySet());
        }
        List<String> names = new ArrayList<>();
        for (int l = 0; l < engine.lists().size(); l++) {
            int list = l;
            boolean used = java.util.stream.IntStream.range(0, ids.size()).anyMatch(i -> scores.list(i) == list);
            if (used) {
                names.add(engine.lists().get(l));
            }
        }
        return names;
    }

    private record Row(int candidate, int rank) {}

    private List<Row> rows(String list) {
        List<Row> rows = new ArrayList<>();
        if (programmes) {
            Map<Integer, Integer> positions = input.positions().getOrDefault(list, Map.of());
            int[] members =
                    positions.keySet().stream().mapToInt(Integer::intValue).toArray();
            int[] places =
                    positions.values().stream().mapToInt(Integer::intValue).toArray();
            RankedLists ranks = engine.rank(scores, members, places, null);
            for (int i : members) {
                rows.add(new Row(i, rank(ranks, i)));
            }
        } else {
            int index = engine.lists().indexOf(list);
            RankedLists ranks = engine.rank(scores);
            for (int i = 0; i < ids.size(); i++) {
                if (scores.list(i) == index) {
                    rows.add(new Row(i, rank(ranks, i)));
                }
            }
        }
        rows.sort(Comparator.comparingInt((Row r) -> r.rank() == 0 ? Integer.MAX_VALUE : r.rank())
                .thenComparing(r -> ids.get(r.candidate())));
        return rows;
    }

    private int rank(RankedLists ranks, int candidate) {
        return ranked() ? ranks.rank(candidate) : 0;
    }

    ArrayNode json(String list) {
        ArrayNode array = NODES.arrayNode();
        for (Row row : rows(list)) {
            int i = row.candidate();
            CalculationSheet sheet = engine.sheet(input.cohort(), i);
            ObjectNode node = array.addObject()
                    .put("list", list)
                    .put("candidate", ids.get(i))
                    .put("total", sheet.total());
            ObjectNode components = node.putObject("components");
            ArrayNode steps = NODES.arrayNode();
            for (CalculationSheet.Step s : sheet.steps()) {
                if (s.kind() == CalculationSheet.Kind.COMPONENT) {
                    components.put(s.subject(), s.counted());
                }
                steps.addObject()
                        .put("step", s.kind().name())
                        .put("subject", s.subject())
                        .put("name", s.name())
                        .put("entered", s.entered())
                        .put("counted", s.counted())
                        .put("weight", s.weight())
                        .put("how", s.how())
                        .put("clause", s.clause())
                        .put("sitting", s.sitting());
            }
            node.put("eligible", sheet.eligible());
            ArrayNode failed = node.putArray("failed");
            sheet.failed().forEach(r -> failed.add(r.name()));
            node.set("rank", row.rank() == 0 ? NODES.nullNode() : NODES.numberNode(row.rank()));
            node.set("sheet", steps);
        }
        return array;
    }

    void csv(List<String> lists, PrintWriter out) {
        List<String> components = engine.components();
        out.println("list,candidate,total," + String.join(",", components) + ",eligible,failed,rank");
        for (String list : lists) {
            for (ObjectNode row : nodes(list)) {
                List<String> cells =
                        new ArrayList<>(List.of(list, row.get("candidate").asText(), text(row, "total")));
                components.forEach(c -> cells.add(row.get("components").path(c).asText("")));
                List<String> failed = new ArrayList<>();
                row.get("failed").forEach(f -> failed.add(f.asText()));
                cells.add(row.get("eligible").asText());
                cells.add(String.join(";", failed));
                cells.add(text(row, "rank"));
                out.println(
                        String.join(",", cells.stream().map(ScoreReport::cell).toList()));
            }
        }
    }

    private List<ObjectNode> nodes(String list) {
        List<ObjectNode> nodes = new ArrayList<>();
        json(list).forEach(n -> nodes.add((ObjectNode) n));
        return nodes;
    }

    private static String text(ObjectNode row, String key) {
        return row.get(key).isNull() ? "" : row.get(key).asText();
    }

    /** Quotes what CSV needs quoted and disarms what a spreadsheet would run as a formula. */
    private static String cell(String text) {
        String safe = !text.isEmpty() && "=+-@".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        boolean quote = safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n');
        return quote ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
