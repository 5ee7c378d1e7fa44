package org.zhikao.workflows.rehearsal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.zhikao.admissions.shared.Event;
import org.zhikao.workflows.Contracts;
import org.zhikao.workflows.rehearsal.Net.Link;
import org.zhikao.workflows.rehearsal.Net.Step;

/** What a rehearsal holds of single cases, for tests that compare them with the engine's. */
public final class RehearsedCases {
    /** Where a case stands, the facts it keeps back, and the flows taken that no deadline took. */
    public record State(List<String> places, List<String> pending, Set<String> flows) {}

    private final Rehearsal rehearsal;

    public RehearsedCases(Contracts contracts, byte[] model) {
        this.rehearsal = new Rehearsal(contracts, model, null);
    }

    public void take(Event fact) {
        rehearsal.take(fact);
    }

    public Map<String, State> started() {
        Set<String> main = mainFlows(rehearsal.net());
        Map<String, State> states = new TreeMap<>();
        rehearsal.cases().forEach((key, pair) -> {
            if (!pair.draft.started()) {
                return;
            }
            Set<String> taken = new TreeSet<>();
            for (Link link : rehearsal.net().links) {
                if (pair.draft.flowsTaken().get(link.number())
                        && main.contains(link.flow().id())) {
                    taken.add(link.flow().id());
                }
            }
            states.put(key, new State(pair.draft.places(), pair.draft.pending(), taken));
        });
        return states;
    }

    /** The engine notes no flow that a deadline's job takes. */
    private static Set<String> mainFlows(Net net) {
        Set<String> flows = new HashSet<>();
        Set<Step> seen = new HashSet<>();
        Deque<Step> todo = new ArrayDeque<>(List.of(net.start));
        while (!todo.isEmpty()) {
            Step at = todo.pop();
            if (!seen.add(at)) {
                continue;
            }
            for (Link link : at.out) {
                flows.add(link.flow().id());
                todo.push(link.target());
            }
            if (at.inner != null) {
                todo.push(at.inner);
            }
        }
        return flows;
    }
}
