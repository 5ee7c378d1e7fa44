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

    /** The scope stays open while a reminder hangs; an end that terminates does not wait for it. */
    private void deadlineScopes(List<String> starts) {
        if (graph.kind("boundaryEvent").isEmpty()) {
            return;
        }
        Set<String> mainPath = graph.reach(starts, id -> false);
        for (Node end : graph.kind("endEvent")) {
            if (mainPath.contains(end.id())
                    && end.child("terminateEventDefinition").isEmpty()) {
                findings.error(end.id(), "deadline-scope", process ? "提醒未完成时流程不能结束" : "提醒未完成时子流程不能结束", "把主路径的结束改为终止结束");
            }
        }
    }
}
