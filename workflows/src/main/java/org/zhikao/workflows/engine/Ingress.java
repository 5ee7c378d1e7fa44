package org.zhikao.workflows.engine;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhikao.admissions.process.RebuildUnderWay;
import org.zhikao.admissions.shared.Event;
import org.zhikao.workflows.Contracts;
import org.zhikao.workflows.Move;

/**
 * 入口: facts to tokens.
 *
 * <p>A batch is collected while its facts are handled and moved in one engine command when the unit of work prepares to
 * commit: tokens, positions and the reader's own token commit together. When a batch fails, its facts are suspects: the next
 * attempt moves each of them within its own handler call, so that only the failing case is parked, and goes back to batches
 * behind them.
 */
@ProcessingGroup(Ingress.GROUP)
final class Ingress implements TokenReader {
    static final String GROUP = TokenReader.GROUP;

    private static final Logger LOG = LoggerFactory.getLogger(Ingress.class);
    private static final String BATCH = "zhikao.ingress.batch";

    private final Contracts contracts;
    private final Mover mover;
    private final CaseStore store;
    private final Set<String> suspects = ConcurrentHashMap.newKeySet();

    Ingress(Contracts contracts, Mover mover, CaseStore store) {
        this.contracts = contracts;
        this.mover = mover;
        this.store = store;
    }

    /** Asked before anything is deserialised: most facts move nothing. */
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
        return false; // refolded by the rebuild only, which suppresses what acts outside
    }

    @Override
    public @Nullable Object handle(EventMessage<?> message) {
        UnitOfWork<?> unit = CurrentUnitOfWork.get();
        if (!(unit instanceof BatchingUnitOfWork)) {
            move(Map.of(message.getIdentifier(), moves(message)));
            return null;
        }
        Batch batch = unit.getOrComputeResource(BATCH, key -> newBatch(unit));
        if (batch.broken != null) {
            return null; // this transaction is doomed, the next attempt sees the fact again
        }
        if (suspects.contains(message.getIdentifier())) {
            moveAlone(message, batch);
        } else {
            batch.facts.put(message.getIdentifier(), moves(message));
        }
        return null;
    }

    private Batch newBatch(UnitOfWork<?> unit) {
        Batch batch = new Batch();
        unit.onPrepareCommit(u -> {
            if (batch.broken != null) {
                throw batch.broken;
            }
            moveTogether(batch);
        });
        unit.afterCommit(u -> suspects.removeAll(batch.cleared));
        return batch;
    }

    private void moveTogether(Batch batch) {
        if (batch.facts.isEmpty()) {
            return;
        }
        try {
            move(batch.facts);
        } catch (RuntimeException e) {
            if (!transientFailure(e)) {
                LOG.warn(
                        "ADM-WF-002 a batch of {} facts failed, its facts are tried one by one", batch.facts.size(), e);
                suspects.addAll(batch.facts.keySet());
            }
            throw e;
        }
    }

    /** Throws, and so parks the case, only what would fail again. */
    private void moveAlone(EventMessage<?> message, Batch batch) {
        String id = message.getIdentifier();
        try {
            move(Map.of(id, moves(message)));
            batch.cleared.add(id);
        } catch (RuntimeException e) {
            batch.broken = e;
            if (transientFailure(e)) {
                return;
            }
            LOG.error("ADM-WF-003 fact {} cannot be applied and is parked with its case", id, e);
            throw e;
        }
    }

    private void move(Map<String, List<Move>> facts) {
        Map<String, Long> indexes = new HashMap<>();
        store.indexes(facts.keySet(), indexes);
        List<Mover.Fact> numbered = new ArrayList<>(facts.size());
        facts.forEach((id, moves) -> {
            Long index = indexes.get(id);
            if (index == null) {
                throw new IllegalStateException("fact " + id + " is not in the event table");
            }
            numbered.add(new Mover.Fact(index, moves));
        });
        mover.apply(numbered);
    }

    private List<Move> moves(EventMessage<?> message) {
        return contracts.moves((Event) message.getPayload());
    }

    /** Lock conflicts, deadlocks, lost connections: nothing is wrong with the fact. */
    private static boolean transientFailure(Throwable failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof OptimisticLockingException || t instanceof RebuildUnderWay) {
                return true;
            }
            if (t instanceof SQLException sql && sql.getSQLState() != null) {
                String state = sql.getSQLState();
                // connection, transaction rollback, resources, operator intervention, lock not available
                return state.startsWith("08")
                        || state.startsWith("40")
                        || state.startsWith("53")
                        || state.startsWith("57")
                        || state.startsWith("25P")
                        || state.equals("55P03");
            }
        }
        return false;
    }

    private static final class Batch {
        final Map<String, List<Move>> facts = new LinkedHashMap<>();
        final List<String> cleared = new ArrayList<>();

        @Nullable
        RuntimeException broken;
    }
}
