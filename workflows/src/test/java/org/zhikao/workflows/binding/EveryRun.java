package org.zhikao.workflows.binding;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.zhikao.workflows.OwnDuties;
import org.zhikao.workflows.lint.Drawing;
import org.zhikao.workflows.lint.Drawing.Element;
import org.zhikao.workflows.lint.Drawing.Flow;

/** Every run of a drawing, token by token, with no other idea than to try them all. */
final class EveryRun {
    /** Tokens as {@code element} or {@code element<flow} in a gateway that waits for the others; duties left behind. */
    private record State(List<String> tokens, Set<String> done) {
        State {
            tokens = tokens.stream().sorted().toList();
            done = Set.copyOf(done);
        }
    }

    private final Drawing drawing;
    private final Map<String, Set<String>> behind = new HashMap<>();
    private final Set<State> seen = new HashSet<>();
    private final Deque<State> todo = new ArrayDeque<>();

    EveryRun(Drawing drawing) {
        this.drawing = drawing;
    }

    /** By element, what was done in every state in which a token stands in it. */
    Map<String, Set<String>> behind() {
        go(new State(List.of(start(drawing.process())), Set.of()));
        while (!todo.isEmpty()) {
            State state = todo.poll();
            for (String token : state.tokens()) {
                step(state, token);
            }
        }
        return behind;
    }

    private void go(State state) {
        if (seen.add(state)) {
            todo.add(state);
            for (String token : state.tokens()) {
                behind.merge(token, new TreeSet<>(state.done()), (all, here) -> {
                    all.retainAll(here);
                    return all;
                });
            }
        }
    }

    private String start(String scope) {
        return drawing.elements().values().stream()
                .filter(e -> e.kind().equals("startEvent") && e.scope().equals(scope))
                .map(Element::id)
                .findFirst()
                .orElseThrow();
    }

    private List<Flow> flows(String id, boolean out) {
        return drawing.flows().values().stream()
                .filter(f -> (out ? f.source() : f.target()).equals(id))
                .toList();
    }

    private void step(State state, String token) {
        if (token.endsWith(">")) {
            return; // a sub-process under way: its tokens move, not itself
        }
        Element at = drawing.elements().get(token.replaceAll("<.*", ""));
        List<String> rest = new ArrayList<>(state.tokens());
        rest.remove(token);
        Set<String> done = new HashSet<>(state.done());
        if (token.contains("<")) {
            for (Flow in : flows(at.id(), false)) {
                String other = at.id() + "<" + in.id();
                if (!other.equals(token) && !rest.remove(other)) {
                    return; // one is missing
                }
            }
            leave(at, rest, done);
        } else if (at.kind().equals("subProcess")) {
            if (rest.stream().noneMatch(t -> within(t, at.id())) && !rest.contains(at.id() + ">")) {
                rest.add(at.id() + ">");
                rest.add(start(at.id()));
                go(new State(rest, done));
            }
        } else if (at.kind().equals("endEvent")) {
            String around = at.scope();
            if (rest.remove(around + ">") && rest.stream().noneMatch(t -> within(t, around))) {
                leave(drawing.elements().get(around), rest, done);
            }
        } else {
            OwnDuties.code(at.word()).ifPresent(done::add);
            leave(at, rest, done);
        }
    }

    private boolean within(String token, String sub) {
        Element at = drawing.elements().get(token.replaceAll("[<>].*", ""));
        while (at != null) {
            if (at.scope().equals(sub)) {
                return true;
            }
            at = drawing.elements().get(at.scope());
        }
        return false;
    }

    private void leave(Element from, List<String> rest, Set<String> done) {
        List<Flow> out = flows(from.id(), true);
        if (from.kind().equals("parallelGateway")) {
            List<String> all = new ArrayList<>(rest);
            out.forEach(f -> all.add(arrival(f)));
            go(new State(all, done));
        } else {
            for (Flow f : out) {
                List<String> one = new ArrayList<>(rest);
                one.add(arrival(f));
                go(new State(one, done));
            }
        }
    }

    private String arrival(Flow flow) {
        boolean joins = drawing.elements().get(flow.target()).kind().equals("parallelGateway")
                && flows(flow.target(), false).size() > 1;
        return joins ? flow.target() + "<" + flow.id() : flow.target();
    }
}
