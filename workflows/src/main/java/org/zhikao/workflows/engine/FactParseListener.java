package org.zhikao.workflows.engine;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.helper.BpmnProperties;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.EventSubscriptionDeclaration;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.impl.util.xml.Namespace;
import org.jspecify.annotations.Nullable;

/**
 * Makes fact waits flat and remembers, on the parsed model itself, what the ingress must know of it.
 *
 * <p>A receive task with a message is a scope for the engine: entering and leaving it creates and deletes a child execution
 * and a subscription, 12 to 16 statements a move. Nobody but the ingress correlates, and the ingress needs neither, so the
 * scope is taken away here and a move is one UPDATE. The message stays in the file, for readers and lint.
 */
final class FactParseListener extends AbstractBpmnParseListener {
    /** Word an activity waits for. */
    static final String FACT = "zhikao.fact";
    /** Role that owes the decision, on duties only. */
    static final String ROLE = "zhikao.role";
    /** Role that may decide as well once the deadline has passed, on some duties. */
    static final String ESCALATES = "zhikao.escalates";
    /** Set on a definition that has duties. */
    static final String DUTIES = "zhikao.duties";
    /** Flow id to its bit, on the definition. */
    static final String BITS = "zhikao.bits";
    /** Word to the end event it leads to from anywhere, on the definition. */
    static final String ENDS = "zhikao.ends";

    private static final String FLOWS = "zhikao.flows";
    private static final Namespace CAMUNDA = new Namespace("http://camunda.org/schema/1.0/bpmn");

    @Override
    public void parseReceiveTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        Map<String, EventSubscriptionDeclaration> subscriptions =
                activity.getProperties().get(BpmnProperties.EVENT_SUBSCRIPTION_DECLARATIONS);
        EventSubscriptionDeclaration wait = subscriptions.remove(activity.getId());
        if (wait != null) {
            activity.setProperty(FACT, wait.getUnresolvedEventName());
            activity.setScope(false);
            activity.setEventScope(null);
        }
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        activity.setProperty(FACT, property(element, "fact"));
        activity.setProperty(ROLE, element.attributeNS(CAMUNDA, "candidateGroups"));
        activity.setProperty(ESCALATES, property(element, "escalatesTo"));
        activity.getProcessDefinition().setProperty(DUTIES, true);
    }

    @Override
    public void parseEndEvent(Element element, ScopeImpl scope, ActivityImpl activity) {
        activity.addListener(ExecutionListener.EVENTNAME_START, new PathTrace.Reach(activity.getId()));
        String words = property(element, "endsAt");
        if (words != null) {
            Map<String, String> ends = map(activity.getProcessDefinition(), ENDS);
            Arrays.stream(words.trim().split("\\s+", -1)).forEach(word -> ends.put(word, activity.getId()));
        }
    }

    @Override
    public void parseSequenceFlow(Element element, ScopeImpl scope, TransitionImpl transition) {
        transition.addListener(ExecutionListener.EVENTNAME_TAKE, new PathTrace.Take(transition.getId()));
        flows((ScopeImpl) transition.getProcessDefinition()).add(transition.getId());
    }

    /** Bits follow the flows' ids in alphabetical order: the same model gives the same bits on every machine. */
    @Override
    public void parseProcess(Element element, ProcessDefinitionEntity definition) {
        Map<String, Integer> bits = new HashMap<>();
        for (String flow : flows(definition)) {
            bits.put(flow, bits.size());
        }
        definition.setProperty(BITS, Map.copyOf(bits));
        definition.setProperty(ENDS, Map.copyOf(map(definition, ENDS)));
    }

    /** The value of a {@code camunda:property}, or null. */
    static @Nullable String property(Element element, String name) {
        Element extensions = element.element("extensionElements");
        Element properties = extensions == null ? null : extensions.elementNS(CAMUNDA, "properties");
        if (properties == null) {
            return null;
        }
        List<Element> all = properties.elementsNS(CAMUNDA, "property");
        return all.stream()
                .filter(p -> name.equals(p.attribute("name")))
                .map(p -> p.attribute("value"))
                .findFirst()
                .orElse(null);
    }

    @SuppressWarnings("unchecked")
    private static TreeSet<String> flows(ScopeImpl definition) {
        TreeSet<String> flows = (TreeSet<String>) definition.getProperty(FLOWS);
        if (flows == null) {
            flows = new TreeSet<>();
            definition.setProperty(FLOWS, flows);
        }
        return flows;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, String> map(ScopeImpl definition, String name) {
        Map<String, String> map = (Map<String, String>) definition.getProperty(name);
        if (map == null) {
            map = new HashMap<>();
            definition.setProperty(name, map);
        }
        return map;
    }
}
