package org.zhikao.workflows.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What slips past the check of the file is refused by the engine itself, and nothing runs on the way. */
class LockingTheEngineTest {
    private static final String MARKER = "attack.marker";

    private final Workshop shop = Workshop.get();
    private final RepositoryService repository = shop.engine().getRepositoryService();

    @BeforeEach
    @AfterEach
    void unmarked() {
        System.clearProperty(MARKER);
    }

    @Test
    void refusesEveryHostileModelAndRunsNothing() throws Exception {
        Path file = Files.createTempFile("hostile", ".txt");
        AtomicInteger connections = new AtomicInteger();
        try (ServerSocket server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            Thread counter = new Thread(() -> {
                while (!server.isClosed()) {
                    try {
                        server.accept().close();
                        connections.incrementAndGet();
                    } catch (IOException e) {
                        return; // closed
                    }
                }
            });
            counter.setDaemon(true);
            counter.start();
            long definitions = repository.createProcessDefinitionQuery().count();
            List<String> slipped = new ArrayList<>();
            for (JsonNode model : hostile()) {
                if (!model.get("refused").asBoolean()
                        || !model.get("kind").asText().equals("bpmn")) {
                    continue;
                }
                String document = model.get("document")
                        .asText()
                        .replace("{PORT}", String.valueOf(server.getLocalPort()))
                        .replace("{FILE}", file.toString())
                        .replace("{DELEGATE}", Delegate.class.getName())
                        .replace("{LISTENER}", Listener.class.getName())
                        .replace("{EXECLISTENER}", Execution.class.getName());
                try {
                    repository
                            .createDeployment()
                            .addInputStream(
                                    "h.bpmn",
                                    new java.io.ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8)))
                            .deploy();
                    slipped.add(model.get("id").asText());
                } catch (RuntimeException e) {
                    assertThat(e).isNotNull();
                }
            }
            assertThat(slipped).isEmpty();
            assertThat(repository.createProcessDefinitionQuery().count()).isEqualTo(definitions);
        }
        assertThat(System.getProperty(MARKER)).isNull();
        assertThat(connections).hasValue(0);
        assertThat(file).isEmptyFile();
        Files.delete(file);
    }

    /** A decision table is a lifeless attachment for the engine: not parsed, so nothing in it is fetched or evaluated. */
    @Test
    void readsNoDecisionTable() throws Exception {
        AtomicInteger connections = new AtomicInteger();
        try (ServerSocket server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            Thread counter = new Thread(() -> {
                while (!server.isClosed()) {
                    try {
                        server.accept().close();
                        connections.incrementAndGet();
                    } catch (IOException e) {
                        return; // closed
                    }
                }
            });
            counter.setDaemon(true);
            counter.start();
            int tables = 0;
            for (JsonNode model : hostile()) {
                if (model.get("kind").asText().equals("dmn")) {
                    String document =
                            model.get("document").asText().replace("{PORT}", String.valueOf(server.getLocalPort()));
                    String id = repository
                            .createDeployment()
                            .addInputStream(
                                    "h.dmn",
                                    new java.io.ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8)))
                            .deploy()
                            .getId();
                    repository.deleteDeployment(id);
                    tables++;
                }
            }
            assertThat(tables).isGreaterThanOrEqualTo(3);
        }
        assertThat(shop.jdbc.queryForObject("select count(*) from act_re_decision_def", Long.class))
                .isZero();
        assertThat(((ProcessEngineConfigurationImpl) shop.engine().getProcessEngineConfiguration()).isDmnEnabled())
                .isFalse();
        assertThat(connections).hasValue(0);
    }

    @Test
    void onlyApprovedHashesAreDeployed() {
        byte[] bpmn = Definitions.resource("bpmn/application.bpmn");
        Definitions definitions = shop.bean(Definitions.class);
        assertThatThrownBy(() -> definitions.deploy(Map.of("bpmn/application.bpmn", bpmn), Set.of("0".repeat(64))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not approved");
        String before = definitions.current("application");
        definitions.deploy(Map.of("bpmn/application.bpmn", bpmn), Set.of(Definitions.sha256(bpmn)));
        assertThat(definitions.current("application")).isNotNull().isNotEqualTo("");
        assertThat(before).isNotEmpty();
    }

    @Test
    void everySwitchIsWhereItBelongs() {
        var c = (ProcessEngineConfigurationImpl) shop.engine().getProcessEngineConfiguration();
        assertThat(c.getExpressionManager()).isInstanceOf(SafeEl.class);
        assertThat(c.getScriptEngineResolver().getScriptEngine("juel", false)).isNull();
        assertThat(c.isEnableExpressionsInStoredQueries()).isFalse();
        assertThat(c.isEnableExpressionsInAdhocQueries()).isFalse();
        assertThat(c.isConfigureScriptEngineHostAccess()).isFalse();
        assertThat(c.isEnableFetchScriptEngineFromProcessApplication()).isFalse();
        assertThat(c.isEnableScriptEngineLoadExternalResources()).isFalse();
        assertThat(c.isEnableXxeProcessing()).isFalse();
        assertThat(c.isJavaSerializationFormatEnabled()).isFalse();
        assertThat(c.isDeserializationTypeValidationEnabled()).isTrue();
        assertThat(c.isAuthorizationEnabled()).isTrue();
        assertThat(c.isEnablePasswordPolicy()).isTrue();
        assertThat(c.getQueryMaxResultsLimit()).isLessThanOrEqualTo(1000);
        assertThat(c.isEnforceHistoryTimeToLive()).isTrue();
        assertThat(c.getHistoryLevel().getName()).isEqualTo("none");
        assertThat(c.getDatabaseSchemaUpdate()).isEqualTo("false");
        assertThat(c.isMetricsEnabled()).isFalse();
        assertThat(c.isCmmnEnabled()).isFalse();
    }

    private static JsonNode hostile() throws IOException {
        return new ObjectMapper()
                .readTree(Path.of("../../workflows/src/test/resources/hostile/models.json")
                        .toFile());
    }

    /** Marks that foreign code ran. */
    public static final class Delegate implements JavaDelegate {
        @Override
        public void execute(DelegateExecution execution) {
            System.setProperty(MARKER, "yes");
        }
    }

    /** Marks that foreign code ran. */
    public static final class Listener implements TaskListener {
        @Override
        public void notify(DelegateTask task) {
            System.setProperty(MARKER, "yes");
        }
    }

    /** Marks that foreign code ran. */
    public static final class Execution implements ExecutionListener {
        @Override
        public void notify(DelegateExecution execution) {
            System.setProperty(MARKER, "yes");
        }
    }
}
