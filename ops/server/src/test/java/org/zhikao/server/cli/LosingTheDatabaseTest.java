package org.zhikao.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.zhikao.server.database.Database;
import org.zhikao.server.database.DatabasePlace;
import org.zhikao.server.database.Mode;

/** A server without its database ends and says so; one that stops its database itself says nothing. */
@Timeout(60)
class LosingTheDatabaseTest {
    @TempDir
    private Path folder;

    @Test
    void endsWithASentenceWhenItsDatabaseEnds() throws Exception {
        Path data = folder.resolve("data");
        StringWriter said = new StringWriter();
        try (Database database = Database.open(new DatabasePlace.Kept(data), Mode.DEMONSTRATION)) {
            CompletableFuture<Integer> code = CompletableFuture.supplyAsync(() -> waited(database, said));
            long postgres = Long.parseLong(
                    Files.readAllLines(data.resolve("postgres/postmaster.pid")).get(0));
            ProcessHandle.of(postgres).orElseThrow().destroyForcibly();
            assertThat(code.get(30, TimeUnit.SECONDS)).isEqualTo(1);
            assertThat(said.toString()).contains("postgres.log");
        }
    }

    @Test
    void isNotToldOfWhatItDidItself() {
        CompletableFuture<Void> told = new CompletableFuture<>();
        Database database = Database.open(new DatabasePlace.Throwaway(), Mode.THROWAWAY);
        database.whenLost(() -> told.complete(null));
        database.close();
        assertThat(told).isNotDone();
    }

    private static int waited(Database database, StringWriter said) {
        try {
            return RunCommand.untilTheEnd(database, new PrintWriter(said, true));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return -1;
        }
    }
}
