package org.zhikao.views.plan;

import static org.zhikao.views.Versions.texts;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.zhikao.admissions.plan.PlanEvent;
import org.zhikao.admissions.plan.PlanEvent.PlanChanged;
import org.zhikao.admissions.plan.PlanEvent.PlanDeclared;
import org.zhikao.admissions.plan.PlanUnit;
import org.zhikao.views.Fact;
import org.zhikao.views.Json;
import org.zhikao.views.Projector;
import org.zhikao.views.Table;
import org.zhikao.views.Versions;

/** 招生计划投影: one fact a college, then one a change. */
public final class PlanProjector implements Projector {
    private static final Table<Declared> UNITS = Table.<Declared>named("plan_unit_view")
            .text("season", d -> d.plan().season())
            .text("unit", of(PlanUnit::code))
            .text("college", d -> d.plan().college())
            .text("name", of(PlanUnit::name))
            .text("level", of(PlanUnit::level))
            .text("track", of(PlanUnit::track))
            .text("category", of(PlanUnit::category))
            .json("kinds", d -> Json.write(d.unit().kinds()))
            .number("declared", of(PlanUnit::quota))
            .number("quota", of(PlanUnit::quota))
            .keyedBy(2);

    private record Declared(PlanDeclared plan, PlanUnit unit) {}

    private static Function<Declared, @Nullable Object> of(Function<PlanUnit, Object> value) {
        return d -> value.apply(d.unit());
    }

    @Override
    public boolean takes(Fact fact) {
        return fact.event() instanceof PlanEvent;
    }

    @Override
    public void apply(JdbcTemplate jdbc, List<Fact> facts, boolean blank) {
        for (Fact fact : facts) {
            if (Versions.lacks(jdbc, fact)) {
                if (fact.event() instanceof PlanDeclared e) {
                    declared(jdbc, fact, e);
                } else if (fact.event() instanceof PlanChanged e) {
                    changed(jdbc, fact, e);
                }
            }
        }
    }

    private static void declared(JdbcTemplate jdbc, Fact fact, PlanDeclared e) {
        jdbc.update(
                "insert into plan_view (season, college, version, name, declared_at) values (?, ?, ?, ?, ?::timestamptz)",
                texts(e.season(), e.college(), fact.sequence(), e.name(), e.at()));
        UNITS.write(jdbc, e.units().stream().map(u -> new Declared(e, u)).toList());
    }

    private static void changed(JdbcTemplate jdbc, Fact fact, PlanChanged e) {
        jdbc.update(
                "update plan_unit_view set quota = ?, document = ?, changed_at = ?::timestamptz where season = ? and unit = ?",
                texts(e.after(), e.document(), e.at(), e.season(), e.unit()));
        jdbc.update(
                "update plan_view set version = ? where season = ? and college = ?",
                texts(fact.sequence(), e.season(), e.college()));
    }
}
