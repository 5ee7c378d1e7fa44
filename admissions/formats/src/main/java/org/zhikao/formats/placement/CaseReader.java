package org.zhikao.formats.placement;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zhikao.formats.placement.PlacementCase.Candidate;
import org.zhikao.formats.placement.PlacementCase.Filing;
import org.zhikao.formats.placement.PlacementCase.Key;
import org.zhikao.formats.placement.PlacementCase.Unit;

/** 读取案例: one case, or a file with a {@code cases} list; every error of a case is reported, with its JSON pointer. */
public final class CaseReader {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_INTEGER_FOR_INTS)
            .disable(JsonParser.Feature.INCLUDE_SOURCE_IN_LOCATION)
            .build();

    private static final Set<String> CASE = Set.of(
            "schema",
            "id",
            "mechanism",
            "parameters",
            "candidates",
            "units",
            "expected",
            "source",
            "sourceKind",
            "note");
    private static final Set<String> PARAMETERS = Set.of(
            "tiePolicy",
            "seatRule",
            "choiceRankBreaksTies",
            "line",
            "bandSizes",
            "proposingSide",
            "ranksAt",
            "rounds",
            "maxUnits",
            "refillRounds",
            "waitlistPercent",
            "silence",
            "refillAfterAudit",
            "ratioRounding",
            "majorRule",
            "minPercentA",
            "minPercentB",
            "keys",
            "packMultiplier",
            "rows",
            "threshold",
            "equalDistance",
            "trimFrom",
            "spreadLimit",
            "scale");
    private static final Set<String> CANDIDATE = Set.of(
            "id",
            "preferences",
            "supplementaryPreferences",
            "orderKey",
            "ranks",
            "drawNumber",
            "category",
            "filings",
            "supplementaryFilings",
            "answerPolicy",
            "auditOk",
            "passed",
            "rank",
            "reserves",
            "scores");
    private static final Set<String> UNIT = Set.of("id", "quota", "accepts", "line", "parent", "fileRatioPercent");

    private CaseReader() {}

    /** 读取结果: a case, or why it cannot be used. */
    public record Read(String id, @Nullable PlacementCase placementCase, List<InputError> errors) {}

    /** Reads bytes: one case, or several under {@code cases}. */
    public static List<Read> read(byte[] json) throws UnusableInput {
        JsonNode root = parse(json);
        if (!root.isObject()) {
            throw new UnusableInput("NOT_A_CASE", "", "an object with a case or with a list 'cases' is needed");
        }
        if (!root.has("cases")) {
            return List.of(readCase(root, ""));
        }
        JsonNode cases = root.get("cases");
        if (!cases.isArray()) {
            throw new UnusableInput("WRONG_TYPE", "/cases", "a list is needed here");
        }
        List<Read> all = new ArrayList<>();
        for (int k = 0; k < cases.size(); k++) {
            all.add(readCase(cases.get(k), "/cases/" + k));
        }
        return all;
    }

    private static JsonNode parse(byte[] json) throws UnusableInput {
        try {
            return JSON.readTree(TextBytes.decoded(json));
        } catch (JsonProcessingException e) {
            String where = e.getLocation() == null
                    ? ""
                    : e.getLocation().getLineNr() + ":" + e.getLocation().getColumnNr();
            throw new UnusableInput("NOT_JSON", where, e.getOriginalMessage());
        } catch (IOException e) {
            throw new UnusableInput("NOT_JSON", "", String.valueOf(e.getMessage()));
        }
    }

    private static Read readCase(JsonNode node, String path) {
        List<InputError> errors = new ArrayList<>();
        Fields fields = Fields.of(node, path, errors);
        fields.only(CASE);
        String id = fields.text("id");
        String mechanism = fields.text("mechanism");
        Optional<CaseKind> kind = CaseKind.named(mechanism);
        if (kind.isEmpty()) {
            if (!mechanism.isEmpty()) {
                fields.error("UNKNOWN_MECHANISM", "mechanism", "no mechanism is called " + mechanism);
            }
            return new Read(id, null, errors);
        }
        PlacementCase read = new PlacementCase(
                id,
                kind.get(),
                parameters(fields.has("parameters") ? fields.get("parameters") : JSON.createObjectNode(), path, errors),
                candidates(fields, path, errors),
                units(fields, path, errors),
                fields.get("parameters").path("rows").isArray()
                        ? items(fields.get("parameters").path("rows"))
                        : List.of());
        if (errors.isEmpty()) {
            new CaseChecks(read, path, errors).run();
        }
        return new Read(id, errors.isEmpty() ? read : null, List.copyOf(errors));
    }

    private static List<JsonNode> items(JsonNode array) {
        List<JsonNode> items = new ArrayList<>();
        array.forEach(items::add);
        return items;
    }

    private static CaseParameters parameters(JsonNode node, String path, List<InputError> errors) {
        Fields p = Fields.of(node, path + "/parameters", errors);
        p.only(PARAMETERS);
        p.items("rows");
        List<Integer> bands = new ArrayList<>();
        for (long size : p.longs("bandSizes")) {
            if (size < 1 || size > Integer.MAX_VALUE) {
                p.error("OUT_OF_RANGE", "bandSizes", "a band has at least one choice");
            } else {
                bands.add((int) size);
            }
        }
        List<Key> keys = new ArrayList<>();
        for (JsonNode key : p.items("keys")) {
            Fields k = Fields.of(key, path + "/parameters/keys/" + keys.size(), errors);
            k.only(Set.of("name", "sum", "max"));
            String name = k.text("name");
            List<String> sum = k.texts("sum");
            keys.add(new Key(name, sum.isEmpty() ? List.of(name) : sum, k.texts("max")));
        }
        return new CaseParameters(
                p.choice("tiePolicy", CaseParameters.TiePolicy.class),
                p.choice("seatRule", CaseParameters.SeatRule.class),
                p.flag("choiceRankBreaksTies", false),
                p.optionalLong("line"),
                List.copyOf(bands),
                one(p, "proposingSide", "UNIT", "CANDIDATE"),
                one(p, "ranksAt", "PARENT", "UNIT"),
                p.integer("rounds", 1, 1, 100),
                p.has("maxUnits") ? p.integer("maxUnits", 1, 1, 1_000) : null,
                p.integer("refillRounds", 0, 0, 1_000),
                p.integer("waitlistPercent", 0, 0, 1_000_000),
                one(p, "silence", "DROP_ALL", "DROP_OFFERS"),
                p.flag("refillAfterAudit", false),
                one(p, "ratioRounding", "CEIL", "FLOOR"),
                one(p, "majorRule", "CHOICE_FIRST", "SCORE_FIRST"),
                p.integer("minPercentA", 0, 0, 100),
                p.integer("minPercentB", 0, 0, 100),
                List.copyOf(keys),
                p.optionalLong("packMultiplier"),
                p.integer("threshold", 0, 0, Integer.MAX_VALUE),
                or(p.optionalText("equalDistance"), "LOWER_PAIR"),
                p.integer("trimFrom", 5, 3, 1_000),
                p.integer("spreadLimit", Integer.MAX_VALUE, 0, Integer.MAX_VALUE),
                p.integer("scale", 1, 1, 1_000_000));
    }

    private static String or(@Nullable String text, String otherwise) {
        return text == null ? otherwise : text;
    }

    /** True for {@code yes}, false for {@code no} or nothing. */
    private static boolean one(Fields p, String field, String yes, String no) {
        String value = p.optionalText(field);
        if (value != null && !value.equals(yes) && !value.equals(no)) {
            p.error("UNKNOWN_VALUE", field, "one of " + yes + ", " + no);
        }
        return yes.equals(value);
    }

    private static List<Candidate> candidates(Fields fields, String path, List<InputError> errors) {
        List<Candidate> all = new ArrayList<>();
        for (JsonNode node : fields.items("candidates")) {
            all.add(candidate(node, path + "/candidates/" + all.size(), errors));
        }
        return all;
    }

    private static Candidate candidate(JsonNode node, String path, List<InputError> errors) {
        Fields c = Fields.of(node, path, errors);
        c.only(CANDIDATE);
        String answer = c.optionalText("answerPolicy");
        if (answer != null && !answer.equals("SILENT") && !answer.equals("BEST_OFFER")) {
            c.error("UNKNOWN_VALUE", "answerPolicy", "one of BEST_OFFER, SILENT");
        }
        return new Candidate(
                c.text("id"),
                List.copyOf(c.texts("preferences")),
                List.copyOf(c.textLists("supplementaryPreferences")),
                List.copyOf(c.longs("orderKey")),
                ranks(c),
                c.optionalLong("drawNumber"),
                c.optionalText("category"),
                filings(c, "filings", path, errors),
                filings(c, "supplementaryFilings", path, errors),
                "SILENT".equals(answer),
                c.flag("auditOk", true),
                c.flag("passed", true),
                c.integer("rank", 0, 1, Integer.MAX_VALUE),
                List.copyOf(c.texts("reserves")),
                c.longsByName("scores"));
    }

    private static @Nullable Map<String, Integer> ranks(Fields c) {
        if (!c.has("ranks")) {
            return null;
        }
        Map<String, Integer> ranks = new LinkedHashMap<>();
        c.longsByName("ranks").forEach((unit, rank) -> {
            if (rank < 1 || rank >= Integer.MAX_VALUE) {
                c.error("OUT_OF_RANGE", "ranks/" + unit, "1 is the best rank");
            } else {
                ranks.put(unit, rank.intValue());
            }
        });
        return ranks;
    }

    private static List<Filing> filings(Fields c, String field, String path, List<InputError> errors) {
        List<Filing> all = new ArrayList<>();
        for (JsonNode node : c.items(field)) {
            Fields f = Fields.of(node, path + "/" + field + "/" + all.size(), errors);
            f.only(Set.of("unit", "majors", "acceptsAdjustment"));
            all.add(new Filing(f.text("unit"), List.copyOf(f.texts("majors")), f.flag("acceptsAdjustment", false)));
        }
        return List.copyOf(all);
    }

    private static List<Unit> units(Fields fields, String path, List<InputError> errors) {
        List<Unit> all = new ArrayList<>();
        for (JsonNode node : fields.items("units")) {
            Fields u = Fields.of(node, path + "/units/" + all.size(), errors);
            u.only(UNIT);
            if (!u.has("quota")) {
                u.error("MISSING_FIELD", "quota", "seats are needed");
            }
            all.add(new Unit(
                    u.text("id"),
                    u.integer("quota", 0, 0, 10_000_000),
                    u.has("accepts") ? List.copyOf(u.texts("accepts")) : null,
                    u.optionalLong("line"),
                    u.optionalText("parent"),
                    u.integer("fileRatioPercent", 100, 1, 1_000)));
        }
        return all;
    }
}
