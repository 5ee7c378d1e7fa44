package org.zhikao.views;

import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.deadletter.jdbc.JdbcSequencedDeadLetterQueue;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * 搁置的事实 of the views, written in a transaction of their own: what parked the fact may doom the reader's transaction. The
 * batch is then repeated and would park the same fact again, hence the look before.
 */
final class OwnTransactionLetters extends JdbcSequencedDeadLetterQueue<EventMessage<?>> {
    /** Cases that may be parked at once, and facts of one case: beyond, the group stops rather than going on blindly. */
    private static final int LONGEST = 1024;

    private final TransactionTemplate own;
    private final JdbcTemplate jdbc;
    private final String group;

    private OwnTransactionLetters(
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

    static OwnTransactionLetters of(
            Configuration axon, PlatformTransactionManager transactions, JdbcTemplate jdbc, String group) {
        Builder<EventMessage<?>> builder = JdbcSequencedDeadLetterQueue.<EventMessage<?>>builder()
                .processingGroup(group)
                .connectionProvider(axon.getComponent(ConnectionProvider.class))
                .transactionManager(axon.getComponent(TransactionManager.class))
                .genericSerializer(axon.serializer())
                .eventSerializer(axon.eventSerializer())
                .maxSequences(LONGEST)
                .maxSequenceSize(LONGEST);
        return new OwnTransactionLetters(builder, transactions, jdbc, group);
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
