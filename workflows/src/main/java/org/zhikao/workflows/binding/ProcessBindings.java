package org.zhikao.workflows.binding;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.zhikao.admissions.duty.Bar;
import org.zhikao.admissions.duty.DutyTerms;
import org.zhikao.admissions.duty.ProcessTerms;
import org.zhikao.admissions.duty.ProcessTerms.Binding;
import org.zhikao.admissions.shared.Role;
import org.zhikao.workflows.Contracts;
import org.zhikao.workflows.FactRule;
import org.zhikao.workflows.OwnDuties;
import org.zhikao.workflows.ProcessContract;
import org.zhikao.workflows.lint.Drawing;
import org.zhikao.workflows.lint.Drawing.Element;

/** 流程约束 of a drawing without errors: its own duties, and for every fact those that come before it on every path. */
public final class ProcessBindings {
    private static final String OUTCOME = "outcome.";

    private final Contracts contracts;

    public ProcessBindings(Contracts contracts) {
        this.contracts = contracts;
    }

    public ProcessTerms of(Drawing drawing, int version) {
        Precedence precedence = new Precedence(drawing);
        List<DutyTerms> duties = new ArrayList<>();
        Map<String, Set<String>> bound = new TreeMap<>();
        for (Element element : drawing.elements().values()) {
            Optional<String> code = OwnDuties.code(element.word());
            if (code.isPresent() && element.kind().equals("userTask")) {
                duties.add(terms(element, code.get(), precedence.again(element.id())));
                bound.put(OwnDuties.fact(code.get()), precedence.before(element.id()));
            }
        }
        List<FactRule<?>> rules = contracts
                .of(drawing.process())
                .filter(ProcessContract::ownDuties)
                .<List<FactRule<?>>>map(ProcessContract::rules)
                .orElse(List.of());
        for (FactRule<?> rule : rules) {
            Set<String> before = before(rule, drawing, precedence);
            if (before != null) {
                bound.merge(rule.fact(), before, ProcessBindings::common);
            }
        }
        List<Binding> bindings = new ArrayList<>();
        bound.forEach((fact, before) -> {
            if (!before.isEmpty()) {
                bindings.add(new Binding(fact, List.copyOf(new TreeSet<>(before))));
            }
        });
        return new ProcessTerms(drawing.process(), version, duties, bindings);
    }

    private static Set<String> common(Set<String> one, Set<String> other) {
        Set<String> both = new TreeSet<>(one);
        both.retainAll(other);
        return both;
    }

    /** Null for a rule whose facts no wait of this drawing takes: they are nobody's turn here. */
    private static @Nullable Set<String> before(FactRule<?> rule, Drawing drawing, Precedence precedence) {
        String ending = rule.ending();
        boolean anywhere = ending != null
                && drawing.elements().values().stream().anyMatch(e -> e.endsAt().contains(ending));
        if (anywhere) {
            return Set.of(); // it may come wherever the case stands
        }
        Set<String> before = null;
        for (Element element : drawing.elements().values()) {
            boolean waits =
                    element.kind().equals("receiveTask") || element.kind().equals("userTask");
            if (waits && rule.feeding().contains(element.word())) {
                Set<String> here = precedence.before(element.id());
                before = before == null ? here : common(before, here);
            }
        }
        return before;
    }

    private static DutyTerms terms(Element element, String code, boolean again) {
        Map<String, DutyTerms.Outcome> outcomes = new LinkedHashMap<>();
        new TreeMap<>(element.properties()).forEach((name, label) -> {
            if (name.startsWith(OUTCOME)) {
                String outcome = name.substring(OUTCOME.length());
                outcomes.put(outcome, new DutyTerms.Outcome(outcome, label, bars(element, outcome)));
            }
        });
        String escalates = element.properties().getOrDefault("escalatesTo", "");
        return new DutyTerms(
                code,
                element.id(),
                element.name(),
                Role.valueOf(element.role()),
                escalates.isEmpty() ? null : Role.valueOf(escalates),
                again,
                element.form(),
                List.copyOf(outcomes.values()));
    }

    private static List<Bar> bars(Element element, String outcome) {
        List<Bar> bars = new ArrayList<>();
        for (String bar :
                element.properties().getOrDefault("bars." + outcome, "").trim().split("\\s+", -1)) {
            if (!bar.isEmpty()) {
                bars.add(Bar.valueOf(bar));
            }
        }
        return bars;
    }
}
