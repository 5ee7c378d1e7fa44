package org.zhikao.server.bench;

import java.util.ArrayList;
import java.util.List;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.jspecify.annotations.Nullable;
import org.zhikao.admissions.shared.Command;
import org.zhikao.admissions.shared.Refused;
import org.zhikao.server.axon.CommandSender;

/** The ordinary way to send many commands: each by itself, in a transaction of its own, its aggregate read for it. */
final class OrdinaryCommands implements CommandSender {
    private final CommandGateway gateway;

    OrdinaryCommands(CommandGateway gateway) {
        this.gateway = gateway;
    }

    @Override
    public List<@Nullable Refused> send(List<? extends Command> commands) {
        List<@Nullable Refused> answers = new ArrayList<>(commands.size());
        for (Command command : commands) {
            answers.add(answer(command));
        }
        return answers;
    }

    private @Nullable Refused answer(Command command) {
        try {
            gateway.sendAndWait(command);
            return null;
        } catch (Refused refused) {
            return refused;
        } catch (CommandExecutionException e) {
            if (e.getCause() instanceof Refused refused) {
                return refused;
            }
            throw e;
        }
    }
}
