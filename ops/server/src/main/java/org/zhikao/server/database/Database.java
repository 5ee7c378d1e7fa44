package org.zhikao.server.database;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The one database, opened before anything else starts: its server runs, its schema is of this release, and it is used
 * for what it was first opened for. Closing it stops a server of our own.
 */
public final class Database implements AutoCloseable {
    private static final String NAME = "zhikao";
    /** Several rows travel in one statement: mass work leans on it. */
    private static final String BATCHED = "reWriteBatchedInserts=true";

    private static final int OLDEST = 170_000;

    private final Access application;
    private final Access owner;
    private final @Nullable EmbeddedServer server;

    private Database(Access application, Access owner, @Nullable EmbeddedServer server) {
        this.application = application;
        this.owner = owner;
        this.server = server;
    }

    /**
     * Opens the database at {@code place} for {@code mode}.
     *
     * @throws DatabaseRefused with one sentence saying why it cannot be opened
     */
    public static Database open(DatabasePlace place, Mode mode) {
        return open(place, mode, System.getenv());
    }

    static Database open(DatabasePlace place, Mode mode, Map<String, String> environment) {
        try {
            if (place instanceof DatabasePlace.External external) {
                return external(external, mode);
            }
            EmbeddedServer server = place instanceof DatabasePlace.Kept kept
                    ? EmbeddedServer.kept(kept.folder(), origin(mode), environment)
                    : EmbeddedServer.throwaway(environment);
            try {
                return embedded(server, mode);
            } catch (SQLException | IOException | RuntimeException e) {
                server.close();
                throw e;
            }
        } catch (SQLException e) {
            throw new DatabaseRefused(
                    DatabaseRefused.Code.UNREACHABLE, "The database cannot be used: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new DatabaseRefused(
                    DatabaseRefused.Code.SERVER_NOT_STARTED, "The embedded PostgreSQL could not be started: " + e, e);
        }
    }

    private static EmbeddedServer.Origin origin(Mode mode) {
        return mode == Mode.REAL ? EmbeddedServer.Origin.INITDB : EmbeddedServer.Origin.TEMPLATE;
    }

    private static Database embedded(EmbeddedServer server, Mode mode) throws SQLException, IOException {
        migrated(server);
        Access owner = ownerOf(server);
        try (Connection connection = owner.connect()) {
            remember(connection, mode);
        }
        String password = server.passwords().application();
        return new Database(new Access(owner.url(), Roles.APPLICATION, password, Roles.SESSION), owner, server);
    }

    /** Makes what is missing on our own server: the database, the application's role, the schema of this release. */
    static void migrated(EmbeddedServer server) throws SQLException, IOException {
        DataFolder.Passwords passwords = server.passwords();
        try (Connection first = DriverManager.getConnection(
                        host(server) + "postgres", EmbeddedServer.OWNER, passwords.owner());
                Statement statement = first.createStatement();
                var row = statement.executeQuery("SELECT 1 FROM pg_database WHERE datname = '" + NAME + "'")) {
            if (!row.next()) {
                statement.execute("CREATE DATABASE " + NAME);
            }
        }
        try (Connection connection = ownerOf(server).connect()) {
            Roles.withPassword(connection, passwords.application());
            Migrations.run(connection);
        }
    }

    static Access ownerOf(EmbeddedServer server) throws IOException {
        String url = host(server) + NAME + "?" + BATCHED + "&ApplicationName=zhikao";
        return new Access(url, EmbeddedServer.OWNER, server.passwords().owner(), Roles.OWNER_SESSION);
    }

    private static String host(EmbeddedServer server) {
        return "jdbc:postgresql://127.0.0.1:" + server.port() + "/";
    }

    private static Database external(DatabasePlace.External place, Mode mode) throws SQLException, IOException {
        String url = place.url();
        if (!url.contains("reWriteBatchedInserts=")) {
            url += (url.contains("?") ? "&" : "?") + BATCHED;
        }
        Access owner = new Access(url, place.user(), place.password(), Roles.OWNER_SESSION);
        try (Connection connection = owner.connect()) {
            refuseOld(connection);
            Roles.withinAccount(connection);
            Migrations.run(connection);
            remember(connection, mode);
        }
        return new Database(new Access(url, place.user(), place.password(), Roles.SESSION), owner, null);
    }

    private static void refuseOld(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                var row = statement.executeQuery(
                        "SELECT current_setting('server_version_num')::int, current_setting('server_version')")) {
            row.next();
            if (row.getInt(1) < OLDEST) {
                throw new DatabaseRefused(
                        DatabaseRefused.Code.SERVER_TOO_OLD,
                        "The server at ZHIKAO_DB_URL is PostgreSQL " + row.getString(2) + "; 17 or later is needed.");
            }
        }
    }

    private static void remember(Connection connection, Mode mode) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO zhikao_mode(mode) VALUES ('" + mode.name() + "') ON CONFLICT DO NOTHING");
            try (var row = statement.executeQuery("SELECT mode FROM zhikao_mode")) {
                row.next();
                String remembered = row.getString(1);
                if (!remembered.equals(mode.name())) {
                    throw new DatabaseRefused(
                            DatabaseRefused.Code.OTHER_MODE,
                            "This database was made for " + remembered + " use and never opens for " + mode.name()
                                    + " use; choose another folder with --data.");
                }
            }
        }
    }

    /** The application's role: adds and reads facts, does what it likes with everything derived. */
    public Access application() {
        return application;
    }

    /** The owner's role, for migrations and for tests that play a dishonest administrator; never for a pool. */
    public Access owner() {
        return owner;
    }

    /** Runs {@code told} once when a server of our own ends without our having stopped it. */
    public void whenLost(Runnable told) {
        if (server != null) {
            server.whenLost(told);
        }
    }

    /** Stops the server if it is our own; what was committed stays unless the place was thrown away. */
    @Override
    public void close() {
        if (server == null) {
            return;
        }
        try {
            server.close();
        } catch (IOException e) {
            throw new DatabaseRefused(
                    DatabaseRefused.Code.SERVER_NOT_STOPPED, "The embedded PostgreSQL could not be stopped: " + e, e);
        }
    }
}
