package org.zhikao.workflows;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.zhikao.admissions.process.WorkingDays;
import org.zhikao.admissions.shared.Event;

/** 契约总表: all processes, and for every event what it moves. */
public final class Contracts {
    private record Bound(String process, FactRule<?> rule) {}

    private final Map<String, ProcessContract> byKey = new LinkedHashMap<>();
    private final Map<Class<?>, List<Bound>> rules = new HashMap<>();
    private final WorkingDays workingDays;

    public Contracts(List<ProcessContract> contracts) {
        this(contracts, WorkingDays.weekdays());
    }

    /** {@code workingDays}: the calendar that deadlines count by. */
    public Contracts(List<ProcessContract> contracts, WorkingDays workingDays) {
        this.workingDays = workingDays;
        for (ProcessContract contract : contracts) {
            if (byKey.put(contract.key(), contract) != null) {
                throw new IllegalStateException("two contracts for process " + contract.key());
            }
            for (FactRule<?> rule : contract.rules()) {
                rules.computeIfAbsent(rule.event(), k -> new ArrayList<>()).add(new Bound(contract.key(), rule));
            }
        }
    }

    public WorkingDays workingDays() {
        return workingDays;
    }

    public List<ProcessContract> all() {
        return List.copyOf(byKey.values());
    }

    public Optional<ProcessContract> of(String process) {
        return Optional.ofNullable(byKey.get(process));
    }

    /** True when a token of some process may move on events of this class; all others are passed over unread. */
    public boolean moves(Class<?> event) {
        return rules.containsKey(event);
    }

    /** The event classes that move tokens. */
    public Set<Class<?>> moving() {
        return Set.copyOf(rules.keySet());
    }

    /** What the fact asks of each process, in the order of the contracts. */
    public List<Move> moves(Event fact) {
        List<Bound> bound = rules.getOrDefault(fact.getClass(), List.of());
        List<Move> moves = new ArrayList<>(bound.size());
        for (Bound b : bound) {
            Move move = b.rule().move(b.process(), fact);
            if (move != null) {
                moves.add(move);
            }
        }
        return moves;
    }

    /** The words of a process by name. */
    public Map<String, Word> words(String process) {
        return of(process)
                .map(c -> c.words().stream().collect(Collectors.toMap(Word::name, w -> w)))
                .orElse(Map.of());
    }
}
