package org.zhikao.workflows.lint;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.zhikao.admissions.duty.FormField;

/**
 * 流程图: a model as drawn, read without evaluating anything; for walking it and for comparing versions.
 *
 * @param process key of the process
 * @param name its name
 * @param elements by id, in the order of the file, those of sub-processes included
 * @param flows by id, in the order of the file
 */
public record Drawing(String process, String name, Map<String, Element> elements, Map<String, Flow> flows) {
    /**
     * 元素.
     *
     * @param kind local name in BPMN, such as {@code userTask}
     * @param scope id of the process or sub-process around it
     * @param word the word that a start, a wait or a duty stands for; empty when it names none
     * @param role who owes a duty; empty on everything else
     * @param deadline what the timer says; empty when this is none
     * @param attachedTo the activity that a deadline hangs on
     * @param fallback the default flow of a gateway
     * @param terminates true for an end that ends its whole scope
     * @param endsAt words that end a case here from anywhere
     * @param properties as written in the model
     * @param form of a duty, in the order of the file
     */
    public record Element(
            String id,
            String kind,
            String name,
            String scope,
            String word,
            String role,
            String deadline,
            String attachedTo,
            String fallback,
            boolean terminates,
            List<String> endsAt,
            Map<String, String> properties,
            List<FormField> form) {
        public Element {
            form = List.copyOf(form);
            endsAt = List.copyOf(endsAt);
            properties = Map.copyOf(properties);
        }
    }

    /** 流向; {@code condition} is empty where there is none. */
    public record Flow(String id, String name, String scope, String source, String target, String condition) {}

    public Drawing {
        elements = Collections.unmodifiableMap(new LinkedHashMap<>(elements));
        flows = Collections.unmodifiableMap(new LinkedHashMap<>(flows));
    }

    /**
     * Reads a model.
     *
     * @throws IllegalArgumentException when it cannot be read as a model of one process; {@link Linter} says why
     */
    public static Drawing read(byte[] bpmn) {
        Findings findings = new Findings("");
        Node root = SafeXml.read(bpmn, Linter.BPMN_NAMESPACES, findings);
        if (root == null || root.named("process").count() != 1) {
            throw new IllegalArgumentException("not a model of one process");
        }
        Node process = root.named("process").findFirst().orElseThrow();
        Map<String, String> messages = new HashMap<>();
        root.named("message").forEach(m -> messages.put(m.id(), m.attribute("name")));
        Map<String, Element> elements = new LinkedHashMap<>();
        Map<String, Flow> flows = new LinkedHashMap<>();
        scope(process, messages, elements, flows);
        return new Drawing(process.id(), process.attribute("name"), elements, flows);
    }

    private static void scope(
            Node scope, Map<String, String> messages, Map<String, Element> elements, Map<String, Flow> flows) {
        Graph graph = new Graph(scope);
        for (Node node : graph.nodes.values()) {
            elements.put(node.id(), element(node, scope.id(), messages));
            if (node.name.equals("subProcess")) {
                scope(node, messages, elements, flows);
            }
        }
        for (Node flow : graph.flows.values()) {
            flows.put(
                    flow.id(),
                    new Flow(
                            flow.id(),
                            flow.attribute("name"),
                            scope.id(),
                            flow.attribute("sourceRef"),
                            flow.attribute("targetRef"),
                            flow.child("conditionExpression")
                                    .map(c -> c.text.toString().trim())
                                    .orElse("")));
        }
    }

    private static Element element(Node node, String scope, Map<String, String> messages) {
        String timer = node.child("timerEventDefinition")
                .map(t -> t.children.stream().map(c -> c.text.toString().trim()).collect(Collectors.joining()))
                .orElse("");
        Map<String, String> properties = new TreeMap<>();
        node.named("extensionElements")
                .flatMap(e -> e.named("properties"))
                .flatMap(p -> p.named("property"))
                .forEach(p -> properties.putIfAbsent(p.attribute("name"), p.attribute("value")));
        List<String> endsAt = new ArrayList<>();
        if (node.name.equals("endEvent")) {
            Arrays.stream(properties.getOrDefault("endsAt", "").trim().split("\\s+", -1))
                    .filter(word -> !word.isEmpty())
                    .forEach(endsAt::add);
        }
        return new Element(
                node.id(),
                node.name,
                node.attribute("name"),
                scope,
                ModelChecks.word(node, messages),
                node.attribute("candidateGroups"),
                timer,
                node.attribute("attachedToRef"),
                node.attribute("default"),
                node.child("terminateEventDefinition").isPresent(),
                endsAt,
                properties,
                DutyForms.read(node));
    }
}
