package org.zhikao.server.security;

import java.time.Clock;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.session.SessionRegistry;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhikao.formats.sealing.MasterKey;
import org.zhikao.server.duty.OpenDuties;
import org.zhikao.server.duty.SealedForms;
import org.zhikao.views.ViewProgress;
import org.zhikao.views.audit.DeskLog;

/** The ports of the pages that have to do with who is who; needs beans {@link Sealing} and {@link MasterKey} beside it. */
@Configuration(proxyBeanMethods = false)
public class SecurityWiring {
    /** Pauses and codes run by the wall, also where a demonstration's clock is moved. */
    private static final Clock WALL = Clock.systemUTC();

    @Bean
    Pauses pauses(JdbcTemplate jdbc) {
        return new Pauses(jdbc, WALL);
    }

    @Bean
    Accounts accounts(JdbcTemplate jdbc, Pauses pauses, MasterKey master, SessionRegistry sessions) {
        return new Accounts(
                jdbc, HashingPool.ofThisMachine(), pauses, new ActivationCodes(master), new Logins(), sessions, WALL);
    }

    @Bean
    AuthenticationProvider accountProvider(Accounts accounts, Pauses pauses) {
        return new AccountProvider(accounts, pauses);
    }

    @Bean
    LoggedDenials loggedDenials(DeskLog log, Clock clock) {
        return new LoggedDenials(log, clock);
    }

    @Bean
    SealedParticulars sealedParticulars(Sealing sealing, JdbcTemplate jdbc, PlatformTransactionManager transactions) {
        return new SealedParticulars(sealing, jdbc, new TransactionTemplate(transactions));
    }

    @Bean
    SealedForms sealedForms(Sealing sealing) {
        return new SealedForms(sealing);
    }

    @Bean
    OpenDuties openDuties(JdbcTemplate jdbc) {
        return new OpenDuties(jdbc);
    }

    @Bean
    GatewayCommands gatewayCommands(CommandGateway gateway, JdbcTemplate jdbc, ViewProgress progress, DeskLog log) {
        return new GatewayCommands(gateway, jdbc, progress, log);
    }

    /** Before any command can be sent: registered once all beans stand, before the doors open. */
    @Bean
    SmartInitializingSingleton guardedCommands(CommandBus bus) {
        return () -> bus.registerDispatchInterceptor(new CommandGuard());
    }
}
