package org.zhikao.views;

import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** Where the row of an aggregate stands: id {@code <case>[/<feature>/<n>]} to table, key, version. */
record Address(String query, List<Object> key) {
    static Address of(String aggregate) {
        String[] parts = aggregate.split("/", -1);
        if (parts.length == 1) {
            return isDossier(aggregate)
                    ? new Address("select version from candidate_view where candidate = ?", List.of(aggregate))
                    : new Address("select version from season_view where season = ?", List.of(aggregate));
        }
        if (parts.length != 3) {
            throw new IllegalArgumentException("no view shows " + aggregate);
        }
        return switch (parts[1]) {
            case "exam" -> numbered("draw_view", "draw", parts);
            case "scoring" -> numbered("release_view", "release", parts);
            case "placement" -> numbered("run_view", "run", parts);
            // Plans are stored under the last part of the college's id.
            case "plan" ->
                new Address(
                        "select version from plan_view where season = ? and (college = ? or college like '%/' || ?)",
                        List.of(parts[0], parts[2], parts[2]));
            default -> throw new IllegalArgumentException("no view shows " + aggregate);
        };
    }

    /** True for a candidate's id, false for a season's and whatever lies below one. */
    static boolean isDossier(String aggregate) {
        return aggregate.indexOf('/') < 0 && !aggregate.startsWith("s-");
    }

    private static Address numbered(String table, String column, String... parts) {
        return new Address(
                "select version from " + table + " where season = ? and " + column + " = ?",
                Arrays.asList(parts[0], Integer.valueOf(parts[2])));
    }

    /** Sequence number of the last fact in the row, -1 when there is no row yet. */
    long version(JdbcTemplate jdbc) {
        List<Long> version = jdbc.queryForList(query, Long.class, key.toArray());
        return version.isEmpty() ? -1 : version.get(0);
    }
}
