package org.zhikao.workflows.engine;

import org.axonframework.modelling.command.ConcurrencyException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.zhikao.admissions.process.Instructions;

/** 指令: what every send task does: hands its registered instruction out, in the transaction of its own job. */
final class InstructionDelegate implements JavaDelegate {
    /** The only name that a {@code delegateExpression} may have. */
    static final String NAME = "instruction";

    private final Instructions instructions;

    InstructionDelegate(Instructions instructions) {
        this.instructions = instructions;
    }

    @Override
    public void execute(DelegateExecution execution) {
        BaseElement task = execution.getBpmnModelElementInstance();
        String process = execution
                .getProcessEngineServices()
                .getRepositoryService()
                .getProcessDefinition(execution.getProcessDefinitionId())
                .getKey();
        try {
            instructions.issue(
                    property(task, "instruction"), process, execution.getProcessBusinessKey(), property(task, "about"));
        } catch (ConcurrencyException e) {
            // Somebody acted on the same dossier meanwhile: no fault, and not counted as one. The engine takes the job
            // again.
            throw new OptimisticLockingException(e.getMessage(), e);
        }
    }

    private static String property(BaseElement element, String name) {
        if (element.getExtensionElements() != null) {
            for (CamundaProperties all :
                    element.getExtensionElements().getChildElementsByType(CamundaProperties.class)) {
                for (CamundaProperty property : all.getCamundaProperties()) {
                    if (name.equals(property.getCamundaName())) {
                        return property.getCamundaValue();
                    }
                }
            }
        }
        throw new IllegalStateException("send task " + element.getAttributeValue("id") + " names no " + name);
    }
}
