package org.zhikao.server.database;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.UpdateSummaryEnum;
import liquibase.changelog.RanChangeSet;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import liquibase.resource.ClassLoaderResourceAccessor;
import liquibase.ui.LoggerUIService;
import org.jspecify.annotations.Nullable;

/** Brings an empty or an older schema up to date and refuses a newer one. */
final class Migrations {
    private static final String CHANGELOG = "db/changelog.xml";
    /** Any number that nothing else locks: two starting nodes migrate one after the other. */
    private static final long LOCK = 7_402_519_663_001L;
    /** Held, since the log manager keeps loggers weakly and would forget the level. */
    private static final Logger LOG = Logger.getLogger("liquibase");

    private Migrations() {}

    static void run(Connection owner) throws SQLException, IOException {
        String fingerprint = SchemaFingerprint.ofThisRelease();
        if (fingerprint.equals(remembered(owner))) {
            return;
        }
        LOG.setLevel(Level.WARNING);
        try (Statement lock = owner.createStatement()) {
            lock.execute("SELECT pg_advisory_lock(" + LOCK + ")");
        }
        try {
            // Its console service would write to standard output, which belongs to results.
            Scope.child(Map.of(Scope.Attr.ui.name(), new LoggerUIService()), () -> migrate(owner));
            owner.setAutoCommit(true);
            remember(owner, fingerprint);
        } catch (DatabaseRefused e) {
            throw e;
        } catch (Exception e) {
            throw new DatabaseRefused(
                    DatabaseRefused.Code.SCHEMA_FAILED,
                    "The database could not be brought up to date: " + e.getMessage(),
                    e);
        } finally {
            if (!owner.getAutoCommit()) {
                owner.rollback();
                owner.setAutoCommit(true);
            }
            try (Statement lock = owner.createStatement()) {
                lock.execute("SELECT pg_advisory_unlock(" + LOCK + ")");
            }
        }
    }

    private static @Nullable String remembered(Connection owner) throws SQLException {
        try (Statement statement = owner.createStatement()) {
            try (var row = statement.executeQuery("SELECT to_regclass('zhikao_schema') IS NULL")) {
                if (row.next() && row.getBoolean(1)) {
                    return null;
                }
            }
            try (var row = statement.executeQuery("SELECT fingerprint FROM zhikao_schema")) {
                return row.next() ? row.getString(1) : null;
            }
        }
    }

    private static void remember(Connection owner, String fingerprint) throws SQLException {
        try (var statement = owner.prepareStatement("INSERT INTO zhikao_schema(fingerprint) VALUES (?)"
                + " ON CONFLICT (one) DO UPDATE SET fingerprint = excluded.fingerprint")) {
            statement.setString(1, fingerprint);
            statement.executeUpdate();
        }
    }

    private static void migrate(Connection owner) throws LiquibaseException {
        var database = DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(owner));
        // Not closed: that would close the connection, which is the caller's.
        Liquibase liquibase = new Liquibase(CHANGELOG, new ClassLoaderResourceAccessor(), database);
        Collection<RanChangeSet> unknown = liquibase.listUnexpectedChangeSets(new Contexts(), new LabelExpression());
        if (!unknown.isEmpty()) {
            throw new DatabaseRefused(
                    DatabaseRefused.Code.SCHEMA_NEWER,
                    "The database was written by a newer release (it knows the change "
                            + unknown.iterator().next().getId()
                            + "); start that release or restore an older database.");
        }
        // Under our own lock this one can only be left over from a migration that was killed.
        liquibase.forceReleaseLocks();
        liquibase.setShowSummary(UpdateSummaryEnum.OFF);
        liquibase.update(new Contexts(), new LabelExpression());
    }
}
