package org.zhikao.audit.properties;

/** 保障计划排序的每一段开头，保障考生的比例不低于规定的最低比例，除非其后已没有保障考生。 */
final class P7ReservePrefixes {
    private P7ReservePrefixes() {}

    /**
     * Checks a published call order.
     *
     * @param order places in the ranking, counted from 0, in the order of calling
     * @param reserve who belongs to the group, by place in the ranking
     */
    static void check(int[] order, boolean[] reserve, int minPercent, Findings findings) {
        boolean[] called = new boolean[reserve.length];
        int remaining = 0;
        for (boolean r : reserve) {
            remaining += r ? 1 : 0;
        }
        int so = 0;
        for (int k = 1; k <= order.length; k++) {
            int place = order[k - 1];
            if (place < 0 || place >= reserve.length || called[place]) {
                findings.add(place, -1, "NOT_AN_ORDER at=" + k);
                return;
            }
            called[place] = true;
            so += reserve[place] ? 1 : 0;
            remaining -= reserve[place] ? 1 : 0;
            if (100L * so < (long) minPercent * k && remaining > 0) {
                findings.add(place, -1, "PREFIX_BELOW_RATE length=" + k + " reserve=" + so);
            }
        }
    }
}
