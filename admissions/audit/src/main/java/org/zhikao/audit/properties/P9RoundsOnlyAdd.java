package org.zhikao.audit.properties;

/** 征集志愿只录取尚未被录取的考生，先前轮次的录取结果不变，且各轮合计不超过剩余计划。 */
final class P9RoundsOnlyAdd {
    private P9RoundsOnlyAdd() {}

    /** Compares what stood before a round with what stands after it. */
    static void check(int[] before, int[] after, int[] vacancies, Findings findings) {
        int[] added = new int[vacancies.length];
        for (int i = 0; i < before.length; i++) {
            if (before[i] >= 0 && after[i] != before[i]) {
                findings.add(i, before[i], "EARLIER_SEAT_MOVED to=" + after[i]);
            } else if (before[i] < 0 && after[i] >= 0) {
                added[after[i]]++;
            }
        }
        for (int u = 0; u < added.length; u++) {
            if (added[u] > vacancies[u]) {
                findings.add(-1, u, "MORE_THAN_VACANT added=" + added[u] + " vacant=" + vacancies[u]);
            }
        }
    }
}
