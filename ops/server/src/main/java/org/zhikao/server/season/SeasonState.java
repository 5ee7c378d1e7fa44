package org.zhikao.server.season;

import java.util.Map;
import org.zhikao.admissions.plan.PlanUnit;
import org.zhikao.admissions.season.PublishedTerms;
import org.zhikao.admissions.shared.OrganisationId;
import org.zhikao.admissions.shared.SeasonId;

/**
 * A season as its facts stand at one index.
 *
 * @param index global index of the last fact folded in
 * @param terms published rules and open phases
 * @param units declared units by code, quotas as changed
 */
public record SeasonState(SeasonId season, long index, PublishedTerms terms, Map<String, Seats> units) {
    public SeasonState {
        units = Map.copyOf(units);
    }

    /** 投档单位 with the college that declared it. */
    public record Seats(OrganisationId college, PlanUnit unit) {}
}
