package org.zhikao.web.bad;

import org.axonframework.eventsourcing.eventstore.EventStore;
import org.camunda.bpm.engine.ProcessEngine;
import org.zhikao.workflows.Contracts;

/** Faults of pages. */
public final class Faults {
    private Faults() {}

    public static final class AsksTheEngine {
        public static final Class<?> ENGINE = ProcessEngine.class;
    }

    public static final class ReadsTheEventStore {
        public static final Class<?> STORE = EventStore.class;
    }

    public static final class LooksAhead {
        public static final Class<?> AHEAD = Contracts.class;
    }
}
