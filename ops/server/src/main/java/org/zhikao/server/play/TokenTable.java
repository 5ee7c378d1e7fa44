package org.zhikao.server.play;

import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * 令牌现状, row by row: where every case stands, which ways it took, what waits for it and who owes it a decision; engine ids,
 * revisions and engine timestamps left out.
 */
public final class TokenTable {
    private final Map<String, String> rows = new HashMap<>();

    private TokenTable() {}

    public static TokenTable read(JdbcTemplate jdbc) {
        TokenTable table = new TokenTable();
        table.add(
                jdbc,
                "position",
                "SELECT process_key || ' ' || case_id, activity_ids::text || ' ' || path_bits::text"
                        + " || ' ' || (instance_id IS NULL) FROM workflow_position");
        table.add(
                jdbc,
                "pending",
                "SELECT process_key || ' ' || case_id || ' ' || global_index, name" + " FROM workflow_pending");
        table.add(
                jdbc,
                "task",
                "SELECT p.process_key || ' ' || p.case_id || ' ' || t.task_def_key_, coalesce(t.name_, '')"
                        + " FROM act_ru_task t JOIN workflow_position p ON p.instance_id = t.proc_inst_id_");
        table.add(
                jdbc,
                "token",
                "SELECT p.process_key || ' ' || p.case_id || ' ' || e.act_id_, count(*)::text"
                        + " FROM act_ru_execution e JOIN workflow_position p ON p.instance_id = e.proc_inst_id_"
                        + " WHERE e.is_active_ AND e.act_id_ IS NOT NULL GROUP BY 1");
        return table;
    }

    private void add(JdbcTemplate jdbc, String kind, String sql) {
        JdbcTemplate cursor = new JdbcTemplate(java.util.Objects.requireNonNull(jdbc.getDataSource()));
        cursor.setFetchSize(5_000);
        cursor.query(sql, row -> {
            rows.merge(kind + " " + row.getString(1), row.getString(2), (a, b) -> a + " " + b);
        });
    }

    public int size() {
        return rows.size();
    }

    /** Number of rows that are not the same in both, and the first of them in text order. */
    public String differences(TokenTable other) {
        java.util.TreeSet<String> different = new java.util.TreeSet<>();
        rows.forEach((key, value) -> {
            if (!value.equals(other.rows.get(key))) {
                different.add(key);
            }
        });
        other.rows.keySet().stream().filter(key -> !rows.containsKey(key)).forEach(different::add);
        if (different.isEmpty()) {
            return "";
        }
        String first = different.first();
        return different.size() + " rows differ, first " + first + ": live " + rows.get(first) + ", rebuilt "
                + other.rows.get(first);
    }
}
