package org.zhikao.server.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.List;
import org.zhikao.audit.ledger.Hash;
import org.zhikao.audit.ledger.LedgerCheck;
import org.zhikao.audit.replay.FactSource;
import org.zhikao.audit.replay.StoredFact;

/** The event table as the audit reads it: one snapshot for all passes, rows streamed, nothing written. */
public final class StoredFacts implements FactSource {
    private static final int PAGE = 5_000;

    private final Connection connection;

    private StoredFacts(Connection connection) {
        this.connection = connection;
    }

    /** Reads on a connection of ours; a read-only transaction is begun on it, so that every pass sees the same facts. */
    public static StoredFacts on(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        connection.setReadOnly(true);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        return new StoredFacts(connection);
    }

    /** Reads inside the transaction that the connection is in. */
    static StoredFacts within(Connection connection) {
        return new StoredFacts(connection);
    }

    @Override
    public void seasons(Reader reader) {
        facts("WHERE e.aggregate_identifier >= 's-' AND e.aggregate_identifier < 's.' ORDER BY e.global_index", reader);
    }

    @Override
    public void all(Reader reader) {
        facts("ORDER BY e.aggregate_identifier, e.sequence_number, e.global_index", reader);
    }

    /** All facts by global index, the order in which they came. */
    public void inOrder(Reader reader) {
        facts("ORDER BY e.global_index", reader);
    }

    /** Takes the payload of one fact after another. */
    @FunctionalInterface
    public interface PayloadReader {
        void read(String aggregate, String name, byte[] payload);
    }

    /** Payloads of the facts of these names by global index; nothing else of a fact is fetched. */
    public void payloads(Collection<String> names, PayloadReader reader) {
        String sql = "SELECT aggregate_identifier, payload_type, payload FROM domain_event_entry"
                + " WHERE payload_type = ANY (?) ORDER BY global_index";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setArray(1, connection.createArrayOf("text", names.toArray()));
            statement.setFetchSize(PAGE);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    reader.read(rows.getString(1), rows.getString(2), rows.getBytes(3));
                }
            }
        } catch (SQLException e) {
            throw new FactsUnavailable("the facts cannot be read", e);
        }
    }

    /** The facts of one candidate, in their order. */
    public void of(String candidate, Reader reader) {
        if (!candidate.matches("[0-9A-Za-z]+")) {
            throw new IllegalArgumentException("not a candidate id: " + candidate);
        }
        facts("WHERE e.aggregate_identifier = '" + candidate + "' ORDER BY e.sequence_number", reader);
    }

    /** A source over facts that are held already. */
    public static FactSource held(List<StoredFact> seasons, List<StoredFact> dossiers) {
        return new FactSource() {
            @Override
            public void seasons(Reader reader) {
                seasons.forEach(reader::read);
            }

            @Override
            public void all(Reader reader) {
                dossiers.forEach(reader::read);
            }
        };
    }

    /** True when the log has any leaf. */
    boolean logged() {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT EXISTS (SELECT 1 FROM audit_leaf)")) {
            return row.next() && row.getBoolean(1);
        } catch (SQLException e) {
            throw new FactsUnavailable("the ledger cannot be read", e);
        }
    }

    private void facts(String which, Reader reader) {
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(PAGE);
            try (ResultSet rows =
                    statement.executeQuery("SELECT " + FactRows.COLUMNS + " FROM domain_event_entry e " + which)) {
                while (rows.next()) {
                    reader.read(FactRows.fact(rows));
                }
            }
        } catch (SQLException e) {
            throw new FactsUnavailable("the facts cannot be read", e);
        }
    }

    /** Feeds checkpoints, leaves with their facts, and facts without leaf, in the order in which the check wants them. */
    public void ledger(LedgerCheck check) {
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(PAGE);
            try (ResultSet rows =
                    statement.executeQuery("SELECT size, root, note FROM audit_checkpoint ORDER BY size")) {
                while (rows.next()) {
                    check.stored(rows.getLong(1), Hash.of(rows.getBytes(2)), rows.getString(3));
                }
            }
            try (ResultSet rows = statement.executeQuery("SELECT " + FactRows.COLUMNS
                    + ", l.leaf_index, l.global_index, l.leaf_hash FROM audit_leaf l"
                    + " LEFT JOIN domain_event_entry e ON e.global_index = l.global_index ORDER BY l.leaf_index")) {
                while (rows.next()) {
                    rows.getLong(1);
                    StoredFact fact = rows.wasNull() ? null : FactRows.fact(rows);
                    check.leaf(rows.getLong(10), rows.getLong(11), Hash.of(rows.getBytes(12)), fact);
                }
            }
            try (ResultSet rows = statement.executeQuery("SELECT " + FactRows.COLUMNS
                    + ", e.tx < coalesce((SELECT max(complete_to::text::numeric)::text::xid8 FROM audit_checkpoint),"
                    + " '0'::xid8) FROM domain_event_entry e WHERE NOT EXISTS"
                    + " (SELECT 1 FROM audit_leaf l WHERE l.global_index = e.global_index) ORDER BY e.global_index")) {
                while (rows.next()) {
                    check.withoutLeaf(FactRows.fact(rows), rows.getBoolean(10));
                }
            }
        } catch (SQLException e) {
            throw new FactsUnavailable("the ledger cannot be read", e);
        }
    }
}
