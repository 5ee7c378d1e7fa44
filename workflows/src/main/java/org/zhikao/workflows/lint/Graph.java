package org.zhikao.workflows.lint;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** The flow graph of one scope. A deadline's branch begins at its boundary event. */
final class Graph {
    private static final Set<String> NODES = Set.of(
            "startEvent",
            "endEvent",
            "receiveTask",
            "userTask",
            "sendTask",
            "exclusiveGateway",
            "parallelGateway",
            "boundaryEvent",
            "subProcess");

    final Map<String, Node> nodes = new LinkedHashMap<>();
    final Map<String, Node> flows = new LinkedHashMap<>();
    private final Map<String, Set<String>> next = new LinkedHashMap<>();
    private final Map<String, Set<String>> previous = new LinkedHashMap<>();

    Graph(Node scope) {
        for (Node child : scope.children) {
            if (NODES.contains(child.name)) {
                nodes.put(child.id(), child);
            } else if (child.name.equals("sequenceFlow")) {
                flows.put(child.id(), child);
            }
        }
        for (Node flow : flows.values()) {
            next.computeIfAbsent(flow.attribute("sourceRef"), k -> new LinkedHashSet<>())
                    .add(flow.attribute("targetRef"));
            previous.computeIfAbsent(flow.attribute("targetRef"), k -> new LinkedHashSet<>())
                    .add(flow.attribute("sourceRef"));
        }
    }

    Set<String> next(String id) {
        return next.getOrDefault(id, Set.of());
    }

    Set<String> previous(String id) {
        return previous.getOrDefault(id, Set.of());
    }

    List<Node> flowsFrom(String id) {
        return flows.values().stream()
                .filter(f -> f.attribute("sourceRef").equals(id))
                .toList();
    }

    List<Node> kind(String name) {
        return nodes.values().stream().filter(n -> n.name.equals(name)).toList();
    }

    List<Node> deadlinesOn(String id) {
        return kind("boundaryEvent").stream()
                .filter(b -> b.attribute("attachedToRef").equals(id))
                .toList();
    }

    /** Everything reachable from these, themselves included; behind a node that {@code stop} holds for nothing is followed. */
    Set<String> reach(Collection<String> from, Predicate<String> stop) {
        return walk(from, stop, next);
    }

    Set<String> reachBack(Collection<String> from, Predicate<String> stop) {
        return walk(from, stop, previous);
    }

    private static Set<String> walk(Collection<String> from, Predicate<String> stop, Map<String, Set<String>> steps) {
        Set<String> seen = new HashSet<>(from);
        Deque<String> todo = new ArrayDeque<>(from);
        while (!todo.isEmpty()) {
            String at = todo.pop();
            if (stop.test(at)) {
                continue;
            }
            for (String step : steps.getOrDefault(at, Set.of())) {
                if (seen.add(step)) {
                    todo.push(step);
                }
            }
        }
        return seen;
    }

    /** Waits and starts whose facts are the last ones taken before this node is reached. */
    Set<String> waitsBefore(String id) {
        Set<String> found = new LinkedHashSet<>();
        for (String before : reachBack(previous(id), this::isWaitOrStart)) {
            if (isWaitOrStart(before)) {
                found.add(before);
            }
        }
        return found;
    }

    private boolean isWaitOrStart(String id) {
        Node node = nodes.get(id);
        return node != null && Set.of("startEvent", "receiveTask", "userTask").contains(node.name);
    }
}
