package org.zhikao.audit.properties;

/** 考生更想去而未去成的每一个单位，所录取的人没有一个排在该考生之后。 */
final class P4NoEnvy implements Property {
    @Override
    public void check(PublishedRun run, Occupancy seats, Findings findings) {
        Slices.over(run.candidates(), (from, to) -> {
            for (int i = from; i < to; i++) {
                int end = run.endOfPreferred(i);
                for (int w = run.start[i]; w < end; w++) {
                    int u = run.wish[w];
                    if (seats.worst[u] > Occupancy.NOBODY || run.parent != null) {
                        envy(run, seats, findings, i, w);
                    }
                }
            }
        });
    }

    /**
     * Whom could the candidate replace? Somebody of the unit itself; somebody elsewhere below the same parent only while
     * the unit has a seat of its own; and so on upwards.
     */
    private static void envy(PublishedRun run, Occupancy seats, Findings findings, int i, int w) {
        long rank = run.rankAt(i, w);
        int v = run.wish[w];
        while (v >= 0) {
            if (rank < seats.worst[v]) {
                if (run.fit(i, w)) {
                    findings.add(i, run.wish[w], "ENVY rank=" + rank + " worstAdmitted=" + seats.worst[v]);
                }
                return;
            }
            if (seats.admitted[v] >= run.quota[v]) {
                return;
            }
            v = run.above(v);
        }
    }
}
