package org.zhikao.admissions.whatif;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.zhikao.admissions.whatif.WhatIfReport.Groups;
import org.zhikao.admissions.whatif.WhatIfReport.Row;
import org.zhikao.admissions.whatif.WhatIfReport.Verdict;

/**
 * 得失分组表: counts by track (and there by finer bands) and by county and school, hidden where they are small. Both tables add
 * up to the same totals, so a total that one has to hide is hidden in the other too.
 *
 * <p>A nought is shown only where nobody at all has the outcome: elsewhere it would say of every single one in a small group
 * what became of them.
 */
final class GroupTables {
    private static final int VERDICTS = Verdict.values().length;

    private final List<Verdict> verdictOf;
    private final Map<String, int[]> tracks = new TreeMap<>();
    private final Map<String, Map<String, int[]>> counties = new TreeMap<>();
    private final int[] totals = new int[VERDICTS];
    private final int[] bandTotals;

    /** One verdict a band. */
    GroupTables(List<Verdict> verdictOf) {
        this.verdictOf = List.copyOf(verdictOf);
        bandTotals = new int[verdictOf.size()];
    }

    void count(String track, String county, String school, int band) {
        int verdict = verdictOf.get(band).ordinal();
        tracks.computeIfAbsent(track, k -> new int[bandTotals.length])[band]++;
        counties.computeIfAbsent(county, k -> new TreeMap<>())
                .computeIfAbsent(school, k -> new int[VERDICTS])[verdict]++;
        totals[verdict]++;
        bandTotals[band]++;
    }

    /** What may be shown; {@code bands} are the counts by band of each track. */
    record Shown(Groups groups, Map<String, List<@Nullable Integer>> bands) {}

    Shown shown() {
        boolean[] hidden = new boolean[VERDICTS];
        for (int v = 0; v < VERDICTS; v++) {
            hidden[v] = small(totals[v], totals[v]);
        }
        Map<String, Map<String, int[]>> places = merged();
        // Every further pass hides one more total at least, and there are three.
        while (true) {
            Network byPlace = new Network(hidden);
            places.forEach(byPlace::county);
            byPlace.cells.protect();
            Network byTrack = new Network(hidden);
            tracks.forEach(byTrack::track);
            byTrack.cells.protect();
            boolean[] now = hidden.clone();
            for (int v = 0; v < VERDICTS; v++) {
                now[v] |= byPlace.cells.hidden(byPlace.total[v]) || byTrack.cells.hidden(byTrack.total[v]);
            }
            if (Arrays.equals(now, hidden)) {
                Groups groups = new Groups(
                        byPlace.row(new Pending("", "", byPlace.total)),
                        byTrack.rows(byTrack.outer),
                        byPlace.rows(byPlace.outer),
                        byPlace.rows(byPlace.inner));
                Map<String, List<@Nullable Integer>> bands = new LinkedHashMap<>();
                byTrack.inner.forEach(p -> bands.put(p.group(), byTrack.row(p).counts()));
                return new Shown(groups, bands);
            }
            hidden = now;
        }
    }

    private static boolean small(int value, int ofAll) {
        return ofAll > 0 && value < Suppression.LEAST;
    }

    // ---- small groups taken together

    private Map<String, Map<String, int[]>> merged() {
        Map<String, Integer> sizes = new LinkedHashMap<>();
        counties.forEach((county, schools) -> sizes.put(county, size(schools)));
        List<String> few = together(sizes);
        Map<String, Map<String, int[]>> result = new LinkedHashMap<>();
        Map<String, int[]> others = new TreeMap<>();
        counties.forEach((county, schools) -> {
            if (few.contains(county)) {
                schools.values().forEach(counts -> add(others, counts));
            } else {
                result.put(county, mergedSchools(schools));
            }
        });
        if (!others.isEmpty()) {
            result.put(Row.OTHERS, others);
        }
        return result;
    }

    private static Map<String, int[]> mergedSchools(Map<String, int[]> schools) {
        Map<String, Integer> sizes = new LinkedHashMap<>();
        schools.forEach(
                (school, counts) -> sizes.put(school, Arrays.stream(counts).sum()));
        List<String> few = together(sizes);
        Map<String, int[]> result = new LinkedHashMap<>();
        Map<String, int[]> others = new TreeMap<>();
        schools.forEach((school, counts) -> {
            if (few.contains(school)) {
                add(others, counts);
            } else {
                result.put(school, counts);
            }
        });
        result.putAll(others);
        return result;
    }

    private static void add(Map<String, int[]> others, int[] counts) {
        int[] sum = others.computeIfAbsent(Row.OTHERS, k -> new int[VERDICTS]);
        for (int v = 0; v < VERDICTS; v++) {
            sum[v] += counts[v];
        }
    }

    /** Groups below five, and the next smallest ones until they are five together. */
    private static List<String> together(Map<String, Integer> sizes) {
        List<Map.Entry<String, Integer>> bySize = new ArrayList<>(sizes.entrySet());
        bySize.sort(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry::getKey));
        List<String> few = new ArrayList<>();
        int people = 0;
        for (Map.Entry<String, Integer> group : bySize) {
            boolean enough = few.isEmpty() || people >= Suppression.LEAST;
            if (group.getValue() >= Suppression.LEAST && enough) {
                break;
            }
            few.add(group.getKey());
            people += group.getValue();
        }
        return few;
    }

    private static int size(Map<String, int[]> schools) {
        return schools.values().stream()
                .mapToInt(counts -> Arrays.stream(counts).sum())
                .sum();
    }

    // ---- one table as a network

    /** A row before it is known what of it may be shown. */
    private record Pending(
            String group,
            String within,
            @SuppressWarnings("ArrayRecordComponent") int[] cells) {}

    /** Rows flow into the verdicts of their outer group, those into the verdicts of all, those into one sink. */
    private final class Network {
        final Suppression cells = new Suppression();
        final int[] total = new int[VERDICTS];
        final List<Pending> outer = new ArrayList<>();
        final List<Pending> inner = new ArrayList<>();
        private int nodes = VERDICTS + 1;

        Network(boolean[] hiddenTotals) {
            for (int v = 0; v < VERDICTS; v++) {
                total[v] = cell(v, VERDICTS, totals[v], hiddenTotals[v]);
            }
        }

        private int cell(int from, int to, int value, boolean keep) {
            int cell = cells.cell(from, to, value);
            if (keep) {
                cells.keep(cell);
            }
            return cell;
        }

        void county(String county, Map<String, int[]> schools) {
            int[] sums = new int[VERDICTS];
            schools.values().forEach(counts -> IntStream.range(0, VERDICTS).forEach(v -> sums[v] += counts[v]));
            int into = outer(county, sums);
            schools.forEach((school, counts) -> {
                int row = nodes++;
                int[] own = new int[VERDICTS];
                Arrays.setAll(own, v -> cell(row, into + v, counts[v], small(counts[v], totals[v])));
                inner.add(new Pending(school, county, own));
            });
        }

        void track(String track, int[] counts) {
            int[] sums = new int[VERDICTS];
            for (int b = 0; b < counts.length; b++) {
                sums[verdictOf.get(b).ordinal()] += counts[b];
            }
            int into = outer(track, sums);
            int row = nodes++;
            int[] own = new int[counts.length];
            Arrays.setAll(
                    own, b -> cell(row, into + verdictOf.get(b).ordinal(), counts[b], small(counts[b], bandTotals[b])));
            inner.add(new Pending(track, "", own));
        }

        /** Answers the first of the group's nodes, one a verdict. */
        private int outer(String group, int[] sums) {
            int into = nodes;
            nodes += VERDICTS;
            int[] own = new int[VERDICTS];
            Arrays.setAll(own, v -> cell(into + v, v, sums[v], small(sums[v], totals[v])));
            outer.add(new Pending(group, "", own));
            return into;
        }

        List<Row> rows(List<Pending> pending) {
            return pending.stream().map(this::row).toList();
        }

        Row row(Pending p) {
            List<@Nullable Integer> counts = new ArrayList<>();
            int people = 0;
            for (int cell : p.cells()) {
                counts.add(cells.hidden(cell) ? null : cells.value(cell));
                people += cells.value(cell);
            }
            return new Row(p.group(), p.within(), people, counts);
        }
    }
}
