package org.zhikao.admissions.placement.rank;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * 平行志愿: 分数优先、遵循志愿、一轮投档: one pass down one merit order, each candidate to the first listed unit that is
 * eligible and has a seat.
 *
 * <p>Candidates of one position are filed together; what happens when they do not fit is the {@link TieRule}.
 */
public final class ParallelFiling {
    private static final int BLOCK = 128;
    /** Wishes in a cache line. */
    private static final int LINE = 32;

    private final Market market;
    private final TieRule rule;
    private final int[] left;
    private final int[] unit;
    private final int[] choice;
    private final int[] firstRefused;
    private final List<TieGroup> ties = new ArrayList<>();
    private int[] picked = new int[16];
    private int[] pickedAt = new int[16];
    private final int[] groupPicks;
    /** Keeps the compiler from dropping the loads that only warm the cache. */
    int touched;

    private ParallelFiling(Market market, TieRule rule) {
        this.market = market;
        this.rule = rule;
        int n = market.candidates();
        int units = market.units.count();
        left = market.units.quota.clone();
        unit = new int[n];
        choice = new int[n];
        firstRefused = new int[units];
        groupPicks = new int[units];
        Arrays.fill(unit, Placement.NONE);
    }

    /** Files everybody. */
    public static Placement file(Market market, TieRule rule) {
        MarketFault.DRAW_LEAVES_TIE.unless(rule != TieRule.SYSTEM_ORDER || market.merit.strict());
        return new ParallelFiling(market, rule).run();
    }

    private Placement run() {
        int n = market.merit.order.length;
        int g = 0;
        int warm = 0;
        while (g < n) {
            if (g >= warm && market.wishes.size() > 0) {
                warm = Math.min(n, g + BLOCK);
                touch(g, warm);
            }
            int end = g + 1;
            while (end < n && !market.merit.begins(end)) {
                end++;
            }
            if (end == g + 1) {
                fileOne(market.merit.order[g]);
            } else {
                fileGroup(g, end);
            }
            g = end;
        }
        return result();
    }

    /** Lists in merit order lie anywhere in memory: a block is touched first, so that the waits for memory overlap. */
    private void touch(int from, int to) {
        int[] order = market.merit.order;
        int[] start = market.wishes.start;
        char[] wish = market.wishes.unit;
        int end = wish.length - 1;
        int sum = 0;
        for (int g = from; g < to; g++) {
            int w = start[order[g]];
            sum += wish[Math.min(w, end)] + wish[Math.min(w + LINE, end)];
        }
        if (market.category != null) {
            for (int g = from; g < to; g++) {
                sum += market.category[order[g]];
            }
        }
        for (Line line : market.lines) {
            for (int g = from; g < to; g++) {
                sum += (int) line.mark()[order[g]];
            }
        }
        touched = sum;
    }

    private void fileOne(int i) {
        int at = firstOpen(i);
        if (at >= 0) {
            place(i, at);
        }
    }

    private void place(int i, int at) {
        int u = market.wishes.unit[at];
        unit[i] = u;
        choice[i] = at - market.wishes.start[i] + 1;
        left[u]--;
        if (market.units.parent != null) {
            for (int p = market.units.parent[u]; p >= 0; p = market.units.parent[p]) {
                left[p]--;
            }
        }
    }

    /** The place in the flat lists of the candidate's first wish that is eligible and has a seat, or -1. */
    private int firstOpen(int i) {
        char[] wish = market.wishes.unit;
        int end = market.wishes.start[i + 1];
        for (int w = market.wishes.start[i]; w < end; w++) {
            int u = wish[w];
            if (left[u] > 0 && seatsAbove(u) && market.eligible(i, u)) {
                return w;
            }
        }
        return -1;
    }

    private boolean seatsAbove(int u) {
        if (market.units.parent != null) {
            for (int p = market.units.parent[u]; p >= 0; p = market.units.parent[p]) {
                if (left[p] <= 0) {
                    return false;
                }
            }
        }
        return true;
    }

    private void fileGroup(int from, int to) {
        int size = to - from;
        if (picked.length < size) {
            picked = new int[size];
            pickedAt = new int[size];
        }
        int[] order = market.merit.order;
        int position = from + 1;
        boolean again;
        do {
            for (int k = 0; k < size; k++) {
                pickedAt[k] = firstOpen(order[from + k]);
                picked[k] = pickedAt[k] < 0 ? Placement.NONE : market.wishes.unit[pickedAt[k]];
                count(picked[k]);
            }
            again = settleOverflow(size, position);
            for (int k = 0; k < size; k++) {
                clearCount(picked[k]);
            }
        } while (again);
        for (int k = 0; k < size; k++) {
            if (pickedAt[k] >= 0) {
                place(order[from + k], pickedAt[k]);
            }
        }
    }

    /** Counts a pick at a unit and at all above it. */
    private void count(int u) {
        for (int v = u; v >= 0; v = market.units.parent(v)) {
            groupPicks[v]++;
        }
    }

    private void clearCount(int u) {
        for (int v = u; v >= 0; v = market.units.parent(v)) {
            groupPicks[v] = 0;
        }
    }

    /** Notes the units this group overflows; under H closes them, and says that the group must pick again. */
    private boolean settleOverflow(int size, int position) {
        boolean closed = false;
        for (int k = 0; k < size; k++) {
            for (int v = picked[k]; v >= 0; v = market.units.parent(v)) {
                int picks = groupPicks[v];
                if (picks > left[v] && left[v] > 0 && !noted(v, position)) {
                    ties.add(new TieGroup(v, position, picks, left[v], outcome()));
                    if (rule.refusesOverflow()) {
                        firstRefused[v] = position;
                        closed = true;
                    }
                }
            }
        }
        if (closed) {
            for (int k = 0; k < size; k++) {
                for (int v = picked[k]; v >= 0; v = market.units.parent(v)) {
                    if (firstRefused[v] == position) {
                        left[v] = 0;
                    }
                }
            }
        }
        return closed;
    }

    private boolean noted(int u, int position) {
        for (int t = ties.size() - 1; t >= 0 && ties.get(t).position() == position; t--) {
            if (ties.get(t).unit() == u) {
                return true;
            }
        }
        return false;
    }

    private TieGroup.Outcome outcome() {
        return switch (rule) {
            case REFUSE_ALL -> TieGroup.Outcome.REFUSED_TOGETHER;
            case UNSTATED -> TieGroup.Outcome.UNDECIDED;
            case ADMIT_ALL, SYSTEM_ORDER -> TieGroup.Outcome.ADMITTED_TOGETHER;
        };
    }

    private Placement result() {
        int units = market.units.count();
        int[] admitted = new int[units];
        int[] last = new int[units];
        for (int i = 0; i < unit.length; i++) {
            int u = unit[i];
            if (u >= 0) {
                admitted[u]++;
                last[u] = Math.max(last[u], market.merit.position[i]);
            }
        }
        int[] cutoff = new int[units];
        int[] lastBelow = market.units.parent == null ? last : lastOfDescendants(last);
        for (int u = 0; u < units; u++) {
            cutoff[u] = Placement.OPEN;
            for (int v = u; v >= 0; v = market.units.parent(v)) {
                if (left[v] <= 0) {
                    cutoff[u] = Math.min(cutoff[u], firstRefused[v] > 0 ? firstRefused[v] - 1 : lastBelow[v]);
                }
            }
        }
        ties.sort(Comparator.comparingInt(TieGroup::unit).thenComparingInt(TieGroup::position));
        return new Placement(unit, choice, admitted, last, cutoff, ties);
    }

    private int[] lastOfDescendants(int[] last) {
        int[] below = last.clone();
        for (int u = 0; u < last.length; u++) {
            for (int p = market.units.parent(u); p >= 0; p = market.units.parent(p)) {
                below[p] = Math.max(below[p], last[u]);
            }
        }
        return below;
    }
}
