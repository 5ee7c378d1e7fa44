package org.zhikao.audit.properties;

import java.util.Arrays;

/** 考生更想去而未去成的单位没有空余计划；规定同分全部不投的，空余计划必须容不下首个未录取的同分组。 */
final class P5NoWaste implements Property {
    @Override
    public void check(PublishedRun run, Occupancy seats, Findings findings) {
        boolean[] room = rooms(run, seats);
        if (run.ties == TieReading.TOGETHER_OUT) {
            groupsThatDidNotFit(run, seats, room, findings);
        } else {
            Slices.over(run.candidates(), (from, to) -> seatsLeft(run, room, findings, from, to));
        }
    }

    /** Units with a seat left, in themselves and in all above them. */
    private static boolean[] rooms(PublishedRun run, Occupancy seats) {
        boolean[] room = new boolean[run.units()];
        for (int u = 0; u < room.length; u++) {
            room[u] = true;
            for (int v = u; v >= 0; v = run.above(v)) {
                room[u] &= seats.admitted[v] < run.quota[v];
            }
        }
        return room;
    }

    private static void seatsLeft(PublishedRun run, boolean[] room, Findings findings, int from, int to) {
        for (int i = from; i < to; i++) {
            int end = run.endOfPreferred(i);
            for (int w = run.start[i]; w < end; w++) {
                if (room[run.wish[w]] && run.fit(i, w)) {
                    findings.add(i, run.wish[w], "SEAT_LEFT");
                }
            }
        }
    }

    private static void groupsThatDidNotFit(PublishedRun run, Occupancy seats, boolean[] room, Findings findings) {
        long[] refused = new long[run.units()];
        int[] size = new int[run.units()];
        Arrays.fill(refused, Long.MAX_VALUE);
        for (int i = 0; i < run.candidates(); i++) {
            int end = run.endOfPreferred(i);
            for (int w = run.start[i]; w < end; w++) {
                int u = run.wish[w];
                if (room[u] && run.fit(i, w)) {
                    long rank = run.rankAt(i, w);
                    size[u] = rank < refused[u] ? 1 : rank == refused[u] ? size[u] + 1 : size[u];
                    refused[u] = Math.min(refused[u], rank);
                }
            }
        }
        for (int u = 0; u < run.units(); u++) {
            if (size[u] > 0 && seats.admitted[u] + size[u] <= run.quota[u]) {
                findings.add(-1, u, "GROUP_WOULD_FIT rank=" + refused[u] + " size=" + size[u]);
            }
        }
    }
}
