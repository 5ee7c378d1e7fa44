package org.zhikao.server.database;

import java.nio.file.Path;
import java.util.Map;

/** Where the database is: kept in a folder, thrown away after use, or run by somebody else. */
public sealed interface DatabasePlace {

    /** An embedded server whose data stay in {@code folder} between runs. */
    record Kept(Path folder) implements DatabasePlace {}

    /** An embedded server whose data are deleted when it stops, also when the application is killed. */
    record Throwaway() implements DatabasePlace {}

    /** A server of version 17 or later run by somebody else. */
    record External(String url, String user, String password) implements DatabasePlace {
        @Override
        public String toString() {
            return "External[" + user + " at " + url + "]";
        }
    }

    /** The server named by {@code ZHIKAO_DB_URL}, {@code _USER} and {@code _PASSWORD}, else the one kept in {@code folder}. */
    static DatabasePlace of(Map<String, String> environment, Path folder) {
        String url = environment.getOrDefault("ZHIKAO_DB_URL", "");
        if (url.isBlank()) {
            return new Kept(folder);
        }
        String user = environment.getOrDefault("ZHIKAO_DB_USER", "");
        String password = environment.getOrDefault("ZHIKAO_DB_PASSWORD", "");
        if (user.isBlank() || password.isBlank()) {
            throw new DatabaseRefused(
                    DatabaseRefused.Code.EXTERNAL_INCOMPLETE,
                    "ZHIKAO_DB_URL is set, so ZHIKAO_DB_USER and ZHIKAO_DB_PASSWORD must be set too.");
        }
        if (!url.startsWith("jdbc:postgresql:")) {
            throw new DatabaseRefused(
                    DatabaseRefused.Code.EXTERNAL_INCOMPLETE,
                    "ZHIKAO_DB_URL must begin with jdbc:postgresql: and it does not.");
        }
        return new External(url, user, password);
    }
}
