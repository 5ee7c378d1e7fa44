package org.zhikao.workflows.lint;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * 封闭清单: the only elements and attributes a model may contain, for the check of the file and again for the engine.
 *
 * <p>An allow-list: what nobody thought of is refused. Names are local names; the check of the file has already refused
 * every foreign namespace.
 */
public final class Lockdown {
    /** The one name that a send task may delegate to. */
    public static final String DELEGATE = "${instruction}";

    private static final Set<String> COMMON = Set.of("id", "name");
    private static final Map<String, Set<String>> ALLOWED = Map.ofEntries(
            Map.entry(
                    "definitions",
                    Set.of(
                            "targetNamespace",
                            "exporter",
                            "exporterVersion",
                            "executionPlatform",
                            "executionPlatformVersion")),
            Map.entry("message", Set.of()),
            Map.entry("process", Set.of("isExecutable", "historyTimeToLive", "versionTag", "processType")),
            Map.entry("subProcess", Set.of()),
            Map.entry("documentation", Set.of("textFormat")),
            Map.entry("extensionElements", Set.of()),
            Map.entry("properties", Set.of()),
            Map.entry("property", Set.of("value")),
            Map.entry("formData", Set.of()),
            Map.entry("formField", Set.of("label", "type")),
            Map.entry("validation", Set.of()),
            Map.entry("constraint", Set.of()),
            Map.entry("value", Set.of()),
            Map.entry("startEvent", Set.of("isInterrupting")),
            Map.entry("endEvent", Set.of()),
            Map.entry("receiveTask", Set.of("messageRef", "instantiate")),
            Map.entry("userTask", Set.of("candidateGroups")),
            Map.entry("sendTask", Set.of("asyncBefore", "delegateExpression")),
            Map.entry("exclusiveGateway", Set.of("default", "gatewayDirection")),
            Map.entry("parallelGateway", Set.of("gatewayDirection")),
            Map.entry("boundaryEvent", Set.of("attachedToRef", "cancelActivity")),
            Map.entry("messageEventDefinition", Set.of("messageRef")),
            Map.entry("timerEventDefinition", Set.of()),
            Map.entry("terminateEventDefinition", Set.of()),
            Map.entry("timeDate", Set.of("type")),
            Map.entry("timeDuration", Set.of("type")),
            Map.entry("sequenceFlow", Set.of("sourceRef", "targetRef")),
            Map.entry("conditionExpression", Set.of("type")),
            Map.entry("incoming", Set.of()),
            Map.entry("outgoing", Set.of()),
            Map.entry("textAnnotation", Set.of("textFormat")),
            Map.entry("text", Set.of()),
            Map.entry("association", Set.of("sourceRef", "targetRef", "associationDirection")),
            Map.entry("BPMNDiagram", Set.of("resolution", "documentation")),
            Map.entry("BPMNPlane", Set.of("bpmnElement")),
            Map.entry("BPMNShape", Set.of("bpmnElement", "isMarkerVisible", "isExpanded", "isHorizontal")),
            Map.entry("BPMNEdge", Set.of("bpmnElement", "sourceElement", "targetElement")),
            Map.entry("BPMNLabel", Set.of("labelStyle")),
            Map.entry("Bounds", Set.of("x", "y", "width", "height")),
            Map.entry("waypoint", Set.of("x", "y", "type")));

    private static final Pattern DURATION = Pattern.compile("P(?=.)(\\d+D)?(T(?=.)(\\d+H)?(\\d+M)?(\\d+S)?)?");
    private static final Pattern DATE =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(Z|[+-]\\d\\d:\\d\\d)");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{[a-z][A-Za-z0-9]{0,63}}");

    /** Types of form fields, as the editor writes them. */
    static final Set<String> FORM_TYPES = Set.of("string", "long", "boolean", "date", "enum");

    private Lockdown() {}

    public static boolean elementAllowed(String element) {
        return ALLOWED.containsKey(element);
    }

    public static boolean attributeAllowed(String element, String attribute) {
        return COMMON.contains(attribute)
                || ALLOWED.getOrDefault(element, Set.of()).contains(attribute);
    }

    /** A value that the engine would evaluate must be one of the few that are harmless. */
    public static boolean valueAllowed(String element, String attribute, String value) {
        if (attribute.equals("delegateExpression")) {
            return value.equals(DELEGATE);
        }
        // Every other validator and type of a form is a class or an expression that the engine would load.
        if (element.equals("constraint")) {
            return value.equals("required");
        }
        if (element.equals("formField") && attribute.equals("type")) {
            return FORM_TYPES.contains(value);
        }
        return !value.contains("${") && !value.contains("#{");
    }

    /** The text inside an element: conditions by grammar, timers by shape, everything else must not look like an expression. */
    public static boolean textAllowed(String element, String text) {
        return switch (element) {
            case "conditionExpression" -> Condition.parse(text).isPresent();
            case "timeDuration" -> DURATION.matcher(text.trim()).matches();
            case "timeDate" ->
                DATE.matcher(text.trim()).matches()
                        || VARIABLE.matcher(text.trim()).matches();
            default -> !text.contains("${") && !text.contains("#{");
        };
    }
}
