package org.zhikao.server.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * How to connect in one role.
 *
 * @param sessionSql what every new connection runs first (a pool's {@code connectionInitSql})
 */
public record Access(String url, String user, String password, String sessionSql) {

    /** A connection outside any pool, ready to use. */
    public Connection connect() throws SQLException {
        Connection connection = DriverManager.getConnection(url, user, password);
        try (var statement = connection.createStatement()) {
            statement.execute(sessionSql);
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /** The same role for work that may take longer than any request, such as a rebuild. */
    public Access unhurried() {
        return new Access(url, user, password, sessionSql + "; SET transaction_timeout = 0; SET lock_timeout = 0");
    }

    /** Without the password: this may be logged. */
    @Override
    public String toString() {
        return user + " at " + url;
    }
}
