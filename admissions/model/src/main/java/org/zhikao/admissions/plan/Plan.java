package org.zhikao.admissions.plan;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.zhikao.admissions.plan.PlanCommand.ChangePlan;
import org.zhikao.admissions.plan.PlanCommand.DeclarePlan;
import org.zhikao.admissions.plan.PlanEvent.PlanChanged;
import org.zhikao.admissions.plan.PlanEvent.PlanDeclared;
import org.zhikao.admissions.season.Phase;
import org.zhikao.admissions.season.SeasonTerms;
import org.zhikao.admissions.season.Seasons;
import org.zhikao.admissions.shared.Role;

/** 院校招生计划: one college's units and quotas in one season. */
public final class Plan {
    @AggregateIdentifier
    @SuppressWarnings("unused") // read by Axon
    private PlanId id;

    private final Map<String, Integer> quotas = new LinkedHashMap<>();

    Plan() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(DeclarePlan c, Seasons seasons) {
        PlanRefusal.PLAN_EXISTS.unless(quotas.isEmpty());
        PlanRefusal.NOT_YOURS.unless(
                c.act().role() == Role.SYSTEM || c.act().organisation().covers(c.college()));
        PlanRefusal.EMPTY_PLAN.unless(!c.units().isEmpty());
        SeasonTerms terms = seasons.terms(c.season());
        Set<String> codes = new HashSet<>();
        for (PlanUnit unit : c.units()) {
            PlanRefusal.DUPLICATE_UNIT.unless(codes.add(unit.code()), "unit", unit.code());
            PlanRefusal.UNKNOWN_TRACK.unless(terms.tracks().contains(unit.track()), "track", unit.track());
            PlanRefusal.UNKNOWN_CATEGORY.unless(
                    terms.categories(unit.track()).contains(unit.category()), "category", unit.category());
            for (String kind : unit.kinds()) {
                PlanRefusal.UNKNOWN_KIND.unless(terms.kinds(unit.track()).contains(kind), "kind", kind);
            }
        }
        apply(new PlanDeclared(
                c.season(), c.college(), c.name(), c.units(), c.act().at()));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(ChangePlan c, Seasons seasons) {
        PlanRefusal.NO_PLAN.unless(!quotas.isEmpty());
        PlanRefusal.NOT_YOURS.unless(
                c.act().role() == Role.SYSTEM || c.act().organisation().covers(c.college()));
        // A college may not move seats under a run; the office may, since a run's ties can demand more seats.
        PlanRefusal.PLACEMENT_RUNNING.unless(c.act().role() != Role.COLLEGE || !placing(seasons.terms(c.season())));
        Integer before = quotas.get(c.unit());
        PlanRefusal.UNKNOWN_UNIT.unless(before != null, "unit", c.unit());
        PlanRefusal.SAME_QUOTA.unless(before != null && before != c.quota() && c.quota() >= 0);
        PlanRefusal.DOCUMENT_MISSING.unless(!c.document().isBlank());
        apply(new PlanChanged(
                c.season(),
                c.college(),
                c.unit(),
                before == null ? 0 : before,
                c.quota(),
                c.document(),
                c.act().at()));
    }

    private static boolean placing(SeasonTerms terms) {
        return IntStream.rangeClosed(1, terms.rounds()).anyMatch(round -> terms.open(Phase.PLACEMENT, round));
    }

    @EventSourcingHandler
    void on(PlanDeclared e) {
        id = PlanId.of(e.season(), e.college());
        e.units().forEach(unit -> quotas.put(unit.code(), unit.quota()));
    }

    @EventSourcingHandler
    void on(PlanChanged e) {
        quotas.put(e.unit(), e.after());
    }
}
