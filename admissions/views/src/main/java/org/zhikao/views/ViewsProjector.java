package org.zhikao.views;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhikao.admissions.shared.Event;

/**
 * The live reader: collects the facts of a batch and folds them when the batch is about to commit, in the same transaction as
 * the reader's token.
 *
 * <p>A failure of the whole batch could not be laid at the door of one case. So the facts of a failed batch are folded one by
 * one when it is tried again, each behind a savepoint and inside its own handler call: then only the failing fact's case is
 * parked in the dead-letter queue, and all others go on.
 */
@ProcessingGroup(ViewsProjector.GROUP)
final class ViewsProjector {
    static final String GROUP = "views";

    private static final String BATCH = "zhikao.views.batch";

    private final JdbcTemplate jdbc;
    private final TransactionTemplate savepoint;
    private final ViewVersions versions;
    /** How many facts are still to be folded alone since a batch failed. */
    private final AtomicInteger suspects = new AtomicInteger();

    ViewsProjector(DataSource dataSource, PlatformTransactionManager transactions, ViewVersions versions) {
        jdbc = new JdbcTemplate(dataSource);
        savepoint = new TransactionTemplate(transactions);
        savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        this.versions = versions;
    }

    /** What one transaction folds: all at its end, or each at once. */
    private static final class Batch {
        private final List<Fact> facts = new ArrayList<>();
        private final boolean alone;

        Batch(boolean alone) {
            this.alone = alone;
        }
    }

    @EventHandler
    void on(Event event, DomainEventMessage<?> message) {
        UnitOfWork<?> unit = CurrentUnitOfWork.get().root();
        Batch batch = unit.getOrComputeResource(BATCH, key -> begin(unit));
        Fact fact =
                new Fact(message.getAggregateIdentifier(), message.getSequenceNumber(), event, message::getMetaData);
        if (batch.alone) {
            savepoint.executeWithoutResult(status -> Projection.apply(jdbc, List.of(fact), false));
        }
        batch.facts.add(fact);
    }

    private Batch begin(UnitOfWork<?> unit) {
        Batch batch = new Batch(suspects.get() > 0);
        if (!batch.alone) {
            unit.onPrepareCommit(u -> fold(batch.facts));
        }
        unit.afterCommit(u -> {
            if (batch.alone) {
                suspects.updateAndGet(left -> Math.max(0, left - batch.facts.size()));
            }
            versions.committed(Projection.candidates(batch.facts));
        });
        return batch;
    }

    private void fold(List<Fact> facts) {
        try {
            Projection.apply(jdbc, facts, false);
        } catch (RuntimeException failed) {
            suspects.accumulateAndGet(facts.size(), Math::max);
            throw failed;
        }
    }
}
