package org.zhikao.server.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.zhikao.audit.ledger.Checkpoint;
import org.zhikao.audit.ledger.Edge;
import org.zhikao.audit.ledger.Hash;
import org.zhikao.audit.ledger.Leaf;
import org.zhikao.audit.ledger.LedgerCheck;
import org.zhikao.audit.ledger.NoteKey;
import org.zhikao.audit.ledger.SignedNote;
import org.zhikao.audit.replay.Finding;
import org.zhikao.server.database.Database;
import org.zhikao.server.database.DatabasePlace;
import org.zhikao.server.database.Mode;

/** The log over a real server: complete without gaps, and whatever an administrator does to the facts is named. */
class LedgerOnARealDatabaseTest {
    private static final String LOG = "admissions.test/2026";

    @TempDir
    static Path folder;

    private static Database database;
    private static LogFolder logs;
    private static NoteKey key;
    private static Sequencer sequencer;
    private static int made;

    @BeforeAll
    static void open() throws SQLException {
        database = Database.open(new DatabasePlace.Throwaway(), Mode.THROWAWAY);
        logs = LogFolder.in(folder);
        key = logs.key(LOG);
        sequencer = new Sequencer(key, logs);
        try (Connection app = database.application().connect()) {
            for (int batch = 0; batch < 4; batch++) {
                facts(app, 10);
                sequencer.drain(app);
            }
        }
    }

    @AfterAll
    static void close() {
        database.close();
    }

    private static void facts(Connection connection, int count) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (int i = 0; i < count; i++) {
                statement.execute(insert(++made));
            }
        }
    }

    private static String insert(int n) {
        return "INSERT INTO domain_event_entry(event_identifier, aggregate_identifier, sequence_number, type,"
                + " payload_type, payload_revision, time_stamp, payload, meta_data) VALUES ('e" + n + "', 'c"
                + "A".repeat(20) + (char) ('A' + n % 5) + "x', " + n + ", 'Dossier', 'exam.ticket', '1',"
                + " '2026-03-01T08:00:00.000Z', convert_to('{\"ticket\":\"" + n + "\"}', 'UTF8'),"
                + " convert_to('{\"by\":\"a-" + n + "\"}', 'UTF8'))";
    }

    private static List<Finding> check(Connection connection) throws SQLException {
        LedgerCheck check = new LedgerCheck(LOG, key.verifier());
        logs.lastCheckpoint().ifPresent(note -> check.kept("the checkpoint kept outside", note));
        StoredFacts.on(connection).ledger(check);
        assertThat(check.verdict().ok()).isEqualTo(check.findings().isEmpty());
        return check.findings();
    }

    @Test
    void anUntouchedRecordIsClean() throws SQLException {
        try (Connection app = database.application().connect()) {
            assertThat(check(app)).isEmpty();
        }
    }

    @Test
    void theKeyIsReadableByUsAlone() throws IOException {
        Path secret = folder.resolve("ledger").resolve("key");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secret)))
                .isEqualTo("rw-------");
        assertThat(logs.key("another.name/2027").verifier())
                .hasToString(key.verifier().toString());
        assertThat(logs.verifier())
                .map(Object::toString)
                .contains(key.verifier().toString());
    }

    @Test
    void theApplicationMayNotTouchTheLog() {
        for (String change : List.of(
                "UPDATE audit_leaf SET leaf_index = leaf_index",
                "DELETE FROM audit_checkpoint",
                "TRUNCATE audit_leaf")) {
            assertThatThrownBy(() -> {
                        try (Connection app = database.application().connect();
                                Statement statement = app.createStatement()) {
                            statement.execute(change);
                        }
                    })
                    .isInstanceOf(SQLException.class)
                    .extracting(e -> ((SQLException) e).getSQLState())
                    .isEqualTo("42501");
        }
    }

    @Test
    void waitsForARunningTransactionAndSkipsNothing() throws SQLException {
        try (Database other = Database.open(new DatabasePlace.Throwaway(), Mode.THROWAWAY);
                Connection slow = other.application().connect();
                Connection quick = other.application().connect();
                Connection log = other.application().connect()) {
            LogFolder own = LogFolder.in(folder.resolve("other"));
            Sequencer sequence = new Sequencer(own.key(LOG), own);
            slow.setAutoCommit(false);
            facts(slow, 1);
            facts(quick, 3);
            assertThat(sequence.drain(log)).as("an older transaction runs").isZero();
            quick.setAutoCommit(false);
            facts(quick, 2);
            quick.rollback();
            quick.setAutoCommit(true);
            slow.commit();
            assertThat(sequence.drain(log)).isEqualTo(4);
            facts(quick, 2);
            assertThat(sequence.drain(log)).isEqualTo(2);
            assertThat(sequence.drain(log)).isZero();
            try (Connection second = other.application().connect()) {
                second.setAutoCommit(false);
                second.createStatement().execute("SELECT pg_advisory_xact_lock(7402519663060)");
                facts(quick, 1);
                assertThat(sequence.advance(log)).as("another sequencer works").isZero();
                second.rollback();
            }
            assertThat(sequence.drain(log)).isEqualTo(1);
            assertThat(own.lastCheckpoint().orElseThrow()).contains("\n7\n");
        }
    }

    private record Crime(String what, String code, long index, Act act) {}

    @FunctionalInterface
    private interface Act {
        void commit(Statement by) throws SQLException;
    }

    private static Act sql(String... statements) {
        return by -> {
            for (String statement : statements) {
                by.execute(statement);
            }
        };
    }

    private static Act event(String set, int index) {
        return sql("UPDATE domain_event_entry SET " + set + " WHERE global_index = " + index);
    }

    /** Somebody with the rights of the tables' owner, fences down, in a transaction that is rolled back after the check. */
    @TestFactory
    Stream<DynamicTest> namesWhatAnAdministratorDid() {
        return Stream.of(
                        new Crime(
                                "one byte of a payload",
                                "ALTERED",
                                17,
                                event("payload = set_byte(payload, 3, get_byte(payload, 3) # 1)", 17)),
                        new Crime(
                                "a payload appended to",
                                "ALTERED",
                                18,
                                event("payload = payload || '\\x20'::bytea", 18)),
                        new Crime(
                                "another actor in the metadata",
                                "ALTERED",
                                5,
                                event("meta_data = convert_to('{\"by\":\"a-none\"}', 'UTF8')", 5)),
                        new Crime("another instant", "ALTERED", 6, event("time_stamp = '2026-03-01T08:00:00.001Z'", 6)),
                        new Crime("another event name", "ALTERED", 7, event("payload_type = 'exam.missed'", 7)),
                        new Crime("another revision", "ALTERED", 8, event("payload_revision = '2'", 8)),
                        new Crime("no revision", "ALTERED", 8, event("payload_revision = NULL", 8)),
                        new Crime("another sequence number", "ALTERED", 9, event("sequence_number = 9999", 9)),
                        new Crime("another aggregate", "ALTERED", 10, event("aggregate_identifier = 'cB'", 10)),
                        new Crime("another event id", "ALTERED", 11, event("event_identifier = 'e-none'", 11)),
                        new Crime("another global index", "MISSING", 12, event("global_index = 5000", 12)),
                        new Crime(
                                "a fact deleted",
                                "MISSING",
                                20,
                                sql("DELETE FROM domain_event_entry WHERE global_index = 20")),
                        new Crime(
                                "the first fact deleted",
                                "MISSING",
                                1,
                                sql("DELETE FROM domain_event_entry WHERE global_index = 1")),
                        new Crime(
                                "two payloads swapped",
                                "ALTERED",
                                14,
                                sql(
                                        "UPDATE domain_event_entry a SET payload = b.payload FROM domain_event_entry b WHERE (a.global_index, b.global_index) IN ((14, 15), (15, 14))")),
                        new Crime(
                                "two facts swapped",
                                "ALTERED",
                                14,
                                sql(
                                        "UPDATE domain_event_entry SET global_index = CASE global_index WHEN 14 THEN -15 ELSE -14 END WHERE global_index IN (14, 15)",
                                        "UPDATE domain_event_entry SET global_index = -global_index WHERE global_index < 0")),
                        new Crime(
                                "a fact put in behind the log",
                                "EXTRA",
                                4000,
                                sql(
                                        "INSERT INTO domain_event_entry(global_index, event_identifier, aggregate_identifier, sequence_number, payload_type, time_stamp, payload, meta_data, tx) SELECT 4000, 'e-extra', aggregate_identifier, 7777, payload_type, time_stamp, payload, meta_data, tx FROM domain_event_entry WHERE global_index = 3")),
                        new Crime(
                                "a leaf changed",
                                "ALTERED",
                                21,
                                sql(
                                        "UPDATE audit_leaf SET leaf_hash = set_byte(leaf_hash, 0, get_byte(leaf_hash, 0) # 1) WHERE global_index = 21")),
                        new Crime(
                                "a leaf deleted",
                                "LEAF_MISSING",
                                23,
                                sql("DELETE FROM audit_leaf WHERE global_index = 22")),
                        new Crime(
                                "two leaves reordered",
                                "ROOT",
                                30,
                                sql(
                                        "UPDATE audit_leaf SET leaf_index = CASE leaf_index WHEN 24 THEN -25 ELSE -24 END WHERE leaf_index IN (24, 25)",
                                        "UPDATE audit_leaf SET leaf_index = -leaf_index WHERE leaf_index < 0")),
                        new Crime("a fact exchanged with its leaf", "ROOT", 30, by -> exchange(by, 25)),
                        new Crime(
                                "a checkpoint's root changed",
                                "CHECKPOINT_ALTERED",
                                -1,
                                sql(
                                        "UPDATE audit_checkpoint SET root = set_byte(root, 0, get_byte(root, 0) # 1) WHERE size = 20")),
                        new Crime(
                                "a checkpoint's note edited",
                                "SIGNATURE",
                                -1,
                                sql(
                                        "UPDATE audit_checkpoint SET note = replace(note, E'\\n20\\n', E'\\n21\\n') WHERE size = 20")),
                        new Crime("a checkpoint of another key", "SIGNATURE", -1, LedgerOnARealDatabaseTest::forge),
                        new Crime(
                                "the tail of everything cut off",
                                "TAIL_CUT",
                                30,
                                sql(
                                        "DELETE FROM domain_event_entry WHERE global_index > 30",
                                        "DELETE FROM audit_leaf WHERE leaf_index >= 30",
                                        "DELETE FROM audit_checkpoint WHERE size > 30")),
                        new Crime("a forked tail of the right length", "ROOT", 40, LedgerOnARealDatabaseTest::fork),
                        new Crime(
                                "everything deleted",
                                "TAIL_CUT",
                                0,
                                sql(
                                        "DELETE FROM domain_event_entry",
                                        "DELETE FROM audit_leaf",
                                        "DELETE FROM audit_checkpoint")))
                .map(c -> DynamicTest.dynamicTest(c.what(), () -> {
                    try (Connection owner = database.owner().connect();
                            Statement by = owner.createStatement()) {
                        owner.setAutoCommit(false);
                        for (String table : List.of("domain_event_entry", "audit_leaf", "audit_checkpoint")) {
                            by.execute("ALTER TABLE " + table + " DISABLE TRIGGER facts_are_final");
                        }
                        c.act().commit(by);
                        List<Finding> found = checkInside(owner);
                        owner.rollback();
                        assertThat(found).isNotEmpty();
                        assertThat(found.get(0).code()).as(found.toString()).isEqualTo(c.code());
                        assertThat(found.get(0).index()).as(found.toString()).isEqualTo(c.index());
                    }
                }));
    }

    /** As {@link #check}, inside the transaction that holds the crime. */
    private static List<Finding> checkInside(Connection connection) throws SQLException {
        LedgerCheck check = new LedgerCheck(LOG, key.verifier());
        logs.lastCheckpoint().ifPresent(note -> check.kept("the checkpoint kept outside", note));
        StoredFacts.within(connection).ledger(check);
        assertThat(check.verdict().ok()).isFalse();
        return check.findings();
    }

    private static void exchange(Statement by, int index) throws SQLException {
        by.execute("UPDATE domain_event_entry SET payload = convert_to('{}', 'UTF8') WHERE global_index = " + index);
        try (var row = by.executeQuery(
                "SELECT " + FactRows.COLUMNS + " FROM domain_event_entry e WHERE global_index = " + index)) {
            row.next();
            Hash leaf = Leaf.hash(LOG, FactRows.fact(row));
            by.getConnection()
                    .createStatement()
                    .execute(
                            "UPDATE audit_leaf SET leaf_hash = '\\x" + leaf + "'::bytea WHERE global_index = " + index);
        }
    }

    private static void forge(Statement by) throws SQLException {
        NoteKey other = NoteKey.of(LOG, NoteKey.generator().generateKeyPair());
        Edge edge = Edge.empty();
        String note = SignedNote.sign(new Checkpoint(LOG, 20, edge.root()).body(), other)
                .text();
        try (var update = by.getConnection().prepareStatement("UPDATE audit_checkpoint SET note = ? WHERE size = 20")) {
            update.setString(1, note);
            update.executeUpdate();
        }
    }

    /** The last ten facts replaced by ten others, their leaves with them, the checkpoint over them taken away. */
    private static void fork(Statement by) throws SQLException {
        for (int index = 31; index <= 40; index++) {
            exchange(by, index);
        }
        by.execute("DELETE FROM audit_checkpoint WHERE size > 30");
    }
}
