package org.zhikao.seeds;

import java.util.List;
import org.zhikao.admissions.plan.PlanUnit;
import org.zhikao.admissions.shared.OrganisationId;

/** 院校招生计划: all units of one college, as it declares them. */
public record CollegePlan(OrganisationId college, String name, List<PlanUnit> units) {
    public CollegePlan {
        units = List.copyOf(units);
    }
}
