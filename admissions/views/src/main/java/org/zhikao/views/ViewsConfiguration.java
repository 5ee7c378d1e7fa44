package org.zhikao.views;

import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.config.Configuration;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.StreamableMessageSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.zhikao.views.audit.DeskLog;
import org.zhikao.views.audit.Timeline;
import org.zhikao.views.dossier.CandidateQueries;
import org.zhikao.views.dossier.Journeys;
import org.zhikao.views.duty.DutyQueries;
import org.zhikao.views.exemption.ClaimDrafts;
import org.zhikao.views.exemption.ClaimNotices;
import org.zhikao.views.exemption.ClaimQueries;
import org.zhikao.views.exemption.DeskQueries;
import org.zhikao.views.placement.PlacementQueries;
import org.zhikao.views.plan.PlanQueries;
import org.zhikao.views.preference.PreferenceQueries;
import org.zhikao.views.registration.RegistrationQueue;
import org.zhikao.views.scoring.MarkBook;
import org.zhikao.views.season.AmendmentQueries;
import org.zhikao.views.season.ProcessQueries;
import org.zhikao.views.season.SeasonQueries;
import org.zhikao.views.status.PhaseCalendar;
import org.zhikao.views.status.StatusCatalogue;

/**
 * The beans of the views for an application that has a data source, its transaction manager and an event store.
 */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
public class ViewsConfiguration {
    /** Name of the processing group and of its processor. */
    public static final String GROUP = ViewsProjector.GROUP;

    private static final int SEGMENTS = 2;

    /** 批量: how many facts the reader folds in one transaction. */
    public record Batch(int facts) {
        static final Batch USUAL = new Batch(1000);
    }

    @Bean
    ViewVersions viewVersions() {
        return new ViewVersions();
    }

    @Bean
    ConfigurerModule viewsProcessor(
            DataSource source,
            PlatformTransactionManager transactions,
            ViewVersions versions,
            ObjectProvider<Batch> batch) {
        int facts = batch.getIfAvailable(() -> Batch.USUAL).facts();
        return configurer -> {
            configurer.registerEventHandler(c -> new ViewsProjector(source, transactions, versions));
            configurer
                    .eventProcessing()
                    .registerPooledStreamingEventProcessor(
                            GROUP,
                            Configuration::eventStore,
                            (c, builder) -> builder.batchSize(facts)
                                    .initialSegmentCount(SEGMENTS)
                                    .enableCoordinatorClaimExtension()
                                    .initialToken(StreamableMessageSource::createTailToken))
                    .registerSequencingPolicy(GROUP, c -> ViewsConfiguration::caseOf)
                    .registerListenerInvocationErrorHandler(GROUP, c -> PropagatingErrorHandler.instance())
                    .registerErrorHandler(GROUP, c -> PropagatingErrorHandler.instance())
                    .registerDeadLetterQueue(
                            GROUP, c -> OwnTransactionLetters.of(c, transactions, new JdbcTemplate(source), GROUP))
                    .registerDeadLetteringEventHandlerInvokerConfiguration(
                            GROUP, (c, builder) -> builder.enableSequenceIdentifierCache());
        };
    }

    /** A text, so that every start and every node puts a case into the same segment. */
    static Object caseOf(EventMessage<?> message) {
        String aggregate = ((DomainEventMessage<?>) message).getAggregateIdentifier();
        int end = aggregate.indexOf('/');
        return end < 0 ? aggregate : aggregate.substring(0, end);
    }

    @Bean
    ViewProgress viewProgress(
            DataSource source, ViewVersions versions, ObjectProvider<EventProcessingConfiguration> processing) {
        return new ViewProgress(source, versions, () -> tokens(processing.getObject()));
    }

    /** Of every segment, or of none while one is not held here: its facts may not have been folded. */
    private static Collection<TrackingToken> tokens(EventProcessingConfiguration processing) {
        Collection<EventTrackerStatus> segments = processing
                .eventProcessor(GROUP, StreamingEventProcessor.class)
                .map(p -> p.processingStatus().values())
                .orElse(List.of());
        long whole = 1L << 32;
        long held = segments.stream()
                .mapToLong(s -> whole / (s.getSegment().getMask() + 1L))
                .sum();
        return held == whole
                ? segments.stream().map(EventTrackerStatus::getTrackingToken).toList()
                : List.of();
    }

    @Bean
    StatusCatalogue statusCatalogue() {
        return StatusCatalogue.published();
    }

    @Bean
    Journeys journeys(StatusCatalogue catalogue, ObjectProvider<PhaseCalendar> calendar) {
        return new Journeys(catalogue, calendar.getIfAvailable(() -> PhaseCalendar.UNKNOWN));
    }

    @Bean
    CandidateQueries candidateQueries(DataSource source) {
        return new CandidateQueries(source);
    }

    @Bean
    RegistrationQueue registrationQueue(DataSource source) {
        return new RegistrationQueue(source);
    }

    @Bean
    ClaimDrafts claimDrafts(DataSource source) {
        return new ClaimDrafts(source);
    }

    @Bean
    ClaimNotices claimNotices(DataSource source) {
        return new ClaimNotices(source);
    }

    @Bean
    DeskQueries deskQueries(DataSource source) {
        return new DeskQueries(source);
    }

    @Bean
    ClaimQueries claimQueries(DataSource source) {
        return new ClaimQueries(source);
    }

    @Bean
    DutyQueries dutyQueries(DataSource source) {
        return new DutyQueries(source);
    }

    @Bean
    ProcessQueries processQueries(DataSource source) {
        return new ProcessQueries(source);
    }

    @Bean
    SeasonQueries seasonQueries(DataSource source) {
        return new SeasonQueries(source);
    }

    @Bean
    AmendmentQueries amendmentQueries(DataSource source) {
        return new AmendmentQueries(source);
    }

    @Bean
    PlanQueries planQueries(DataSource source) {
        return new PlanQueries(source);
    }

    @Bean
    PreferenceQueries preferenceQueries(DataSource source) {
        return new PreferenceQueries(source);
    }

    @Bean
    MarkBook markBook(DataSource source) {
        return new MarkBook(source);
    }

    @Bean
    PlacementQueries placementQueries(DataSource source) {
        return new PlacementQueries(source);
    }

    @Bean
    Timeline timeline(DataSource source) {
        return new Timeline(source);
    }

    @Bean
    DeskLog deskLog(DataSource source, PlatformTransactionManager transactions) {
        return new DeskLog(source, transactions);
    }
}
