package org.zhikao.admissions.duty;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zhikao.admissions.shared.Role;

/**
 * 职责配置: one duty as the published drawing declares it; nothing in the software knows it beforehand.
 *
 * @param duty its code in the drawing, such as {@code physical}
 * @param step the element of the drawing
 * @param label its name on pages
 * @param role who decides
 * @param escalatesTo who may decide as well once the deadline has passed, null when nobody does
 * @param again the drawing can lead a case here more than once: a later decision takes the place of the former
 */
public record DutyTerms(
        String duty,
        String step,
        String label,
        Role role,
        @Nullable Role escalatesTo,
        boolean again,
        List<FormField> form,
        List<Outcome> outcomes) {
    /**
     * 结论.
     *
     * @param bars what it keeps the candidate from
     */
    public record Outcome(String outcome, String label, List<Bar> bars) {
        public Outcome {
            bars = List.copyOf(bars);
        }
    }

    public DutyTerms {
        form = List.copyOf(form);
        outcomes = List.copyOf(outcomes);
    }

    public boolean heldBy(Role who) {
        return who == role || who == escalatesTo;
    }

    public Optional<Outcome> outcome(String code) {
        return outcomes.stream().filter(o -> o.outcome().equals(code)).findFirst();
    }

    /** True when the form asks for something about the person that must not stand open in a fact. */
    public boolean asksPersonal() {
        return form.stream().anyMatch(field -> field.personal() && field.required());
    }
}
