package org.zhikao.server.security;

import java.util.List;
import java.util.function.BiFunction;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.MessageDispatchInterceptor;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.zhikao.admissions.shared.Act;
import org.zhikao.admissions.shared.Command;
import org.zhikao.web.access.SignedIn;

/**
 * 指令关口: the last door before the aggregates, whatever page, request or job a command comes from.
 *
 * <p>A command whose role is not allowed it goes no further. On a thread where somebody is signed in, the act must be that
 * account's own: name, role and organisation; nothing of them can come from a body. Work that a person started in the
 * background carries that person's act, since rights are those of who started it.
 */
public final class CommandGuard implements MessageDispatchInterceptor<CommandMessage<?>> {
    @Override
    public BiFunction<Integer, CommandMessage<?>, CommandMessage<?>> handle(
            List<? extends CommandMessage<?>> messages) {
        return (index, message) -> {
            check(message.getPayload());
            return message;
        };
    }

    static void check(Object payload) {
        if (!(payload instanceof Command command)) {
            throw new AccessDeniedException(
                    "not a command: " + payload.getClass().getName());
        }
        Act act = command.act();
        if (!CommandRoles.allows(command.getClass(), act.role())) {
            throw new AccessDeniedException(
                    act.role() + " may not order " + command.getClass().getSimpleName());
        }
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        if (who != null && who.getPrincipal() instanceof SignedIn account && !own(act, account)) {
            throw new AccessDeniedException(account.actor() + " acts under another name: " + act.by());
        }
    }

    private static boolean own(Act act, SignedIn account) {
        return act.by().equals(account.actor())
                && act.role() == account.role()
                && act.organisation().equals(account.organisation());
    }
}
