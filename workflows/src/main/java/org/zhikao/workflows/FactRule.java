package org.zhikao.workflows;

import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.zhikao.admissions.shared.Event;
import org.zhikao.admissions.shared.EventNames;

/**
 * 事实规则: what one kind of event does in one process. Immutable; each method answers a changed copy.
 *
 * @param <E> the event
 */
public final class FactRule<E extends Event> {
    private final Class<E> event;
    private final Function<E, String> caseKey;
    private final boolean subCases;
    private final boolean starts;
    private final @Nullable Function<E, Word> word;
    private final @Nullable Word ends;
    private final boolean passes;
    private final Predicate<E> when;
    private final String variant;
    private final Function<E, Map<String, Object>> brings;
    /** Words that a fixed wait names; empty where the word depends on the event. */
    private final Set<String> fixed;

    private FactRule(
            Class<E> event,
            Function<E, String> caseKey,
            boolean subCases,
            boolean starts,
            @Nullable Function<E, Word> word,
            @Nullable Word ends,
            boolean passes,
            Predicate<E> when,
            String variant,
            Function<E, Map<String, Object>> brings,
            Set<String> fixed) {
        this.event = event;
        this.caseKey = caseKey;
        this.subCases = subCases;
        this.starts = starts;
        this.word = word;
        this.ends = ends;
        this.passes = passes;
        this.when = when;
        this.variant = variant;
        this.brings = brings;
        this.fixed = fixed;
    }

    /** A rule for events of this class; {@code caseKey} answers the business key. */
    public static <E extends Event> FactRule<E> of(Class<E> event, Function<E, String> caseKey) {
        return new FactRule<>(event, caseKey, false, false, null, null, false, e -> true, "", e -> Map.of(), Set.of());
    }

    /** The fact starts a case at the message start of this word; nothing happens when the case has started before. */
    public FactRule<E> starts(Word start) {
        return new FactRule<>(
                event, caseKey, subCases, true, e -> start, ends, passes, when, variant, brings, Set.of());
    }

    /** The fact moves the token that waits for this word. */
    public FactRule<E> feeds(Word wait) {
        return new FactRule<>(
                event, caseKey, subCases, false, e -> wait, ends, passes, when, variant, brings, Set.of(wait.name()));
    }

    /** As {@link #feeds(Word)}, where the word depends on the event. */
    public FactRule<E> feeds(Function<E, Word> wait) {
        return new FactRule<>(event, caseKey, subCases, false, wait, ends, passes, when, variant, brings, Set.of());
    }

    /** The fact ends the case from wherever it stands, at the end event that carries this word; a wait for it goes first. */
    public FactRule<E> endsAt(Word end) {
        return new FactRule<>(event, caseKey, subCases, starts, word, end, passes, when, variant, brings, fixed);
    }

    /** The fact concerns every case below the business key: withdrawn is the application, and with it all its claims. */
    public FactRule<E> forSubCases() {
        return new FactRule<>(event, caseKey, true, starts, word, ends, passes, when, variant, brings, fixed);
    }

    /** The fact is of no concern unless it is waited for when it comes: it is not kept. */
    public FactRule<E> passing() {
        return new FactRule<>(event, caseKey, subCases, starts, word, ends, true, when, variant, brings, fixed);
    }

    /** The rule holds only for such events. */
    public FactRule<E> when(Predicate<E> condition) {
        return new FactRule<>(event, caseKey, subCases, starts, word, ends, passes, condition, variant, brings, fixed);
    }

    /** As {@link #when(Predicate)}, where the facts it holds for have a name of their own behind the stored one. */
    public FactRule<E> when(String named, Predicate<E> condition) {
        return new FactRule<>(event, caseKey, subCases, starts, word, ends, passes, condition, named, brings, fixed);
    }

    /** What the fact brings: exactly the variables that its word declares. */
    public FactRule<E> brings(Function<E, Map<String, Object>> variables) {
        return new FactRule<>(event, caseKey, subCases, starts, word, ends, passes, when, variant, variables, fixed);
    }

    public Class<E> event() {
        return event;
    }

    /** How the facts of this rule are called where a published process binds them: the stored name, and the variant. */
    public String fact() {
        String name = EventNames.nameOf(event.getName());
        return variant.isEmpty() ? name : name + "/" + variant;
    }

    /** Words of the waits that this rule always feeds. */
    public Set<String> feeding() {
        return fixed;
    }

    /** The word of the end that this rule may reach from anywhere, or null. */
    public @Nullable String ending() {
        return ends == null ? null : ends.name();
    }

    /** The move this event asks for, or null when the rule does not hold for it. */
    @Nullable
    Move move(String process, Event fact) {
        E e = event.cast(fact);
        if (!when.test(e)) {
            return null;
        }
        Word waited = word == null ? null : word.apply(e);
        Map<String, Object> variables = brings.apply(e);
        if (waited != null && !variables.keySet().equals(waited.variables().keySet())) {
            throw new IllegalStateException(event.getSimpleName() + " brings " + variables.keySet() + " but "
                    + waited.name() + " declares " + waited.variables().keySet());
        }
        return new Move(
                process,
                caseKey.apply(e),
                subCases,
                starts,
                waited == null ? null : waited.name(),
                ends == null ? null : ends.name(),
                passes,
                variables,
                e.at());
    }
}
