package org.zhikao.workflows.lint;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.zhikao.admissions.process.ModelChange;
import org.zhikao.admissions.process.ModelChange.Difference;
import org.zhikao.admissions.process.ModelChange.Kind;
import org.zhikao.workflows.lint.Drawing.Element;
import org.zhikao.workflows.lint.Drawing.Flow;

/** 版本比较: what two drawings of a process say differently; where things stand on the sheet says nothing. */
public final class ModelDiff {
    private ModelDiff() {}

    /** Added, removed and changed elements, then flows; each in the order of the newer file, removed ones last. */
    public static List<ModelChange> between(Drawing before, Drawing after) {
        List<ModelChange> changes = new ArrayList<>();
        compare(changes, "element", elements(before), elements(after));
        compare(changes, "flow", flows(before), flows(after));
        return List.copyOf(changes);
    }

    private static void compare(
            List<ModelChange> changes,
            String what,
            Map<String, Map<String, String>> before,
            Map<String, Map<String, String>> after) {
        after.forEach((id, now) -> {
            Map<String, String> then = before.get(id);
            if (then == null) {
                changes.add(new ModelChange(Kind.ADDED, what, id, name(now), differences(Map.of(), now)));
            } else if (!then.equals(now)) {
                changes.add(new ModelChange(Kind.CHANGED, what, id, name(now), differences(then, now)));
            }
        });
        before.forEach((id, then) -> {
            if (!after.containsKey(id)) {
                changes.add(new ModelChange(Kind.REMOVED, what, id, name(then), differences(then, Map.of())));
            }
        });
    }

    private static String name(Map<String, String> values) {
        return values.getOrDefault("name", "");
    }

    private static List<Difference> differences(Map<String, String> before, Map<String, String> after) {
        TreeSet<String> fields = new TreeSet<>(before.keySet());
        fields.addAll(after.keySet());
        List<Difference> found = new ArrayList<>();
        for (String field : fields) {
            String then = before.getOrDefault(field, "");
            String now = after.getOrDefault(field, "");
            if (!Objects.equals(then, now)) {
                found.add(new Difference(field, then, now));
            }
        }
        return found;
    }

    private static Map<String, Map<String, String>> elements(Drawing drawing) {
        Map<String, Map<String, String>> all = new LinkedHashMap<>();
        for (Element e : drawing.elements().values()) {
            Map<String, String> values = new LinkedHashMap<>();
            e.properties().forEach((name, value) -> put(values, "property." + name, value));
            e.form().forEach(field -> put(values, "form." + field.key(), DutyForms.text(field)));
            put(values, "kind", e.kind());
            put(values, "name", e.name());
            put(values, "scope", e.scope());
            put(values, "word", e.word());
            put(values, "role", e.role());
            put(values, "deadline", e.deadline());
            put(values, "attachedTo", e.attachedTo());
            put(values, "default", e.fallback());
            put(values, "terminates", e.terminates() ? "true" : "");
            all.put(e.id(), values);
        }
        return all;
    }

    private static Map<String, Map<String, String>> flows(Drawing drawing) {
        Map<String, Map<String, String>> all = new LinkedHashMap<>();
        for (Flow f : drawing.flows().values()) {
            Map<String, String> values = new LinkedHashMap<>();
            put(values, "name", f.name());
            put(values, "source", f.source());
            put(values, "target", f.target());
            put(values, "condition", f.condition());
            all.put(f.id(), values);
        }
        return all;
    }

    private static void put(Map<String, String> values, String field, String value) {
        if (!value.isEmpty()) {
            values.put(field, value);
        }
    }
}
