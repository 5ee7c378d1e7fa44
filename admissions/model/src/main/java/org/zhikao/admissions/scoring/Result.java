package org.zhikao.admissions.scoring;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * 成绩结果 of one candidate, in season units (marks × scale).
 *
 * @param total 总分; 0 for a candidate outside the ranking
 * @param parts sums by part, such as culture and skill
 * @param eligible true when every minimum rule holds
 * @param failed reason codes of the minimum rules that do not hold
 * @param lines names of the lines reached
 * @param rank shared rank within the ranking list, 1 best, null for who is not ranked
 * @param list the ranking list (market) such as {@code spring/01}
 */
public record Result(
        long total,
        Map<String, Long> parts,
        boolean eligible,
        List<String> failed,
        List<String> lines,
        @Nullable Integer rank,
        String list) {
    public Result {
        parts = Map.copyOf(parts);
        failed = List.copyOf(failed);
        lines = List.copyOf(lines);
    }
}
