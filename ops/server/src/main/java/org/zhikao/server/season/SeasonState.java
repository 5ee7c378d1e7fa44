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
 * @param raised seats that each document (a run that admitted tied groups together, for one) added, by document and unit
 */
public record SeasonState(
        SeasonId season,
        long index,
        PublishedTerms terms,
        Map<String, Seats> units,
        Map<String, Map<String, Integer>> raised) {
    public SeasonState {
        units = Map.copyOf(units);
        raised = Map.copyOf(raised);
    }

    /** 计划数 as it was before {@code document} changed it; 0 for an unknown unit. */
    public int quotaWithout(String document, String unit) {
        Seats seats = units.get(unit);
        int more = raised.getOrDefault(document, Map.of()).getOrDefault(unit, 0);
        return seats == null ? 0 : seats.unit().quota() - more;
    }

    /** 投档单位 with the college that declared it. */
    public record Seats(OrganisationId college, PlanUnit unit) {}
}
