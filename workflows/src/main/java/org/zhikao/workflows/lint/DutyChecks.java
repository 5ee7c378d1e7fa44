package org.zhikao.workflows.lint;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.zhikao.admissions.duty.Bar;
import org.zhikao.admissions.duty.FormField;
import org.zhikao.admissions.duty.FormField.Kind;
import org.zhikao.workflows.OwnDuties;

/** 自定职责的检查: outcomes, what they keep from, and the form. */
final class DutyChecks {
    static final String OUTCOME = "outcome.";
    static final String BARS = "bars.";
    static final String ESCALATES = "escalatesTo";

    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]{0,39}");
    private static final Pattern FIELD = Pattern.compile("[a-z][A-Za-z0-9]{0,39}");
    private static final int MOST_FIELDS = 60;
    private static final Set<String> BAR_NAMES =
            Arrays.stream(Bar.values()).map(Enum::name).collect(Collectors.toUnmodifiableSet());

    private final Findings findings;
    private final Set<String> roles;

    DutyChecks(Findings findings, Set<String> roles) {
        this.findings = findings;
        this.roles = roles;
    }

    void check(Node duty, String word) {
        boolean own = OwnDuties.code(word).isPresent();
        Map<String, String> properties = duty.properties();
        List<FormField> form = DutyForms.read(duty);
        boolean declares = properties.keySet().stream().anyMatch(p -> p.startsWith(OUTCOME) || p.startsWith(BARS));
        if (!own) {
            if (declares || !form.isEmpty()) {
                findings.error(duty.id(), "duty-own", "系统自有的职责不能另设表单或结论", "把属性 fact 改为 duty.decided/代码，或删去表单和结论");
            }
            return;
        }
        outcomes(duty, properties);
        form(duty, form);
        String escalates = properties.getOrDefault(ESCALATES, "");
        if (!escalates.isEmpty() && !roles.contains(escalates)) {
            findings.error(duty.id(), "role", "没有角色 " + escalates, "从角色目录中选择");
        }
    }

    private void outcomes(Node duty, Map<String, String> properties) {
        Set<String> known = new HashSet<>();
        properties.forEach((name, label) -> {
            if (name.startsWith(OUTCOME)) {
                String code = name.substring(OUTCOME.length());
                known.add(code);
                if (!CODE.matcher(code).matches() || label.isBlank()) {
                    findings.error(
                            duty.id(), "duty-outcome", "结论 " + code + " 的代码或名称不合规", "代码用大写字母，名称用中文，例如 outcome.FIT=合格");
                }
            }
        });
        if (known.isEmpty()) {
            findings.error(duty.id(), "duty-outcome", "职责没有结论", "至少填写一个属性 outcome.代码");
        }
        properties.forEach((name, bars) -> {
            if (name.startsWith(BARS)) {
                boolean fits = known.contains(name.substring(BARS.length()))
                        && BAR_NAMES.containsAll(List.of(bars.trim().split("\\s+", -1)));
                if (!fits) {
                    findings.error(
                            duty.id(), "duty-bars", "限制 " + name + " 不成立", "写在已有结论之后，取值 EXAM、PREFERENCE、PLACEMENT");
                }
            }
        });
    }

    private void form(Node duty, List<FormField> form) {
        if (form.size() > MOST_FIELDS) {
            findings.error(duty.id(), "form-size", "表单超过 " + MOST_FIELDS + " 项", "拆成几项职责");
        }
        Set<String> keys = new HashSet<>();
        for (FormField field : form) {
            Set<String> choices =
                    field.choices().stream().map(FormField.Choice::key).collect(Collectors.toSet());
            boolean chosen = field.kind() == Kind.CHOICE
                    ? !choices.isEmpty()
                            && choices.size() == field.choices().size()
                            && field.choices().stream().noneMatch(c -> c.label().isBlank())
                    : choices.isEmpty();
            if (!FIELD.matcher(field.key()).matches() || field.label().isBlank() || !keys.add(field.key()) || !chosen) {
                findings.error(
                        duty.id(), "form-field", "表单项 " + field.key() + " 不完整或重复", "标识用小写英文且不重复，填写名称；选择项给出各不相同的选项");
            }
        }
    }
}
