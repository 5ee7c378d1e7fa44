package org.zhikao.admissions.placement.rank.offer;

import java.util.ArrayList;
import java.util.List;
import org.zhikao.admissions.placement.rank.Market;
import org.zhikao.admissions.placement.rank.ParallelFiling;
import org.zhikao.admissions.placement.rank.Placement;
import org.zhikao.admissions.placement.rank.TieRule;
import org.zhikao.admissions.placement.rank.Wishes;

/**
 * 定向录取 (中高职转段 and the like): the unit is fixed by the route; who passed is admitted, in merit order if more passed than
 * there are seats.
 */
public final class DirectedRoute {
    private DirectedRoute() {}

    /** Admits those who passed to the first unit they name. */
    public static Placement admit(Market market, boolean[] passed, TieRule rule) {
        List<int[]> lists = new ArrayList<>();
        for (int i = 0; i < market.candidates(); i++) {
            boolean goes = passed[i] && market.wishes().length(i) > 0;
            lists.add(goes ? new int[] {market.wishes().unit(i, 1)} : new int[0]);
        }
        int[] seats = new int[market.units().count()];
        for (int u = 0; u < seats.length; u++) {
            seats[u] = market.units().quota(u);
        }
        return ParallelFiling.file(market.round(Wishes.of(lists), seats), rule);
    }
}
