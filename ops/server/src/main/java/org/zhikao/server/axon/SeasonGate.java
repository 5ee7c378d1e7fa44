package org.zhikao.server.axon;

import java.util.function.Supplier;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.springframework.jdbc.core.JdbcTemplate;
import org.zhikao.admissions.season.SeasonCommand;
import org.zhikao.admissions.shared.SeasonId;

/**
 * Keeps acts about a season's phases and acts within them apart: the former hold the season alone, the latter share it until
 * their transaction ends. So no fact can be committed behind a phase that closed while its command was running.
 */
public final class SeasonGate {
    private final JdbcTemplate jdbc;

    SeasonGate(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Before a command is handled, inside its transaction. */
    void enter(Object command) {
        if (command instanceof SeasonCommand season) {
            jdbc.query(
                    "SELECT pg_advisory_xact_lock(hashtextextended(?, 0))",
                    row -> {},
                    season.season().value());
        }
    }

    /**
     * Shares the season until the transaction ends and answers what {@code read} says of it, read once a transaction.
     *
     * <p>A batch of commands is one transaction, so mass work pays for one lock and one query a batch.
     */
    public <T> T share(SeasonId season, Supplier<T> read) {
        if (!CurrentUnitOfWork.isStarted()) {
            return read.get();
        }
        return CurrentUnitOfWork.get().root().getOrComputeResource("zhikao.season." + season, key -> {
            jdbc.query("SELECT pg_advisory_xact_lock_shared(hashtextextended(?, 0))", row -> {}, season.value());
            return read.get();
        });
    }
}
