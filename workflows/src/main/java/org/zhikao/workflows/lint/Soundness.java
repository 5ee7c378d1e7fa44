package org.zhikao.workflows.lint;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** 结构健全: every token can reach an end, no two waits compete for one fact, a reminder holds nobody back. */
final class Soundness {
    private final Graph graph;
    private final boolean process;
    private final Findings findings;
    private final Function<Node, String> word;

    Soundness(Graph graph, boolean process, Findings findings, Function<Node, String> word) {
        this.graph = graph;
        this.process = process;
        this.findings = findings;
        this.word = word;
    }

    void check() {
        for (Node flow : graph.flows.values()) {
            for (String end : List.of(flow.attribute("sourceRef"), flow.attribute("targetRef"))) {
                if (!graph.nodes.containsKey(end)) {
                    findings.error(flow.id(), "dangling-flow", "流向连到不存在的元素 " + end, "重新连接");
                }
            }
        }
        List<String> starts = graph.kind("startEvent").stream().map(Node::id).toList();
        if (starts.size() != 1) {
            findings.error("", "one-start", "每个流程或子流程应有且只有一个开始", "只保留一个开始事件");
        }
        reachability(starts);
        competing();
        deadlineScopes(starts);
        forks();
        automaticLoops();
    }

    /** Where tokens multiply and never meet again, or wait for one that never comes. */
    private void forks() {
        for (Node node : graph.nodes.values()) {
            boolean gateway = node.name.endsWith("Gateway");
            if (!gateway && graph.flowsFrom(node.id()).size() > 1) {
                findings.error(node.id(), "implicit-fork", "没有网关却有多条流向，令牌会分成几个", "画一个排他网关或并行网关");
            }
            if (!node.name.equals("parallelGateway")) {
                continue;
            }
            List<Set<String>> branches = graph.flowsFrom(node.id()).stream()
                    .map(f -> graph.reach(Set.of(f.attribute("targetRef")), this::joins))
                    .toList();
            Set<String> met = new HashSet<>();
            Set<String> seen = new HashSet<>();
            for (Set<String> branch : branches) {
                branch.stream().filter(id -> !seen.add(id)).forEach(met::add);
            }
            met.stream()
                    .filter(id -> !joins(id) && graph.previous(id).size() > 1)
                    .filter(id -> !graph.nodes.containsKey(id)
                            || !graph.nodes.get(id).name.equals("endEvent"))
                    .sorted()
                    .limit(1)
                    .forEach(id ->
                            findings.error(id, "fork-merge", "并行的分支（" + node.id() + "）在这里没有并行汇合，令牌会成倍", "先用并行网关汇合"));
            if (joins(node.id())) {
                starving(node);
            }
        }
    }

    /** Each two flows into a join must come from different branches of one fork. */
    private void starving(Node join) {
        List<Node> into = graph.flows.values().stream()
                .filter(f -> f.attribute("targetRef").equals(join.id()))
                .toList();
        List<String> before = into.stream().map(Node::id).toList();
        Set<String> split = new HashSet<>();
        for (Node fork : graph.kind("parallelGateway")) {
            if (graph.flowsFrom(fork.id()).size() < 2) {
                continue;
            }
            Map<String, Set<String>> reached = new HashMap<>();
            for (Node branch : graph.flowsFrom(fork.id())) {
                Set<String> reach = graph.reach(Set.of(branch.attribute("targetRef")), id -> id.equals(join.id()));
                for (Node flow : into) {
                    if (flow.id().equals(branch.id()) || reach.contains(flow.attribute("sourceRef"))) {
                        reached.computeIfAbsent(flow.id(), f -> new HashSet<>()).add(branch.id());
                    }
                }
            }
            for (String a : before) {
                for (String b : before) {
                    Set<String> both = new HashSet<>(reached.getOrDefault(a, Set.of()));
                    both.addAll(reached.getOrDefault(b, Set.of()));
                    if (reached.containsKey(a) && reached.containsKey(b) && both.size() > 1) {
                        split.add(a + " " + b);
                    }
                }
            }
        }
        for (int i = 1; i < before.size(); i++) {
            if (!split.contains(before.get(0) + " " + before.get(i))) {
                findings.error(join.id(), "join-starves", "并行汇合等待的流向不来自同一个并行网关，令牌会永远停在这里", "改用排他网关，或在前面并行分开");
                return;
            }
        }
    }

    /** A circle without a wait would keep the engine busy for ever. */
    private void automaticLoops() {
        for (Node node : graph.nodes.values()) {
            if (!waits(node.id())
                    && graph.reach(graph.next(node.id()), this::waits).contains(node.id())) {
                findings.error(node.id(), "automatic-loop", "回路上没有等待，令牌会一直转下去", "在回路上等待一个事实或职责");
                return;
            }
        }
    }

    private boolean waits(String id) {
        Node node = graph.nodes.get(id);
        return node != null && Set.of("receiveTask", "userTask", "subProcess").contains(node.name);
    }

    private void reachability(List<String> starts) {
        Set<String> fromStart = graph.reach(withDeadlines(starts), id -> false);
        List<String> ends = graph.kind("endEvent").stream().map(Node::id).toList();
        Set<String> toEnd = graph.reachBack(ends, id -> false);
        if (ends.isEmpty()) {
            findings.error("", "no-end", "没有结束事件", "画出结束事件");
        }
        for (Node node : graph.nodes.values()) {
            boolean jumped =
                    node.name.equals("endEvent") && !node.property("endsAt").isEmpty();
            if (!fromStart.contains(node.id()) && !jumped) {
                findings.error(node.id(), "unreachable", "没有令牌能走到这里", "连接该元素，或删除它");
            }
            if (!toEnd.contains(node.id())) {
                findings.error(node.id(), "dead-end", "令牌从这里走不到任何结束", "连接到结束事件");
            }
        }
    }

    /** A deadline's branch is reached with the activity that it hangs on. */
    private List<String> withDeadlines(List<String> starts) {
        Set<String> from = new HashSet<>(starts);
        boolean more = true;
        while (more) {
            more = false;
            Set<String> reached = graph.reach(from, id -> false);
            for (Node deadline : graph.kind("boundaryEvent")) {
                if (reached.contains(deadline.attribute("attachedToRef")) && from.add(deadline.id())) {
                    more = true;
                }
            }
        }
        return List.copyOf(from);
    }

    private void competing() {
        for (Node fork : graph.kind("parallelGateway")) {
            if (graph.next(fork.id()).size() < 2) {
                continue;
            }
            Map<String, String> seen = new HashMap<>();
            for (String branch : graph.next(fork.id())) {
                Map<String, String> own = new HashMap<>();
                for (String id : graph.reach(Set.of(branch), this::joins)) {
                    Node node = graph.nodes.get(id);
                    String fact = node == null || joins(id) ? "" : word.apply(node);
                    if (!fact.isEmpty()) {
                        own.put(fact, id);
                    }
                }
                own.forEach((fact, id) -> {
                    String other = seen.putIfAbsent(fact, id);
                    if (other != null) {
                        findings.error(
                                id, "competing-waits", "并行的 " + other + " 与 " + id + " 等待同一事实 " + fact, "合并等待，或改为先后进行");
                    }
                });
            }
        }
    }

    private boolean joins(String id) {
        Node node = graph.nodes.get(id);
        return node != null
                && node.name.equals("parallelGateway")
                && graph.previous(id).size() > 1;
    }

    private boolean terminates(String id) {
        Node node = graph.nodes.get(id);
        return node != null && node.child("terminateEventDefinition").isPresent();
    }

    /** The scope stays open while a reminder hangs; an end that terminates does not wait for it. */
    private void deadlineScopes(List<String> starts) {
        if (graph.kind("boundaryEvent").isEmpty()) {
            return;
        }
        Set<String> mainPath = graph.reach(starts, id -> false);
        for (Node deadline : graph.kind("boundaryEvent")) {
            graph.reach(graph.next(deadline.id()), id -> false).stream()
                    .filter(id -> mainPath.contains(id) || terminates(id))
                    .sorted()
                    .limit(1)
                    .forEach(id ->
                            findings.error(deadline.id(), "deadline-joins", "期限的分支走进了主路径 " + id, "催办之后单独结束；期限不推进主路径"));
        }
        for (Node end : graph.kind("endEvent")) {
            if (mainPath.contains(end.id())
                    && end.child("terminateEventDefinition").isEmpty()) {
                findings.error(end.id(), "deadline-scope", process ? "提醒未完成时流程不能结束" : "提醒未完成时子流程不能结束", "把主路径的结束改为终止结束");
            }
        }
    }
}
