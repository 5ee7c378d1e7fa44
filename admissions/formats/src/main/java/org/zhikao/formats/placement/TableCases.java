package org.zhikao.formats.placement;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.zhikao.admissions.placement.rank.MeritOrder;
import org.zhikao.admissions.placement.rank.reserve.CallOrder;
import org.zhikao.admissions.scoring.marking.DoubleMarking;
import org.zhikao.admissions.scoring.marking.Fraction;
import org.zhikao.admissions.scoring.marking.GradeScaling;
import org.zhikao.admissions.scoring.marking.PanelScore;
import org.zhikao.formats.placement.PlacementCase.Candidate;
import org.zhikao.formats.placement.PlacementCase.Key;

/** Cases that are tables: call orders, merit orders, marking, scaling, panels. */
final class TableCases {
    /** A letter for the groups (C none, B reserve A, R reserve B, T both) and the place in the ranking. */
    private static final Pattern RANKED = Pattern.compile("[CBRT][1-9][0-9]*");

    private final PlacementCase it;
    private final ObjectNode json = JsonNodeFactory.instance.objectNode();

    private TableCases(PlacementCase it) {
        this.it = it;
        json.put("id", it.id());
    }

    static ObjectNode run(PlacementCase it) throws UnusableInput {
        TableCases table = new TableCases(it);
        switch (it.kind()) {
            case MERIT_ORDER -> table.meritOrder();
            case RESERVE_CALL_ORDER -> table.callOrder();
            default -> table.rows();
        }
        return table.json;
    }

    private void meritOrder() throws UnusableInput {
        List<Candidate> candidates = it.candidates();
        List<Key> keys = it.parameters().keys();
        checkScoreNames(keys);
        long[][] columns = new long[keys.size()][candidates.size()];
        for (int k = 0; k < columns.length; k++) {
            for (int i = 0; i < candidates.size(); i++) {
                columns[k][i] = keys.get(k).of(candidates.get(i).scores());
            }
        }
        boolean drawn = it.parameters().tiePolicy() == CaseParameters.TiePolicy.SYSTEM_ORDER;
        long[] draws = candidates.stream()
                .mapToLong(c -> c.drawNumber() == null ? Long.MAX_VALUE : c.drawNumber())
                .toArray();
        MeritOrder merit = MeritOrder.by(columns, candidates.size(), drawn ? draws : null);
        ObjectNode positions = json.putObject("positions");
        for (int g = 0; g < candidates.size(); g++) {
            int i = merit.candidateAt(g);
            positions.put(candidates.get(i).id(), merit.position(i));
        }
        Long multiplier = it.parameters().packMultiplier();
        if (multiplier == null) {
            json.putNull("packedKeys");
            return;
        }
        ObjectNode packed = json.putObject("packedKeys");
        for (int i = 0; i < candidates.size(); i++) {
            packed.put(candidates.get(i).id(), packed(columns, i, multiplier));
        }
    }

    private void checkScoreNames(List<Key> keys) throws UnusableInput {
        for (int i = 0; i < it.candidates().size(); i++) {
            Set<String> known = it.candidates().get(i).scores().keySet();
            for (Key key : keys) {
                List<String> named = key.max().isEmpty() ? key.sum() : key.max();
                for (String name : named) {
                    if (!known.contains(name)) {
                        throw new UnusableInput(
                                "UNKNOWN_SCORE", "/candidates/" + i + "/scores", "no score is called " + name);
                    }
                }
            }
        }
    }

    private long packed(long[][] columns, int i, long multiplier) throws UnusableInput {
        try {
            long key = columns[0][i];
            for (int k = 1; k < columns.length; k++) {
                key = Math.addExact(Math.multiplyExact(key, multiplier), columns[k][i]);
            }
            return key;
        } catch (ArithmeticException overflow) {
            throw new UnusableInput("TOO_LARGE", "/candidates/" + i + "/scores", "the packed key leaves 64 bits");
        }
    }

    private void callOrder() throws UnusableInput {
        ArrayNode rows = JsonNodeFactory.instance.arrayNode();
        for (int r = 0; r < it.rows().size(); r++) {
            rows.add(callRow(it.rows().get(r), r));
        }
        List<Candidate> ranked = new ArrayList<>(it.candidates());
        ranked.sort(Comparator.comparingInt(Candidate::rank));
        int[] order = order(
                ranked.stream().map(c -> c.reserves().contains("A")).toList(),
                ranked.stream().map(c -> c.reserves().contains("B")).toList(),
                it.parameters().minPercentA(),
                it.parameters().minPercentB());
        ArrayNode callOrder = json.putArray("callOrder");
        IntStream.of(order).forEach(i -> callOrder.add(ranked.get(i).id()));
        json.set("rows", rows);
    }

    private String callRow(JsonNode row, int r) throws UnusableInput {
        List<String> ids = new ArrayList<>();
        for (String id : row.path("ranking").asText().split(" ", -1)) {
            if (!RANKED.matcher(id).matches()) {
                throw new UnusableInput(
                        "NOT_A_RANKING", rowPath(r) + "/ranking", "letters C, B, R, T with places, such as C1 B2");
            }
            ids.add(id);
        }
        int[] order = order(
                ids.stream().map(id -> "BT".indexOf(id.charAt(0)) >= 0).toList(),
                ids.stream().map(id -> "RT".indexOf(id.charAt(0)) >= 0).toList(),
                (int) number(row, "minPercentA", r, 0, 100),
                (int) number(row, "minPercentB", r, 0, 100));
        StringBuilder called = new StringBuilder();
        for (int i : order) {
            called.append(called.isEmpty() ? "" : " ").append(ids.get(i));
        }
        return called.toString();
    }

    private static int[] order(List<Boolean> a, List<Boolean> b, int minA, int minB) {
        boolean[] inA = new boolean[a.size()];
        boolean[] inB = new boolean[b.size()];
        for (int i = 0; i < inA.length; i++) {
            inA[i] = a.get(i);
            inB[i] = b.get(i);
        }
        return CallOrder.of(inA, inB, minA, minB);
    }

    private void rows() throws UnusableInput {
        ArrayNode rows = json.putArray("rows");
        for (int r = 0; r < it.rows().size(); r++) {
            JsonNode row = it.rows().get(r);
            rows.add(
                    switch (it.kind()) {
                        case DOUBLE_MARKING -> doubleMarking(row, r);
                        case GRADE_SCALING -> gradeScaling(row, r);
                        default -> panel(row, r);
                    });
        }
    }

    private ObjectNode doubleMarking(JsonNode row, int r) throws UnusableInput {
        DoubleMarking.EqualDistance equal;
        try {
            equal = DoubleMarking.EqualDistance.valueOf(
                    it.parameters().equalDistance().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw new UnusableInput("UNKNOWN_VALUE", "/parameters/equalDistance", "LOWER_PAIR, HIGHER_PAIR or LEADER");
        }
        DoubleMarking.Score score = new DoubleMarking(it.parameters().threshold(), equal)
                .combine(
                        mark(row, "first", r),
                        mark(row, "second", r),
                        optional(row, "third", r),
                        optional(row, "leader", r));
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        Fraction value = score.score();
        result.put("score", value == null ? null : value.toString());
        return result.put("route", score.route().name());
    }

    private static ObjectNode gradeScaling(JsonNode row, int r) throws UnusableInput {
        long raw = mark(row, "raw", r);
        long low = mark(row, "rawLow", r);
        long high = mark(row, "rawHigh", r);
        long targetLow = mark(row, "targetLow", r);
        long targetHigh = mark(row, "targetHigh", r);
        if (low >= high || targetLow > targetHigh || raw < low || raw > high) {
            throw new UnusableInput("OUT_OF_RANGE", rowPath(r), "rawLow < rawHigh, raw between them, targets in order");
        }
        Fraction exact = new GradeScaling(low, high, targetLow, targetHigh).scale(raw);
        return JsonNodeFactory.instance
                .objectNode()
                .put("exact", exact.toString())
                .put("rounded", exact.roundedHalfUp());
    }

    private ObjectNode panel(JsonNode row, int r) throws UnusableInput {
        JsonNode marks = row.path("marks");
        if (!marks.isArray() || marks.isEmpty()) {
            throw new UnusableInput("EMPTY_LIST", rowPath(r) + "/marks", "at least one mark");
        }
        long[] values = new long[marks.size()];
        for (int k = 0; k < values.length; k++) {
            if (!marks.get(k).isIntegralNumber() || !marks.get(k).canConvertToInt()) {
                throw new UnusableInput("WRONG_TYPE", rowPath(r) + "/marks/" + k, "a whole number is needed here");
            }
            values[k] = marks.get(k).longValue();
        }
        PanelScore.Score score = new PanelScore(
                        it.parameters().scale(),
                        it.parameters().trimFrom(),
                        it.parameters().spreadLimit())
                .of(values);
        return JsonNodeFactory.instance
                .objectNode()
                .put("meanHundredths", score.meanHundredths())
                .put("arbitrate", score.arbitrate());
    }

    private static String rowPath(int r) {
        return "/parameters/rows/" + r;
    }

    private static long mark(JsonNode row, String field, int r) throws UnusableInput {
        return number(row, field, r, Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    private static @Nullable Long optional(JsonNode row, String field, int r) throws UnusableInput {
        return row.hasNonNull(field) ? mark(row, field, r) : null;
    }

    private static long number(JsonNode row, String field, int r, long least, long most) throws UnusableInput {
        JsonNode value = row.path(field);
        if (!value.isIntegralNumber() || !value.canConvertToInt()) {
            throw new UnusableInput("WRONG_TYPE", rowPath(r) + "/" + field, "a whole number is needed here");
        }
        if (value.longValue() < least || value.longValue() > most) {
            throw new UnusableInput("OUT_OF_RANGE", rowPath(r) + "/" + field, least + " to " + most);
        }
        return value.longValue();
    }
}
