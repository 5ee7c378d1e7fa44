package org.zhikao.workflows.engine;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.MetaData;
import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.liquibase.LiquibaseAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhikao.admissions.placement.RunEvent;
import org.zhikao.admissions.process.Instructions;
import org.zhikao.admissions.season.SeasonEvent;
import org.zhikao.admissions.season.SeasonTerms;
import org.zhikao.admissions.season.Seasons;
import org.zhikao.admissions.shared.CandidateEvent;
import org.zhikao.admissions.shared.CandidateId;
import org.zhikao.admissions.shared.Event;
import org.zhikao.server.axon.AxonWiring;
import org.zhikao.server.database.Database;
import org.zhikao.server.database.DatabasePlace;
import org.zhikao.server.database.Mode;
import org.zhikao.workflows.Contracts;

/**
 * One real database with the real wiring of event store, engine and ingress, shared by all tests of this package: starting
 * it takes seconds, and cases never meet.
 */
final class Workshop {
    private static final AtomicLong INDEXES = new AtomicLong(1_000_000_000L);
    /** What a reminder of this case does instead of the usual. */
    static final Map<String, Instructions> OWN = new ConcurrentHashMap<>();

    private static Workshop shared;

    final Database database;
    final ConfigurableApplicationContext context;
    final JdbcTemplate jdbc;
    final TransactionTemplate transaction;

    private Workshop(Database database) {
        this.database = database;
        this.context = start(database, Map.of());
        this.jdbc = new JdbcTemplate(context.getBean(DataSource.class));
        this.transaction = new TransactionTemplate(context.getBean(PlatformTransactionManager.class));
    }

    static synchronized Workshop get() {
        if (shared == null) {
            Database database = Database.open(new DatabasePlace.Throwaway(), Mode.THROWAWAY);
            shared = new Workshop(database);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                shared.context.close();
                database.close();
            }));
        }
        return shared;
    }

    static ConfigurableApplicationContext start(Database database, Map<String, Object> settings) {
        return new SpringApplicationBuilder(Wiring.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .registerShutdownHook(false) // the database must outlive the context
                .properties(Map.of(
                        "axon.axonserver.enabled", "false",
                        "axon.update-check.disabled", "true",
                        "axon.timeout.enabled", "false",
                        "logging.level.root", "warn"))
                .properties(settings)
                .initializers(c -> ((GenericApplicationContext) c)
                        .registerBean(Database.class, () -> database, d -> d.setDestroyMethodName("")))
                .run();
    }

    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration(exclude = {DataSourceAutoConfiguration.class, LiquibaseAutoConfiguration.class})
    @Import({AxonWiring.class, IngressConfiguration.class})
    static class Wiring {
        @Bean
        DataSource dataSource(Database database) {
            HikariConfig config = new HikariConfig();
            config.setJdbcUrl(database.application().url());
            config.setUsername(database.application().user());
            config.setPassword(database.application().password());
            config.setConnectionInitSql(database.application().sessionSql());
            config.setMaximumPoolSize(16);
            return new HikariDataSource(config);
        }

        /** Deadlines are run by the tests themselves. */
        @Bean
        EngineSettings engineSettings() {
            return EngineSettings.DEFAULT.withoutJobs();
        }

        @Bean
        Instructions instructions(DataSource dataSource) {
            Instructions usual = new WorklistReminders(dataSource);
            return (instruction, process, caseKey, activity) -> {
                Instructions own = OWN.get(caseKey);
                (own == null ? usual : own).issue(instruction, process, caseKey, activity);
            };
        }

        /** Everything open, two rounds: these tests are not about the rules. */
        @Bean
        Seasons seasons() {
            SeasonTerms terms = (SeasonTerms) Proxy.newProxyInstance(
                    SeasonTerms.class.getClassLoader(), new Class<?>[] {SeasonTerms.class}, (proxy, method, a) -> {
                        return switch (method.getName()) {
                            case "tracks" -> Set.of("spring");
                            case "categories" -> Set.of("01");
                            case "kinds" -> Set.of("GRADUATE");
                            case "open" -> true;
                            case "version" -> 1;
                            case "rounds" -> 2;
                            default -> throw new UnsupportedOperationException(method.getName());
                        };
                    });
            return season -> terms;
        }
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    ProcessEngine engine() {
        return bean(ProcessEngine.class);
    }

    /** Moves tokens as the ingress would, facts numbered in this order, in one batch and one transaction. */
    void move(List<Event> facts) {
        Contracts contracts = bean(Contracts.class);
        List<Mover.Fact> batch = new ArrayList<>();
        for (Event fact : facts) {
            batch.add(new Mover.Fact(INDEXES.incrementAndGet(), contracts.moves(fact)));
        }
        transaction.executeWithoutResult(status -> bean(Mover.class).apply(batch));
    }

    void move(Event... facts) {
        move(List.of(facts));
    }

    /** Records facts of candidates as their dossiers would, in one transaction; each event takes the next place. */
    void record(List<? extends Event> facts) {
        EventStore store = bean(EventStore.class);
        TransactionManager transactions = bean(TransactionManager.class);
        transactions.executeInTransaction(() -> {
            List<GenericDomainEventMessage<?>> messages = new ArrayList<>();
            Map<String, Long> next = new HashMap<>();
            for (Event fact : facts) {
                String aggregate = aggregate(fact);
                long sequence = next.computeIfAbsent(
                        aggregate, id -> store.lastSequenceNumberFor(id).orElse(-1L) + 1);
                next.put(aggregate, sequence + 1);
                messages.add(new GenericDomainEventMessage<>(
                        "Dossier", aggregate, sequence, fact, MetaData.with("by", "test")));
            }
            store.publish(messages);
        });
    }

    private static String aggregate(Event fact) {
        if (fact instanceof CandidateEvent candidate) {
            return candidate.candidate().value();
        }
        if (fact instanceof RunEvent run) {
            return run.season() + "/placement/" + run.run();
        }
        return ((SeasonEvent) fact).season().value();
    }

    void awaitIngress() {
        long head = jdbc.queryForObject("select coalesce(max(global_index), 0) from domain_event_entry", Long.class);
        if (head == 0) {
            return; // a tail token has no position
        }
        await(
                "ingress at " + head,
                () -> ingress().processingStatus().size() == 2
                        && ingress().processingStatus().values().stream()
                                .allMatch(s -> s.getCurrentPosition().orElse(-1) >= head));
    }

    StreamingEventProcessor ingress() {
        return bean(EventProcessingConfiguration.class)
                .eventProcessor(Ingress.GROUP, StreamingEventProcessor.class)
                .orElseThrow();
    }

    static void await(String what, BooleanSupplier reached) {
        long until = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!reached.getAsBoolean()) {
            if (System.nanoTime() > until) {
                throw new AssertionError("not within 30 s: " + what);
            }
            LockSupport.parkNanos(10_000_000);
        }
    }

    /** Where a case stands, such as {@code receive_result}; several waits joined by commas; null before it starts. */
    String at(String process, String caseKey) {
        List<String> found = jdbc.queryForList(
                "select array_to_string(activity_ids, ',') from workflow_position where process_key = ? and case_id = ?",
                String.class,
                process,
                caseKey);
        return found.isEmpty() ? null : found.get(0);
    }

    String at(CandidateId candidate) {
        return at("application", candidate.value());
    }

    /** What the engine itself says, for comparison with the row. */
    long instances(String caseKey) {
        return engine().getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(caseKey)
                .count();
    }

    List<String> pending(String caseKey) {
        return jdbc.queryForList(
                "select name from workflow_pending where case_id = ? order by global_index", String.class, caseKey);
    }
}
