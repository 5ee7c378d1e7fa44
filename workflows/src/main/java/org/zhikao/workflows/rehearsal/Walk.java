package org.zhikao.workflows.rehearsal;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.zhikao.workflows.Move;
import org.zhikao.workflows.lint.Condition;
import org.zhikao.workflows.rehearsal.Net.Kind;
import org.zhikao.workflows.rehearsal.Net.Link;
import org.zhikao.workflows.rehearsal.Net.Step;

/**
 * One case on one model, in memory: where its tokens are and which facts it keeps back.
 *
 * <p>Takes facts exactly as the ingress does; a property test holds both to the same places, facts kept back and flows taken.
 * What the engine leaves to jobs happens here at once: instructions are passed, deadlines fall due as the facts' instants go by.
 */
final class Walk {
    /** More steps than this in one move is a model that would keep the engine busy for ever. */
    private static final int MOST_STEPS = 10_000;

    /** A process or sub-process under way. */
    private static final class Scope {
        final @Nullable Scope around;
        final @Nullable Token holder;
        /** Tokens, gateways that still wait for others, and sub-processes inside. */
        int live = 1;

        final Map<Step, Integer> arrived = new HashMap<>(2);

        Scope(@Nullable Scope around, @Nullable Token holder) {
            this.around = around;
            this.holder = holder;
        }

        boolean within(Scope other) {
            for (Scope s = this; s != null; s = s.around) {
                if (s == other) {
                    return true;
                }
            }
            return false;
        }
    }

    /** A token in a wait, a duty or around a sub-process. */
    private static final class Token {
        final Step step;
        final Scope scope;
        final Instant since;
        final List<Due> dues = new ArrayList<>(1);
        boolean overdue;

        Token(Step step, Scope scope, Instant since) {
            this.step = step;
            this.scope = scope;
            this.since = since;
        }
    }

    private record Due(Step deadline, Instant at) {}

    private record Arrival(Scope scope, Step step) {}

    /** A fact that came before anybody waited for it. */
    private record Kept(
            String word, @Nullable String ends, boolean passes, Instant at, Map<String, Object> variables) {}

    private final Net net;
    private final Tally tally;
    private final List<Token> tokens = new ArrayList<>(1);
    private final List<Kept> kept = new ArrayList<>(0);
    private final Deque<Arrival> arrivals = new ArrayDeque<>(4);
    private final BitSet taken;
    private final BitSet visited;
    private boolean started;
    private @Nullable Step end;
    private @Nullable Step failedAt;
    private boolean over;
    private Instant now = Instant.EPOCH;

    Walk(Net net, Tally tally) {
        this.net = net;
        this.tally = tally;
        this.taken = new BitSet(net.links.size());
        this.visited = new BitSet(net.steps.size());
    }

    boolean started() {
        return started;
    }

    boolean ended() {
        return started && over;
    }

    /** The step at which the engine would have failed and parked the case; null when it would not have. */
    @Nullable
    Step failedAt() {
        return failedAt;
    }

    /** The end event once the case has ended, the waits and duties it stands in before; sorted, as the position row has it. */
    List<String> places() {
        if (over) {
            return List.of(end == null ? "" : end.element.id());
        }
        TreeSet<String> found = new TreeSet<>();
        for (Token token : tokens) {
            if (token.step.kind != Kind.SUB) {
                found.add(token.step.element.id());
            }
        }
        return List.copyOf(found);
    }

    /** Words of the facts kept back, the oldest first. */
    List<String> pending() {
        return kept.stream().map(Kept::word).toList();
    }

    BitSet flowsTaken() {
        return taken;
    }

    BitSet stepsVisited() {
        return visited;
    }

    /** Takes one fact. */
    void take(Move move) {
        if (failedAt != null) {
            return;
        }
        if (move.starts()) {
            if (!started) {
                started = true;
                now = move.at();
                arrivals.push(new Arrival(new Scope(null, null), net.start));
                run(move.variables());
                drain();
            }
            return;
        }
        String word = move.word();
        if (word == null) {
            String ends = move.ends();
            if (ends != null) {
                endAt(ends);
            }
            return;
        }
        Kept fact = new Kept(word, move.ends(), move.passes(), move.at(), move.variables());
        if (offer(fact)) {
            drain();
        } else if (failedAt == null && !(fact.passes() && started && kept.isEmpty())) {
            kept.add(fact);
        }
    }

    private boolean offer(Kept fact) {
        if (!started || over || failedAt != null) {
            return false;
        }
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (token.step.kind != Kind.SUB && token.step.element.word().equals(fact.word())) {
                tokens.remove(i);
                now = fact.at().isAfter(token.since) ? fact.at() : token.since;
                tally.left(token.step, token.since, now, token.overdue);
                leave(token.scope, token.step, fact.variables());
                run(fact.variables());
                return failedAt == null;
            }
        }
        return fact.ends() != null && endAt(fact.ends());
    }

    private void drain() {
        boolean again = !kept.isEmpty();
        while (again && failedAt == null) {
            again = false;
            for (int i = 0; i < kept.size(); i++) {
                Kept fact = kept.get(i);
                if (offer(fact)) {
                    kept.remove(i);
                    again = true;
                    break;
                }
                if (fact.passes() && i == 0) {
                    kept.remove(i--);
                }
            }
        }
    }

    private boolean endAt(String word) {
        Step to = net.ends.get(word);
        if (!started || over || to == null) {
            return false;
        }
        tokens.clear();
        over = true;
        end = to;
        visited.set(to.number);
        tally.visited(to);
        return true;
    }

    /** Deadlines that have fallen due by this instant, in their order. */
    void advance(Instant until) {
        while (!over && failedAt == null) {
            Token owner = null;
            Due first = null;
            for (Token token : tokens) {
                for (Due due : token.dues) {
                    if (!due.at().isAfter(until) && (first == null || due.at().isBefore(first.at()))) {
                        owner = token;
                        first = due;
                    }
                }
            }
            if (owner == null || first == null) {
                return;
            }
            owner.dues.remove(first);
            owner.overdue = true;
            owner.scope.live++;
            now = first.at();
            visited.set(first.deadline().number);
            tally.visited(first.deadline());
            leave(owner.scope, first.deadline(), Map.of());
            run(Map.of());
        }
    }

    private void run(Map<String, Object> brought) {
        int steps = 0;
        while (!arrivals.isEmpty()) {
            Arrival next = arrivals.poll();
            if (++steps > MOST_STEPS) {
                failedAt = next.step();
            }
            if (failedAt != null) {
                arrivals.clear();
                tokens.clear();
                return;
            }
            arrive(next.scope(), next.step(), brought);
        }
    }

    private void arrive(Scope scope, Step step, Map<String, Object> brought) {
        visited.set(step.number);
        tally.visited(step);
        switch (step.kind) {
            case WAIT, DUTY -> stay(scope, step, brought);
            case SUB -> {
                Token holder = stay(scope, step, brought);
                if (step.inner == null) {
                    failedAt = step;
                } else {
                    arrivals.push(new Arrival(new Scope(scope, holder), step.inner));
                }
            }
            case START, INSTRUCTION, XOR, DEADLINE -> leave(scope, step, brought);
            case AND -> {
                int arrived = scope.arrived.merge(step, 1, Integer::sum);
                if (arrived >= step.incoming) {
                    scope.arrived.remove(step);
                    scope.live -= arrived - 1;
                    leave(scope, step, brought);
                }
            }
            case END -> {
                end = step;
                if (step.element.terminates()) {
                    tokens.removeIf(t -> t.scope.within(scope));
                    arrivals.removeIf(a -> a.scope().within(scope));
                    scope.live = 0;
                } else {
                    scope.live--;
                }
                finish(scope, brought);
            }
        }
    }

    private Token stay(Scope scope, Step step, Map<String, Object> brought) {
        Token token = new Token(step, scope, now);
        for (Step deadline : step.deadlines) {
            Instant due = deadline.due(now, brought, net.calendar);
            if (due != null) {
                token.dues.add(new Due(deadline, due));
            }
        }
        tokens.add(token);
        return token;
    }

    private void finish(Scope scope, Map<String, Object> brought) {
        if (scope.live > 0) {
            return;
        }
        Token holder = scope.holder;
        if (holder == null) {
            over = true;
            return;
        }
        tokens.remove(holder);
        leave(holder.scope, holder.step, brought);
    }

    private void leave(Scope scope, Step step, Map<String, Object> brought) {
        List<Link> next = next(step, brought);
        if (next == null) {
            failedAt = step;
            return;
        }
        if (next.isEmpty()) {
            scope.live--;
            finish(scope, brought);
            return;
        }
        scope.live += next.size() - 1;
        // Last first: the engine, too, follows one branch to its end before it begins the next.
        for (int i = next.size() - 1; i >= 0; i--) {
            Link link = next.get(i);
            taken.set(link.number());
            tally.taken(link);
            arrivals.push(new Arrival(scope, link.target()));
        }
    }

    /** The flows the engine would take; null where it would fail. */
    private static @Nullable List<Link> next(Step step, Map<String, Object> brought) {
        if (step.kind == Kind.AND || (step.out.size() == 1 && step.out.get(0).condition() == null)) {
            return step.out;
        }
        String fallback = step.element.fallback();
        Link otherwise = null;
        List<Link> chosen = new ArrayList<>(1);
        try {
            for (Link link : step.out) {
                Condition condition = link.condition();
                boolean usual = link.flow().id().equals(fallback);
                if (usual) {
                    otherwise = link;
                }
                if (condition == null ? !usual : condition.holds(brought)) {
                    chosen.add(link);
                    if (step.kind == Kind.XOR) {
                        return chosen;
                    }
                }
            }
        } catch (Condition.Undecided e) {
            return null;
        }
        if (chosen.isEmpty() && otherwise != null) {
            return List.of(otherwise);
        }
        return chosen.isEmpty() && !step.out.isEmpty() ? null : chosen;
    }
}
