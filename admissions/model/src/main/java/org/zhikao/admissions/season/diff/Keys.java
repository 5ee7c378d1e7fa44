package org.zhikao.admissions.season.diff;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zhikao.admissions.season.rules.Category;
import org.zhikao.admissions.season.rules.Component;
import org.zhikao.admissions.season.rules.Deviation;
import org.zhikao.admissions.season.rules.Exact;
import org.zhikao.admissions.season.rules.Plan;
import org.zhikao.admissions.season.rules.Ranking;
import org.zhikao.admissions.season.rules.SeasonRules;
import org.zhikao.admissions.season.rules.Total;

/** By what an element of a list is known again in the other version. */
final class Keys {
    /** Lists in which an earlier entry goes before a later one; by record and field. */
    static final Set<String> ORDERED = Set.of("Track.exemptions", "Ranking.lists", "Preferences.rounds");

    /** Lists that mean something only as a whole. */
    static final Set<String> WHOLE = Set.of("Ranking.ties", "Exemption.steps");

    private Keys() {}

    /** Elements by key in their order; one that repeats a key is numbered. */
    static Map<String, Record> of(List<?> list) {
        Map<String, Record> byKey = new LinkedHashMap<>();
        for (Object element : list) {
            Record record = (Record) element;
            String key = key(record);
            String free = key;
            for (int n = 2; byKey.containsKey(free); n++) {
                free = key + "#" + n;
            }
            byKey.put(free, record);
        }
        return byKey;
    }

    private static String key(Record element) {
        if (element instanceof Total.Term term) {
            return term.component();
        }
        if (element instanceof Total.Variant variant) {
            return RulesText.of(variant.when());
        }
        if (element instanceof Ranking.TieKey tie) {
            return RulesText.of(tie);
        }
        if (element instanceof SeasonRules.Assumption assumption) {
            return assumption.path();
        }
        if (element instanceof Deviation deviation) {
            return deviation.clause() + (deviation.track() == null ? "" : "@" + deviation.track());
        }
        if (element instanceof Category.MajorClass major) {
            return major.catalogueYear() + "-" + major.level() + "-" + major.code();
        }
        if (element instanceof Component.Band band) {
            return Exact.plain(band.from());
        }
        if (element instanceof Plan.JointEnrolment joint) {
            return joint.enterprise();
        }
        if (element instanceof Plan.Cap cap) {
            return cap.group().name();
        }
        Object id = RulesText.value(element, "id");
        if (id == null) {
            throw new IllegalStateException(
                    "nothing tells two elements apart: " + element.getClass().getSimpleName());
        }
        return id.toString();
    }

    /** The name that people know the element by; null where it has none. */
    static @Nullable String name(Record element) {
        Object name = RulesText.value(element, "name");
        return name == null || name.equals(key(element)) ? null : name.toString();
    }
}
