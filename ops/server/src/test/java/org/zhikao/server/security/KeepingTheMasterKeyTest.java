package org.zhikao.server.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.zhikao.formats.sealing.MasterKey;
import org.zhikao.server.database.Access;
import org.zhikao.server.database.Database;
import org.zhikao.server.database.DatabasePlace;
import org.zhikao.server.database.DatabaseRefused;
import org.zhikao.server.database.Mode;

/** A database is never gone on with under another master key than it was written under. */
class KeepingTheMasterKeyTest {
    @TempDir
    private static Path data;

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
    void makesOneKeyAndInsistsOnItOnceSomebodyIsSealedUnderIt() throws IOException {
        MasterKey first = MasterKeyFile.of(database, data);
        Path file = MasterKeyFile.in(data);
        assertThat(MasterKeyFile.of(database, data).id()).isEqualTo(first.id());
        Access access = database.application();
        Sealing sealing = Sealing.of(
                new JdbcTemplate(new DriverManagerDataSource(access.url(), access.user(), access.password())), first);
        assertThat(sealing.keys().createAll(List.of("c1"))).hasSize(1);

        Path backup = Files.move(file, data.resolve("backup"));
        refuses("missing");
        assertThat(file).doesNotExist();

        Path elsewhere = Files.createDirectory(data.resolve("elsewhere"));
        try (Database other = Database.open(new DatabasePlace.Throwaway(), Mode.THROWAWAY)) {
            MasterKeyFile.of(other, elsewhere);
        }
        Files.move(MasterKeyFile.in(elsewhere), file);
        refuses("not the one");

        Files.delete(file);
        Files.move(backup, file);
        assertThat(MasterKeyFile.of(database, data).id()).isEqualTo(first.id());
    }

    private static void refuses(String why) {
        assertThatThrownBy(() -> MasterKeyFile.of(database, data))
                .isInstanceOfSatisfying(
                        DatabaseRefused.class,
                        refused -> assertThat(refused.code()).isEqualTo(DatabaseRefused.Code.OTHER_MASTER_KEY))
                .hasMessageContaining(why);
    }
}
