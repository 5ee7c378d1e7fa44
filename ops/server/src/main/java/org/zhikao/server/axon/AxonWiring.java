package org.zhikao.server.axon;

import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.PersistenceExceptionResolver;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.axonframework.modelling.command.CommandTargetResolver;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.json.JacksonSerializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.JdbcTemplate;
import org.zhikao.admissions.dossier.Dossier;
import org.zhikao.admissions.exam.Draw;
import org.zhikao.admissions.placement.PlacementRun;
import org.zhikao.admissions.plan.Plan;
import org.zhikao.admissions.scoring.Release;
import org.zhikao.admissions.season.Season;
import org.zhikao.admissions.shared.Command;
import org.zhikao.formats.facts.FactJson;

/** The beans of the event store and of command handling; why each is as it is: {@code ops/decisions/0002}. */
@Configuration(proxyBeanMethods = false)
public class AxonWiring {
    private static final List<Class<?>> AGGREGATES =
            List.of(Season.class, Plan.class, Draw.class, Release.class, PlacementRun.class);

    /** Plain: the auto-configured unit-of-work wrapper loses committed work when a nested unit rolls back. */
    @Bean
    ConnectionProvider connectionProvider(DataSource source) {
        return new SpringDataSourceConnectionProvider(source);
    }

    /** PostgreSQL reports a write conflict as 23505, which Axon's own resolver does not know. */
    @Bean
    PersistenceExceptionResolver duplicateKey() {
        return exception -> {
            for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
                if (cause instanceof SQLException sql && "23505".equals(sql.getSQLState())) {
                    return true;
                }
            }
            return false;
        };
    }

    @Bean
    @Primary
    Serializer serializer() {
        return JacksonSerializer.builder().objectMapper(FactJson.mapper()).build();
    }

    @Bean
    @Qualifier("eventSerializer")
    Serializer eventSerializer() {
        return EventSerializer.over(FactJson.mapper());
    }

    @Bean
    @Qualifier("messageSerializer")
    Serializer messageSerializer() {
        return EventSerializer.over(FactJson.mapper());
    }

    @Bean
    EventStorageEngine eventStorageEngine(
            ConnectionProvider connections,
            TransactionManager transactions,
            PersistenceExceptionResolver conflicts,
            @Qualifier("eventSerializer") Serializer events) {
        PagedEventStorage.Builder builder = PagedEventStorage.builder();
        builder.connectionProvider(connections)
                .transactionManager(transactions)
                .persistenceExceptionResolver(conflicts)
                .eventSerializer(events)
                .snapshotSerializer(events)
                .batchSize(1000);
        return new PagedEventStorage(PagedEventStorage.statements(builder));
    }

    /** Under both names that Axon looks for. */
    @Bean(
            name = {"eventBus", "eventStore"},
            destroyMethod = "shutDown")
    EmbeddedEventStore eventStore(EventStorageEngine storage) {
        return new WakingEventStore(EmbeddedEventStore.builder().storageEngine(storage));
    }

    @Bean
    SeasonGate seasonGate(JdbcTemplate jdbc) {
        return new SeasonGate(jdbc);
    }

    @Bean
    KnownDossiers knownDossiers() {
        return new KnownDossiers();
    }

    @Bean
    CommandBatches commandBatches(
            CommandBus bus, TransactionManager transactions, DataSource source, KnownDossiers known) {
        return new CommandBatches(bus, transactions, source, known);
    }

    @Bean
    CommandBus commandBus(TransactionManager transactions, SeasonGate gate) {
        SimpleCommandBus bus =
                SimpleCommandBus.builder().transactionManager(transactions).build();
        bus.registerDispatchInterceptor(messages -> (index, message) -> message.getPayload() instanceof Command command
                ? message.andMetaData(ActMetadata.of(command.act()))
                : message);
        // A bus of our own copies nothing from command to event unless told to: without this no fact names its actor.
        bus.registerHandlerInterceptor(new CorrelationDataInterceptor<>(new ActMetadata()));
        bus.registerHandlerInterceptor((unit, chain) -> {
            gate.enter(unit.getMessage().getPayload());
            return chain.proceed();
        });
        return bus;
    }

    @Bean
    CommandGateway commandGateway(CommandBus bus) {
        return DefaultCommandGateway.builder().commandBus(bus).build();
    }

    @Bean
    CorrelationDataProvider actMetadata() {
        return new ActMetadata();
    }

    /** A cast instead of reflection over every command. */
    @Bean
    CommandTargetResolver commandTarget() {
        return AxonWiring::target;
    }

    private static VersionedAggregateIdentifier target(CommandMessage<?> message) {
        return new VersionedAggregateIdentifier(((Command) message.getPayload()).target(), null);
    }

    private static DossierRepository dossiers(
            org.axonframework.config.Configuration axon, EventStorageEngine storage, KnownDossiers known) {
        EventSourcingRepository.Builder<Dossier> builder = EventSourcingRepository.builder(Dossier.class);
        builder.eventStore(axon.eventStore())
                .parameterResolverFactory(axon.parameterResolverFactory())
                .handlerDefinition(axon.handlerDefinition(Dossier.class))
                .repositoryProvider(axon::repository);
        return new DossierRepository(builder, axon.eventStore(), storage, axon::repository, known);
    }

    @Bean
    ConfigurerModule aggregates(CommandTargetResolver target, EventStorageEngine storage, KnownDossiers known) {
        return configurer -> {
            AGGREGATES.forEach(type -> configurer.configureAggregate(
                    AggregateConfigurer.defaultConfiguration(type).configureCommandTargetResolver(c -> target)));
            configurer.configureAggregate(AggregateConfigurer.defaultConfiguration(Dossier.class)
                    .configureCommandTargetResolver(c -> target)
                    .configureRepository(c -> dossiers(c, storage, known)));
            // Axon's default only logs, and a failed event would count as handled.
            configurer.eventProcessing().registerDefaultErrorHandler(c -> PropagatingErrorHandler.INSTANCE);
            configurer
                    .eventProcessing()
                    .registerDefaultListenerInvocationErrorHandler(c -> PropagatingErrorHandler.INSTANCE);
        };
    }
}
