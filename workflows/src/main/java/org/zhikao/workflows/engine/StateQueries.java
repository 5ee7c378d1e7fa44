package org.zhikao.workflows.engine;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.camunda.bpm.engine.RuntimeService;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.zhikao.admissions.process.Duty;
import org.zhikao.admissions.process.Incident;
import org.zhikao.admissions.process.PendingFact;
import org.zhikao.admissions.process.Position;
import org.zhikao.admissions.process.ProcessState;
import org.zhikao.admissions.process.RebuildUnderWay;

/** Answers from our own tables; the engine's are asked for incidents only, whose case our rows know by instance id. */
final class StateQueries implements ProcessState {
    private static final String POSITION =
            "select process_key, case_id, definition_id, activity_ids, path_bits::text, instance_id is null, last_index,"
                    + " since from workflow_position where ";
    private static final String DUTY =
            "select process_key, case_id, duty, role, since, deadline, reminded, escalated from workflow_duty where ";

    private final JdbcTemplate jdbc;
    private final RuntimeService runtime;
    private final Definitions definitions;

    StateQueries(JdbcTemplate jdbc, RuntimeService runtime, Definitions definitions) {
        this.jdbc = jdbc;
        this.runtime = runtime;
        this.definitions = definitions;
    }

    @Override
    public Map<String, Map<String, Long>> tokens() {
        settled();
        Map<String, Map<String, Long>> tokens = new TreeMap<>();
        // Grouped before unnesting: there are few different places and many cases.
        jdbc.query(
                "select process_key, a, sum(n) from (select process_key, activity_ids, count(*) n from workflow_position"
                        + " group by process_key, activity_ids) p, unnest(p.activity_ids) a group by process_key, a",
                (ResultSet rs) -> {
                    tokens.computeIfAbsent(rs.getString(1), k -> new TreeMap<>())
                            .put(rs.getString(2), rs.getLong(3));
                });
        return tokens;
    }

    @Override
    public Map<String, Long> flows(String process) {
        settled();
        Map<String, Long> counts = new TreeMap<>();
        jdbc.query(
                "select definition_id, path_bits::text, count(*) from workflow_position where process_key = ?"
                        + " group by definition_id, path_bits",
                (ResultSet rs) -> {
                    long cases = rs.getLong(3);
                    taken(rs.getString(1), rs.getString(2)).forEach(flow -> counts.merge(flow, cases, Long::sum));
                },
                process);
        return counts;
    }

    private List<String> taken(String definition, String bits) {
        List<String> flows = definitions.flows(definition);
        BitSet set = Tokens.bitsOf(bits);
        List<String> taken = new ArrayList<>();
        set.stream().forEach(bit -> taken.add(flows.get(bit)));
        return taken;
    }

    @Override
    public Optional<Position> position(String process, String caseKey) {
        settled();
        return jdbc
                .query(POSITION + "process_key = ? and case_id = ?", (rs, n) -> position(rs), process, caseKey)
                .stream()
                .findFirst();
    }

    @Override
    public List<Position> positions(String caseId) {
        settled();
        List<Position> found = new ArrayList<>();
        // One range a process: the key begins with it.
        for (var model : definitions.all()) {
            found.addAll(jdbc.query(
                    POSITION + "process_key = ? and (case_id = ? or case_id > ? and case_id < ?) order by case_id",
                    (rs, n) -> position(rs),
                    model.key(),
                    caseId,
                    caseId + "/",
                    caseId + "0"));
        }
        return found;
    }

    private Position position(ResultSet rs) throws SQLException {
        String definition = rs.getString(3);
        return new Position(
                rs.getString(1),
                rs.getString(2),
                definition,
                List.of((String[]) rs.getArray(4).getArray()),
                taken(definition, rs.getString(5)),
                rs.getBoolean(6),
                rs.getLong(7),
                instant(rs, 8));
    }

    @Override
    public List<Duty> duties(String role, int limit) {
        settled();
        return jdbc.query(
                DUTY + "role = ? or escalates_to = ? and escalated is not null"
                        + " order by deadline nulls last, since, case_id limit ?",
                (rs, n) -> duty(rs),
                role,
                role,
                limit);
    }

    @Override
    public List<Duty> dutiesOf(String caseId) {
        settled();
        return jdbc.query(
                DUTY + "case_id = ? or case_id > ? and case_id < ? order by process_key, case_id, duty",
                (rs, n) -> duty(rs),
                caseId,
                caseId + "/",
                caseId + "0");
    }

    private static Duty duty(ResultSet rs) throws SQLException {
        return new Duty(
                rs.getString(1),
                rs.getString(2),
                rs.getString(3),
                rs.getString(4),
                instant(rs, 5),
                nullable(rs, 6),
                nullable(rs, 7),
                nullable(rs, 8));
    }

    @Override
    public List<PendingFact> pending(int limit) {
        settled();
        return jdbc.query(
                "select process_key, case_id, global_index, name from workflow_pending order by global_index limit ?",
                (rs, n) -> new PendingFact(rs.getString(1), rs.getString(2), rs.getLong(3), rs.getString(4)),
                limit);
    }

    @Override
    public long pendingCount() {
        settled();
        Long count = jdbc.queryForObject("select count(*) from workflow_pending", Long.class);
        return count == null ? 0 : count;
    }

    @Override
    public List<Incident> incidents(int limit) {
        settled();
        return runtime.createIncidentQuery().orderByIncidentTimestamp().asc().listPage(0, limit).stream()
                .map(this::incident)
                .toList();
    }

    private Incident incident(org.camunda.bpm.engine.runtime.Incident found) {
        List<String[]> owner = jdbc.query(
                "select business_key_, split_part(proc_def_id_, ':', 1) from act_ru_execution where id_ = ?",
                (rs, n) -> new String[] {rs.getString(1), rs.getString(2)},
                found.getProcessInstanceId());
        String message = found.getIncidentMessage();
        return new Incident(
                found.getId(),
                owner.isEmpty() ? "" : owner.get(0)[1],
                owner.isEmpty() ? "" : owner.get(0)[0],
                found.getActivityId(),
                message == null ? "" : message,
                found.getIncidentTimestamp().toInstant());
    }

    @Override
    public long incidentCount() {
        settled();
        return runtime.createIncidentQuery().count();
    }

    private void settled() {
        if (Boolean.TRUE.equals(jdbc.queryForObject("select exists (select from workflow_rebuild)", Boolean.class))) {
            throw new RebuildUnderWay();
        }
    }

    private static Instant instant(ResultSet rs, int column) throws SQLException {
        return rs.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Instant nullable(ResultSet rs, int column) throws SQLException {
        OffsetDateTime value = rs.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }
}
