package org.zhikao.workflows.binding;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.zhikao.workflows.OwnDuties;
import org.zhikao.workflows.lint.Drawing;
import org.zhikao.workflows.lint.Drawing.Element;
import org.zhikao.workflows.lint.Drawing.Flow;

/**
 * 先决: for every element, the duties that a case has behind it on whatever path it came.
 *
 * <p>Where branches meet in an ordinary element only what lies on each of them is certain; where a parallel gateway joins
 * them, what lies on any. Conditions are not looked at: a path that is drawn may be taken. The greatest solution is found by
 * taking away until nothing changes, so a loop adds nothing and takes nothing.
 */
final class Precedence {
    private final Drawing drawing;
    private final Map<String, List<String>> previous = new LinkedHashMap<>();
    private final Map<String, Set<String>> before = new HashMap<>();
    private final Set<String> onLoops = new HashSet<>();

    Precedence(Drawing drawing) {
        this.drawing = drawing;
        Map<String, List<String>> next = new HashMap<>();
        drawing.elements().keySet().forEach(id -> previous.put(id, new ArrayList<>()));
        for (Flow flow : drawing.flows().values()) {
            link(flow.source(), flow.target(), next);
        }
        for (Element element : drawing.elements().values()) {
            // Into a sub-process by its start; what is behind it waits for its ends.
            if (element.kind().equals("startEvent") && drawing.elements().containsKey(element.scope())) {
                link(element.scope(), element.id(), next);
            }
        }
        Set<String> reached = reach(starts(), next);
        previous.keySet().retainAll(reached);
        previous.values().forEach(from -> from.retainAll(reached));
        solve();
        for (String id : reached) {
            if (reach(next.getOrDefault(id, List.of()), next).contains(id) || loops(id, next)) {
                onLoops.add(id);
            }
        }
    }

    private void link(String from, String to, Map<String, List<String>> next) {
        next.computeIfAbsent(from, k -> new ArrayList<>()).add(to);
        List<String> sources = previous.get(to);
        if (sources != null) {
            sources.add(from);
        }
    }

    /** A sub-process on a loop takes everything in it along. */
    private boolean loops(String id, Map<String, List<String>> next) {
        Element around = drawing.elements().get(element(id).scope());
        while (around != null) {
            if (reach(next.getOrDefault(around.id(), List.of()), next).contains(around.id())) {
                return true;
            }
            around = drawing.elements().get(around.scope());
        }
        return false;
    }

    private Element element(String id) {
        Element element = drawing.elements().get(id);
        if (element == null) {
            throw new IllegalArgumentException("no element " + id);
        }
        return element;
    }

    private List<String> starts() {
        return drawing.elements().values().stream()
                .filter(e ->
                        e.kind().equals("startEvent") && !drawing.elements().containsKey(e.scope()))
                .map(Element::id)
                .toList();
    }

    private static Set<String> reach(List<String> from, Map<String, List<String>> next) {
        Set<String> seen = new HashSet<>(from);
        List<String> todo = new ArrayList<>(from);
        while (!todo.isEmpty()) {
            for (String step : next.getOrDefault(todo.remove(todo.size() - 1), List.of())) {
                if (seen.add(step)) {
                    todo.add(step);
                }
            }
        }
        return seen;
    }

    private void solve() {
        Set<String> all = new TreeSet<>();
        drawing.elements().values().forEach(e -> OwnDuties.code(e.word()).ifPresent(all::add));
        previous.keySet().forEach(id -> before.put(id, all));
        starts().forEach(id -> before.put(id, Set.of()));
        boolean changed = true;
        while (changed) {
            changed = false;
            for (Map.Entry<String, List<String>> entry : previous.entrySet()) {
                Set<String> found = entry.getValue().isEmpty() ? Set.of() : joined(entry.getKey(), entry.getValue());
                if (!found.equals(before.put(entry.getKey(), found))) {
                    changed = true;
                }
            }
        }
    }

    private Set<String> joined(String id, List<String> from) {
        boolean all = element(id).kind().equals("parallelGateway");
        Set<String> result = null;
        for (String source : from) {
            Set<String> behind = after(source, id);
            if (result == null) {
                result = new TreeSet<>(behind);
            } else if (all) {
                result.addAll(behind);
            } else {
                result.retainAll(behind);
            }
        }
        return result == null ? Set.of() : result;
    }

    private Set<String> after(String id, String towards) {
        Element element = element(id);
        Set<String> behind = new TreeSet<>(before.getOrDefault(id, Set.of()));
        if (element.kind().equals("subProcess") && !element(towards).scope().equals(id)) {
            Set<String> inside = inside(id);
            if (inside != null) {
                behind.addAll(inside);
            }
        } else {
            OwnDuties.code(element.word()).ifPresent(behind::add);
        }
        return behind;
    }

    /** What every end of a sub-process has behind it; null when none can be reached. */
    private @Nullable Set<String> inside(String sub) {
        Set<String> result = null;
        for (Element end : drawing.elements().values()) {
            if (end.kind().equals("endEvent") && end.scope().equals(sub) && before.containsKey(end.id())) {
                if (result == null) {
                    result = new TreeSet<>(before.get(end.id()));
                } else {
                    result.retainAll(before.get(end.id()));
                }
            }
        }
        return result;
    }

    /** Codes of the duties behind every case that comes to this element; empty for one that no case comes to. */
    Set<String> before(String id) {
        return previous.containsKey(id) ? Set.copyOf(before.getOrDefault(id, Set.of())) : Set.of();
    }

    /** True when a case can come to this element a second time. */
    boolean again(String id) {
        return onLoops.contains(id);
    }
}
