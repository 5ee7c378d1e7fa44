package org.zhikao.audit.properties;

import java.util.List;

/**
 * 关联单位组: units joined by the lists of candidates; a violation holds back only the groups it lies in.
 *
 * <p>What happens in one group cannot depend on another: nobody lists units of both.
 */
public final class ConnectedGroups {
    private final PublishedRun run;
    private final int[] root;

    private ConnectedGroups(PublishedRun run) {
        this.run = run;
        root = new int[run.units()];
        for (int u = 0; u < root.length; u++) {
            root[u] = u;
        }
        for (int u = 0; u < root.length; u++) {
            if (run.above(u) >= 0) {
                join(u, run.above(u));
            }
        }
        for (int i = 0; i < run.candidates(); i++) {
            for (int w = run.start[i] + 1; w < run.start[i + 1]; w++) {
                join(run.wish[w - 1], run.wish[w]);
            }
        }
    }

    public static ConnectedGroups of(PublishedRun run) {
        return new ConnectedGroups(run);
    }

    private void join(int a, int b) {
        root[find(a)] = find(b);
    }

    private int find(int u) {
        int at = u;
        while (root[at] != at) {
            root[at] = root[root[at]];
            at = root[at];
        }
        return at;
    }

    /** The units to hold back: those of every group that a violation names by unit or by candidate. */
    public boolean[] withheld(List<Violation> violations) {
        boolean[] hit = new boolean[root.length];
        for (Violation violation : violations) {
            int i = violation.candidate();
            if (violation.unit() >= 0 && violation.unit() < root.length) {
                hit[find(violation.unit())] = true;
            }
            if (i >= 0 && run.start[i] < run.start[i + 1]) {
                hit[find(run.wish[run.start[i]])] = true;
            }
        }
        boolean[] withheld = new boolean[root.length];
        for (int u = 0; u < root.length; u++) {
            withheld[u] = hit[find(u)];
        }
        return withheld;
    }
}
