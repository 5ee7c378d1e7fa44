package org.zhikao.workflows.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.zhikao.admissions.process.ProcessModels.Step;

/** Reads the steps of a model, in the order of the file. */
final class Steps {
    private Steps() {}

    static List<Step> of(BpmnModelInstance model) {
        List<Step> steps = new ArrayList<>();
        for (Process process : model.getModelElementsByType(Process.class)) {
            for (FlowNode node : process.getChildElementsByType(FlowNode.class)) {
                String id = node.getId();
                String kind = id.contains("_") ? id.substring(0, id.indexOf('_')) : "";
                String actor = node instanceof UserTask task
                        ? String.join(" ", task.getCamundaCandidateGroupsList())
                        : property(node, "actor");
                steps.add(new Step(
                        id,
                        kind.toLowerCase(Locale.ROOT),
                        node.getName() == null ? "" : node.getName(),
                        actor,
                        property(node, "phase")));
            }
        }
        return steps;
    }

    private static String property(FlowNode node, String name) {
        if (node.getExtensionElements() == null) {
            return "";
        }
        for (CamundaProperties properties :
                node.getExtensionElements().getChildElementsByType(CamundaProperties.class)) {
            for (CamundaProperty property : properties.getCamundaProperties()) {
                if (name.equals(property.getCamundaName())) {
                    return property.getCamundaValue();
                }
            }
        }
        return "";
    }
}
