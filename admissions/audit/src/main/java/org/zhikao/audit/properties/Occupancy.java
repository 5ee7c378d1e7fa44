package org.zhikao.audit.properties;

import java.util.Arrays;

/** 占用: how many each unit admitted and the worst of them, units below included; counted from the assignments alone. */
final class Occupancy {
    static final long NOBODY = 0L;

    /** Admitted by the unit and all below it. */
    final int[] admitted;
    /** The worst rank admitted there, {@link #NOBODY} when none. */
    final long[] worst;

    private Occupancy(int units) {
        admitted = new int[units];
        worst = new long[units];
        Arrays.fill(worst, NOBODY);
    }

    static Occupancy of(PublishedRun run) {
        Occupancy seats = new Occupancy(run.units());
        for (int i = 0; i < run.candidates(); i++) {
            int u = run.unit[i];
            if (u >= 0 && u < run.units()) {
                int w = run.grantedWish(i);
                // An unlisted seat still fills the unit; P2 names it.
                long rank = w < 0 ? NOBODY : run.rankAt(i, w);
                for (int v = u; v >= 0; v = run.above(v)) {
                    seats.admitted[v]++;
                    seats.worst[v] = Math.max(seats.worst[v], rank);
                }
            }
        }
        return seats;
    }
}
