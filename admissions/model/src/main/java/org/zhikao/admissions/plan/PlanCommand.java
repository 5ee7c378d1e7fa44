package org.zhikao.admissions.plan;

import java.util.List;
import org.zhikao.admissions.shared.Act;
import org.zhikao.admissions.shared.Command;
import org.zhikao.admissions.shared.OrganisationId;
import org.zhikao.admissions.shared.SeasonId;

/** 招生计划指令. */
public sealed interface PlanCommand extends Command {
    SeasonId season();

    OrganisationId college();

    @Override
    default String target() {
        return PlanId.of(season(), college()).toString();
    }

    /** 申报计划: all units of the college. */
    record DeclarePlan(SeasonId season, OrganisationId college, String name, List<PlanUnit> units, Act act)
            implements PlanCommand {}

    /** 调整计划: one unit's quota, with document or cause and reason; by a college never while placement is open. */
    record ChangePlan(SeasonId season, OrganisationId college, String unit, int quota, String document, Act act)
            implements PlanCommand {}
}
