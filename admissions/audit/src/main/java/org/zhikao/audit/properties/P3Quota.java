package org.zhikao.audit.properties;

/** 任何单位及其上级的录取人数不超过计划数；规定同分全部投档的，最后一个同分组之前的人数必须少于计划数。 */
final class P3Quota implements Property {
    @Override
    public void check(PublishedRun run, Occupancy seats, Findings findings) {
        if (run.ties != TieReading.TOGETHER_IN) {
            for (int u = 0; u < run.units(); u++) {
                if (seats.admitted[u] > run.quota[u]) {
                    findings.add(-1, u, "OVER_QUOTA admitted=" + seats.admitted[u] + " quota=" + run.quota[u]);
                }
            }
            return;
        }
        int[] better = betterThanTheWorst(run, seats);
        for (int u = 0; u < run.units(); u++) {
            if (seats.admitted[u] > run.quota[u] && better[u] >= run.quota[u]) {
                findings.add(-1, u, "OVER_QUOTA_WITHOUT_TIE better=" + better[u] + " quota=" + run.quota[u]);
            }
        }
    }

    private static int[] betterThanTheWorst(PublishedRun run, Occupancy seats) {
        int[] better = new int[run.units()];
        for (int i = 0; i < run.candidates(); i++) {
            int w = run.unit[i] < 0 ? -1 : run.grantedWish(i);
            if (w >= 0) {
                long rank = run.rankAt(i, w);
                for (int v = run.unit[i]; v >= 0; v = run.above(v)) {
                    if (rank < seats.worst[v]) {
                        better[v]++;
                    }
                }
            }
        }
        return better;
    }
}
