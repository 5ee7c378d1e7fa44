package org.zhikao.workflows.bad;

import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventMessageHandler;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;

/** Faults of a workflow. */
public final class Faults {
    private Faults() {}

    public static final class ReadsModels {
        public static final Class<?> MODEL = BpmnModelInstance.class;
    }

    public static final class ListensWithoutAGroup {
        @EventHandler
        public void on(String fact) {}
    }

    public static final class HandlesWithoutAGroup implements EventMessageHandler {
        @Override
        public Object handle(EventMessage<?> message) {
            return message;
        }
    }
}
