package org.zhikao.admissions.whatif;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.PriorityQueue;

/**
 * 小数保护: hides the cells of additive tables that count fewer than five people, and as many others as it takes that no hidden
 * one can be worked out from what is shown.
 *
 * <p>Cells are flows in a network whose nodes are the sums that everybody knows: what comes into a node goes out of it, rows
 * come in with their published totals. A hidden cell can be worked out exactly when no cycle of hidden cells runs through it
 * along which counts could be moved without any going below zero. For a cell that has none, the cheapest such cycle is hidden.
 */
final class Suppression {
    static final int LEAST = 5;

    private final List<int[]> edges = new ArrayList<>();
    private final List<Integer> values = new ArrayList<>();
    private final BitSet secret = new BitSet();
    private final BitSet hidden = new BitSet();
    private List<List<Integer>> at = List.of();

    /** A cell that flows from one node into another; answers its number. Nodes are small numbers from 0. */
    int cell(int from, int to, int value) {
        edges.add(new int[] {from, to});
        values.add(value);
        return values.size() - 1;
    }

    /** The cell must not be known. */
    void keep(int cell) {
        secret.set(cell);
    }

    boolean hidden(int cell) {
        return hidden.get(cell);
    }

    int value(int cell) {
        return values.get(cell);
    }

    void protect() {
        index();
        hidden.or(secret);
        for (int e = secret.nextSetBit(0); e >= 0; e = secret.nextSetBit(e + 1)) {
            if (derivable(e)) {
                hideCycle(e);
            }
        }
    }

    private void index() {
        int nodes = 0;
        for (int[] edge : edges) {
            nodes = Math.max(nodes, Math.max(edge[0], edge[1]) + 1);
        }
        List<List<Integer>> lists = new ArrayList<>();
        for (int n = 0; n < nodes; n++) {
            lists.add(new ArrayList<>());
        }
        for (int e = 0; e < edges.size(); e++) {
            lists.get(edges.get(e)[0]).add(e);
            lists.get(edges.get(e)[1]).add(e);
        }
        at = lists;
    }

    /** True when everything that is shown leaves the hidden cell one value only. */
    boolean derivable(int cell) {
        int[] edge = edges.get(cell);
        return !reaches(edge[1], edge[0], cell) && !(values.get(cell) > 0 && reaches(edge[0], edge[1], cell));
    }

    /** Whether counts can be moved from one node to another along hidden cells other than this one. */
    private boolean reaches(int from, int to, int without) {
        BitSet seen = new BitSet();
        ArrayDeque<Integer> open = new ArrayDeque<>(List.of(from));
        seen.set(from);
        while (!open.isEmpty()) {
            int node = open.remove();
            if (node == to) {
                return true;
            }
            for (int e : at.get(node)) {
                if (e != without && hidden.get(e) && passable(e, node)) {
                    int next = other(e, node);
                    if (!seen.get(next)) {
                        seen.set(next);
                        open.add(next);
                    }
                }
            }
        }
        return false;
    }

    /** More may always flow along a cell, less only where there is something. */
    private boolean passable(int e, int from) {
        return edges.get(e)[0] == from || values.get(e) > 0;
    }

    private int other(int e, int node) {
        int[] edge = edges.get(e);
        return edge[0] == node ? edge[1] : edge[0];
    }

    private record Way(long cost, int[] cells) {}

    private void hideCycle(int cell) {
        int[] edge = edges.get(cell);
        Way more = way(edge[1], edge[0], cell);
        Way less = values.get(cell) > 0 ? way(edge[0], edge[1], cell) : more;
        for (int e : (less.cost() < more.cost() ? less : more).cells()) {
            hidden.set(e);
        }
    }

    private record Step(int node, long cost) {}

    /** The cheapest way to move counts, where a shown cell costs what it would have told; no cells where there is none. */
    private Way way(int from, int to, int without) {
        long[] cost = new long[at.size()];
        int[] by = new int[at.size()];
        Arrays.fill(cost, Long.MAX_VALUE);
        Arrays.fill(by, -1);
        cost[from] = 0;
        PriorityQueue<Step> open = new PriorityQueue<>((a, b) -> Long.compare(a.cost(), b.cost()));
        open.add(new Step(from, 0));
        while (!open.isEmpty()) {
            Step step = open.remove();
            if (step.cost() > cost[step.node()]) {
                continue;
            }
            for (int e : at.get(step.node())) {
                if (e == without || !passable(e, step.node())) {
                    continue;
                }
                int next = other(e, step.node());
                long sum = step.cost() + (hidden.get(e) ? 0 : values.get(e) + 1L);
                if (sum < cost[next]) {
                    cost[next] = sum;
                    by[next] = e;
                    open.add(new Step(next, sum));
                }
            }
        }
        List<Integer> cells = new ArrayList<>();
        for (int node = to; by[node] >= 0 && node != from; node = other(by[node], node)) {
            cells.add(by[node]);
        }
        return new Way(cost[to], cells.stream().mapToInt(Integer::intValue).toArray());
    }
}
