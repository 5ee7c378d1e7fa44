package org.zhikao.workflows.engine;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.support.SQLStateSQLExceptionTranslator;
import org.zhikao.admissions.process.RebuildUnderWay;

/** Rows of {@code workflow_position}, {@code workflow_pending} and {@code workflow_duty}: one statement a batch for each. */
final class CaseStore {
    private static final String LOAD = """
            select p.process_key, p.case_id, p.instance_id, p.definition_id, p.activity_ids, p.path_bits::text,
                   p.last_index, p.since
              from workflow_position p
              join unnest(?::text[], ?::text[]) k(process_key, case_id) using (process_key, case_id)""";
    private static final String LOAD_BELOW = """
            select p.process_key, p.case_id, p.instance_id, p.definition_id, p.activity_ids, p.path_bits::text,
                   p.last_index, p.since
              from workflow_position p
             where p.process_key = ? and p.case_id > ? and p.case_id < ?""";
    private static final String LOAD_PENDING = """
            select q.process_key, q.case_id, q.global_index, q.name, q.payload
              from workflow_pending q
              join unnest(?::text[], ?::text[]) k(process_key, case_id) using (process_key, case_id)""";
    private static final String STORE = """
            insert into workflow_position(process_key, case_id, instance_id, definition_id, activity_ids, path_bits,
                                          last_index, since)
            select p, c, i, d, string_to_array(a, ','), b::bit varying, l, s
              from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::bigint[], ?::timestamptz[])
                   as r(p, c, i, d, a, b, l, s)
            on conflict (process_key, case_id) do update
               set instance_id = excluded.instance_id, activity_ids = excluded.activity_ids,
                   path_bits = excluded.path_bits, last_index = excluded.last_index, since = excluded.since""";
    private static final String KEEP = """
            insert into workflow_pending(process_key, case_id, global_index, name, payload) values (?, ?, ?, ?, ?)""";
    private static final String CONSUME = """
            delete from workflow_pending q
             using unnest(?::text[], ?::text[], ?::bigint[]) k(process_key, case_id, global_index)
             where q.process_key = k.process_key and q.case_id = k.case_id and q.global_index = k.global_index""";
    private static final String DUTY_DONE = """
            delete from workflow_duty d
             using unnest(?::text[], ?::text[], ?::text[]) k(process_key, case_id, activities)
             where d.process_key = k.process_key and d.case_id = k.case_id
               and d.duty <> all(string_to_array(k.activities, ','))""";
    private static final String DUTY_DUE = """
            insert into workflow_duty(process_key, case_id, duty, role, since, deadline, escalates_to)
            values (?, ?, ?, ?, ?, ?, ?)
            on conflict (process_key, case_id, duty) do update
               set role = excluded.role, since = excluded.since, deadline = excluded.deadline,
                   escalates_to = excluded.escalates_to, reminded = null, escalated = null""";

    private final DataSource dataSource;

    CaseStore(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** No live fact is applied to a half-folded state, whichever node folds. */
    void refuseWhileRebuilding() {
        run(c -> {
            try (PreparedStatement ps = c.prepareStatement("select from workflow_rebuild");
                    ResultSet rs = ps.executeQuery()) {
                if (rs.next()) {
                    throw new RebuildUnderWay();
                }
            }
        });
    }

    /** Fills what is known of these cases; one that never started stays as it is. */
    void load(Map<Case.Key, Case> cases) {
        run(c -> {
            List<Case.Key> keys = List.copyOf(cases.keySet());
            try (PreparedStatement ps = c.prepareStatement(LOAD)) {
                keys(ps, keys);
                read(ps, cases);
            }
            try (PreparedStatement ps = c.prepareStatement(LOAD_PENDING)) {
                keys(ps, keys);
                readPending(ps, cases);
            }
        });
    }

    /** Adds the cases of a process below a case, such as a candidate's claims. */
    void loadBelow(String process, String caseKey, Map<Case.Key, Case> cases) {
        run(c -> {
            try (PreparedStatement ps = c.prepareStatement(LOAD_BELOW)) {
                ps.setString(1, process);
                ps.setString(2, caseKey + "/");
                ps.setString(3, caseKey + "0"); // the character after the slash
                read(ps, cases);
            }
        });
    }

    private static void keys(PreparedStatement ps, List<Case.Key> keys) throws SQLException {
        text(ps, 1, keys.stream().map(Case.Key::process).toArray());
        text(ps, 2, keys.stream().map(Case.Key::caseKey).toArray());
    }

    private static void read(PreparedStatement ps, Map<Case.Key, Case> cases) throws SQLException {
        try (ResultSet rs = ps.executeQuery()) {
            while (rs.next()) {
                Case.Key key = new Case.Key(rs.getString(1), rs.getString(2));
                Case found = cases.computeIfAbsent(key, Case::new);
                if (found.started()) {
                    continue; // a case met twice in one batch keeps what the batch did to it
                }
                found.instanceId = rs.getString(3);
                found.definitionId = rs.getString(4);
                found.activities = List.of((String[]) rs.getArray(5).getArray());
                String bits = rs.getString(6);
                found.flows = bits.length();
                found.path = Tokens.bitsOf(bits);
                found.lastIndex = rs.getLong(7);
                found.since = rs.getObject(8, OffsetDateTime.class).toInstant();
            }
        }
    }

    private static void readPending(PreparedStatement ps, Map<Case.Key, Case> cases) throws SQLException {
        try (ResultSet rs = ps.executeQuery()) {
            while (rs.next()) {
                Case found = cases.get(new Case.Key(rs.getString(1), rs.getString(2)));
                if (found != null) {
                    found.pending.put(rs.getLong(3), Pending.read(rs.getString(4), rs.getBytes(5)));
                }
            }
        }
    }

    /** Answers the number of rows added. */
    int store(Collection<Case> cases) {
        List<Case> moved = cases.stream().filter(c -> c.changed).toList();
        int[] added = {0};
        run(c -> {
            if (!moved.isEmpty()) {
                positions(c, moved);
                added[0] += moved.size();
            }
            added[0] += keep(c, cases);
            consume(c, cases);
            duties(c, moved);
        });
        return added[0];
    }

    private static void positions(Connection c, List<Case> moved) throws SQLException {
        try (PreparedStatement ps = c.prepareStatement(STORE)) {
            text(ps, 1, moved.stream().map(m -> m.key.process()).toArray());
            text(ps, 2, moved.stream().map(m -> m.key.caseKey()).toArray());
            text(ps, 3, moved.stream().map(m -> m.instanceId).toArray());
            text(ps, 4, moved.stream().map(m -> m.definitionId).toArray());
            text(ps, 5, moved.stream().map(m -> String.join(",", m.activities)).toArray());
            text(ps, 6, moved.stream().map(CaseStore::bits).toArray());
            array(ps, 7, "bigint", moved.stream().map(m -> m.lastIndex).toArray());
            array(
                    ps,
                    8,
                    "timestamptz",
                    moved.stream().map(m -> m.since.toString()).toArray());
            ps.executeUpdate();
        }
    }

    private static String bits(Case c) {
        StringBuilder text = new StringBuilder(c.flows);
        for (int i = 0; i < c.flows; i++) {
            text.append(c.path.get(i) ? '1' : '0');
        }
        return text.toString();
    }

    private static int keep(Connection c, Collection<Case> cases) throws SQLException {
        int kept = 0;
        try (PreparedStatement ps = c.prepareStatement(KEEP)) {
            for (Case one : cases) {
                for (Map.Entry<Long, Pending> fact : one.newlyPending.entrySet()) {
                    ps.setString(1, one.key.process());
                    ps.setString(2, one.key.caseKey());
                    ps.setLong(3, fact.getKey());
                    ps.setString(4, fact.getValue().word());
                    ps.setBytes(5, fact.getValue().bytes());
                    ps.addBatch();
                    kept++;
                }
            }
            if (kept > 0) {
                ps.executeBatch();
            }
        }
        return kept;
    }

    private static void consume(Connection c, Collection<Case> cases) throws SQLException {
        List<String> processes = new ArrayList<>();
        List<String> keys = new ArrayList<>();
        List<Long> indexes = new ArrayList<>();
        for (Case one : cases) {
            for (Long index : one.consumed) {
                processes.add(one.key.process());
                keys.add(one.key.caseKey());
                indexes.add(index);
            }
        }
        if (!indexes.isEmpty()) {
            try (PreparedStatement ps = c.prepareStatement(CONSUME)) {
                text(ps, 1, processes.toArray());
                text(ps, 2, keys.toArray());
                array(ps, 3, "bigint", indexes.toArray());
                ps.executeUpdate();
            }
        }
    }

    /** Only processes with duties pay for the worklist. */
    private static void duties(Connection c, List<Case> moved) throws SQLException {
        List<Case> owing = moved.stream().filter(m -> m.hasDuties).toList();
        if (owing.isEmpty()) {
            return;
        }
        try (PreparedStatement ps = c.prepareStatement(DUTY_DONE)) {
            text(ps, 1, owing.stream().map(m -> m.key.process()).toArray());
            text(ps, 2, owing.stream().map(m -> m.key.caseKey()).toArray());
            text(ps, 3, owing.stream().map(m -> String.join(",", m.activities)).toArray());
            ps.executeUpdate();
        }
        try (PreparedStatement ps = c.prepareStatement(DUTY_DUE)) {
            boolean any = false;
            for (Case one : owing) {
                for (Map.Entry<String, Case.Due> due : one.due.entrySet()) {
                    if (one.activities.contains(due.getKey())) {
                        ps.setString(1, one.key.process());
                        ps.setString(2, one.key.caseKey());
                        ps.setString(3, due.getKey());
                        ps.setString(4, due.getValue().role());
                        ps.setObject(5, time(due.getValue().since()));
                        Instant deadline = due.getValue().deadline();
                        ps.setObject(6, deadline == null ? null : time(deadline), Types.TIMESTAMP_WITH_TIMEZONE);
                        ps.setString(7, due.getValue().escalatesTo());
                        ps.addBatch();
                        any = true;
                    }
                }
            }
            if (any) {
                ps.executeBatch();
            }
        }
    }

    static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /** Global indexes of facts by event id: a tracking token's position is not the number of its event. */
    void indexes(Set<String> eventIds, Map<String, Long> into) {
        run(c -> {
            try (PreparedStatement ps = c.prepareStatement(
                    "select event_identifier, global_index from domain_event_entry where event_identifier = any(?)")) {
                text(ps, 1, eventIds.toArray());
                try (ResultSet rs = ps.executeQuery()) {
                    while (rs.next()) {
                        into.put(rs.getString(1), rs.getLong(2));
                    }
                }
            }
        });
    }

    private static void text(PreparedStatement ps, int at, Object[] values) throws SQLException {
        array(ps, at, "text", values);
    }

    private static void array(PreparedStatement ps, int at, String type, Object[] values) throws SQLException {
        Array array = ps.getConnection().createArrayOf(type, values);
        ps.setArray(at, array);
    }

    private interface Work {
        void with(Connection connection) throws SQLException;
    }

    /** On the connection of the open transaction: the rows commit with the tokens. */
    private void run(Work work) {
        Connection connection = DataSourceUtils.getConnection(dataSource);
        try {
            work.with(connection);
        } catch (SQLException e) {
            var translated = new SQLStateSQLExceptionTranslator().translate("workflow case rows", null, e);
            throw translated == null ? new IllegalStateException(e) : translated;
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }
}
