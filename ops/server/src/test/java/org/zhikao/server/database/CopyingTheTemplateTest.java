package org.zhikao.server.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhikao.server.database.OpeningADatabaseTest.one;
import static org.zhikao.server.database.OpeningADatabaseTest.refused;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A copied database is like one made from nothing, and shares no secret with its siblings. */
class CopyingTheTemplateTest {
    /** Everything a schema consists of, a line each, without the numbers a server deals out by itself. */
    private static final List<String> CATALOGUE = List.of(
            "SELECT string_agg(concat_ws(' ', c.relkind, c.relname, c.relacl, c.reloptions, a.attname,"
                    + " format_type(a.atttypid, a.atttypmod), a.attnotnull, pg_get_expr(d.adbin, d.adrelid)),"
                    + " E'\\n' ORDER BY c.relname, a.attnum) FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid"
                    + " LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum"
                    + " WHERE c.relnamespace = 'public'::regnamespace AND a.attnum > 0",
            "SELECT string_agg(indexdef, E'\\n' ORDER BY indexdef) FROM pg_indexes WHERE schemaname = 'public'",
            "SELECT string_agg(conrelid::regclass || ' ' || pg_get_constraintdef(oid), E'\\n'"
                    + " ORDER BY conrelid::regclass::text, conname) FROM pg_constraint",
            "SELECT string_agg(concat(pg_get_triggerdef(oid), tgenabled), E'\\n' ORDER BY tgname, tgrelid::regclass::text)"
                    + " FROM pg_trigger WHERE NOT tgisinternal",
            "SELECT string_agg(concat(pg_get_functiondef(oid), proacl), E'\\n' ORDER BY proname) FROM pg_proc"
                    + " WHERE pronamespace = 'public'::regnamespace AND prokind = 'f'",
            "SELECT string_agg(concat_ws(' ', rolname, rolcanlogin, rolsuper, rolinherit), E'\\n' ORDER BY rolname)"
                    + " FROM pg_roles",
            "SELECT string_agg(id, ',' ORDER BY orderexecuted) FROM databasechangelog",
            "SELECT concat_ws(' ', datcollate, datctype, datlocprovider, datlocale, encoding) FROM pg_database"
                    + " WHERE datname = 'zhikao'",
            "SELECT string_agg(auth_method, ',') FROM pg_hba_file_rules",
            "SHOW data_checksums");

    @TempDir
    private static Path folder;

    private static Map<String, String> environment = Map.of();

    @BeforeAll
    static void aCacheOfItsOwn() throws IOException {
        // The account that runs the server passes through it.
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path cache = Files.createDirectory(folder.resolve("cache"));
        Files.setPosixFilePermissions(cache, PosixFilePermissions.fromString("rwxr-xr-x"));
        environment = Map.of("ZHIKAO_CACHE", cache.toString());
    }

    @Test
    void aCopyIsLikeADatabaseMadeFromNothing() throws SQLException, IOException {
        Path kept = folder.resolve("kept");
        try (Database copy = Database.open(new DatabasePlace.Throwaway(), Mode.THROWAWAY, environment);
                Database original = Database.open(new DatabasePlace.Kept(kept), Mode.REAL, environment)) {
            assertThat(templates()).hasSize(1);
            for (String sql : CATALOGUE) {
                String expected = one(original.owner(), sql);
                assertThat(expected).as(sql).isNotBlank();
                assertThat(one(copy.owner(), sql)).as(sql).isEqualTo(expected);
            }
        }
    }

    @Test
    void copiesShareNoPassword() {
        try (Database one = Database.open(new DatabasePlace.Throwaway(), Mode.THROWAWAY, environment);
                Database other =
                        Database.open(new DatabasePlace.Kept(folder.resolve("d")), Mode.DEMONSTRATION, environment)) {
            for (Access own : List.of(one.owner(), one.application())) {
                Access foreign = new Access(other.owner().url(), own.user(), own.password(), own.sessionSql());
                refused(foreign, "SELECT 1", "28P01");
            }
        }
    }

    @Test
    void whatAKilledRunLeftUnfinishedIsSweptAway() throws IOException {
        Path cache = Path.of(environment.get("ZHIKAO_CACHE"));
        Database.open(new DatabasePlace.Throwaway(), Mode.THROWAWAY, environment)
                .close();
        for (Path template : templates()) {
            Trees.delete(template);
        }
        Path unfinished = Files.createDirectories(cache.resolve("cluster-unfinished-1/postgres/base"));
        Database.open(new DatabasePlace.Throwaway(), Mode.THROWAWAY, environment)
                .close();
        assertThat(unfinished).doesNotExist();
        assertThat(templates()).hasSize(1);
    }

    private List<Path> templates() throws IOException {
        List<Path> found = new ArrayList<>();
        try (Stream<Path> all = Files.list(Path.of(environment.get("ZHIKAO_CACHE")))) {
            all.filter(path -> path.getFileName().toString().startsWith("cluster-") && Files.isDirectory(path))
                    .forEach(found::add);
        }
        return found;
    }
}
