package org.zhikao.audit.properties;

/** 公布的投档线与按录取结果重新计算的一致。 */
final class P6Recomputed implements Property {
    @Override
    public void check(PublishedRun run, Occupancy seats, Findings findings) {
        int[] worst = new int[run.units()];
        for (int i = 0; i < run.candidates(); i++) {
            int w = run.unit[i] < 0 ? -1 : run.grantedWish(i);
            if (w >= 0) {
                int rank = run.rank == null ? run.position[i] : run.rank[w];
                for (int v = run.unit[i]; v >= 0; v = run.above(v)) {
                    worst[v] = Math.max(worst[v], rank);
                }
            }
        }
        for (int u = 0; u < run.units(); u++) {
            int expected = PublishedRun.OPEN;
            for (int v = u; v >= 0; v = run.above(v)) {
                if (seats.admitted[v] >= run.quota[v]) {
                    expected = Math.min(expected, worst[v]);
                }
            }
            boolean closedEarly =
                    run.ties == TieReading.TOGETHER_OUT && run.cutoff[u] >= worst[u] && run.cutoff[u] <= expected;
            if (run.cutoff[u] != expected && !closedEarly) {
                findings.add(-1, u, "CUTOFF published=" + run.cutoff[u] + " recomputed=" + expected);
            }
        }
    }
}
