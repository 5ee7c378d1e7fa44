package org.zhikao.server.axon;

import java.util.concurrent.Callable;
import org.axonframework.eventsourcing.EventSourcedAggregate;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.NoSnapshotTriggerDefinition;
import org.axonframework.eventsourcing.SnapshotTrigger;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.RepositoryProvider;
import org.zhikao.admissions.dossier.Dossier;

/** Loads dossiers: within a batch from what is known of them, else from their facts. */
final class DossierRepository extends EventSourcingRepository<Dossier> {
    private static final SnapshotTrigger NO_SNAPSHOTS =
            NoSnapshotTriggerDefinition.INSTANCE.prepareTrigger(Dossier.class);

    /**
     * Nothing is wrong: the command creates the dossier. One for all, since taking a stack trace would cost more than the rest;
     * of exactly this class, since Axon asks for no less.
     */
    private static final AggregateNotFoundException UNBORN =
            new AggregateNotFoundException("a new dossier", "no facts yet");

    private final EventStore store;
    private final EventStorageEngine storage;
    private final RepositoryProvider repositories;
    private final KnownDossiers known;

    DossierRepository(
            Builder<Dossier> builder,
            EventStore store,
            EventStorageEngine storage,
            RepositoryProvider repositories,
            KnownDossiers known) {
        super(builder);
        this.store = store;
        this.storage = storage;
        this.repositories = repositories;
        this.known = known;
    }

    @Override
    protected EventSourcedAggregate<Dossier> doLoadWithLock(String id, Long expectedVersion) {
        KnownDossiers.Known state = Page.known(id);
        if (state == null) {
            if (Page.isOpen() && !stored(id)) {
                throw UNBORN;
            }
            return rememberedAfterwards(super.doLoadWithLock(id, expectedVersion));
        }
        return rememberedAfterwards(EventSourcedAggregate.reconstruct(
                state.dossier().copy(), aggregateModel(), state.version(), false, store, repositories, NO_SNAPSHOTS));
    }

    private static boolean stored(String id) {
        var stream = Page.stream(id);
        return stream == null || !stream.isEmpty();
    }

    @Override
    protected DomainEventStream readEvents(String id) {
        // The store would look through everything this unit has staged; what is staged for a dossier is in its object
        // already.
        return Page.stream(id) == null ? super.readEvents(id) : storage.readEvents(id);
    }

    @Override
    protected EventSourcedAggregate<Dossier> doCreateNewForLock(Callable<Dossier> factory) throws Exception {
        return rememberedAfterwards(super.doCreateNewForLock(factory));
    }

    private EventSourcedAggregate<Dossier> rememberedAfterwards(EventSourcedAggregate<Dossier> dossier) {
        if (Page.isOpen()) {
            CurrentUnitOfWork.get().root().afterCommit(unit -> remember(dossier));
        }
        return dossier;
    }

    private void remember(EventSourcedAggregate<Dossier> dossier) {
        Object id = dossier.identifier();
        Long version = dossier.version();
        if (id != null && version != null && !Page.spoilt().contains(id.toString())) {
            known.remember(id.toString(), dossier.getAggregateRoot(), version);
        }
    }
}
