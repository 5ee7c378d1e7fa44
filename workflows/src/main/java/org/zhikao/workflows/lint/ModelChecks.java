package org.zhikao.workflows.lint;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zhikao.admissions.season.Phase;
import org.zhikao.admissions.shared.Role;
import org.zhikao.workflows.Contracts;
import org.zhikao.workflows.OwnDuties;
import org.zhikao.workflows.ProcessContract;
import org.zhikao.workflows.Word;

/** 建模约定: the four words, names, roles, deadlines, and what a gateway may know. */
final class ModelChecks {
    private static final Pattern ID = Pattern.compile("[a-z]+(_[a-z0-9]+)+");
    private static final Map<String, String> KINDS = Map.of(
            "startEvent", "start",
            "endEvent", "end",
            "receiveTask", "receive",
            "userTask", "user",
            "sendTask", "send",
            "exclusiveGateway", "xor",
            "parallelGateway", "and",
            "boundaryEvent", "timer",
            "subProcess", "sub",
            "sequenceFlow", "flow");
    private static final Set<String> ROLES =
            Arrays.stream(Role.values()).map(Enum::name).collect(Collectors.toUnmodifiableSet());
    private static final Set<String> PHASES =
            Arrays.stream(Phase.values()).map(Enum::name).collect(Collectors.toUnmodifiableSet());
    /** 登记的指令. */
    private static final Set<String> INSTRUCTIONS = Set.of("remind", "escalate", "advance-claim");

    private final Node root;
    private final Contracts contracts;
    private final Findings findings;
    private final Map<String, String> messages = new HashMap<>();
    private final Set<String> drawn = new HashSet<>();
    private Answers answers = new Answers(Map.of());
    private final Map<String, Set<Phase>> phases = new HashMap<>();

    ModelChecks(Node root, Contracts contracts, Findings findings) {
        this.root = root;
        this.contracts = contracts;
        this.findings = findings;
    }

    void check() {
        root.named("message").forEach(m -> messages.put(m.id(), m.attribute("name")));
        root.all()
                .filter(n -> n.name.equals("BPMNShape") || n.name.equals("BPMNEdge"))
                .forEach(n -> drawn.add(n.attribute("bpmnElement")));
        List<Node> processes = root.named("process").toList();
        if (processes.size() != 1) {
            findings.error("", "one-process", "一个文件应有且只有一个流程", "每个流程单独保存");
        }
        processes.forEach(this::process);
    }

    private void process(Node process) {
        if (process.attribute("historyTimeToLive").isBlank()) {
            findings.error(process.id(), "history-ttl", "流程没有写历史保留期", "填写 camunda:historyTimeToLive，例如 P180D");
        }
        if (!process.attribute("isExecutable").equals("true")) {
            findings.error(process.id(), "executable", "流程不可执行", "设置 isExecutable=\"true\"");
        }
        Optional<ProcessContract> contract = contracts.of(process.id());
        if (contract.isEmpty()) {
            findings.warning(process.id(), "unknown-process", "没有名为 " + process.id() + " 的流程契约", "使用已登记的流程标识");
        }
        contract.ifPresent(known -> phases.putAll(known.phases()));
        Map<String, Word> words = words(process, contract);
        answers = new Answers(contract.map(ProcessContract::answers).orElse(Map.of()));
        scope(process, words, contract.isPresent());
        process.all().filter(n -> n.name.equals("subProcess")).forEach(sub -> scope(sub, words, contract.isPresent()));
    }

    /** Words of the contract, and of the duties that the drawing adds where it may. */
    private Map<String, Word> words(Node process, Optional<ProcessContract> contract) {
        Map<String, Word> words = new HashMap<>(contracts.words(process.id()));
        if (contract.isPresent() && contract.get().ownDuties()) {
            process.all()
                    .filter(n -> n.name.equals("userTask"))
                    .flatMap(n -> OwnDuties.code(word(n)).stream())
                    .map(OwnDuties::word)
                    .forEach(word -> words.put(word.name(), word));
        }
        return words;
    }

    private void scope(Node scope, Map<String, Word> words, boolean known) {
        Graph graph = new Graph(scope);
        Stream.concat(graph.nodes.values().stream(), graph.flows.values().stream())
                .forEach(this::naming);
        graph.kind("startEvent").forEach(n -> start(n, scope, words, known));
        graph.kind("receiveTask").forEach(n -> fact(n, graph, words, known));
        graph.kind("userTask").forEach(n -> duty(n, graph, words, known));
        graph.kind("sendTask").forEach(this::instruction);
        graph.kind("boundaryEvent").forEach(n -> deadline(n, graph, words, known));
        graph.kind("exclusiveGateway").forEach(n -> gateway(n, graph, words, known));
        graph.kind("endEvent").forEach(n -> end(n, words, known));
        for (Node flow : graph.flows.values()) {
            Node source = graph.nodes.get(flow.attribute("sourceRef"));
            if (flow.child("conditionExpression").isPresent()
                    && (source == null || !source.name.equals("exclusiveGateway"))) {
                findings.warning(flow.id(), "condition-place", "条件不在排他网关之后", "在条件前画一个排他网关");
            }
        }
        new Soundness(graph, scope.name.equals("process"), findings, this::word).check();
    }

    private void naming(Node node) {
        String kind = KINDS.get(node.name);
        if (kind == null || !ID.matcher(node.id()).matches() || !node.id().startsWith(kind + "_")) {
            findings.warning(node.id(), "id-shape", "标识不是“" + kind + "_内容”的形式", "改为小写下划线，如 " + kind + "_evidence");
        }
        boolean silent = node.name.equals("sequenceFlow");
        String label = node.attribute("name");
        if (!silent && label.isBlank()) {
            findings.warning(node.id(), "label", "元素没有名称", "填写中文名称");
        } else if (!label.isBlank() && label.codePoints().noneMatch(ModelChecks::han)) {
            findings.warning(node.id(), "label", "名称不是中文", "填写中文名称");
        }
        if (!drawn.contains(node.id())) {
            findings.warning(node.id(), "not-drawn", "元素在图上没有位置", "在建模器中重新放置该元素");
        }
    }

    private static boolean han(int codePoint) {
        return Character.UnicodeScript.of(codePoint) == Character.UnicodeScript.HAN;
    }

    private void start(Node node, Node scope, Map<String, Word> words, boolean known) {
        if (!scope.name.equals("process")) {
            return;
        }
        String word = word(node);
        if (word.isEmpty()) {
            say(known, node.id(), "start-fact", "流程不是由事实开始的", "把开始事件改为消息开始，消息名为事实词");
        } else {
            knownWord(node, word, words, known);
        }
    }

    private void fact(Node node, Graph graph, Map<String, Word> words, boolean known) {
        String word = word(node);
        if (word.isEmpty()) {
            findings.error(node.id(), "fact-missing", "接收任务没有写等待哪个事实", "为接收任务选择消息");
        } else {
            knownWord(node, word, words, known);
        }
        String phase = node.property("phase");
        if (!PHASES.contains(phase) && graph.deadlinesOn(node.id()).isEmpty()) {
            findings.error(node.id(), "wait-unbounded", "等待没有所属阶段也没有期限", "填写属性 phase，或加上非中断定时边界");
        }
        Set<Phase> producing = phases.get(word);
        if (producing != null && PHASES.contains(phase) && !producing.contains(Phase.valueOf(phase))) {
            findings.error(
                    node.id(),
                    "wait-phase",
                    "阶段 " + phase + " 不会产生事实 " + word,
                    "填写该事实产生的阶段 " + new TreeSet<>(producing));
        }
        String actor = node.property("actor");
        if (!actor.isEmpty() && !ROLES.contains(actor)) {
            findings.error(node.id(), "role", "没有角色 " + actor, "从角色目录中选择");
        }
    }

    private void duty(Node node, Graph graph, Map<String, Word> words, boolean known) {
        String word = word(node);
        if (word.isEmpty()) {
            findings.error(node.id(), "duty-fact", "职责没有写由哪个事实完成", "填写属性 fact");
        } else {
            knownWord(node, word, words, known);
        }
        if (!ROLES.contains(node.attribute("candidateGroups"))) {
            findings.error(node.id(), "duty-role", "职责没有可以承担的角色", "在候选组中填写一个角色");
        }
        new DutyChecks(findings, ROLES).check(node, word);
        if (graph.deadlinesOn(node.id()).isEmpty()) {
            findings.error(node.id(), "duty-deadline", "职责没有期限", "加上非中断定时边界");
        }
    }

    private void instruction(Node node) {
        if (!node.attribute("asyncBefore").equals("true")) {
            findings.error(node.id(), "instruction-job", "指令没有自己的作业", "设置 camunda:asyncBefore=\"true\"");
        }
        if (!node.attribute("delegateExpression").equals(Lockdown.DELEGATE)) {
            findings.error(node.id(), "instruction-delegate", "指令没有交给指令出口", "填写 " + Lockdown.DELEGATE);
        }
        if (!INSTRUCTIONS.contains(node.property("instruction"))) {
            findings.error(node.id(), "instruction-name", "没有登记的指令 " + node.property("instruction"), "从指令目录中选择");
        }
        if (node.property("about").isEmpty()) {
            findings.error(node.id(), "instruction-about", "指令没有写针对哪一步", "填写属性 about");
        }
    }

    private void deadline(Node node, Graph graph, Map<String, Word> words, boolean known) {
        if (!node.attribute("cancelActivity").equals("false")) {
            findings.error(node.id(), "deadline-interrupting", "期限会中断等待", "设置 cancelActivity=\"false\"");
        }
        Optional<Node> timer = node.child("timerEventDefinition");
        if (timer.isEmpty()) {
            findings.error(node.id(), "deadline-timer", "边界事件不是定时", "只用定时边界表示期限");
            return;
        }
        String text =
                timer.get().children.stream().map(c -> c.text.toString().trim()).collect(Collectors.joining());
        String variable = text.startsWith("${") ? text.substring(2, text.length() - 1) : "";
        if (!variable.isEmpty() && known && OwnDuties.workingDays(variable) == 0) {
            brought(
                    node,
                    graph.waitsBefore(node.attribute("attachedToRef")),
                    graph,
                    variable,
                    Word.Type.INSTANT,
                    words);
        }
    }

    private void gateway(Node node, Graph graph, Map<String, Word> words, boolean known) {
        List<Node> out = graph.flowsFrom(node.id());
        if (out.size() < 2) {
            return; // a join
        }
        String fallback = node.attribute("default");
        if (out.stream().noneMatch(f -> f.id().equals(fallback))) {
            findings.error(node.id(), "gateway-default", "排他网关没有默认流向", "指定一条默认流向，令牌才不会停住");
        }
        List<Condition> asked = new ArrayList<>();
        for (Node flow : out) {
            Optional<Condition> condition =
                    flow.child("conditionExpression").flatMap(c -> Condition.parse(c.text.toString()));
            if (condition.isEmpty() && !flow.id().equals(fallback)) {
                findings.error(flow.id(), "gateway-condition", "非默认流向没有条件", "填写条件");
            }
            if (known) {
                condition.ifPresent(c ->
                        c.variables().forEach(v -> brought(flow, graph.waitsBefore(node.id()), graph, v, null, words)));
            }
            condition.filter(c -> !flow.id().equals(fallback)).ifPresent(asked::add);
        }
        Set<String> before = new HashSet<>();
        graph.waitsBefore(node.id()).forEach(wait -> {
            Node at = graph.nodes.get(wait);
            if (at != null) {
                before.add(word(at));
            }
        });
        answers.check(node.id(), before, asked, findings);
    }

    /** Every wait directly before must bring the variable: what an earlier fact brought is gone. */
    private void brought(
            Node where,
            Set<String> waits,
            Graph graph,
            String variable,
            Word.@Nullable Type type,
            Map<String, Word> words) {
        for (String wait : waits) {
            Node node = graph.nodes.get(wait);
            Word word = node == null ? null : words.get(word(node));
            Word.Type brings = word == null ? null : word.variables().get(variable);
            if (brings == null || type != null && type != brings) {
                findings.error(where.id(), "variable", "事实不带变量 " + variable + "（紧前的等待 " + wait + "）", "只用紧前事实带来的变量");
            }
        }
    }

    private void end(Node node, Map<String, Word> words, boolean known) {
        for (String word : node.property("endsAt").trim().split("\\s+", -1)) {
            if (!word.isEmpty()) {
                knownWord(node, word, words, known);
            }
        }
    }

    private void knownWord(Node node, String word, Map<String, Word> words, boolean known) {
        if (known && !words.containsKey(word)) {
            findings.error(node.id(), "unknown-word", "流程契约没有事实词 " + word, "从事实目录中选择");
        }
    }

    /** The word that a start, a wait or a duty stands for; empty when it names none. */
    private String word(Node node) {
        return word(node, messages);
    }

    static String word(Node node, Map<String, String> messages) {
        return switch (node.name) {
            case "startEvent" ->
                node.child("messageEventDefinition")
                        .map(d -> messages.getOrDefault(d.attribute("messageRef"), ""))
                        .orElse("");
            case "receiveTask" -> messages.getOrDefault(node.attribute("messageRef"), "");
            case "userTask" -> node.property("fact");
            default -> "";
        };
    }

    private void say(boolean error, String element, String rule, String message, String fix) {
        if (error) {
            findings.error(element, rule, message, fix);
        } else {
            findings.warning(element, rule, message, fix);
        }
    }
}
