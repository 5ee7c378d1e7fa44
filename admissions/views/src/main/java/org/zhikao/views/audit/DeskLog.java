package org.zhikao.views.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhikao.admissions.shared.Act;
import org.zhikao.admissions.shared.Command;
import org.zhikao.admissions.shared.Refused;
import org.zhikao.views.Json;
import org.zhikao.views.Page;
import org.zhikao.views.Rows;

/**
 * 拒绝与越权记录: refused commands and denied accesses, who, code, when; kept apart from the facts, added to and never changed.
 * Each entry is written in a transaction of its own, since the refused act's is rolled back.
 */
public final class DeskLog {
    private final JdbcTemplate jdbc;
    private final TransactionTemplate own;

    public DeskLog(DataSource dataSource, PlatformTransactionManager transactions) {
        jdbc = new JdbcTemplate(dataSource);
        own = new TransactionTemplate(transactions);
        own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** 被拒指令. */
    public record Refusal(
            Instant at,
            String actor,
            String role,
            String organisation,
            String command,
            String target,
            String code,
            Map<String, String> parameters,
            String request) {
        public Refusal {
            parameters = Map.copyOf(parameters);
        }

        /** What is written down of a refused command: never its content. */
        public static Refusal of(Command command, Refused refused) {
            Act act = command.act();
            return new Refusal(
                    act.at(),
                    act.by().value(),
                    act.role().name(),
                    act.organisation().value(),
                    command.getClass().getSimpleName(),
                    command.target(),
                    refused.code().name(),
                    refused.parameters(),
                    act.request());
        }
    }

    /**
     * 被拒访问.
     *
     * @param actor empty for who is not signed in, likewise role and organisation
     * @param code such as {@code FORBIDDEN}, {@code UNAUTHENTICATED}, {@code FOREIGN_TOKEN}
     */
    public record Denial(
            Instant at,
            String actor,
            String role,
            String organisation,
            String method,
            String path,
            String code,
            String request) {}

    /**
     * 筛选; every part may be left open (null).
     *
     * @param target for refusals the aggregate, for denials the beginning of the path
     */
    public record Filter(
            @Nullable String actor,
            @Nullable String code,
            @Nullable String target,
            @Nullable Instant from,
            @Nullable Instant until) {
        public static final Filter ALL = new Filter(null, null, null, null, null);
    }

    public void refused(Refusal refusal) {
        refused(List.of(refusal));
    }

    /** Many at once, as an import has them. */
    public void refused(List<Refusal> refusals) {
        List<Object[]> rows = refusals.stream()
                .map(r -> new Object[] {
                    r.at().toString(),
                    r.actor(),
                    r.role(),
                    r.organisation(),
                    r.command(),
                    r.target(),
                    r.code(),
                    Json.write(new TreeMap<>(r.parameters())),
                    r.request()
                })
                .toList();
        own.executeWithoutResult(status -> jdbc.batchUpdate(
                "insert into refusal_log (at, actor, role, organisation, command, target, code, parameters, request)"
                        + " values (?::timestamptz, ?, ?, ?, ?, ?, ?, ?::jsonb, ?)",
                rows));
    }

    public void denied(Denial d) {
        own.executeWithoutResult(status -> jdbc.update(
                "insert into access_log (at, actor, role, organisation, method, path, code, request)"
                        + " values (?::timestamptz, ?, ?, ?, ?, ?, ?, ?)",
                d.at().toString(),
                d.actor(),
                d.role(),
                d.organisation(),
                d.method(),
                d.path(),
                d.code(),
                d.request()));
    }

    /** Refused commands, newest first. */
    public Page<Refusal> refusals(Filter filter, @Nullable String before, int size) {
        StringBuilder sql = new StringBuilder("select * from refusal_log where true");
        List<Object> parameters = new ArrayList<>();
        conditions(filter, " and target = ?", sql, parameters);
        return page(sql, parameters, before, size, DeskLog::refusal);
    }

    /** Denied accesses, newest first. */
    public Page<Denial> denials(Filter filter, @Nullable String before, int size) {
        StringBuilder sql = new StringBuilder("select * from access_log where true");
        List<Object> parameters = new ArrayList<>();
        conditions(filter, " and starts_with(path, ?)", sql, parameters);
        return page(sql, parameters, before, size, DeskLog::denial);
    }

    private static void conditions(Filter filter, String target, StringBuilder sql, List<Object> parameters) {
        add(filter.actor(), " and actor = ?", sql, parameters);
        add(filter.code(), " and code = ?", sql, parameters);
        add(filter.target(), target, sql, parameters);
        add(filter.from(), " and at >= ?::timestamptz", sql, parameters);
        add(filter.until(), " and at <= ?::timestamptz", sql, parameters);
    }

    private static void add(@Nullable Object value, String condition, StringBuilder sql, List<Object> parameters) {
        if (value != null) {
            sql.append(condition);
            parameters.add(value.toString());
        }
    }

    private record Numbered<T>(long id, T row) {}

    private interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private <T> Page<T> page(
            StringBuilder sql, List<Object> parameters, @Nullable String before, int size, Reader<T> reader) {
        if (before != null) {
            sql.append(" and id < ?");
            parameters.add(Long.parseLong(Page.key(before, 1).get(0)));
        }
        sql.append(" order by id desc limit ?");
        parameters.add(size + 1);
        List<Numbered<T>> rows = jdbc.query(
                sql.toString(),
                (row, number) -> new Numbered<>(row.getLong("id"), reader.read(row)),
                parameters.toArray());
        return Page.of(rows, size, r -> List.of(String.valueOf(r.id()))).map(Numbered::row);
    }

    private static Refusal refusal(ResultSet row) throws SQLException {
        Map<String, String> parameters = new TreeMap<>();
        Json.read(Rows.text(row, "parameters"))
                .properties()
                .forEach(e -> parameters.put(e.getKey(), e.getValue().asText()));
        return new Refusal(
                Rows.instant(row, "at"),
                Rows.text(row, "actor"),
                Rows.text(row, "role"),
                Rows.text(row, "organisation"),
                Rows.text(row, "command"),
                Rows.text(row, "target"),
                Rows.text(row, "code"),
                parameters,
                Rows.text(row, "request"));
    }

    private static Denial denial(ResultSet row) throws SQLException {
        return new Denial(
                Rows.instant(row, "at"),
                Rows.text(row, "actor"),
                Rows.text(row, "role"),
                Rows.text(row, "organisation"),
                Rows.text(row, "method"),
                Rows.text(row, "path"),
                Rows.text(row, "code"),
                Rows.text(row, "request"));
    }
}
