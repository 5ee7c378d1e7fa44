package org.zhikao.server.security;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.springframework.jdbc.core.JdbcOperations;
import org.zhikao.formats.sealing.DataKey;
import org.zhikao.formats.sealing.Entropy;
import org.zhikao.formats.sealing.MasterKey;
import org.zhikao.formats.sealing.SubjectKeys;

/** 密钥库 in table {@code subject_key}; joins the transaction of its caller, if there is one. */
public final class JdbcSubjectKeys implements SubjectKeys {
    private static final int FIRST_VERSION = 1;
    /** One statement a thousand people: 300,000 keys are 300 round trips. */
    private static final int PAGE = 1000;

    private final JdbcOperations jdbc;
    private final MasterKey master;
    private final Entropy entropy;

    public JdbcSubjectKeys(JdbcOperations jdbc, MasterKey master, Entropy entropy) {
        this.jdbc = jdbc;
        this.master = master;
        this.entropy = entropy;
    }

    @Override
    public Map<String, DataKey> createAll(Collection<String> subjects) {
        // In one order always, so that two callers with common subjects wait for each other instead of locking up.
        List<String> ordered = List.copyOf(new TreeSet<>(subjects));
        Map<String, DataKey> keys = new HashMap<>();
        for (int from = 0; from < ordered.size(); from += PAGE) {
            keys.putAll(createPage(ordered.subList(from, Math.min(from + PAGE, ordered.size()))));
        }
        return keys;
    }

    private Map<String, DataKey> createPage(List<String> subjects) {
        Map<String, DataKey> made = new HashMap<>();
        byte[][] wrapped = new byte[subjects.size()][];
        for (int i = 0; i < wrapped.length; i++) {
            DataKey key = DataKey.create(subjects.get(i), FIRST_VERSION, entropy);
            made.put(key.subject(), key);
            wrapped[i] = key.wrap(master);
        }
        // Whoever has a key keeps it, also a destroyed one: nobody comes back under a second key.
        Collection<String> fresh = rows(
                "INSERT INTO subject_key(subject, version, wrapped_key, master_key, state)"
                        + " SELECT s, ?, w, ?, 'ACTIVE' FROM unnest(?, ?) AS page(s, w)"
                        + " ON CONFLICT DO NOTHING RETURNING subject",
                statement -> {
                    var connection = statement.getConnection();
                    statement.setInt(1, FIRST_VERSION);
                    statement.setString(2, master.id());
                    statement.setArray(3, connection.createArrayOf("text", subjects.toArray()));
                    statement.setArray(4, connection.createArrayOf("bytea", wrapped));
                },
                row -> row.getString(1));
        made.keySet().retainAll(fresh);
        if (made.size() < subjects.size()) {
            List<String> others = new ArrayList<>(subjects);
            others.removeAll(made.keySet());
            findAll(others).forEach((subject, holding) -> holding.key().ifPresent(key -> made.put(subject, key)));
        }
        return made;
    }

    @Override
    public Map<String, Holding> findAll(Collection<String> subjects) {
        Map<String, Holding> found = new HashMap<>();
        if (subjects.isEmpty()) {
            return found;
        }
        rows(
                "SELECT subject, version, wrapped_key, state FROM subject_key WHERE subject = ANY(?)"
                        + " ORDER BY subject, version",
                statement -> statement.setArray(1, statement.getConnection().createArrayOf("text", subjects.toArray())),
                row -> found.put(row.getString(1), holding(row)));
        return found;
    }

    private Holding holding(ResultSet row) throws SQLException {
        State state = State.valueOf(row.getString(4));
        Optional<DataKey> key = state == State.ACTIVE
                ? Optional.of(DataKey.unwrap(row.getString(1), row.getInt(2), row.getBytes(3), master))
                : Optional.empty();
        return new Holding(state, key);
    }

    @Override
    public void restrict(String subject, State state) {
        if (state == State.DESTROYED) {
            throw new IllegalArgumentException("destroying is no restriction");
        }
        jdbc.update(
                "UPDATE subject_key SET state = ? WHERE subject = ? AND state <> 'DESTROYED'", state.name(), subject);
    }

    @Override
    public void destroy(String subject) {
        jdbc.update("UPDATE subject_key SET state = 'DESTROYED', wrapped_key = NULL WHERE subject = ?", subject);
    }

    private <T> List<T> rows(String sql, Parameters parameters, Row<T> read) {
        List<T> all = new ArrayList<>();
        jdbc.query(sql, parameters::set, row -> {
            all.add(read.from(row));
        });
        return all;
    }

    private interface Parameters {
        void set(PreparedStatement statement) throws SQLException;
    }

    private interface Row<T> {
        T from(ResultSet row) throws SQLException;
    }
}
