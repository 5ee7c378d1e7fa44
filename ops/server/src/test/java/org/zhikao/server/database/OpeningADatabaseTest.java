package org.zhikao.server.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a freshly opened database is like, and what the application's role can and cannot do in it. */
class OpeningADatabaseTest {
    private static Database database;

    @BeforeAll
    static void open() {
        database = Database.open(new DatabasePlace.Throwaway(), Mode.THROWAWAY);
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void keepsWhatItAnswered() throws SQLException {
        Map<String, String> settings = new TreeMap<>();
        for (String name : List.of("fsync", "synchronous_commit", "full_page_writes", "data_checksums")) {
            settings.put(name, one(database.application(), "SHOW " + name));
        }
        assertThat(settings.values()).containsOnly("on").hasSize(4);
    }

    @Test
    void listensToThisMachineOnly() throws SQLException {
        assertThat(one(database.owner(), "SHOW listen_addresses")).isEqualTo("127.0.0.1");
        assertThat(one(database.owner(), "SHOW unix_socket_directories")).isEmpty();
        assertThat(one(database.owner(), "SELECT string_agg(auth_method, ',') FROM pg_hba_file_rules"))
                .isEqualTo("scram-sha-256");
    }

    @Test
    void boundsHowLongAnybodyMayHoldTheReadersBack() throws SQLException {
        assertThat(one(database.application(), "SHOW transaction_timeout")).isEqualTo("1min");
        assertThat(one(database.application(), "SHOW idle_in_transaction_session_timeout"))
                .isEqualTo("20s");
        assertThat(one(database.application().unhurried(), "SHOW transaction_timeout"))
                .isEqualTo("0");
    }

    @Test
    void theApplicationAddsAndReadsFacts() throws SQLException {
        String fact = insert("cA0000000000000000000001/exemption/1", 0);
        assertThat(one(database.application(), fact + " RETURNING case_id")).isEqualTo("cA0000000000000000000001");
    }

    @Test
    void theApplicationMayNotChangeAFact() {
        for (String change : changes()) {
            refused(database.application(), change, "42501");
        }
    }

    @Test
    void notEvenTheOwnerChangesAFact() throws SQLException {
        one(database.owner(), insert("cA0000000000000000000002", 0) + " RETURNING 1");
        for (String change : changes()) {
            refused(database.owner(), change, "ZK001");
            refused(database.owner(), "SET session_replication_role = replica; " + change, "ZK001");
        }
    }

    @Test
    void theApplicationCannotTakeTheOwnersRightsBack() {
        refused(database.application(), "RESET ROLE; UPDATE domain_event_entry SET type = ''", "42501");
        refused(database.application(), "SET ROLE zhikao", "42501");
        refused(database.application(), "ALTER TABLE domain_event_entry DISABLE TRIGGER ALL", "42501");
        refused(database.application(), "UPDATE zhikao_mode SET mode = 'REAL'", "42501");
    }

    @Test
    void theApplicationEmptiesWhatCanBeRebuilt() throws SQLException {
        for (String table :
                List.of("workflow_position", "tokenentry", "act_ru_task", "act_ru_execution", "subject_key")) {
            try (Connection connection = database.application().connect();
                    Statement statement = connection.createStatement()) {
                statement.execute("TRUNCATE " + table + " CASCADE");
            }
        }
    }

    @Test
    void theEnginesTablesAndOurIndexesOnThemAreThere() throws SQLException {
        assertThat(one(database.application(), "SELECT count(*) FROM pg_tables WHERE tablename LIKE 'act\\_%'"))
                .isEqualTo("49");
        assertThat(one(
                        database.application(),
                        "SELECT string_agg(indexname, ',' ORDER BY indexname) FROM pg_indexes WHERE indexname LIKE"
                                + " 'zhikao\\_%\\_%' AND tablename LIKE 'act\\_%'"))
                .isEqualTo("zhikao_job_due,zhikao_task_parent");
    }

    @Test
    void sortsByCodePointWhateverTheMachineIsSetTo() throws SQLException {
        assertThat(one(database.owner(), "SELECT string_agg(x, '' ORDER BY x) FROM unnest(array['ä','b','A','职']) x"))
                .isEqualTo("Abä职");
        assertThat(one(database.owner(), "SELECT upper('äx')")).isEqualTo("ÄX");
    }

    @Test
    void leavesNothingBehindWhenThrownAway() throws IOException {
        Path folder;
        try (EmbeddedServer server = EmbeddedServer.throwaway(System.getenv())) {
            folder = server.folder();
            assertThat(folder.resolve("postgres")).isDirectory();
        }
        assertThat(folder).doesNotExist();
    }

    private static List<String> changes() {
        List<String> changes = new ArrayList<>();
        changes.add("UPDATE domain_event_entry SET payload = '\\x00'");
        changes.add("DELETE FROM domain_event_entry");
        changes.add("TRUNCATE domain_event_entry");
        changes.add("MERGE INTO domain_event_entry e USING (SELECT 1 AS one) s ON e.sequence_number = 0"
                + " WHEN MATCHED THEN DELETE");
        return changes;
    }

    private static String insert(String aggregate, int sequence) {
        return "INSERT INTO domain_event_entry(event_identifier, aggregate_identifier, sequence_number, payload_type,"
                + " time_stamp, payload, meta_data) VALUES ('" + aggregate + "#" + sequence + "', '" + aggregate + "', "
                + sequence + ", 'Tested', '2026-03-01T08:00:00Z', '\\x7b7d', '\\x7b7d')";
    }

    static void refused(Access access, String sql, String state) {
        ThrowingCallable run = () -> {
            try (Connection connection = access.connect();
                    Statement statement = connection.createStatement()) {
                statement.execute(sql);
            }
        };
        assertThatThrownBy(run)
                .isInstanceOfSatisfying(
                        SQLException.class,
                        e -> assertThat(e.getSQLState()).as(sql).isEqualTo(state));
    }

    static String one(Access access, String sql) throws SQLException {
        try (Connection connection = access.connect();
                Statement statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            assertThat(row.next()).isTrue();
            return row.getString(1);
        }
    }
}
