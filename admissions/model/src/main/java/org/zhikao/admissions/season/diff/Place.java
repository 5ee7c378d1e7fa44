package org.zhikao.admissions.season.diff;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhikao.admissions.season.rules.SeasonRules;

/** A place in the rules while both versions are walked: its path, its words, and the clauses that read it. */
final class Place {
    /** One step: a field of a record, an element of a list (with the record's type) or an entry of a table. */
    private record Step(
            String key,
            String chinese,
            String english,
            @Nullable String typedField,
            @Nullable Class<?> element) {}

    static final Place ROOT = new Place(List.of());

    private final List<Step> steps;

    private Place(List<Step> steps) {
        this.steps = steps;
    }

    Place field(Class<?> type, String name) {
        String typed = type.getSimpleName() + "." + name;
        return with(new Step(name, Words.chinese(typed), Words.english(typed), typed, null));
    }

    /** An element of the list that this place is: its words take the list's place. */
    Place element(String key, @Nullable String name, Class<?> type) {
        return with(new Step(key, "“" + (name == null ? key : name) + "”", " " + key, null, type));
    }

    Place entry(String key) {
        return with(new Step(key, "“" + key + "”", " " + key, null, null));
    }

    private Place with(Step step) {
        List<Step> all = new ArrayList<>(steps);
        all.add(step);
        return new Place(List.copyOf(all));
    }

    String path() {
        StringBuilder path = new StringBuilder();
        steps.forEach(s -> path.append('/').append(s.key().replace("~", "~0").replace("/", "~1")));
        return path.toString();
    }

    String chinese() {
        return words(true);
    }

    String english() {
        return words(false);
    }

    private String words(boolean chinese) {
        StringBuilder words = new StringBuilder();
        for (Step s : steps) {
            if (s.typedField() != null && words.length() > 0) {
                words.append(" › ");
            }
            words.append(chinese ? s.chinese() : s.english());
        }
        return words.toString();
    }

    /** The last field on the way here, {@code Track.exemptions}; empty at the root. */
    String typedField() {
        for (int i = steps.size() - 1; i >= 0; i--) {
            String typed = steps.get(i).typedField();
            if (typed != null) {
                return typed;
            }
        }
        return "";
    }

    /** Key of the element of a top-level list that this place is in or is, null elsewhere. */
    @Nullable
    String topKey(String list) {
        return steps.size() > 1 && steps.get(0).key().equals(list)
                ? steps.get(1).key()
                : null;
    }

    /** The first field on the way here. */
    String top() {
        return steps.isEmpty() ? "" : steps.get(0).key();
    }

    /**
     * What reads this place: the checks of its own field and of every record it is nested in. Lists of elements on the way
     * count only where an element of theirs came or went.
     */
    void clauses(Collection<String> into) {
        for (int i = 0; i < steps.size(); i++) {
            Step s = steps.get(i);
            boolean passedThrough = i + 1 < steps.size() && steps.get(i + 1).element() != null && i + 2 < steps.size();
            if (s.typedField() != null && !passedThrough) {
                into.addAll(Clauses.reading(
                        s.typedField().substring(0, s.typedField().indexOf('.')), s.key()));
            }
        }
        Class<?> last = steps.get(steps.size() - 1).element();
        if (last != null && last != SeasonRules.Source.class) {
            Clauses.readingAny(last, into);
        }
        String deviation = topKey("deviations");
        if (deviation != null) {
            into.add(deviation.replaceFirst("[@#].*", ""));
        }
    }
}
