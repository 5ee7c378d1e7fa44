package org.zhikao.audit.replay;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.zhikao.audit.replay.PlainRules.Component;
import org.zhikao.audit.replay.PlainRules.Key;
import org.zhikao.audit.replay.PlainRules.Line;
import org.zhikao.audit.replay.Story.Mark;

/** 成绩复算: one candidate's total, parts, failed requirements and lines, from recorded marks and plain rules. */
final class PlainScore {
    /** Reasons of gates that open nothing: they bar from the ranking and leave the total. */
    private static final Set<String> DATA = Set.of("COMPONENT_NOT_IN_RULE", "MISCONDUCT", "ABSENT", "NOT_MARKED");

    final boolean hasTotal;
    final long total;
    final Map<String, Long> parts = new TreeMap<>();
    final Set<String> failed = new HashSet<>();
    final Set<String> lines = new HashSet<>();
    final String list;
    final long[] keys;

    PlainScore(PlainRules rules, String kind, String category, Map<String, Mark> marks) {
        rules.refuseExempt(kind, category);
        int n = rules.components.size();
        long[] counted = new long[n];
        boolean[] applies = new boolean[n];
        boolean[] missed = new boolean[n];
        boolean[] sat = new boolean[n];
        for (int c = 0; c < n; c++) {
            Component component = rules.components.get(c);
            Mark mark = marks.get(component.id());
            String status = mark == null ? "NOT_MARKED" : mark.status();
            boolean marked = status.equals("MARKED") || status.equals("ZERO");
            applies[c] = component.when().admits(kind, category);
            if (!applies[c]) {
                bar(marked, "COMPONENT_NOT_IN_RULE");
            } else if (marked) {
                counted[c] = mark == null ? 0 : mark.value();
                sat[c] = true;
            } else if (status.equals("MISCONDUCT")) {
                failed.add("MISCONDUCT");
            } else if (status.equals("ABSENT")) {
                bar(component.required() && rules.absent.equals("NO_TOTAL"), "ABSENT");
                missed[c] = component.required();
            } else {
                bar(component.required(), "NOT_MARKED");
            }
        }
        if (rules.absent.equals("NO_TOTAL_BY_PART")) {
            bar(partMissed(rules, applies, missed), "ABSENT");
        }
        boolean open = gates(rules, kind, category, counted, applies, sat, marks);
        rules.parts.forEach((part, of) -> parts.put(part, sum(counted, of)));
        hasTotal = open && failed.stream().noneMatch(DATA::contains);
        total = hasTotal ? total(rules, counted) : 0;
        if (hasTotal) {
            zeros(rules, counted, sat);
            for (Line line : rules.lines) {
                Long least = line.atLeast();
                if (least != null && line.when().admits(kind, category)) {
                    line(line, least, counted, applies, marks, rules);
                }
            }
        }
        list = rules.list(kind, category);
        keys = new long[rules.keys.size()];
        for (int k = 0; k < keys.length; k++) {
            keys[k] = key(rules.keys.get(k), counted);
        }
    }

    boolean eligible() {
        return failed.isEmpty();
    }

    /**
     * Gates without marks. Who does not pass one may not sit what it opens: a mark there is a data error, and a missing one is
     * explained by the gate. Facts on record come from approved claims alone, whose holders are not recomputed here. False when
     * what a closed gate would open leaves no total.
     */
    private boolean gates(
            PlainRules rules,
            String kind,
            String category,
            long[] counted,
            boolean[] applies,
            boolean[] sat,
            Map<String, Mark> marks) {
        boolean open = true;
        boolean[] closed = new boolean[counted.length];
        for (PlainRules.Gate gate : rules.gates) {
            Integer at = gate.component();
            boolean passed =
                    at != null && (applies[at] ? sat[at] && !closed[at] && counted[at] >= gate.atLeast() : true);
            if (!gate.when().admits(kind, category) || passed) {
                continue;
            }
            boolean marked = false;
            for (int c : gate.opens()) {
                marked |= sat[c] && !closed[c];
                closed[c] |= applies[c];
                counted[c] = 0;
                sat[c] = false;
                open = false;
            }
            failed.add(marked ? "MARK_WITHOUT_GATE" : gate.reason());
        }
        for (String missing : List.of("ABSENT", "NOT_MARKED")) {
            if (!open && failed.contains(missing) && !missedElsewhere(rules, missing, applies, closed, marks)) {
                failed.remove(missing);
            }
        }
        return open;
    }

    private static boolean missedElsewhere(
            PlainRules rules, String missing, boolean[] applies, boolean[] closed, Map<String, Mark> marks) {
        for (int c = 0; c < closed.length; c++) {
            Mark mark = marks.get(rules.components.get(c).id());
            boolean named = missing.equals("NOT_MARKED") || rules.absent.equals("NO_TOTAL");
            boolean so =
                    mark == null ? missing.equals("NOT_MARKED") : mark.status().equals(missing);
            if (so
                    && named
                    && applies[c]
                    && !closed[c]
                    && rules.components.get(c).required()) {
                return true;
            }
        }
        return false;
    }

    private void bar(boolean bars, String reason) {
        if (bars) {
            failed.add(reason);
        }
    }

    private static long sum(long[] counted, List<Integer> of) {
        long sum = 0;
        for (int c : of) {
            sum += counted[c];
        }
        return sum;
    }

    private static long total(PlainRules rules, long[] counted) {
        BigInteger sum = BigInteger.ZERO;
        for (int c = 0; c < counted.length; c++) {
            sum = sum.add(rules.components.get(c).weight().multiply(BigInteger.valueOf(counted[c])));
        }
        BigInteger[] whole = sum.divideAndRemainder(rules.denominator);
        if (whole[1].signum() != 0) {
            throw new NotPlain("a total between two units");
        }
        return whole[0].longValueExact();
    }

    /** A part missed as a whole leaves no total; a component outside every part is a part of its own. */
    private static boolean partMissed(PlainRules rules, boolean[] applies, boolean[] missed) {
        List<List<Integer>> groups = new ArrayList<>(rules.parts.values());
        for (int c = 0; c < missed.length; c++) {
            int alone = c;
            if (rules.parts.values().stream().noneMatch(of -> of.contains(alone))) {
                groups.add(List.of(c));
            }
        }
        return groups.stream()
                .anyMatch(of ->
                        of.stream().anyMatch(c -> missed[c]) && of.stream().allMatch(c -> missed[c] || !applies[c]));
    }

    private void zeros(PlainRules rules, long[] counted, boolean[] sat) {
        if (rules.zeroBars.equals("SUBJECT")) {
            for (int c = 0; c < counted.length; c++) {
                bar(sat[c] && counted[c] == 0, "ZERO_PART");
            }
        } else if (rules.zeroBars.equals("PART")) {
            rules.parts
                    .values()
                    .forEach(of -> bar(of.stream().anyMatch(c -> sat[c]) && sum(counted, of) == 0, "ZERO_PART"));
        }
    }

    private void line(
            Line line, long least, long[] counted, boolean[] applies, Map<String, Mark> marks, PlainRules rules) {
        boolean compared = line.of().isEmpty() || line.of().stream().anyMatch(c -> applies[c]);
        long value = line.of().isEmpty() ? total : sum(counted, line.of());
        boolean zeroNamed = value == 0 && failed.contains("ZERO_PART");
        bar(compared && value < least && !(zeroNamed && !line.of().isEmpty()), line.reason());
        if (line.on().equals("COMPONENT")) {
            Mark mark = marks.get(rules.components.get(line.of().get(0)).id());
            if (mark != null && mark.value() >= least) {
                lines.add(line.id());
            }
        } else if (value >= least) {
            lines.add(line.id());
        }
    }

    private long key(Key key, long[] counted) {
        long value = switch (key.by()) {
            case "TOTAL", "TOTAL_WITHOUT_BONUS" -> total;
            case "COMPONENT", "SUM", "PART" -> sum(counted, key.of());
            // Neither flags nor bonus are on record of anybody without an approved claim.
            case "FLAG", "BONUS" -> 0;
            case "MAX" -> key.of().stream().mapToLong(c -> counted[c]).max().orElse(0);
            default -> throw new NotPlain("ties by " + key.by());
        };
        return key.ascending() ? -value : value;
    }
}
