package org.zhikao.workflows.engine;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationListener;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionTableImpl;
import org.camunda.bpm.engine.variable.Variables;
import org.zhikao.admissions.process.Decisions;
import org.zhikao.admissions.process.ModelLint;

/**
 * 决策表: evaluated beside the process engine, which never sees one. A table is linted before it is read, evaluated on a thread
 * of its own with a time limit, and an endless or too deep expression costs that thread and nothing else.
 */
final class DecisionTables implements Decisions, AutoCloseable {
    static final Duration LIMIT = Duration.ofSeconds(5);
    private static final Pattern NAME = Pattern.compile("[a-z]+(-[a-z]+)*");

    private final ModelLint lint;
    private final DmnEngine engine;
    private final Map<String, Table> tables = new ConcurrentHashMap<>();
    private final ThreadLocal<List<Integer>> matched = ThreadLocal.withInitial(ArrayList::new);
    private final ExecutorService evaluations = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "zhikao-decision");
        thread.setDaemon(true);
        return thread;
    });

    private record Table(DmnDecision decision, String digest) {}

    DecisionTables(ModelLint lint) {
        this.lint = lint;
        DefaultDmnEngineConfiguration settings = new DefaultDmnEngineConfiguration();
        settings.getCustomPostDecisionTableEvaluationListeners().add(rows());
        engine = settings.buildEngine();
    }

    private DmnDecisionTableEvaluationListener rows() {
        return event -> {
            List<String> ids = ((DmnDecisionTableImpl) event.getDecisionTable().getDecisionLogic())
                    .getRules().stream().map(rule -> rule.getId()).toList();
            event.getMatchingRules().forEach(rule -> matched.get().add(ids.indexOf(rule.getId()) + 1));
        };
    }

    @Override
    public Proposed propose(String name, Map<String, Object> inputs) {
        Table table = tables.computeIfAbsent(name, this::shipped);
        return propose(name, table, inputs);
    }

    /** As {@link #propose}, of a table that is not shipped. */
    Proposed evaluate(String name, byte[] dmn, Map<String, Object> inputs) {
        return propose(name, read(name, dmn), inputs);
    }

    private Proposed propose(String name, Table table, Map<String, Object> inputs) {
        Future<Proposed> answer = evaluations.submit(() -> evaluated(name, table, inputs));
        try {
            return answer.get(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new IllegalStateException("the table " + name + " takes longer than " + LIMIT, e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the table " + name + " cannot be evaluated", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while " + name + " was evaluated", e);
        }
    }

    private Proposed evaluated(String name, Table table, Map<String, Object> inputs) {
        matched.get().clear();
        DmnDecisionTableResult result = engine.evaluateDecisionTable(table.decision(), Variables.fromMap(inputs));
        if (result.isEmpty() || result.getSingleResult().getFirstEntry() == null) {
            throw new IllegalStateException("no row of " + name + " answers");
        }
        return new Proposed(
                name,
                table.digest(),
                List.copyOf(matched.get()),
                String.valueOf(result.getSingleResult().<Object>getFirstEntry()));
    }

    private Table shipped(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("not the name of a table: " + name);
        }
        try (InputStream in = DecisionTables.class.getResourceAsStream("/dmn/" + name + ".dmn")) {
            if (in == null) {
                throw new IllegalStateException("no table " + name);
            }
            return read(name, in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("the table " + name + " cannot be read", e);
        }
    }

    private Table read(String name, byte[] dmn) {
        List<ModelLint.Finding> errors = lint.check(name + ".dmn", dmn).stream()
                .filter(finding -> finding.severity() == ModelLint.Severity.ERROR)
                .toList();
        if (!errors.isEmpty()) {
            throw new IllegalStateException(
                    "the table " + name + " breaks " + errors.get(0).rule());
        }
        return new Table(engine.parseDecision(name, new ByteArrayInputStream(dmn)), digest(dmn));
    }

    private static String digest(byte[] dmn) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(dmn));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }

    @Override
    public void close() {
        evaluations.shutdownNow();
    }
}
