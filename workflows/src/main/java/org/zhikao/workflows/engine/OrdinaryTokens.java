package org.zhikao.workflows.engine;

import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventMessage;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.persistence.StrongUuidGenerator;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.zhikao.admissions.shared.Event;
import org.zhikao.workflows.Contracts;
import org.zhikao.workflows.Move;

/**
 * 对照: the ordinary way to move tokens, for benchmarks only: an engine with its own defaults, one of its calls for one fact, each in its own transaction.
 *
 * <p>It has the application's drawing only, not the claims', in its own favour. Facts that come before their wait are kept in
 * memory, which is in its favour too.
 */
@ProcessingGroup(TokenReader.GROUP)
public final class OrdinaryTokens implements TokenReader, SmartInitializingSingleton, AutoCloseable {
    private static final String PROCESS = "application";
    private static final String DRAWING = "/bpmn/application.bpmn";

    private final ApplicationContext context;
    private final Contracts contracts;
    private final JdbcTemplate jdbc;
    private final String history;
    private final Map<String, Deque<Move>> early = new ConcurrentHashMap<>();
    private @Nullable Engine started;

    private record Engine(ProcessEngine engine, RuntimeService runtime, String definition) {}

    /** @param history a level of the engine, such as {@code full}, its default */
    public OrdinaryTokens(ApplicationContext context, String history) {
        this.context = context;
        this.history = history;
        contracts = context.getBean(Contracts.class);
        jdbc = context.getBean(JdbcTemplate.class);
    }

    /** After our own engine, which notes in the database that it keeps no history; an engine that does would refuse to start. */
    @Override
    public void afterSingletonsInstantiated() {
        jdbc.update("DELETE FROM act_ge_property WHERE name_ = 'historyLevel'");
        SpringProcessEngineConfiguration configuration = new SpringProcessEngineConfiguration();
        configuration.setApplicationContext(context);
        configuration.setProcessEngineName("ordinary");
        configuration.setDataSource(context.getBean(DataSource.class));
        configuration.setTransactionManager(context.getBean(PlatformTransactionManager.class));
        configuration.setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_FALSE);
        configuration.setIdGenerator(new StrongUuidGenerator());
        configuration.setHistory(history);
        // Here as there deadlines would interfere.
        configuration.setJobExecutorActivate(false);
        configuration.setDbMetricsReporterActivate(false);
        ProcessEngine engine = configuration.buildProcessEngine();
        InputStream drawing = Objects.requireNonNull(Contracts.class.getResourceAsStream(DRAWING), DRAWING);
        Deployment deployed = engine.getRepositoryService()
                .createDeployment()
                .addInputStream("ordinary.bpmn", drawing)
                .deploy();
        String definition = engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .deploymentId(deployed.getId())
                .singleResult()
                .getId();
        started = new Engine(engine, engine.getRuntimeService(), definition);
    }

    private Engine started() {
        return Objects.requireNonNull(started, "started before the first fact is read");
    }

    @Override
    public boolean canHandle(EventMessage<?> message) {
        return contracts.moves(message.getPayloadType());
    }

    @Override
    public boolean canHandleType(Class<?> payloadType) {
        return contracts.moves(payloadType);
    }

    @Override
    public boolean supportsReset() {
        return false;
    }

    @Override
    public @Nullable Object handle(EventMessage<?> message) {
        for (Move move : contracts.moves((Event) message.getPayload())) {
            if (move.process().equals(PROCESS)) {
                apply(move);
            }
        }
        return null;
    }

    private void apply(Move move) {
        String key = move.caseKey();
        if (move.starts()) {
            started().runtime().startProcessInstanceById(started().definition(), key, move.variables());
            drain(key);
        } else if (move.word() == null) {
            end(move);
        } else if (correlated(move) || end(move)) {
            drain(key);
        } else if (!move.passes() || early.containsKey(key)) {
            early.computeIfAbsent(key, k -> new ArrayDeque<>()).add(move);
        }
    }

    private boolean correlated(Move move) {
        return !started()
                .runtime()
                .createMessageCorrelation(move.word())
                .processInstanceBusinessKey(move.caseKey())
                .setVariables(move.variables())
                .correlateAllWithResult()
                .isEmpty();
    }

    private boolean end(Move move) {
        if (move.ends() == null) {
            return false;
        }
        ProcessInstance instance = started()
                .runtime()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(move.caseKey())
                .singleResult();
        if (instance != null) {
            started().runtime().deleteProcessInstance(instance.getId(), move.ends());
        }
        return instance != null;
    }

    private void drain(String key) {
        Deque<Move> waiting = early.getOrDefault(key, new ArrayDeque<>());
        while (!waiting.isEmpty() && correlated(waiting.element())) {
            waiting.remove();
        }
        if (waiting.isEmpty()) {
            early.remove(key);
        }
    }

    /** Cases by the place where they wait. */
    public Map<String, Long> waiting() {
        Map<String, Long> waiting = new TreeMap<>();
        jdbc.query(
                "SELECT s.activity_id_, count(*) FROM act_ru_event_subscr s JOIN act_ru_execution e ON e.id_ ="
                        + " s.execution_id_ WHERE e.proc_def_id_ = ? GROUP BY 1",
                row -> {
                    waiting.put(row.getString(1), row.getLong(2));
                },
                started().definition());
        return waiting;
    }

    /** Cases with facts that still wait for their turn. */
    public List<String> early() {
        return List.copyOf(early.keySet());
    }

    @Override
    public void close() {
        started().engine().close();
    }
}
