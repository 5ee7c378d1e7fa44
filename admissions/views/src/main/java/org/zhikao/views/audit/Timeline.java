package org.zhikao.views.audit;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.axonframework.common.DateTimeUtils;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.zhikao.admissions.shared.ActorId;
import org.zhikao.admissions.shared.CandidateId;
import org.zhikao.admissions.shared.OrganisationId;
import org.zhikao.admissions.shared.Role;
import org.zhikao.views.Json;
import org.zhikao.views.Page;
import org.zhikao.views.Rows;

/** 审计时间线: read straight from the facts, so that it shows what is stored and not what a view made of it. */
public final class Timeline {
    /** Bytes are UTF-8 JSON; an entry is shown exactly as it is stored. */
    private static final String COLUMNS =
            "select global_index, event_identifier, aggregate_identifier, sequence_number, payload_type, payload_revision,"
                    + " time_stamp, convert_from(payload, 'UTF8') as payload, convert_from(meta_data, 'UTF8') as metadata"
                    + " from domain_event_entry where ";

    private final JdbcTemplate jdbc;

    public Timeline(DataSource dataSource) {
        jdbc = new JdbcTemplate(dataSource);
    }

    /**
     * 筛选; every part may be left open.
     *
     * @param names stored names, such as {@code exemption.approved}, or the beginning of names up to the point, such as
     *     {@code exemption.}; empty for all
     * @param actor account, null for all
     * @param request id of the request that caused the act, null for all
     * @param from legal instant, inclusive, null for the beginning
     * @param until legal instant, inclusive ("as of"), null for now
     * @param untilIndex place among all facts, inclusive ("as of fact n"), null for the last
     */
    public record Filter(
            Set<String> names,
            @Nullable ActorId actor,
            @Nullable String request,
            @Nullable Instant from,
            @Nullable Instant until,
            @Nullable Long untilIndex) {
        public static final Filter ALL = new Filter(Set.of(), null, null, null, null, null);

        public Filter {
            names = Set.copyOf(names);
        }

        public Filter asOf(Instant instant) {
            return new Filter(names, actor, request, from, instant, untilIndex);
        }

        public Filter named(String... only) {
            return new Filter(Set.of(only), actor, request, from, until, untilIndex);
        }
    }

    /** One case, in the order of its facts: a candidate, or a season with its plans, draws, releases and runs. */
    public Page<TimelineEntry> of(String caseId, Filter filter, @Nullable String after, int size) {
        return read("case_id = ?", List.of(caseId), filter, after, size);
    }

    /** One candidate from the first fact to the last: tens of facts, so in one piece. */
    public List<TimelineEntry> of(CandidateId candidate) {
        return read("case_id = ?", List.of(candidate.value()), Filter.ALL, null, Integer.MAX_VALUE - 1)
                .rows();
    }

    /** The history of one claim. */
    public List<TimelineEntry> ofClaim(CandidateId candidate, int claim) {
        return read(
                        "case_id = ? and starts_with(payload_type, 'exemption.')"
                                + " and (convert_from(payload, 'UTF8')::jsonb ->> 'claim')::int = ?",
                        List.of(candidate.value(), claim),
                        Filter.ALL,
                        null,
                        Integer.MAX_VALUE - 1)
                .rows();
    }

    /**
     * All facts recorded between two wall-clock instants, whatever the case. Served by the index on that time: keep the
     * window as short as the question allows.
     */
    public Page<TimelineEntry> between(
            Instant recordedFrom, Instant recordedUntil, Filter filter, @Nullable String after, int size) {
        return read(
                "time_stamp >= ? and time_stamp < ?",
                List.of(stored(recordedFrom), stored(recordedUntil)),
                filter,
                after,
                size);
    }

    /** The newest fact of a stream: what a reader must have passed to show it. */
    public long lastIndex() {
        Long last = jdbc.queryForObject("select coalesce(max(global_index), 0) from domain_event_entry", Long.class);
        return last == null ? 0 : last;
    }

    private Page<TimelineEntry> read(String where, List<?> first, Filter filter, @Nullable String after, int size) {
        StringBuilder sql = new StringBuilder(COLUMNS).append(where);
        List<Object> parameters = new ArrayList<>(first);
        conditions(filter, sql, parameters);
        if (after != null) {
            sql.append(" and global_index > ?");
            parameters.add(Long.parseLong(Page.key(after, 1).get(0)));
        }
        sql.append(" order by global_index limit ?");
        parameters.add(size + 1);
        return Page.of(
                jdbc.query(sql.toString(), Timeline::entry, parameters.toArray()),
                size,
                e -> List.of(String.valueOf(e.index())));
    }

    private static void conditions(Filter filter, StringBuilder sql, List<Object> parameters) {
        if (!filter.names().isEmpty()) {
            sql.append(" and exists (select 1 from unnest(?) n where payload_type = n"
                    + " or (right(n, 1) = '.' and starts_with(payload_type, n)))");
            parameters.add(filter.names().toArray(String[]::new));
        }
        if (filter.actor() != null) {
            sql.append(" and convert_from(meta_data, 'UTF8')::jsonb ->> 'by' = ?");
            parameters.add(filter.actor().value());
        }
        if (filter.request() != null) {
            sql.append(" and convert_from(meta_data, 'UTF8')::jsonb ->> 'request' = ?");
            parameters.add(filter.request());
        }
        if (filter.from() != null) {
            sql.append(" and (convert_from(payload, 'UTF8')::jsonb ->> 'at')::timestamptz >= ?::timestamptz");
            parameters.add(filter.from().toString());
        }
        if (filter.until() != null) {
            sql.append(" and (convert_from(payload, 'UTF8')::jsonb ->> 'at')::timestamptz <= ?::timestamptz");
            parameters.add(filter.until().toString());
        }
        if (filter.untilIndex() != null) {
            sql.append(" and global_index <= ?");
            parameters.add(filter.untilIndex());
        }
    }

    /** As Axon stores it: fixed width, so that texts sort as the instants do. */
    private static String stored(Instant instant) {
        return DateTimeUtils.formatInstant(instant);
    }

    private static TimelineEntry entry(ResultSet row, int number) throws SQLException {
        String payload = Rows.text(row, "payload");
        String metadata = Rows.text(row, "metadata");
        JsonNode act = Json.read(metadata);
        return new TimelineEntry(
                row.getLong("global_index"),
                Rows.text(row, "event_identifier"),
                Rows.text(row, "aggregate_identifier"),
                row.getLong("sequence_number"),
                Rows.text(row, "payload_type"),
                Rows.text(row, "payload_revision"),
                Instant.parse(Rows.text(row, "time_stamp")),
                Instant.parse(Json.read(payload).required("at").textValue()),
                new ActorId(act.required("by").textValue()),
                Role.valueOf(act.required("role").textValue()),
                new OrganisationId(act.required("org").textValue()),
                act.required("reason").textValue(),
                act.required("request").textValue(),
                payload,
                metadata);
    }
}
