package org.zhikao.formats.placement;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * 投档案例: one market or table with its mechanism, as read from a file of schema {@code placement-case/1}.
 *
 * @param rows inputs of table cases, row by row
 */
public record PlacementCase(
        String id,
        CaseKind kind,
        CaseParameters parameters,
        List<Candidate> candidates,
        List<Unit> units,
        List<JsonNode> rows) {
    public PlacementCase {
        candidates = List.copyOf(candidates);
        units = List.copyOf(units);
        rows = List.copyOf(rows);
    }

    /**
     * 考生.
     *
     * @param orderKey scaled integers, larger is better; empty where units rank for themselves
     * @param ranks rank at each unit, 1 is best, absent is unfit; null where one order decides
     * @param scores named scores of MERIT_ORDER
     */
    public record Candidate(
            String id,
            List<String> preferences,
            List<List<String>> supplementaryPreferences,
            List<Long> orderKey,
            @Nullable Map<String, Integer> ranks,
            @Nullable Long drawNumber,
            @Nullable String category,
            List<Filing> filings,
            List<Filing> supplementaryFilings,
            boolean silent,
            boolean auditOk,
            boolean passed,
            int rank,
            List<String> reserves,
            Map<String, Long> scores) {
        /** The list of a round, counted from 0. */
        List<String> list(int round) {
            if (round == 0) {
                return preferences;
            }
            return round <= supplementaryPreferences.size() ? supplementaryPreferences.get(round - 1) : List.of();
        }
    }

    /** 院校志愿 with its majors. */
    public record Filing(String unit, List<String> majors, boolean acceptsAdjustment) {}

    /** 投档单位. */
    public record Unit(
            String id,
            int quota,
            @Nullable List<String> accepts,
            @Nullable Long line,
            @Nullable String parent,
            int fileRatioPercent) {}

    /** 成绩键: a sum or a maximum of named scores. */
    public record Key(String name, List<String> sum, List<String> max) {
        long of(Map<String, Long> scores) {
            if (!max.isEmpty()) {
                return max.stream()
                        .mapToLong(s -> scores.getOrDefault(s, 0L))
                        .max()
                        .orElse(0);
            }
            return sum.stream().mapToLong(s -> scores.getOrDefault(s, 0L)).reduce(0L, Math::addExact);
        }
    }
}
