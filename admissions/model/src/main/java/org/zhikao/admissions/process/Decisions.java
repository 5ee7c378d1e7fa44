package org.zhikao.admissions.process;

import java.util.List;
import java.util.Map;

/** Port to the decision tables (决策表): what a table proposes; a proposal becomes part of a fact and is never asked for again. */
@FunctionalInterface
public interface Decisions {
    /**
     * Evaluates a shipped table.
     *
     * @param inputs by name; whole numbers are given as such
     * @throws IllegalStateException when the table is not there, takes too long or answers nothing
     */
    Proposed propose(String table, Map<String, Object> inputs);

    /**
     * 建议.
     *
     * @param digest SHA-256 of the table's bytes
     * @param rows numbers of the rows that matched, 1 first
     */
    record Proposed(String table, String digest, List<Integer> rows, String outcome) {
        public Proposed {
            rows = List.copyOf(rows);
        }
    }
}
