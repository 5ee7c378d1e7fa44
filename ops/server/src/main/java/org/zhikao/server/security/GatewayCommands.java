package org.zhikao.server.security;

import java.time.Duration;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.modelling.command.ConcurrencyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.zhikao.admissions.shared.Command;
import org.zhikao.admissions.shared.Refused;
import org.zhikao.views.ViewProgress;
import org.zhikao.views.audit.DeskLog;
import org.zhikao.web.Commands;

/** The pages' way to the aggregates: one command, one transaction; a refusal is written down for the auditor. */
public final class GatewayCommands implements Commands {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int ATTEMPTS = 5;

    private final CommandGateway gateway;
    private final JdbcTemplate jdbc;
    private final ViewProgress progress;
    private final DeskLog log;

    public GatewayCommands(CommandGateway gateway, JdbcTemplate jdbc, ViewProgress progress, DeskLog log) {
        this.gateway = gateway;
        this.jdbc = jdbc;
        this.progress = progress;
        this.log = log;
    }

    @Override
    public boolean send(Command command) {
        try {
            carryOut(command);
        } catch (Refused refused) {
            log.refused(DeskLog.Refusal.of(command, refused));
            throw refused;
        } catch (CommandExecutionException e) {
            if (e.getCause() instanceof Refused refused) {
                log.refused(DeskLog.Refusal.of(command, refused));
                throw refused;
            }
            throw e;
        }
        Long last = jdbc.queryForObject(
                "select max(sequence_number) from domain_event_entry where aggregate_identifier = ?",
                Long.class,
                command.target());
        return last != null && progress.awaitAggregate(command.target(), last, PATIENCE);
    }

    /**
     * An instruction of the process, or another node, may have written a fact of the same case in between: then the command is
     * decided anew on what is there now. Nothing of the first attempt was stored.
     */
    private void carryOut(Command command) {
        for (int attempt = 1; ; attempt++) {
            try {
                gateway.sendAndWait(command);
                return;
            } catch (ConcurrencyException conflict) {
                if (attempt == ATTEMPTS) {
                    throw conflict;
                }
            }
        }
    }
}
