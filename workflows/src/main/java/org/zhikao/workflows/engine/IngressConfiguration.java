package org.zhikao.workflows.engine;

import java.util.Optional;
import javax.sql.DataSource;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.config.EventProcessingConfigurer;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.deadletter.jdbc.JdbcSequencedDeadLetterQueue;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.zhikao.admissions.process.Instructions;
import org.zhikao.admissions.process.PublishedDrawings;
import org.zhikao.admissions.process.WorkingDays;
import org.zhikao.admissions.season.Seasons;
import org.zhikao.workflows.BatchMover;
import org.zhikao.workflows.Contracts;
import org.zhikao.workflows.release.ReleaseContracts;

/**
 * 流程装配: import this into the application and tokens move.
 *
 * <p>Asks the application for one {@link DataSource}, its one transaction manager, Axon's {@link ConnectionProvider} over it
 * (plain, not the unit-of-work wrapper) and {@link Seasons}. An {@link EngineSettings} or {@link Instructions} bean of the
 * application replaces the defaults.
 */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
@Import(EngineConfiguration.class)
public class IngressConfiguration {
    /** Cases that may be parked at once, and facts of one case: beyond, the group stops rather than going on blindly. */
    private static final int LONGEST_SEQUENCES = 1024;

    /** The contracts of this release. */
    @Bean
    public Contracts contracts(Seasons seasons, ObjectProvider<WorkingDays> days) {
        return ReleaseContracts.with(
                season -> seasons.terms(season).rounds(), days.getIfAvailable(WorkingDays::weekdays));
    }

    @Bean
    Definitions definitions(ProcessEngine engine, Contracts contracts, ObjectProvider<PublishedDrawings> published) {
        Definitions definitions = new Definitions(engine, contracts);
        definitions.deployInForce(published.getIfAvailable(() -> process -> Optional.empty()));
        return definitions;
    }

    @Bean
    CaseStore caseStore(DataSource dataSource) {
        return new CaseStore(dataSource);
    }

    @Bean
    Growth growth(DataSource dataSource, ObjectProvider<EngineSettings> settings) {
        return new Growth(
                dataSource,
                settings.getIfAvailable(() -> EngineSettings.DEFAULT).analyze());
    }

    @Bean
    Mover mover(ProcessEngine engine, CaseStore store, Definitions definitions, Growth growth) {
        ProcessEngineConfigurationImpl configuration =
                (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        return new Mover(configuration.getCommandExecutorTxRequired(), new Tokens(engine), store, definitions, growth);
    }

    @Bean
    BatchMover batchMover(Contracts contracts, Mover mover) {
        return facts -> mover.apply(facts.stream()
                .map(numbered -> new Mover.Fact(numbered.index(), contracts.moves(numbered.fact())))
                .toList());
    }

    @Bean
    Ingress ingress(Contracts contracts, Mover mover, CaseStore store) {
        return new Ingress(contracts, mover, store);
    }

    @Bean
    FactTable.Codec factCodec(Configuration axon) {
        return new FactTable.Codec(axon.eventSerializer(), axon.upcasterChain());
    }

    @Bean
    Rebuild workflowRebuild(
            DataSource dataSource,
            PlatformTransactionManager transactions,
            ObjectProvider<EventProcessingConfiguration> processing,
            ObjectProvider<TokenStore> tokenStore,
            ObjectProvider<FactTable.Codec> codec,
            Contracts contracts,
            Mover mover,
            Growth growth,
            ProcessEngine engine,
            Definitions definitions,
            ObjectProvider<PublishedDrawings> published) {
        JdbcTemplate jdbc = new JdbcTemplate(dataSource);
        FactTable facts = new FactTable(jdbc, contracts, codec);
        return new Rebuild(
                jdbc, transactions, processing, tokenStore, facts, mover, growth, engine, definitions, published);
    }

    @Bean
    StateQueries processState(DataSource dataSource, ProcessEngine engine, Definitions definitions) {
        return new StateQueries(new JdbcTemplate(dataSource), engine.getRuntimeService(), definitions);
    }

    /** Deadlines are due by this clock; the application moves it when its own clock is virtual. */
    @Bean
    public EngineClock engineClock() {
        return new EngineClock();
    }

    @Bean
    ConfigurerModule ingressModule(
            ObjectProvider<TokenReader> ingress,
            DataSource dataSource,
            PlatformTransactionManager transactions,
            ObjectProvider<EngineSettings> settings) {
        return configurer -> configurer.eventProcessing(processing -> register(
                processing,
                ingress,
                new JdbcTemplate(dataSource),
                transactions,
                settings.getIfAvailable(() -> EngineSettings.DEFAULT)));
    }

    private static void register(
            EventProcessingConfigurer processing,
            ObjectProvider<TokenReader> ingress,
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions,
            EngineSettings settings) {
        processing
                .registerEventHandler(c -> ingress.getObject())
                .registerPooledStreamingEventProcessor(
                        Ingress.GROUP,
                        Configuration::eventStore,
                        (c, builder) -> builder.batchSize(settings.batch())
                                .initialSegmentCount(settings.segments())
                                .initialToken(StreamableMessageSource::createTailToken)
                                .enableCoordinatorClaimExtension())
                .registerSequencingPolicy(Ingress.GROUP, c -> new CasePolicy())
                .registerListenerInvocationErrorHandler(Ingress.GROUP, c -> PropagatingErrorHandler.instance())
                .registerErrorHandler(Ingress.GROUP, c -> PropagatingErrorHandler.instance())
                .registerDeadLetterQueue(Ingress.GROUP, c -> letters(c, jdbc, transactions))
                .registerDeadLetteringEventHandlerInvokerConfiguration(
                        Ingress.GROUP, (c, builder) -> builder.enableSequenceIdentifierCache());
    }

    private static SequencedDeadLetterQueue<EventMessage<?>> letters(
            Configuration axon, JdbcTemplate jdbc, PlatformTransactionManager transactions) {
        JdbcSequencedDeadLetterQueue.Builder<EventMessage<?>> builder =
                JdbcSequencedDeadLetterQueue.<EventMessage<?>>builder()
                        .processingGroup(Ingress.GROUP)
                        .connectionProvider(axon.getComponent(ConnectionProvider.class))
                        .transactionManager(axon.getComponent(TransactionManager.class))
                        .genericSerializer(axon.serializer())
                        .eventSerializer(axon.eventSerializer())
                        .maxSequences(LONGEST_SEQUENCES)
                        .maxSequenceSize(LONGEST_SEQUENCES);
        return new OwnTransactionLetters(builder, transactions, jdbc, Ingress.GROUP);
    }
}
