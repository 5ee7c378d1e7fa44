package org.zhikao.workflows.engine;

import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.async.SequencingPolicy;

/**
 * 同案同序: facts of one case meet one thread, in order. A text, never an object's identity, so that every node agrees on it
 * after every start; and never a constant, which would park everything behind the first failure.
 */
final class CasePolicy implements SequencingPolicy<EventMessage<?>> {
    @Override
    public Object getSequenceIdentifierFor(EventMessage<?> event) {
        if (event instanceof DomainEventMessage<?> domain) {
            return caseOf(domain.getAggregateIdentifier());
        }
        throw new IllegalArgumentException("a fact without aggregate: " + event.getIdentifier());
    }

    static String caseOf(String aggregate) {
        int slash = aggregate.indexOf('/');
        return slash < 0 ? aggregate : aggregate.substring(0, slash);
    }
}
