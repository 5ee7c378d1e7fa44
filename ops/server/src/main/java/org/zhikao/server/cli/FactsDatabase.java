package org.zhikao.server.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.zhikao.server.database.Database;
import org.zhikao.server.database.DatabasePlace;
import org.zhikao.server.database.DatabaseRefused;
import org.zhikao.server.database.Mode;

/** The database of a data folder, or the one named by the environment, opened by a verb that only reads facts. */
final class FactsDatabase {
    private FactsDatabase() {}

    /** Empty when the folder holds none. */
    static Optional<Database> open(Path data) {
        DatabasePlace place = DatabasePlace.of(System.getenv(), data);
        if (place instanceof DatabasePlace.Kept kept
                && !Files.isDirectory(kept.folder().resolve("postgres"))) {
            return Optional.empty();
        }
        return Optional.of(open(place));
    }

    /** Who reads facts reads them whatever the database was made for. */
    private static Database open(DatabasePlace place) {
        for (Mode mode : List.of(Mode.REAL, Mode.DEMONSTRATION)) {
            try {
                return Database.open(place, mode);
            } catch (DatabaseRefused e) {
                if (e.code() != DatabaseRefused.Code.OTHER_MODE) {
                    throw e;
                }
            }
        }
        return Database.open(place, Mode.THROWAWAY);
    }
}
