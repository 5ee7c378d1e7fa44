package org.zhikao.admissions.placement.rank.offer;

import java.util.Arrays;
import java.util.List;
import org.zhikao.admissions.placement.rank.RankedMarket;

/**
 * 院校自主录取: the one college a candidate applied to examines, ranks and takes its best; the province audits.
 *
 * <p>Only the first wish counts. Whether a seat lost in the audit is filled again is a setting of the province.
 */
public final class CollegeSelection {
    private CollegeSelection() {}

    /** The unit of each candidate, {@code -1} for none. */
    public static int[] select(RankedMarket market, boolean[] auditPassed, boolean refillAfterAudit) {
        int[] unit = new int[market.candidates()];
        Arrays.fill(unit, -1);
        List<int[]> orders = OwnOrders.of(market);
        for (int u = 0; u < orders.size(); u++) {
            int taken = 0;
            for (int i : orders.get(u)) {
                boolean first = market.wishes().unit(i, 1) == u;
                if (first && taken < market.units().quota(u)) {
                    unit[i] = auditPassed[i] ? u : -1;
                    taken += auditPassed[i] || !refillAfterAudit ? 1 : 0;
                }
            }
        }
        return unit;
    }
}
