package org.zhikao.workflows.lint;

import java.util.Map;
import java.util.Set;

/** 决策表检查: FEEL only, bounded, and nothing that could call out. */
final class DmnChecks {
    private static final Set<String> ELEMENTS = Set.of(
            "definitions",
            "decision",
            "decisionTable",
            "input",
            "inputExpression",
            "inputEntry",
            "inputValues",
            "output",
            "outputEntry",
            "outputValues",
            "rule",
            "text",
            "description",
            "variable",
            "literalExpression",
            "inputData",
            "informationRequirement",
            "requiredDecision",
            "requiredInput",
            "annotation",
            "annotationEntry",
            "extensionElements",
            "DMNDI",
            "DMNDiagram",
            "DMNShape",
            "DMNEdge",
            "DMNLabel",
            "Bounds",
            "waypoint",
            "Size");
    private static final Set<String> ATTRIBUTES = Set.of(
            "id",
            "name",
            "label",
            "namespace",
            "exporter",
            "exporterVersion",
            "executionPlatform",
            "executionPlatformVersion",
            "historyTimeToLive",
            "versionTag",
            "hitPolicy",
            "aggregation",
            "typeRef",
            "href",
            "expressionLanguage",
            "dmnElementRef",
            "isCollapsed",
            "x",
            "y",
            "width",
            "height",
            "inputVariable",
            "preferredOrientation",
            "outputLabel");
    private static final Set<String> FEEL = Set.of(
            "",
            "feel",
            "https://www.omg.org/spec/DMN/20191111/FEEL/",
            "http://www.omg.org/spec/DMN/20180521/FEEL/",
            "http://www.omg.org/spec/FEEL/20140401");
    private final Findings findings;

    DmnChecks(Findings findings) {
        this.findings = findings;
    }

    void check(Node root) {
        root.all().forEach(this::element);
        root.named("decision").forEach(this::decision);
        if (root.named("decision").findAny().isEmpty()) {
            findings.error("", "no-decision", "文件中没有决策", "画出决策表");
        }
    }

    private void element(Node node) {
        if (!ELEMENTS.contains(node.name)) {
            findings.error(node.place, "element", "不允许的元素：" + node.name, "只使用决策表");
            return;
        }
        for (Map.Entry<String, String> attribute : node.attributes.entrySet()) {
            if (!ATTRIBUTES.contains(attribute.getKey())) {
                findings.error(node.place, "attribute", "不允许的属性：" + attribute.getKey(), "删除该属性");
            }
            if (attribute.getValue().contains("${") || attribute.getValue().contains("#{")) {
                findings.error(node.place, "expression", "属性含有表达式", "删除表达式");
            }
        }
        if (!FEEL.contains(node.attribute("expressionLanguage"))) {
            findings.error(
                    node.place,
                    "dmn-language",
                    "表达式语言 " + node.attribute("expressionLanguage") + " 不允许，本系统的决策表只接受 FEEL",
                    "改用 FEEL，例如 score + 1");
        }
        if (node.attribute("href").contains(":") || node.attribute("href").contains("/")) {
            findings.error(node.place, "external-reference", "引用指向文件之外", "只引用本文件的元素");
        }
        if (node.name.equals("text")) {
            feel(node);
        }
    }

    private void feel(Node node) {
        String text = node.text.toString();
        if (text.contains("${") || text.contains("#{")) {
            findings.error(node.place, "expression", "表达式不是 FEEL", "改用 FEEL");
            return;
        }
        Feel.refusal(text).ifPresent(why -> findings.error(node.place, "feel", why, "只用比较、四则运算、区间和登记的函数；复杂的判断拆成多行规则"));
    }

    private void decision(Node decision) {
        if (decision.attribute("historyTimeToLive").isBlank()) {
            findings.error(decision.id(), "history-ttl", "决策没有写历史保留期", "填写 camunda:historyTimeToLive");
        }
        if (decision.child("decisionTable").isEmpty()
                && decision.child("literalExpression").isEmpty()) {
            findings.error(decision.id(), "no-table", "决策没有内容", "填写决策表");
        }
        decision.child("decisionTable").ifPresent(table -> {
            long inputs = table.named("input").count();
            long outputs = table.named("output").count();
            table.named("rule").forEach(rule -> {
                if (rule.named("inputEntry").count() != inputs
                        || rule.named("outputEntry").count() != outputs) {
                    findings.error(rule.place, "rule-width", "规则的列数与表头不同", "补齐单元格");
                }
            });
            String policy = table.attribute("hitPolicy");
            if (!Set.of("", "UNIQUE", "FIRST", "ANY", "COLLECT").contains(policy)) {
                findings.error(table.place, "hit-policy", "不允许的命中策略：" + policy, "使用 UNIQUE、FIRST、ANY 或 COLLECT");
            }
            if (!Set.of("", "SUM", "COUNT", "MIN", "MAX").contains(table.attribute("aggregation"))
                    || (!policy.equals("COLLECT")
                            && !table.attribute("aggregation").isEmpty())) {
                findings.error(table.place, "hit-policy", "汇总只能与 COLLECT 同用", "删除 aggregation");
            }
            if (inputs == 0 || outputs == 0) {
                findings.error(table.place, "rule-width", "决策表没有输入或输出", "至少各画一列");
            }
        });
    }
}
