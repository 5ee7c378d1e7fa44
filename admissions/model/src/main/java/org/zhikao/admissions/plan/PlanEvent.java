package org.zhikao.admissions.plan;

import java.time.Instant;
import java.util.List;
import org.axonframework.serialization.Revision;
import org.zhikao.admissions.shared.Event;
import org.zhikao.admissions.shared.OrganisationId;
import org.zhikao.admissions.shared.SeasonId;

/** 招生计划事实. */
public sealed interface PlanEvent extends Event {
    SeasonId season();

    OrganisationId college();

    @Revision("1")
    record PlanDeclared(SeasonId season, OrganisationId college, String name, List<PlanUnit> units, Instant at)
            implements PlanEvent {}

    @Revision("1")
    record PlanChanged(
            SeasonId season, OrganisationId college, String unit, int before, int after, String document, Instant at)
            implements PlanEvent {}
}
