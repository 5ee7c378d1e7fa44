package org.zhikao.workflows.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.script.ScriptEngine;
import javax.script.ScriptEngineFactory;
import javax.script.ScriptEngineManager;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.jobexecutor.DefaultJobExecutor;
import org.camunda.bpm.engine.impl.persistence.StrongUuidGenerator;
import org.camunda.bpm.engine.impl.scripting.engine.ScriptEngineResolver;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.zhikao.admissions.process.Decisions;
import org.zhikao.admissions.process.Instruction;
import org.zhikao.admissions.process.Instructions;
import org.zhikao.workflows.lint.Linter;

/** The engine as plain beans: history none, no scripts, no methods in expressions, schema never touched. */
@Configuration(proxyBeanMethods = false)
class EngineConfiguration {
    private static final int MOST_RESULTS = 1000;

    @Bean(destroyMethod = "close")
    ProcessEngine processEngine(
            DataSource dataSource,
            PlatformTransactionManager transactions,
            ObjectProvider<Instructions> instructions,
            ObjectProvider<Instruction> registered,
            ObjectProvider<EngineSettings> settings) {
        return locked(
                        dataSource,
                        transactions,
                        instructions.getIfAvailable(() -> new RegisteredInstructions(
                                new WorklistReminders(dataSource),
                                registered.orderedStream().toList())),
                        settings.getIfAvailable(() -> EngineSettings.DEFAULT))
                .buildProcessEngine();
    }

    /** Beside the process engine, which never sees a table. */
    @Bean
    Decisions decisions() {
        return new DecisionTables(Linter.ofThisRelease());
    }

    static SpringProcessEngineConfiguration locked(
            DataSource dataSource,
            PlatformTransactionManager transactions,
            Instructions instructions,
            EngineSettings settings) {
        Map<Object, Object> beans = Map.of(InstructionDelegate.NAME, new InstructionDelegate(instructions));
        SpringProcessEngineConfiguration c = new SpringProcessEngineConfiguration();
        c.setDataSource(dataSource);
        c.setTransactionManager(transactions);
        c.setDatabaseType("postgres");
        c.setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_FALSE);
        c.setIdGenerator(new StrongUuidGenerator());

        // The events are the record; what the engine holds is a cache of them.
        c.setHistory(ProcessEngineConfiguration.HISTORY_NONE);
        c.setHistoryTimeToLive("P180D");
        c.setEnforceHistoryTimeToLive(true);
        c.setHistoryCleanupEnabled(false);
        c.setMetricsEnabled(false);
        c.setDbMetricsReporterActivate(false);
        c.setTaskMetricsEnabled(false);
        // Otherwise every step of every token puts seven words into the thread's logging context and takes them out
        // again.
        c.setLoggingContextActivityId(null);
        c.setLoggingContextActivityName(null);
        c.setLoggingContextApplicationName(null);
        c.setLoggingContextBusinessKey(null);
        c.setLoggingContextProcessDefinitionId(null);
        c.setLoggingContextProcessDefinitionKey(null);
        c.setLoggingContextProcessInstanceId(null);
        c.setLoggingContextTenantId(null);
        c.setLoggingContextEngineName(null);

        c.setBeans(new HashMap<>(beans));
        c.setExpressionManager(new SafeEl(beans));
        c.setScriptEngineResolver(NO_SCRIPTS);
        c.setEnableFetchScriptEngineFromProcessApplication(false);
        c.setEnableScriptEngineLoadExternalResources(false);
        c.setEnableScriptEngineNashornCompatibility(false);
        c.setConfigureScriptEngineHostAccess(false);
        c.setEnableExpressionsInAdhocQueries(false);
        c.setEnableExpressionsInStoredQueries(false);
        c.setEnableXxeProcessing(false);
        c.setJavaSerializationFormatEnabled(false);
        c.setDeserializationTypeValidationEnabled(true);
        c.setDeserializationAllowedPackages("");
        c.setDeserializationAllowedClasses("");
        c.setAuthorizationEnabled(true);
        c.setEnablePasswordPolicy(true);
        c.setQueryMaxResultsLimit(MOST_RESULTS);
        c.setCmmnEnabled(false);
        // Tables are data of the rules here; the engine neither reads nor evaluates any.
        c.setDmnEnabled(false);
        c.setStandaloneTasksEnabled(false);

        c.setCustomPreBPMNParseListeners(new ArrayList<>(List.of(new LockdownParseListener())));
        c.setCustomPostBPMNParseListeners(new ArrayList<>(List.of(new FactParseListener())));

        c.setJobExecutor(jobs());
        c.setJobExecutorActivate(settings.jobs());
        c.setJobExecutorDeploymentAware(true);
        c.setJobExecutorAcquireByDueDate(true);
        c.setEnsureJobDueDateNotNull(true);
        c.setDefaultNumberOfRetries(3);
        c.setFailedJobCommandFactory(new FailedInstructions());
        return c;
    }

    private static DefaultJobExecutor jobs() {
        DefaultJobExecutor executor = new DefaultJobExecutor();
        executor.setCorePoolSize(2);
        executor.setMaxPoolSize(2);
        executor.setQueueSize(8);
        executor.setMaxJobsPerAcquisition(8);
        // With the longest pause below the first one (5 s unless set) the engine never pauses and asks a thousand times
        // a second.
        executor.setWaitTimeInMillis(1_000);
        executor.setMaxWait(8_000);
        executor.setBackoffTimeInMillis(25);
        return executor;
    }

    /** No language has an engine here, whatever lies on the class path. */
    private static final ScriptEngineResolver NO_SCRIPTS = new ScriptEngineResolver() {
        @Override
        public void addScriptEngineFactory(ScriptEngineFactory factory) {
            throw new UnsupportedOperationException("no scripts");
        }

        @Override
        @SuppressWarnings("NullAway")
        public ScriptEngineManager getScriptEngineManager() {
            return null;
        }

        @Override
        @SuppressWarnings("NullAway") // the engine's own way to say that a language is unknown
        public ScriptEngine getScriptEngine(String language, boolean resolveFromCache) {
            return null;
        }
    };
}
