package org.zhikao.views;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** Guard of the small tables, whose facts are folded one by one. */
public final class Versions {
    private Versions() {}

    /**
     * True when the row of the fact's stream lacks the fact; false when it shows it already.
     *
     * @throws IllegalStateException when facts before it are missing
     */
    public static boolean lacks(JdbcTemplate jdbc, Fact fact) {
        return fact.follows(Address.of(fact.aggregate()).version(jdbc));
    }

    /** Parameters with instants as texts; statements cast them. */
    public static Object[] texts(Object... values) {
        return List.of(values).stream()
                .map(v -> v instanceof Number || v instanceof Boolean ? v : v.toString())
                .toArray();
    }
}
