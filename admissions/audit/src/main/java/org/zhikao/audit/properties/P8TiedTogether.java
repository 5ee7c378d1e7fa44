package org.zhikao.audit.properties;

/** 同一单位内位次相同的考生同进同出：未规定先后的，不得只录取其中一部分。 */
final class P8TiedTogether implements Property {
    @Override
    public void check(PublishedRun run, Occupancy seats, Findings findings) {
        boolean[] admittedAtWorst = admittedAtWorst(run, seats);
        Slices.over(run.candidates(), (from, to) -> {
            for (int i = from; i < to; i++) {
                int end = run.endOfPreferred(i);
                for (int w = run.start[i]; w < end; w++) {
                    int u = run.wish[w];
                    if (admittedAtWorst[u] && run.rankAt(i, w) == seats.worst[u] && run.fit(i, w)) {
                        findings.add(i, u, "TIED_GROUP_SPLIT rank=" + seats.worst[u]);
                    }
                }
            }
        });
    }

    /** Units of which the worst below them is one of their own, so that ranks compare. */
    private static boolean[] admittedAtWorst(PublishedRun run, Occupancy seats) {
        boolean[] own = new boolean[run.units()];
        for (int i = 0; i < run.candidates(); i++) {
            int w = run.unit[i] < 0 ? -1 : run.grantedWish(i);
            if (w >= 0 && run.rankAt(i, w) == seats.worst[run.unit[i]]) {
                own[run.unit[i]] = true;
            }
        }
        return own;
    }
}
