package org.zhikao.server.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.zhikao.server.database.OpeningADatabaseTest.one;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhikao.server.database.DatabaseRefused.Code;

/** A database kept between runs, and the five ways in which it says no. */
class KeepingADatabaseTest {
    @TempDir
    private Path folder;

    @Test
    void keepsItsDataAndItsModeBetweenRuns() throws SQLException {
        DatabasePlace place = new DatabasePlace.Kept(folder.resolve("data"));
        try (Database first = Database.open(place, Mode.DEMONSTRATION)) {
            run(first.application(), "INSERT INTO identity_index VALUES ('s', decode(repeat('00', 16), 'hex'), 'c1')");
            refused(() -> Database.open(place, Mode.DEMONSTRATION), Code.FOLDER_IN_USE);
        }
        refused(() -> Database.open(place, Mode.REAL), Code.OTHER_MODE);
        try (Database second = Database.open(place, Mode.DEMONSTRATION)) {
            assertThat(one(second.application(), "SELECT subject FROM identity_index"))
                    .isEqualTo("c1");
        }
    }

    @Test
    void bringsAnOlderSchemaUpToDateAndRefusesANewerOne() throws SQLException {
        DatabasePlace place = new DatabasePlace.Kept(folder.resolve("data"));
        try (Database older = Database.open(place, Mode.REAL)) {
            run(older.owner(), "DROP TABLE subject_key; DROP TABLE identity_index");
            run(older.owner(), "DELETE FROM databasechangelog WHERE id = 'subject-keys'");
            run(older.owner(), "UPDATE zhikao_schema SET fingerprint = 'of an older release'");
        }
        try (Database current = Database.open(place, Mode.REAL)) {
            assertThat(one(current.application(), "SELECT count(*) FROM subject_key"))
                    .isEqualTo("0");
            run(
                    current.owner(),
                    "INSERT INTO databasechangelog SELECT 'of-tomorrow', author, 'db/99-tomorrow.sql', dateexecuted, 9999,"
                            + " exectype, md5sum FROM databasechangelog LIMIT 1");
            run(current.owner(), "UPDATE zhikao_schema SET fingerprint = 'of tomorrow'");
        }
        assertThatThrownBy(() -> Database.open(place, Mode.REAL))
                .isInstanceOfSatisfying(
                        DatabaseRefused.class, e -> assertThat(e.code()).isEqualTo(Code.SCHEMA_NEWER))
                .hasMessageContaining("of-tomorrow");
    }

    @Test
    void usesAServerRunBySomebodyElse() throws SQLException {
        try (Database host = Database.open(new DatabasePlace.Throwaway(), Mode.THROWAWAY)) {
            run(host.owner(), "CREATE ROLE office LOGIN PASSWORD 'office'");
            run(host.owner(), "CREATE DATABASE office OWNER office");
            String url = host.owner().url().replaceAll("/zhikao\\?.*", "/office");
            DatabasePlace place = new DatabasePlace.External(url, "office", "office");
            refused(() -> Database.open(place, Mode.REAL), Code.ROLE_MISSING);

            run(host.owner(), "GRANT zhikao_app TO office WITH SET TRUE");
            for (int i = 0; i < 2; i++) {
                try (Database external = Database.open(place, Mode.REAL)) {
                    assertThat(one(external.application(), "SELECT current_user"))
                            .isEqualTo("zhikao_app");
                    OpeningADatabaseTest.refused(external.application(), "DELETE FROM domain_event_entry", "42501");
                    OpeningADatabaseTest.refused(external.owner(), "DELETE FROM domain_event_entry", "ZK001");
                    assertThat(external.application().url()).contains("reWriteBatchedInserts=true");
                }
            }
            refused(() -> Database.open(place, Mode.DEMONSTRATION), Code.OTHER_MODE);
            refused(
                    () -> Database.open(new DatabasePlace.External(url, "office", "guess"), Mode.REAL),
                    Code.UNREACHABLE);
        }
    }

    @Test
    void takesTheOtherServerFromTheEnvironmentOnlyWhenItIsCompletelyNamed() {
        Path data = Path.of("data");
        assertThat(DatabasePlace.of(Map.of(), data)).isEqualTo(new DatabasePlace.Kept(data));
        assertThat(DatabasePlace.of(
                        Map.of(
                                "ZHIKAO_DB_URL", "jdbc:postgresql://db/zhikao",
                                "ZHIKAO_DB_USER", "u",
                                "ZHIKAO_DB_PASSWORD", "p"),
                        data))
                .isEqualTo(new DatabasePlace.External("jdbc:postgresql://db/zhikao", "u", "p"));
        refused(
                () -> DatabasePlace.of(Map.of("ZHIKAO_DB_URL", "jdbc:postgresql://db/zhikao"), data),
                Code.EXTERNAL_INCOMPLETE);
        refused(
                () -> DatabasePlace.of(
                        Map.of("ZHIKAO_DB_URL", "db", "ZHIKAO_DB_USER", "u", "ZHIKAO_DB_PASSWORD", "p"), data),
                Code.EXTERNAL_INCOMPLETE);
    }

    @Test
    void refusesAFolderItCannotWrite() throws Exception {
        Path file = Files.createFile(folder.resolve("file"));
        refused(() -> Database.open(new DatabasePlace.Kept(file.resolve("data")), Mode.REAL), Code.FOLDER_UNUSABLE);
    }

    @Test
    void refusesMachinesItBringsNoServerFor() {
        assertThat(Binaries.archive("Linux", "aarch64")).isEqualTo("postgres-linux-arm_64.txz");
        refused(() -> Binaries.archive("Linux", "riscv64"), Code.PLATFORM_UNSUPPORTED);
        refused(() -> Binaries.archive("Mac OS X", "aarch64"), Code.PLATFORM_UNSUPPORTED);
    }

    @Test
    void neverSharesItsMemoryWithTheApplicationUnfairly() {
        assertThat(Settings.all(5432, 24_000)).containsEntry("shared_buffers", "1024MB");
        assertThat(Settings.all(5432, 2_000)).containsEntry("shared_buffers", "250MB");
        assertThat(Settings.all(5432, 256)).containsEntry("shared_buffers", "64MB");
    }

    private static void refused(ThrowingCallable opening, Code code) {
        assertThatThrownBy(opening)
                .isInstanceOfSatisfying(
                        DatabaseRefused.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    private static void run(Access access, String sql) throws SQLException {
        try (Connection connection = access.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
