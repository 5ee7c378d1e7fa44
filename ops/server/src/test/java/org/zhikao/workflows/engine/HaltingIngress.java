package org.zhikao.workflows.engine;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.axonframework.config.ConfigurerModule;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.liquibase.LiquibaseAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.zhikao.admissions.season.Seasons;
import org.zhikao.server.axon.AxonWiring;

/**
 * An application that dies: at the so-manieth fact in the middle of a batch, or once the so-manieth batch has written
 * everything and is about to commit. Started in a virtual machine of its own by {@link SurvivingAKillTest}.
 */
final class HaltingIngress {
    static final int KILLED = 137;

    private HaltingIngress() {}

    /** JDBC URL, user, password, session SQL, {@code fact} or {@code commit}, and the number at which to die. */
    public static void main(String[] arguments) throws InterruptedException {
        System.setProperty("logging.level.root", "error");
        new SpringApplicationBuilder(Wiring.class)
                .web(WebApplicationType.NONE)
                .properties(Map.of(
                        "axon.axonserver.enabled", "false",
                        "axon.update-check.disabled", "true",
                        "axon.timeout.enabled", "false",
                        "spring.main.banner-mode", "off",
                        "halt.url", arguments[0],
                        "halt.user", arguments[1],
                        "halt.password", arguments[2],
                        "halt.session", arguments[3],
                        "halt.where", arguments[4],
                        "halt.at", arguments[5]))
                .run();
        // It dies before, or the test says so: nobody counts this down.
        System.exit(new CountDownLatch(1).await(60, TimeUnit.SECONDS) ? 0 : 1);
    }

    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration(exclude = {DataSourceAutoConfiguration.class, LiquibaseAutoConfiguration.class})
    @Import({AxonWiring.class, IngressConfiguration.class})
    static class Wiring {
        @Bean
        DataSource dataSource(Environment environment) {
            HikariConfig config = new HikariConfig();
            config.setJdbcUrl(environment.getRequiredProperty("halt.url"));
            config.setUsername(environment.getRequiredProperty("halt.user"));
            config.setPassword(environment.getRequiredProperty("halt.password"));
            config.setConnectionInitSql(environment.getRequiredProperty("halt.session"));
            return new HikariDataSource(config);
        }

        @Bean
        EngineSettings engineSettings() {
            return new EngineSettings(false, 20, 2, true);
        }

        @Bean
        Seasons seasons() {
            return season -> {
                throw new UnsupportedOperationException("no season is played here");
            };
        }

        @Bean
        ConfigurerModule halting(Environment environment) {
            boolean atCommit = environment.getRequiredProperty("halt.where").equals("commit");
            int at = Integer.parseInt(environment.getRequiredProperty("halt.at"));
            AtomicInteger seen = new AtomicInteger();
            return configurer -> configurer.eventProcessing(processing ->
                    processing.registerHandlerInterceptor(Ingress.GROUP, c -> (unit, chain) -> {
                        if (!atCommit) {
                            if (seen.incrementAndGet() == at) {
                                Runtime.getRuntime().halt(KILLED);
                            }
                        } else if (unit.root().getResource("halt") == null) {
                            unit.root().resources().put("halt", true);
                            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                                @Override
                                public void beforeCommit(boolean readOnly) {
                                    if (seen.incrementAndGet() == at) {
                                        Runtime.getRuntime().halt(KILLED);
                                    }
                                }
                            });
                        }
                        return chain.proceed();
                    }));
        }
    }
}
