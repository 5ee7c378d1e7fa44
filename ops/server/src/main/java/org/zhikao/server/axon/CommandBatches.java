package org.zhikao.server.axon;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.zhikao.admissions.shared.Command;
import org.zhikao.admissions.shared.Refused;

/**
 * Mass work: many commands in one transaction, their aggregates read by one query and their events written by one statement.
 *
 * <p>A refused command loses its own events only. A conflict or a technical failure rolls the whole batch back and repeats it
 * command by command, so that one bad row never sinks the others.
 */
public final class CommandBatches implements CommandSender {
    /** Beyond this a unit gets slower: each load looks through all events staged so far. */
    public static final int SIZE = 200;

    private final CommandBus bus;
    private final TransactionManager transactions;
    private final DataSource source;
    private final KnownDossiers known;

    public CommandBatches(CommandBus bus, TransactionManager transactions, DataSource source, KnownDossiers known) {
        this.bus = bus;
        this.transactions = transactions;
        this.source = source;
        this.known = known;
    }

    /**
     * Sends the commands in their order.
     *
     * @param commands at most {@link #SIZE} are sensible
     * @return one entry a command: null when it was carried out, the refusal when it was refused
     * @throws RuntimeException when a command fails for another reason than a refusal; those before it stay done only if the
     *     batch had to be repeated one by one
     * @throws ConcurrencyException when somebody else acted on one of the dossiers and the caller's own transaction, which the
     *     database has given up, must be begun again
     */
    @Override
    public List<@Nullable Refused> send(List<? extends Command> commands) {
        if (commands.isEmpty()) {
            return List.of();
        }
        try {
            return together(commands);
        } catch (ConcurrencyException conflict) {
            if (TransactionSynchronizationManager.isActualTransactionActive()) {
                // The database takes nothing more in this transaction; who began it begins it again.
                throw conflict;
            }
            List<@Nullable Refused> answers = new ArrayList<>(commands.size());
            for (Command command : commands) {
                answers.addAll(together(List.of(command)));
            }
            return answers;
        }
    }

    private List<@Nullable Refused> together(List<? extends Command> commands) {
        List<@Nullable Refused> answers = new ArrayList<>(commands.size());
        Set<String> targets =
                commands.stream().map(Command::target).collect(Collectors.toCollection(LinkedHashSet::new));
        UnitOfWork<?> unit = DefaultUnitOfWork.startAndGet(new GenericMessage<>("batch"));
        unit.attachTransaction(transactions);
        try {
            unit.execute(() -> {
                Page.open(source, known, targets);
                for (Command command : commands) {
                    Refused refused = dispatch(command);
                    if (refused != null) {
                        Page.spoilt(command.target());
                    }
                    answers.add(refused);
                }
            });
        } finally {
            Page.close();
        }
        return answers;
    }

    private @Nullable Refused dispatch(Command command) {
        Throwable[] failure = new Throwable[1];
        bus.dispatch(GenericCommandMessage.asCommandMessage(command), (message, result) -> {
            if (result.isExceptional()) {
                failure[0] = result.exceptionResult();
            }
        });
        for (Throwable cause = failure[0]; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refused refused) {
                return refused;
            }
        }
        if (failure[0] instanceof RuntimeException broken) {
            throw broken;
        }
        if (failure[0] != null) {
            throw new IllegalStateException("command failed: " + command.target(), failure[0]);
        }
        return null;
    }
}
