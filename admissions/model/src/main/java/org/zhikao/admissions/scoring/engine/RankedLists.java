package org.zhikao.admissions.scoring.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * 排名结果: candidates best first, list after list. Ranks are numbered 1, 2, 2, 4; candidates of equal rank are fully tied
 * and are never split here.
 */
public final class RankedLists {
    private final int[] order;
    private final int[] ranks;
    private final int[] listStart;

    RankedLists(int[] order, int[] ranks, int[] listStart) {
        this.order = order;
        this.ranks = ranks;
        this.listStart = listStart;
    }

    /** Rank inside its list, 0 for a candidate who is not ranked. */
    public int rank(int candidate) {
        return ranks[candidate];
    }

    /** Candidate indices of one list, best first. */
    public int[] order(int list) {
        return Arrays.copyOfRange(order, listStart[list], listStart[list + 1]);
    }

    public int lists() {
        return listStart.length - 1;
    }

    /** The list as groups of fully tied candidates, best first. */
    public List<int[]> groups(int list) {
        List<int[]> groups = new ArrayList<>();
        int end = listStart[list + 1];
        for (int from = listStart[list]; from < end; ) {
            int to = from + 1;
            while (to < end && ranks[order[to]] == ranks[order[from]]) {
                to++;
            }
            groups.add(Arrays.copyOfRange(order, from, to));
            from = to;
        }
        return groups;
    }
}
