package org.zhikao.admissions.season.diff;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zhikao.admissions.season.diff.RulesChange.Kind;
import org.zhikao.admissions.season.rules.SeasonRules;

/**
 * 方案比较: walks two versions of the rules side by side, field by field. Elements of lists are known again by their ids, so
 * that order and layout of the file mean nothing; where an order decides (exemptions, separate lists, rounds) a change of
 * order is a change.
 *
 * <p>The fields are those of the records themselves: a field added to the language is compared without a line here.
 */
public final class RulesDiff {
    private final Touched touched;
    private final List<RulesChange> changes = new ArrayList<>();

    private RulesDiff(SeasonRules before, SeasonRules after) {
        touched = new Touched(before, after);
    }

    /** Every difference, in the order of the rules language; empty when both say the same. */
    public static List<RulesChange> of(SeasonRules before, SeasonRules after) {
        RulesDiff diff = new RulesDiff(before, after);
        diff.record(Place.ROOT, before, after);
        return List.copyOf(diff.changes);
    }

    private void record(Place at, Record before, Record after) {
        for (RecordComponent field : before.getClass().getRecordComponents()) {
            Object was = RulesText.value(before, field);
            Object is = RulesText.value(after, field);
            if (!RulesText.same(was, is)) {
                field(at.field(before.getClass(), field.getName()), was, is);
            }
        }
    }

    private void field(Place at, @Nullable Object was, @Nullable Object is) {
        if (was == null || is == null) {
            change(at, was, is);
        } else if (was instanceof List<?> a && is instanceof List<?> b) {
            list(at, a, b);
        } else if (was instanceof Map<?, ?> a && is instanceof Map<?, ?> b) {
            map(at, a, b);
        } else if (was instanceof Record a && is instanceof Record b && RulesText.isRule(a)) {
            record(at, a, b);
        } else {
            change(at, was, is);
        }
    }

    private void list(Place at, List<?> was, List<?> is) {
        if (Keys.WHOLE.contains(at.typedField())) {
            if (!RulesText.of(was).equals(RulesText.of(is))) {
                change(at, was, is);
            }
        } else if (keyed(was) && keyed(is)) {
            elements(at, Keys.of(was), Keys.of(is));
        } else {
            texts(at, was, is);
        }
    }

    private static boolean keyed(List<?> list) {
        return list.stream().allMatch(e -> e instanceof Record r && RulesText.isRule(r));
    }

    private void elements(Place at, Map<String, Record> was, Map<String, Record> is) {
        Set<String> keys = new LinkedHashSet<>(was.keySet());
        keys.addAll(is.keySet());
        for (String key : keys) {
            Record a = was.get(key);
            Record b = is.get(key);
            Record named = a == null ? Objects.requireNonNull(b, "a key of one of both") : a;
            Place here = at.element(key, Keys.name(named), named.getClass());
            if (a == null || b == null) {
                change(here, a, b);
            } else {
                record(here, a, b);
            }
        }
        if (Keys.ORDERED.contains(at.typedField())) {
            List<String> common = was.keySet().stream().filter(is::containsKey).toList();
            List<String> now = is.keySet().stream().filter(was::containsKey).toList();
            if (!common.equals(now)) {
                add(at, Kind.MOVED, RulesText.of(common), RulesText.of(now));
            }
        }
    }

    /** Plain texts and codes: their order means nothing. */
    private void texts(Place at, List<?> was, List<?> is) {
        was.stream().filter(v -> !is.contains(v)).forEach(v -> change(at, v, null));
        is.stream().filter(v -> !was.contains(v)).forEach(v -> change(at, null, v));
    }

    private void map(Place at, Map<?, ?> was, Map<?, ?> is) {
        Set<Object> keys = new LinkedHashSet<>(was.keySet());
        keys.addAll(is.keySet());
        for (Object key : keys) {
            Place here = at.entry(String.valueOf(key));
            if (!was.containsKey(key)) {
                add(here, Kind.ADDED, null, RulesText.of(is.get(key)));
            } else if (!is.containsKey(key)) {
                add(here, Kind.REMOVED, RulesText.of(was.get(key)), null);
            } else if (!RulesText.same(was.get(key), is.get(key))) {
                add(here, Kind.CHANGED, RulesText.of(was.get(key)), RulesText.of(is.get(key)));
            }
        }
    }

    private void change(Place at, @Nullable Object was, @Nullable Object is) {
        Kind kind = was == null ? Kind.ADDED : is == null ? Kind.REMOVED : Kind.CHANGED;
        add(at, kind, was == null ? null : RulesText.of(was), is == null ? null : RulesText.of(is));
    }

    private void add(Place at, Kind kind, @Nullable String was, @Nullable String is) {
        Collection<String> clauses = Clauses.none();
        at.clauses(clauses);
        changes.add(new RulesChange(
                kind, at.path(), at.chinese(), at.english(), was, is, touched.tracks(at), List.copyOf(clauses)));
    }
}
