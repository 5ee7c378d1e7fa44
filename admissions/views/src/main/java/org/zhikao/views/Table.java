package org.zhikao.views;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * How rows of one table are written: a whole batch by one statement, each column as one array of texts that the database
 * casts. One text form a value means that a live batch and a rebuild cannot write the same fact differently.
 *
 * @param <T> what one row is made of
 */
public final class Table<T> {
    private final String name;
    private final List<Column<T>> columns;
    private final String upsert;

    private record Column<T>(String name, String type, Function<T, @Nullable Object> value) {}

    private Table(String name, List<Column<T>> columns, int keys) {
        this.name = name;
        this.columns = List.copyOf(columns);
        List<String> names = columns.stream().map(Column::name).toList();
        this.upsert = "insert into " + name + " (" + String.join(", ", names) + ") select "
                + columns.stream().map(c -> "r." + c.name + "::" + c.type).collect(Collectors.joining(", "))
                + " from unnest("
                + columns.stream().map(c -> "?::text[]").collect(Collectors.joining(", ")) + ") as r("
                + String.join(", ", names)
                + ") on conflict (" + String.join(", ", names.subList(0, keys)) + ") do update set "
                + names.subList(keys, names.size()).stream()
                        .map(n -> n + " = excluded." + n)
                        .collect(Collectors.joining(", "));
    }

    public static <T> Builder<T> named(String name) {
        return new Builder<>(name);
    }

    /** Inserts the rows, or overwrites those that are there under the same key. No key may come twice. */
    public void write(JdbcTemplate jdbc, Collection<T> rows) {
        if (rows.isEmpty()) {
            return;
        }
        Object[] arrays = new Object[columns.size()];
        for (int i = 0; i < arrays.length; i++) {
            arrays[i] = texts(columns.get(i), rows);
        }
        jdbc.update(upsert, statement -> {
            for (int i = 0; i < arrays.length; i++) {
                statement.setArray(i + 1, statement.getConnection().createArrayOf("text", (Object[]) arrays[i]));
            }
        });
    }

    private @Nullable String[] texts(Column<T> column, Collection<T> rows) {
        @Nullable String[] texts = new @Nullable String[rows.size()];
        int i = 0;
        for (T row : rows) {
            Object value = column.value.apply(row);
            texts[i++] = value == null ? null : value.toString();
        }
        return texts;
    }

    @Override
    public String toString() {
        return name;
    }

    /** Columns in the order of the table; the key first. */
    public static final class Builder<T> {
        private final String name;
        private final List<Column<T>> columns = new ArrayList<>();

        private Builder(String name) {
            this.name = name;
        }

        public Builder<T> text(String column, Function<T, @Nullable Object> value) {
            return add(column, "text", value);
        }

        public Builder<T> number(String column, Function<T, @Nullable Object> value) {
            return add(column, "bigint", value);
        }

        public Builder<T> flag(String column, Function<T, @Nullable Object> value) {
            return add(column, "boolean", value);
        }

        public Builder<T> instant(String column, Function<T, @Nullable Object> value) {
            return add(column, "timestamptz", value);
        }

        public Builder<T> json(String column, Function<T, @Nullable Object> value) {
            return add(column, "jsonb", value);
        }

        private Builder<T> add(String column, String type, Function<T, @Nullable Object> value) {
            columns.add(new Column<>(column, type, value));
            return this;
        }

        /** The first {@code keys} columns are the primary key. */
        public Table<T> keyedBy(int keys) {
            return new Table<>(name, columns, keys);
        }
    }
}
