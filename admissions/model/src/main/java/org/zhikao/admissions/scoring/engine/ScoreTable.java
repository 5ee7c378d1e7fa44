package org.zhikao.admissions.scoring.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/** 一分一段表: how many candidates of one list stand on each total, and on it or above; highest total first. */
public record ScoreTable(List<Row> rows) {
    public ScoreTable {
        rows = List.copyOf(rows);
    }

    /** 分数段: totals in units of 1/scale. */
    public record Row(long total, int here, int atOrAbove) {}

    /** Counts the ranked candidates of the list, an index of {@link ScoreEngine#lists()}. */
    public static ScoreTable of(Scores scores, int list) {
        Map<Long, Integer> counts = new TreeMap<>(Comparator.reverseOrder());
        for (int i = 0; i < scores.size(); i++) {
            if (scores.eligible(i) && scores.list(i) == list) {
                counts.merge(scores.total(i), 1, Integer::sum);
            }
        }
        List<Row> rows = new ArrayList<>(counts.size());
        int above = 0;
        for (Map.Entry<Long, Integer> e : counts.entrySet()) {
            above += e.getValue();
            rows.add(new Row(e.getKey(), e.getValue(), above));
        }
        return new ScoreTable(rows);
    }

    /**
     * 划线建议: the highest total that leaves at least this many candidates on the line or above it; empty when there are
     * fewer. Who is on the same total is on the line together, so more may pass.
     */
    public OptionalLong lineFor(int candidates) {
        return rows.stream()
                .filter(r -> r.atOrAbove() >= candidates)
                .mapToLong(Row::total)
                .findFirst();
    }
}
