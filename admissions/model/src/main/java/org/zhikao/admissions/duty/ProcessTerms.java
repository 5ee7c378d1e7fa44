package org.zhikao.admissions.duty;

import java.util.List;
import java.util.Optional;

/**
 * 流程约束: what the published version of a process binds every entrance to.
 *
 * @param duties the duties it declares
 * @param bindings for every fact that some duty comes before on every path, those duties
 */
public record ProcessTerms(String process, int version, List<DutyTerms> duties, List<Binding> bindings) {
    /**
     * 先决职责.
     *
     * @param fact stored name of the fact, with its variant behind a slash where only that one counts
     * @param duties codes of the duties
     */
    public record Binding(String fact, List<String> duties) {
        public Binding {
            duties = List.copyOf(duties);
        }
    }

    public ProcessTerms {
        duties = List.copyOf(duties);
        bindings = List.copyOf(bindings);
    }

    public Optional<DutyTerms> duty(String code) {
        return duties.stream().filter(d -> d.duty().equals(code)).findFirst();
    }

    /** The duties that must have been decided before this fact. */
    public List<String> before(String fact) {
        return bindings.stream()
                .filter(b -> b.fact().equals(fact))
                .flatMap(b -> b.duties().stream())
                .toList();
    }
}
