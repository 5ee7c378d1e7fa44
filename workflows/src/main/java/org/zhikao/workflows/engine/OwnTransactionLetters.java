package org.zhikao.workflows.engine;

import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.deadletter.jdbc.JdbcSequencedDeadLetterQueue;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * 搁置的事实: letters written in a transaction of their own.
 *
 * <p>Any exception of the engine dooms the shared transaction, and with it a letter written there: the fact would be tried
 * for ever and never parked. The batch is then repeated and parks the same fact again, hence the look before.
 */
final class OwnTransactionLetters extends JdbcSequencedDeadLetterQueue<EventMessage<?>> {
    private final TransactionTemplate own;
    private final JdbcTemplate jdbc;
    private final String group;

    OwnTransactionLetters(
            Builder<EventMessage<?>> builder,
            PlatformTransactionManager transactions,
            JdbcTemplate jdbc,
            String group) {
        super(builder);
        this.own = new TransactionTemplate(transactions);
        this.own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.jdbc = jdbc;
        this.group = group;
    }

    @Override
    public void enqueue(Object sequence, DeadLetter<? extends EventMessage<?>> letter) {
        own.executeWithoutResult(status -> {
            Long parked = jdbc.queryForObject(
                    "select count(*) from deadletterentry where processinggroup = ? and eventidentifier = ?",
                    Long.class,
                    group,
                    letter.message().getIdentifier());
            if (parked == null || parked == 0) {
                super.enqueue(sequence, letter);
            }
        });
    }
}
