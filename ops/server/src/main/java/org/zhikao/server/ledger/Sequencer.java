package org.zhikao.server.ledger;

import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import org.postgresql.PGConnection;
import org.zhikao.audit.ledger.Checkpoint;
import org.zhikao.audit.ledger.Edge;
import org.zhikao.audit.ledger.Hash;
import org.zhikao.audit.ledger.Leaf;
import org.zhikao.audit.ledger.NoteKey;
import org.zhikao.audit.ledger.SignedNote;
import org.zhikao.audit.replay.StoredFact;

/**
 * Gives committed facts their leaves, a batch a transaction: leaves, tree edge, signed checkpoint and position commit together.
 *
 * <p>Global indexes have holes and commit out of order; leaf indexes have none and never change. A batch takes whole
 * transactions, and only such as have ended for good because none older is still running; inside it, global indexes decide.
 * So nothing is skipped and no writer waits. A second sequencer finds the lock taken.
 */
public final class Sequencer {
    private static final int BATCH = 10_000;
    private static final long LOCK = 7_402_519_663_060L;
    private static final HexFormat HEX = HexFormat.of();

    private final String log;
    private final NoteKey key;
    private final LogFolder folder;

    public Sequencer(NoteKey key, LogFolder folder) {
        this.log = key.verifier().name();
        this.key = key;
        this.folder = folder;
    }

    /** How far the log has come: {@code completeTo} is the first transaction without leaves. */
    private record Position(Edge edge, long completeTo) {}

    /**
     * Works off one batch in a transaction of its own.
     *
     * @param connection one of ours, without a transaction begun
     * @return how many leaves were added; 0 when there is nothing to do or another sequencer is at work
     */
    public int advance(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        String note = "";
        int leaves = 0;
        try (Statement statement = connection.createStatement()) {
            if (one(statement, "SELECT pg_try_advisory_xact_lock(" + LOCK + ")").equals("t")) {
                Position at = position(statement);
                long end = end(statement, at.completeTo());
                long before = at.edge().size();
                String rows = hash(connection, at, end);
                leaves = Math.toIntExact(at.edge().size() - before);
                if (leaves > 0) {
                    copyIn(connection, rows);
                    note = store(connection, at.edge(), end);
                }
            }
            connection.commit();
        } catch (SQLException | RuntimeException e) {
            connection.rollback();
            throw e;
        } finally {
            connection.setAutoCommit(true);
        }
        if (!note.isEmpty()) {
            folder.keep(note);
        }
        return leaves;
    }

    /** Works off everything that is settled now. */
    public long drain(Connection connection) throws SQLException {
        long all = 0;
        for (int leaves = advance(connection); leaves > 0; leaves = advance(connection)) {
            all += leaves;
        }
        return all;
    }

    private static Position position(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery(
                "SELECT size, edge, root, complete_to::text FROM audit_checkpoint ORDER BY size DESC LIMIT 1")) {
            if (!row.next()) {
                return new Position(Edge.empty(), 0);
            }
            Edge edge = Edge.of(row.getLong(1), row.getBytes(2));
            if (!edge.root().equals(Hash.of(row.getBytes(3)))) {
                throw new IllegalStateException("the last checkpoint's edge does not give its root; run the audit");
            }
            return new Position(edge, Long.parseLong(row.getString(4)));
        }
    }

    /** Where the batch ends: before the oldest running transaction, or earlier where a batch is full. */
    private static long end(Statement statement, long from) throws SQLException {
        long horizon = Long.parseLong(one(statement, "SELECT pg_snapshot_xmin(pg_current_snapshot())::text"));
        try (ResultSet row = statement.executeQuery("SELECT tx::text FROM domain_event_entry WHERE "
                + between(from, horizon) + " ORDER BY tx OFFSET " + BATCH + " LIMIT 1")) {
            // A transaction larger than a batch is taken whole.
            return row.next() ? Math.max(Long.parseLong(row.getString(1)), from + 1) : horizon;
        }
    }

    private static String between(long from, long end) {
        // In the text and not as parameters: the plan must see whether this is a crack or the whole table.
        return "tx >= '" + from + "'::xid8 AND tx < '" + end + "'::xid8";
    }

    /** Appends the batch's leaves to the edge; answers them as rows to copy. */
    private String hash(Connection connection, Position at, long end) throws SQLException {
        StringBuilder rows = new StringBuilder(BATCH * 90);
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(2000);
            try (ResultSet row =
                    statement.executeQuery("SELECT " + FactRows.COLUMNS + " FROM domain_event_entry e WHERE "
                            + between(at.completeTo(), end) + " ORDER BY e.global_index")) {
                while (row.next()) {
                    StoredFact fact = FactRows.fact(row);
                    Hash leaf = Leaf.hash(log, fact);
                    rows.append(at.edge().size())
                            .append('\t')
                            .append(fact.index())
                            .append("\t\\\\x");
                    HEX.formatHex(rows, leaf.bytes());
                    rows.append('\n');
                    at.edge().append(leaf);
                }
            }
        }
        return rows.toString();
    }

    private static void copyIn(Connection connection, String rows) throws SQLException {
        try {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("COPY audit_leaf(leaf_index, global_index, leaf_hash) FROM STDIN", new StringReader(rows));
        } catch (IOException e) {
            throw new SQLException("the leaves could not be sent", e);
        }
    }

    private String store(Connection connection, Edge edge, long end) throws SQLException {
        String note = SignedNote.sign(new Checkpoint(log, edge.size(), edge.root()).body(), key)
                .text();
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO audit_checkpoint(size, root, edge, note, complete_to)"
                        + " VALUES (?, ?, ?, ?, ?::xid8)")) {
            insert.setLong(1, edge.size());
            insert.setBytes(2, edge.root().bytes());
            insert.setBytes(3, edge.bytes());
            insert.setString(4, note);
            insert.setString(5, String.valueOf(end));
            insert.executeUpdate();
        }
        return note;
    }

    private static String one(Statement statement, String sql) throws SQLException {
        try (ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
