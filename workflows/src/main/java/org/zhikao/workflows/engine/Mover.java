package org.zhikao.workflows.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.zhikao.workflows.Move;

/**
 * Moves tokens by facts: a whole batch in one engine command, its tokens, positions, pending facts and worklist rows in the
 * transaction that is open.
 */
final class Mover {
    /** One fact, numbered by its place in the event table. */
    record Fact(long index, List<Move> moves) {}

    private final CommandExecutor commands;
    private final Tokens tokens;
    private final CaseStore store;
    private final Definitions definitions;
    private final Growth growth;

    Mover(CommandExecutor commands, Tokens tokens, CaseStore store, Definitions definitions, Growth growth) {
        this.commands = commands;
        this.tokens = tokens;
        this.store = store;
        this.definitions = definitions;
        this.growth = growth;
    }

    /** Applies live facts, in this order. */
    void apply(List<Fact> batch) {
        commands.execute(context -> {
            store.refuseWhileRebuilding();
            Map<Case.Key, Case> cases = casesOf(batch);
            if (!cases.isEmpty()) {
                store.load(cases);
            }
            for (Fact fact : batch) {
                for (Move move : fact.moves()) {
                    if (move.subCases()) {
                        store.loadBelow(move.process(), move.caseKey(), cases);
                    }
                }
            }
            tokens.load(cases.values());
            fold(batch, cases);
            growth.rows(store.store(cases.values()));
            return null;
        });
    }

    /** Applies all facts of some cases at once to nothing: there is no earlier state to load. */
    void refold(List<Fact> facts) {
        commands.execute(context -> {
            Map<Case.Key, Case> cases = casesOf(facts);
            fold(facts, cases);
            growth.rows(store.store(cases.values()));
            return null;
        });
    }

    private static Map<Case.Key, Case> casesOf(List<Fact> batch) {
        Map<Case.Key, Case> cases = new LinkedHashMap<>();
        for (Fact fact : batch) {
            for (Move move : fact.moves()) {
                if (!move.subCases()) {
                    cases.computeIfAbsent(new Case.Key(move.process(), move.caseKey()), Case::new);
                }
            }
        }
        return cases;
    }

    private void fold(List<Fact> batch, Map<Case.Key, Case> cases) {
        for (Fact fact : batch) {
            for (Move move : fact.moves()) {
                for (Case c : meant(move, cases)) {
                    apply(c, fact.index(), move);
                }
            }
        }
    }

    private static List<Case> meant(Move move, Map<Case.Key, Case> cases) {
        if (!move.subCases()) {
            Case one = cases.get(new Case.Key(move.process(), move.caseKey()));
            return one == null ? List.of() : List.of(one);
        }
        List<Case> below = new ArrayList<>();
        for (Case c : cases.values()) {
            if (c.key.process().equals(move.process()) && c.key.caseKey().startsWith(move.caseKey() + "/")) {
                below.add(c);
            }
        }
        return below;
    }

    private void apply(Case c, long index, Move move) {
        if (move.starts()) {
            // A case that has started is not started again, whatever the replay.
            if (!c.started()) {
                List<String> before = c.activities;
                String definition = definitions.current(move.process());
                Map<String, Object> brought = definitions.deadlines(definition).with(move.variables(), move.at());
                tokens.start(c, definition, brought);
                moved(c, index, move.at(), brought, before);
                drain(c);
            }
            return;
        }
        if (move.word() == null) {
            if (c.started() && !c.ended() && move.ends() != null && tokens.end(c, move.ends())) {
                c.noticed(index, move.at());
            }
            return;
        }
        Pending fact = Pending.of(move);
        if (offer(c, index, fact)) {
            drain(c);
        } else if (!(fact.passes() && c.started() && c.pending.isEmpty())) {
            c.keep(index, fact);
        }
    }

    private boolean offer(Case c, long index, Pending fact) {
        List<String> before = c.activities;
        Map<String, Object> brought = c.started()
                ? definitions.deadlines(c.definitionId).with(fact.variables(), fact.at())
                : fact.variables();
        if (tokens.move(c, fact.word(), brought)) {
            moved(c, index, fact.at(), brought, before);
            return true;
        }
        if (fact.ends() != null && c.started() && !c.ended() && tokens.end(c, fact.ends())) {
            c.noticed(index, fact.at());
            return true;
        }
        return false;
    }

    /** After every move the facts that came too early are offered again, the oldest first, until none fits. */
    private void drain(Case c) {
        boolean again = !c.pending.isEmpty();
        while (again) {
            again = false;
            for (Map.Entry<Long, Pending> entry : List.copyOf(c.pending.entrySet())) {
                long index = entry.getKey();
                Pending fact = entry.getValue();
                if (offer(c, index, fact)) {
                    c.consume(index);
                    again = true;
                    break;
                }
                // Nothing older is kept back: had it come now, it would have been passed over.
                if (fact.passes() && c.pending.firstKey() == index) {
                    c.consume(index);
                }
            }
        }
    }

    /** Notes which duties came up with this move. */
    private void moved(Case c, long index, Instant at, Map<String, Object> variables, List<String> before) {
        c.noticed(index, at);
        ExecutionEntity instance = c.instance;
        if (instance == null || !c.hasDuties) {
            return;
        }
        for (String activity : c.activities) {
            String role = before.contains(activity) ? null : Tokens.role(instance, activity);
            if (role != null) {
                Instant deadline = definitions.deadlines(c.definitionId).due(activity, at, variables);
                c.due.put(activity, new Case.Due(role, Tokens.escalatesTo(instance, activity), at, deadline));
            }
        }
    }
}
