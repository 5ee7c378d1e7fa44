package org.zhikao.admissions.season.rules;

import java.util.List;

/**
 * 适用条件: for whom a rule holds. Every stated list must be satisfied; an absent list asks nothing. Facts are written
 * {@code prize:NATIONAL_1}, {@code certificate:PETS-1}, {@code ground:ID}, {@code flag:care}.
 *
 * @param kinds the candidate is of one of these kinds
 * @param notKinds and of none of these
 * @param categories the candidate's exam category is one of these
 * @param notCategories and none of these
 * @param any at least one of these facts is on record
 * @param all each of these facts is on record
 * @param none none of these facts is on record
 */
public record Condition(
        List<String> kinds,
        List<String> notKinds,
        List<String> categories,
        List<String> notCategories,
        List<String> any,
        List<String> all,
        List<String> none) {
    public static final Condition ALWAYS =
            new Condition(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

    public Condition {
        kinds = Lists.copy(kinds);
        notKinds = Lists.copy(notKinds);
        categories = Lists.copy(categories);
        notCategories = Lists.copy(notCategories);
        any = Lists.copy(any);
        all = Lists.copy(all);
        none = Lists.copy(none);
    }

    /** True when the condition asks for facts beside kind and category. */
    public boolean asksFacts() {
        return !any.isEmpty() || !all.isEmpty() || !none.isEmpty();
    }

    /** Whether kind and category satisfy the condition, its facts aside. */
    public boolean admits(String kind, String category) {
        return (kinds.isEmpty() || kinds.contains(kind))
                && !notKinds.contains(kind)
                && (categories.isEmpty() || categories.contains(category))
                && !notCategories.contains(category);
    }

    static Condition orAlways(@org.jspecify.annotations.Nullable Condition condition) {
        return condition == null ? ALWAYS : condition;
    }
}
