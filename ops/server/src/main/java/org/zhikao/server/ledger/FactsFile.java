package org.zhikao.server.ledger;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import org.zhikao.audit.replay.StoredFact;
import org.zhikao.formats.facts.FactLine;
import org.zhikao.formats.facts.FactLines;
import org.zhikao.server.database.Access;

/** Writes the event table into a file of facts, streamed in the order of the index. */
public final class FactsFile {
    private FactsFile() {}

    /** Answers how many facts were written; never over a file that exists. */
    public static long write(Access access, Path file) throws SQLException, IOException {
        long[] count = {0};
        try (Connection connection = access.connect();
                OutputStream out = new BufferedOutputStream(
                        Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                        1 << 16)) {
            StoredFacts.on(connection).inOrder(fact -> {
                write(fact, out);
                count[0]++;
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return count[0];
    }

    private static void write(StoredFact f, OutputStream out) {
        try {
            FactLines.write(
                    new FactLine(
                            f.index(),
                            f.event(),
                            f.aggregate(),
                            f.sequence(),
                            f.name(),
                            f.revision(),
                            f.timestamp(),
                            f.payload(),
                            f.metadata()),
                    out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
