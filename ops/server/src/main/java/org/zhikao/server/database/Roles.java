package org.zhikao.server.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Owner and application. What owns a table may do anything to it whatever is revoked, so migrations run as the owner and
 * the application as {@code zhikao_app}.
 */
final class Roles {
    static final String APPLICATION = "zhikao_app";

    /** Bounds that one statement, one transaction and one idle session may not pass: readers wait for the oldest. */
    static final String SESSION = "SET ROLE " + APPLICATION
            + "; SET transaction_timeout = '60s'; SET idle_in_transaction_session_timeout = '20s'"
            + "; SET lock_timeout = '10s'; SET synchronous_commit = on";

    static final String OWNER_SESSION = "SET synchronous_commit = on";

    private Roles() {}

    /** On our own server the application signs in as itself and cannot return to the owner's rights at all. */
    static void withPassword(Connection owner, String password) throws SQLException {
        try (Statement statement = owner.createStatement()) {
            if (!exists(statement)) {
                statement.execute("CREATE ROLE " + APPLICATION + " NOINHERIT");
            }
            // Passwords are of the alphabet A-Z a-z 0-9 - _, so quoting is complete.
            statement.execute("ALTER ROLE " + APPLICATION + " LOGIN PASSWORD '" + password + "'");
        }
    }

    /** On somebody else's server the one account we are given puts the owner's rights down on every connection. */
    static void withinAccount(Connection owner) throws SQLException {
        try (Statement statement = owner.createStatement()) {
            try {
                if (!exists(statement)) {
                    statement.execute("CREATE ROLE " + APPLICATION + " NOLOGIN NOINHERIT");
                }
                if (!maySet(statement)) {
                    statement.execute("GRANT " + APPLICATION + " TO CURRENT_USER WITH SET TRUE");
                }
            } catch (SQLException e) {
                throw new DatabaseRefused(
                        DatabaseRefused.Code.ROLE_MISSING,
                        "The account may not use the role " + APPLICATION
                                + "; let the database's administrator run: CREATE ROLE " + APPLICATION + "; GRANT "
                                + APPLICATION + " TO " + owner.getMetaData().getUserName() + " WITH SET TRUE.",
                        e);
            }
        }
    }

    private static boolean exists(Statement statement) throws SQLException {
        try (var row = statement.executeQuery("SELECT 1 FROM pg_roles WHERE rolname = '" + APPLICATION + "'")) {
            return row.next();
        }
    }

    private static boolean maySet(Statement statement) throws SQLException {
        try (var row = statement.executeQuery("SELECT pg_has_role(current_user, '" + APPLICATION + "', 'SET')")) {
            return row.next() && row.getBoolean(1);
        }
    }
}
