package org.zhikao.audit.properties;

import java.util.Arrays;

/** 分段: reads a banded filing as a row of filings, one a band, each on the seats and people the earlier ones left. */
final class Bands {
    private final PublishedRun run;

    Bands(PublishedRun run) {
        this.run = run;
    }

    /** The filing of the choices {@code [from, to)}, counted from 0, as a run of its own. */
    PublishedRun band(int from, int to) {
        int n = run.candidates();
        int[] start = new int[n + 1];
        char[] wish = new char[run.wish.length];
        int[] rank = run.rank == null ? null : new int[run.wish.length];
        int[] quota = run.quota.clone();
        int[] unit = new int[n];
        int[] choice = new int[n];
        int at = 0;
        for (int i = 0; i < n; i++) {
            start[i] = at;
            unit[i] = PublishedRun.NOWHERE;
            boolean placedBefore = run.choice[i] > 0 && run.choice[i] <= from;
            if (placedBefore) {
                for (int v = run.unit[i]; v >= 0; v = run.above(v)) {
                    quota[v]--;
                }
            } else {
                int first = Math.min(run.start[i] + from, run.start[i + 1]);
                int end = (int) Math.min((long) run.start[i] + to, run.start[i + 1]);
                for (int w = first; w < end; w++) {
                    wish[at] = run.wish[w];
                    if (rank != null && run.rank != null) {
                        rank[at] = run.rank[w];
                    }
                    at++;
                }
                if (run.choice[i] > from && run.choice[i] <= to) {
                    unit[i] = run.unit[i];
                    choice[i] = run.choice[i] - from;
                }
            }
        }
        start[n] = at;
        for (int u = 0; u < quota.length; u++) {
            quota[u] = Math.max(0, quota[u]);
        }
        int[] open = new int[quota.length];
        Arrays.fill(open, PublishedRun.OPEN);
        PublishedRun band = PublishedRun.inputs(start, wish, quota, run.position)
                .lines(run.lines)
                .ties(run.ties, run.choiceNumberBreaksTies)
                .outputs(unit, choice, open);
        band.rank = rank;
        band.parent = run.parent;
        band.category = run.category;
        band.accepts = run.accepts;
        return band;
    }

    int longest() {
        int longest = 0;
        for (int i = 0; i < run.candidates(); i++) {
            longest = Math.max(longest, run.start[i + 1] - run.start[i]);
        }
        return longest;
    }
}
