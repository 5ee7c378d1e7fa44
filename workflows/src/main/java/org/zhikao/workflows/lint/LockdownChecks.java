package org.zhikao.workflows.lint;

import java.util.Map;

/** 封闭检查 of a BPMN file: everything in it must be on the list. */
final class LockdownChecks {
    private LockdownChecks() {}

    static void check(Node root, Findings findings) {
        root.all().forEach(node -> one(node, findings));
    }

    private static void one(Node node, Findings findings) {
        if (!Lockdown.elementAllowed(node.name)) {
            findings.error(
                    node.place, "element", "不允许的元素：" + node.name, "只使用事实（消息开始、接收任务）、职责（用户任务）、指令（发送任务）、期限（非中断定时边界）和网关");
            return;
        }
        for (Map.Entry<String, String> attribute : node.attributes.entrySet()) {
            if (!Lockdown.attributeAllowed(node.name, attribute.getKey())) {
                findings.error(node.place, "attribute", "元素 " + node.name + " 不允许有属性 " + attribute.getKey(), "删除该属性");
            } else if (!Lockdown.valueAllowed(node.name, attribute.getKey(), attribute.getValue())) {
                findings.error(
                        node.place,
                        "expression",
                        "属性 " + attribute.getKey() + " 含有不允许的表达式",
                        "删除表达式；指令只能写 " + Lockdown.DELEGATE);
            }
        }
        if (!Lockdown.textAllowed(node.name, node.text.toString())) {
            findings.error(
                    node.place,
                    "expression",
                    "元素 " + node.name + " 的内容不允许",
                    "条件只能比较变量与常量；期限写 ISO-8601 时刻、时长，或 ${deadline}");
        }
        if (node.name.equals("messageEventDefinition")
                || node.name.equals("terminateEventDefinition")
                || node.name.equals("timerEventDefinition")) {
            return;
        }
        definition(node, "messageEventDefinition", "startEvent", findings);
        definition(node, "terminateEventDefinition", "endEvent", findings);
        definition(node, "timerEventDefinition", "boundaryEvent", findings);
    }

    private static void definition(Node node, String definition, String where, Findings findings) {
        if (node.child(definition).isPresent() && !node.name.equals(where)) {
            findings.error(node.place, "event", definition + " 不能用在 " + node.name, "事实只在消息开始或接收任务中等待；定时只作为非中断边界");
        }
    }
}
