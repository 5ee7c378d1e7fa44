package org.zhikao.server.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.zhikao.server.database.OpeningADatabaseTest.one;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code kill -9} of the application: nothing it answered is lost, and nothing it leaves behind is in the way. */
@Timeout(120)
class KillingTheApplicationTest {
    @TempDir
    private Path temporary;

    @Test
    void keepsEveryFactThatWasAnswered() throws Exception {
        Path data = temporary.resolve("data");
        for (String life : List.of("first", "second")) {
            Process application = start(data, life);
            long answered = killAfter(application, 200);
            try (Database database = Database.open(new DatabasePlace.Kept(data), Mode.REAL)) {
                long kept = Long.parseLong(one(
                        database.application(),
                        "SELECT count(*) FROM domain_event_entry WHERE aggregate_identifier = '" + life + "'"));
                // One more may have been kept whose answer nobody lived to hear.
                assertThat(kept).isBetween(answered, answered + 1);
            }
        }
    }

    @Test
    void theServerEndsWithTheApplication() throws Exception {
        Path data = temporary.resolve("data");
        Process application = start(data, "killed");
        killAfter(application, 1);
        // The server takes its pid file away as its last act.
        await().atMost(Duration.ofSeconds(30)).until(() -> !Files.exists(data.resolve("postgres/postmaster.pid")));
    }

    @Test
    void aThrowAwayDatabaseIsDeletedWhoeverIsLeftToDoIt() throws Exception {
        // As open as the machine's own folder for temporary files: the account without privileges deletes in it.
        Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rwxrwxrwx"));
        Process application = start("", "gone", "-Djava.io.tmpdir=" + temporary);
        killAfter(application, 1);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(temporary).isEmptyDirectory());
    }

    @Test
    void aServerThatOutlivedItsApplicationIsStoppedFirst() throws Exception {
        Path data = temporary.resolve("data");
        Process application = start(data, "orphaned");
        BufferedReader said = reader(application);
        assertThat(said.readLine()).isEqualTo("0");
        long orphan = serverOf(data);
        // The shells that would have stopped the server go first, as when a whole process group is killed.
        application
                .descendants()
                .filter(process -> process.info().command().orElse("").endsWith("sh"))
                .forEach(ProcessHandle::destroyForcibly);
        application.destroyForcibly().waitFor();
        assertThat(runs(orphan)).isTrue();

        try (Database database = Database.open(new DatabasePlace.Kept(data), Mode.REAL)) {
            assertThat(runs(orphan)).isFalse();
            assertThat(one(database.application(), "SELECT count(*) > 0 FROM domain_event_entry"))
                    .isEqualTo("t");
        }
    }

    @Test
    void aPidFileThatNamesAStrangerIsNotBelieved() throws Exception {
        Path data = temporary.resolve("data");
        DatabasePlace place = new DatabasePlace.Kept(data);
        Database.open(place, Mode.REAL).close();
        // This very process is alive but no server: after a restart of the machine numbers are used again.
        Files.writeString(
                data.resolve("postgres/postmaster.pid"),
                ProcessHandle.current().pid() + "\n/proc/self/cwd\n1\n1\n\n127.0.0.1\n1 1\nready   \n");
        try (Database database = Database.open(place, Mode.REAL)) {
            assertThat(one(database.application(), "SELECT 1")).isEqualTo("1");
        }
    }

    private static Process start(Path data, String aggregate) throws Exception {
        return start(data.toString(), aggregate, "-Dfile.encoding=UTF-8");
    }

    private static Process start(String data, String aggregate, String option) throws Exception {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        option,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Writer.class.getName(),
                        data,
                        aggregate)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static BufferedReader reader(Process application) {
        return new BufferedReader(new InputStreamReader(application.getInputStream(), StandardCharsets.UTF_8));
    }

    /** How many facts the application had answered when it was killed. */
    private static long killAfter(Process application, int facts) throws Exception {
        BufferedReader said = reader(application);
        long answered = 0;
        for (Optional<String> line = next(said); line.isPresent(); line = next(said)) {
            answered++;
            if (answered == facts) {
                application.toHandle().destroyForcibly(); // unlike the process's own method, leaves the pipe readable
            }
        }
        assertThat(application.waitFor()).isEqualTo(137);
        return answered;
    }

    private static Optional<String> next(BufferedReader said) throws Exception {
        return Optional.ofNullable(said.readLine());
    }

    private static long serverOf(Path data) throws Exception {
        return Long.parseLong(
                Files.readAllLines(data.resolve("postgres/postmaster.pid")).get(0));
    }

    /** Not {@code isAlive}: that is true of a process that has ended and waits to be collected. */
    private static boolean runs(long process) {
        return Files.exists(Path.of("/proc", String.valueOf(process), "exe"));
    }
}
