package org.zhikao.audit.replay;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * 简单规则, read from the published text and stated a second time: components as entered, weighted sums, fixed lines, a chain
 * of ties. A track that needs more is {@link NotPlain}.
 */
final class PlainRules {
    private static final Set<String> COMPONENT_BEYOND = Set.of("conversion", "sittings", "derived");
    private static final Set<String> CULTURE = Set.of("CULTURE", "ACADEMIC_LEVEL");
    private static final Set<String> SKILL = Set.of("THEORY", "OPERATION", "ADAPTABILITY", "CERTIFICATE");

    final String id;
    final List<Component> components = new ArrayList<>();
    final Map<String, List<Integer>> parts = new LinkedHashMap<>();
    final List<Gate> gates = new ArrayList<>();
    final List<Line> lines = new ArrayList<>();
    /** Exemptions that hold by kind and category alone, without evidence or review. */
    private final List<When> exempt = new ArrayList<>();

    final List<Key> keys = new ArrayList<>();
    final boolean positionBreaksTies;
    final String absent;
    final String zeroBars;
    final String listBy;
    final String terminal;
    final String mechanism;
    final Set<String> audience;
    final List<SeparateList> separate = new ArrayList<>();
    final BigInteger denominator;
    final int decimals;

    /** 适用条件 over kind and category alone. */
    record When(List<String> kinds, List<String> notKinds, List<String> categories, List<String> notCategories) {
        static When of(@Nullable Json when) {
            if (when == null) {
                return new When(List.of(), List.of(), List.of(), List.of());
            }
            if (Stream.of("any", "all", "none").anyMatch(f -> !when.list(f).isEmpty())) {
                throw new NotPlain("a condition on facts");
            }
            return new When(
                    when.texts("kinds"), when.texts("notKinds"), when.texts("categories"), when.texts("notCategories"));
        }

        boolean admits(String kind, String category) {
            return (kinds.isEmpty() || kinds.contains(kind))
                    && !notKinds.contains(kind)
                    && (categories.isEmpty() || categories.contains(category))
                    && !notCategories.contains(category);
        }
    }

    /** 科目: {@code weight} is the numerator over the common denominator, 0 outside the total. */
    record Component(String id, String kind, boolean required, When when, BigInteger weight) {}

    /** 控制线: {@code of} are component indices, empty for the total. */
    record Line(
            String id,
            String on,
            List<Integer> of,
            @Nullable Long atLeast,
            When when,
            String reason) {}

    /** 前置条件: by a fact on record, or by a counted mark of at least {@code atLeast}. */
    record Gate(@Nullable Integer component, long atLeast, List<Integer> opens, When when, String reason) {}

    /** 同分比较项. */
    record Key(String by, List<Integer> of, boolean ascending) {}

    /** 单列名单. */
    record SeparateList(String id, When when) {}

    PlainRules(Json season, Json track) {
        id = track.text("id");
        decimals = decimals(season);
        Json total = track.at("total");
        refuse(total.find("round") != null, "rounding of the total");
        Map<String, BigDecimal[]> weights = weights(total);
        denominator = denominator(weights);
        components(track, weights);
        for (Json part : track.list("parts")) {
            parts.put(
                    part.text("id"),
                    part.texts("components").stream().map(this::index).toList());
        }
        for (Json gate : track.list("gates")) {
            gates.add(gate(gate));
        }
        for (Json exemption : track.list("exemptions")) {
            exempt(exemption);
        }
        for (Json line : track.list("minimums")) {
            refuse(line.find("level") != null, "lines by level");
            lines.add(line(line));
        }
        Json attendance = track.find("attendance");
        absent = attendance == null ? "NO_TOTAL" : attendance.text("absent", "NO_TOTAL");
        zeroBars = attendance == null ? "NOTHING" : attendance.text("zeroBars", "NOTHING");
        Json ranking = track.at("ranking");
        boolean position = false;
        for (Json tie : ranking.list("ties")) {
            boolean here = tie.text("by").equals("PREFERENCE_POSITION");
            position |= here;
            if (!here) {
                keys.add(key(tie));
            }
        }
        positionBreaksTies = position;
        listBy = ranking.text("listBy", "TRACK");
        terminal = ranking.text("terminal", "UNSTATED");
        Json placement = track.find("placement");
        mechanism = placement == null ? "" : placement.text("mechanism", "");
        audience = Set.copyOf(track.texts("audience"));
        ranking.list("lists").forEach(l -> separate.add(new SeparateList(l.text("id"), When.of(l.find("when")))));
    }

    private static void refuse(boolean beyond, String what) {
        if (beyond) {
            throw new NotPlain(what);
        }
    }

    private void components(Json track, Map<String, BigDecimal[]> weights) {
        for (Json c : track.list("components")) {
            for (String beyond : COMPONENT_BEYOND) {
                refuse(c.find(beyond) != null, beyond);
            }
            BigDecimal[] weight = weights.get(c.text("id"));
            components.add(new Component(
                    c.text("id"),
                    c.text("kind"),
                    c.find("optional") == null || !c.flag("optional"),
                    When.of(c.find("when")),
                    weight == null
                            ? BigInteger.ZERO
                            : whole(weight[0].multiply(new BigDecimal(denominator)), weight[1])));
        }
    }

    private static BigInteger whole(BigDecimal numerator, BigDecimal over) {
        return numerator.divide(over).toBigIntegerExact();
    }

    private static Map<String, BigDecimal[]> weights(Json total) {
        Map<String, BigDecimal[]> weights = new HashMap<>();
        for (Json term : total.list("terms")) {
            Json weight = term.find("weight");
            BigDecimal[] fraction = {BigDecimal.ONE, BigDecimal.ONE};
            if (weight != null) {
                String[] part = weight.decimalText().split("/", 2);
                fraction[0] = new BigDecimal(part[0]);
                fraction[1] = part.length > 1 ? new BigDecimal(part[1]) : BigDecimal.ONE;
            }
            weights.put(term.text("component"), fraction);
        }
        return weights;
    }

    /** A number by which every weight becomes whole. */
    private static BigInteger denominator(Map<String, BigDecimal[]> weights) {
        BigInteger common = BigInteger.ONE;
        for (BigDecimal[] w : weights.values()) {
            int places = Math.max(
                    0,
                    Math.max(
                            w[0].stripTrailingZeros().scale(),
                            w[1].stripTrailingZeros().scale()));
            BigInteger top = w[0].movePointRight(places).toBigIntegerExact();
            BigInteger below = w[1].movePointRight(places).toBigIntegerExact();
            BigInteger needed = below.divide(below.gcd(top));
            common = common.multiply(needed).divide(common.gcd(needed));
        }
        return common;
    }

    private int index(String component) {
        for (int c = 0; c < components.size(); c++) {
            if (components.get(c).id().equals(component)) {
                return c;
            }
        }
        throw new NotPlain("component " + component);
    }

    private List<Integer> of(String name) {
        List<Integer> part = parts.get(name);
        return part == null ? List.of(index(name)) : part;
    }

    private Line line(Json line) {
        String on = line.text("on");
        List<Integer> of = line.find("of") == null ? List.of() : of(line.text("of"));
        Json least = line.find("atLeast");
        refuse(least == null && line.text("drawn", "IN_RULES").equals("IN_RULES"), "a line without a value");
        return new Line(
                line.text("id"),
                on,
                of,
                least == null ? null : units(least.decimal()),
                When.of(line.find("when")),
                line.text("reason", reason(of)));
    }

    private Gate gate(Json gate) {
        refuse(!gate.list("grades").isEmpty() || !gate.list("barredGrades").isEmpty(), "gates by grade");
        Json component = gate.find("component");
        Json least = gate.find("atLeast");
        return new Gate(
                component == null ? null : index(gate.text("component")),
                least == null || least.isNull() ? Long.MIN_VALUE : units(least.decimal()),
                gate.texts("opens").stream().map(this::index).toList(),
                When.of(gate.find("when")),
                gate.text("reason", "GATE_FAILED"));
    }

    private void exempt(Json exemption) {
        Json when = exemption.find("when");
        boolean byFacts = when != null
                && Stream.of("any", "all").anyMatch(f -> !when.list(f).isEmpty());
        if (!byFacts && exemption.list("steps").isEmpty()) {
            exempt.add(When.of(when));
        }
    }

    /** What only an exemption engine can say is not said here. */
    void refuseExempt(String kind, String category) {
        refuse(exempt.stream().anyMatch(when -> when.admits(kind, category)), "exemptions by kind");
    }

    private String reason(List<Integer> of) {
        if (of.isEmpty()) {
            return "BELOW_LINE";
        }
        if (of.stream().allMatch(c -> CULTURE.contains(components.get(c).kind()))) {
            return "BELOW_CULTURE_LINE";
        }
        return of.stream().allMatch(c -> SKILL.contains(components.get(c).kind())) ? "BELOW_SKILL_LINE" : "BELOW_LINE";
    }

    private Key key(Json tie) {
        String by = tie.text("by");
        refuse(by.equals("RANDOM_NUMBER"), "ties by " + by);
        if (by.equals("FLAG") || by.equals("BONUS")) {
            return new Key(by, List.of(), false);
        }
        List<Integer> of =
                tie.texts("of").stream().flatMap(name -> of(name).stream()).toList();
        return new Key(by, of, tie.text("order", "DESC").equals("ASC"));
    }

    /** Marks are whole numbers of 10^-decimals: as many places as any number of the season needs. */
    private static int decimals(Json season) {
        int most = 0;
        for (Json track : season.list("tracks")) {
            for (Json c : track.list("components")) {
                refuse(c.find("conversion") != null, "conversion");
                most = Math.max(most, Math.max(places(c.find("step")), places(c.find("max"))));
            }
            int entered = most;
            for (BigDecimal[] w : weights(track.at("total")).values()) {
                refuse(w[1].compareTo(BigDecimal.ONE) != 0, "weights as fractions");
                most = Math.max(
                        most, entered + Math.max(0, w[0].stripTrailingZeros().scale()));
            }
            most = Math.max(most, places(track.at("total").find("max")));
            for (Json line : track.list("minimums")) {
                most = Math.max(most, places(line.find("atLeast")));
            }
            for (Json gate : track.list("gates")) {
                most = Math.max(most, places(gate.find("atLeast")));
            }
            for (Json exemption : track.list("exemptions")) {
                most = Math.max(most, places(exemption.find("points")));
                Json assigned = exemption.find("assigned");
                if (assigned != null) {
                    for (Json value : assigned.fields().values()) {
                        most = Math.max(most, places(value));
                    }
                }
            }
        }
        return most;
    }

    private static int places(@Nullable Json number) {
        return number == null || number.isNull()
                ? 0
                : Math.max(0, number.decimal().stripTrailingZeros().scale());
    }

    private long units(BigDecimal marks) {
        return marks.movePointRight(decimals).longValueExact();
    }

    /** The ranking list of a candidate. */
    String list(String kind, String category) {
        for (SeparateList list : separate) {
            if (list.when().admits(kind, category)) {
                return list.id();
            }
        }
        return switch (listBy) {
            case "CATEGORY" -> category;
            case "KIND" -> kind;
            default -> "ALL";
        };
    }
}
