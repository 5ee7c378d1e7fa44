package org.zhikao.workflows.lint;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.zhikao.admissions.duty.FormField;
import org.zhikao.admissions.duty.FormField.Choice;
import org.zhikao.admissions.duty.FormField.Kind;

/** 职责表单 as the editor's own form fields write it; whether it can be used is for {@link DutyChecks} to say. */
final class DutyForms {
    private static final Map<String, Kind> KINDS = Map.of(
            "string", Kind.TEXT, "long", Kind.NUMBER, "boolean", Kind.YES_NO, "date", Kind.DATE, "enum", Kind.CHOICE);

    private DutyForms() {}

    static List<FormField> read(Node duty) {
        return duty.named("extensionElements")
                .flatMap(e -> e.named("formData"))
                .flatMap(form -> form.named("formField"))
                .map(DutyForms::field)
                .toList();
    }

    private static FormField field(Node node) {
        return new FormField(
                node.id(),
                node.attribute("label"),
                KINDS.getOrDefault(node.attribute("type"), Kind.TEXT),
                node.named("validation")
                        .flatMap(v -> v.named("constraint"))
                        .anyMatch(c -> c.attribute("name").equals("required")),
                property(node, "personal").equals("true"),
                property(node, "help"),
                node.named("value")
                        .map(v -> new Choice(v.id(), v.attribute("name")))
                        .toList());
    }

    private static String property(Node field, String id) {
        return field.named("properties")
                .flatMap(p -> p.named("property"))
                .filter(p -> p.id().equals(id))
                .map(p -> p.attribute("value"))
                .findFirst()
                .orElse("");
    }

    /** A field in one line, for comparing versions. */
    static String text(FormField field) {
        return field.label() + " " + field.kind().name().toLowerCase(Locale.ROOT)
                + (field.required() ? " required" : "")
                + (field.personal() ? " personal" : "")
                + field.choices().stream()
                        .map(c -> c.key() + "=" + c.label())
                        .collect(Collectors.joining(", ", field.choices().isEmpty() ? "" : " ", ""))
                + (field.help().isEmpty() ? "" : " (" + field.help() + ")");
    }
}
