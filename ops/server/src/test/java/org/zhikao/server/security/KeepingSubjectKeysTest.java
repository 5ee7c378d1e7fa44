package org.zhikao.server.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.zhikao.admissions.shared.Sealed;
import org.zhikao.formats.sealing.DataKey;
import org.zhikao.formats.sealing.MasterKeys;
import org.zhikao.formats.sealing.Place;
import org.zhikao.formats.sealing.SealBroken;
import org.zhikao.formats.sealing.SubjectKeys;
import org.zhikao.formats.sealing.SubjectKeys.State;
import org.zhikao.server.database.Database;
import org.zhikao.server.database.DatabasePlace;
import org.zhikao.server.database.Mode;

/** Keys in the database: made once, restricted, destroyed for ever. */
class KeepingSubjectKeysTest {
    private static Database database;
    private static JdbcTemplate jdbc;
    private static Sealing sealing;

    @TempDir
    private Path folder;

    @BeforeAll
    static void open() {
        database = Database.open(new DatabasePlace.Throwaway(), Mode.THROWAWAY);
        var access = database.application();
        jdbc = new JdbcTemplate(new DriverManagerDataSource(access.url(), access.user(), access.password()));
        sealing = Sealing.seeded(jdbc, 7, Mode.THROWAWAY);
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void sealsAndReadsAgainWithKeysFromTheStore() {
        Map<String, DataKey> keys = sealing.keys().createAll(List.of("c1", "c2"));
        Sealed sealed = sealing.sealer().seal(key(keys, "c1"), place("c1"), "张三");
        assertThat(sealing.keys().findAll(List.of("c1", "unknown"))).containsOnlyKeys("c1");
        assertThat(sealing.sealer().read(held("c1"), place("c1"), sealed).value())
                .contains("张三");
    }

    @Test
    void aKeyIsMadeOnceHoweverManyAskAtTheSameTime() throws Exception {
        List<String> subjects =
                IntStream.range(0, 2500).mapToObj(i -> "race" + i).toList();
        ExecutorService pool = Executors.newFixedThreadPool(3);
        try {
            // Random keys: were two made for one person, one would not open what the other sealed.
            Sealing random = Sealing.of(jdbc, MasterKeys.inFile(folder.resolve("master.key")));
            Callable<Map<String, DataKey>> ask = () -> random.keys().createAll(subjects);
            var answers = pool.invokeAll(List.of(ask, ask, ask));
            for (String subject : subjects) {
                DataKey first = key(answers.get(0).get(), subject);
                Sealed sealed = random.sealer().seal(first, place(subject), "李四");
                for (var answer : answers) {
                    assertThat(random.sealer().open(key(answer.get(), subject), place(subject), sealed))
                            .isEqualTo("李四");
                }
            }
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void aRestrictedPersonIsReadByNobodyUntilReleased() {
        Sealed sealed = sealing.sealer().seal(key(sealing.keys().createAll(List.of("c3")), "c3"), place("c3"), "王五");
        sealing.keys().restrict("c3", State.SEALED);
        assertThat(sealing.sealer().read(held("c3"), place("c3"), sealed).isRestricted())
                .isTrue();
        assertThat(sealing.keys().createAll(List.of("c3"))).isEmpty();
        sealing.keys().restrict("c3", State.ACTIVE);
        assertThat(sealing.sealer().read(held("c3"), place("c3"), sealed).value())
                .contains("王五");
    }

    @Test
    void anErasedPersonStaysErased() {
        Sealed sealed =
                sealing.sealer().seal(key(sealing.keys().createAll(List.of("c4", "c5")), "c4"), place("c4"), "赵六");
        sealing.keys().destroy("c4");
        sealing.keys().destroy("c4");
        sealing.keys().restrict("c4", State.ACTIVE);
        assertThat(sealing.sealer().read(held("c4"), place("c4"), sealed).isErased())
                .isTrue();
        assertThat(held("c5").state()).isEqualTo(State.ACTIVE);
        assertThat(sealing.keys().createAll(List.of("c4", "c5"))).containsOnlyKeys("c5");
    }

    @Test
    void aKeyCopiedToAnotherPersonDoesNotOpen() {
        sealing.keys().createAll(List.of("c6", "c7"));
        jdbc.update("UPDATE subject_key SET wrapped_key ="
                + " (SELECT wrapped_key FROM subject_key WHERE subject = 'c6') WHERE subject = 'c7'");
        assertThatThrownBy(() -> sealing.keys().findAll(List.of("c7"))).isInstanceOf(SealBroken.class);
    }

    @Test
    void seededKeysAreForThrowAwayDatabasesOnly() {
        for (Mode mode : List.of(Mode.DEMONSTRATION, Mode.REAL)) {
            assertThatThrownBy(() -> Sealing.seeded(jdbc, 7, mode)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static SubjectKeys.Holding held(String subject) {
        return sealing.keys().find(subject).orElseThrow();
    }

    private static DataKey key(Map<String, DataKey> keys, String subject) {
        return Objects.requireNonNull(keys.get(subject));
    }

    private static Place place(String subject) {
        return new Place(subject, "ParticularsRecorded", "1", "/name");
    }
}
