package org.zhikao.workflows.engine;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.impl.util.xml.Namespace;
import org.zhikao.workflows.lint.Lockdown;

/** The second lock: what slipped past the check of the file is refused by the engine itself while it parses. */
final class LockdownParseListener extends AbstractBpmnParseListener {
    /** What the schema itself writes into elements that do not say it. */
    private static final Map<String, Set<String>> SCHEMA_DEFAULTS = Map.of(
            "typeLanguage", Set.of("http://www.w3.org/2001/XMLSchema"),
            "expressionLanguage", Set.of("http://www.w3.org/1999/XPath"),
            "isClosed", Set.of("false"),
            "isForCompensation", Set.of("false"),
            "startQuantity", Set.of("1"),
            "completionQuantity", Set.of("1"),
            "implementation", Set.of("##unspecified", "##WebService"),
            "triggeredByEvent", Set.of("false"),
            "parallelMultiple", Set.of("false"),
            "isCollection", Set.of("false"));

    @Override
    public void parseRootElement(Element root, List<ProcessDefinitionEntity> definitions) {
        walk(root);
    }

    private static void walk(Element element) {
        String name = element.getTagName();
        if (!Lockdown.elementAllowed(name)) {
            throw new IllegalArgumentException("element not allowed: " + name);
        }
        for (String qualified : element.attributes()) {
            if (qualified.equals("xmlns") || qualified.startsWith("xmlns:")) {
                continue; // declares a prefix, says nothing
            }
            String attribute = qualified.substring(qualified.lastIndexOf(':') + 1);
            String value = value(element, qualified, attribute);
            if (SCHEMA_DEFAULTS.getOrDefault(attribute, Set.of()).contains(value)) {
                continue;
            }
            if (!Lockdown.attributeAllowed(name, attribute) || !Lockdown.valueAllowed(name, attribute, value)) {
                throw new IllegalArgumentException("attribute not allowed: " + attribute + " on " + name);
            }
        }
        if (!Lockdown.textAllowed(name, element.getText())) {
            throw new IllegalArgumentException("text not allowed in " + name);
        }
        element.elements().forEach(LockdownParseListener::walk);
    }

    private static String value(Element element, String qualified, String attribute) {
        int colon = qualified.lastIndexOf(':');
        String value = colon < 0
                ? element.attribute(attribute)
                : element.attributeNS(new Namespace(qualified.substring(0, colon)), attribute);
        return value == null ? "" : value;
    }
}
