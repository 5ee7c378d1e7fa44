package org.zhikao.admissions.scoring.engine;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Orders candidates by their keys. Keys are packed by their true ranges into words that leave room for the candidate's
 * index, so that one primitive sort orders nearly everybody; only runs of equal words are sorted by the next word.
 */
final class Ranker {
    private final int[] members;
    private final long[][] columns;
    private final boolean[] ascending;
    /** Whether a column is indexed by place in {@link #members} instead of by candidate. */
    private final boolean[] aligned;

    private final long[] best;
    private final int[] bits;
    /** First column of each word. */
    private final int[] wordStart;

    private final int indexBits;

    private Ranker(int[] members, long[][] columns, boolean[] ascending, boolean[] aligned) {
        this.members = members;
        this.columns = columns;
        this.ascending = ascending;
        this.aligned = aligned;
        best = new long[columns.length];
        bits = new int[columns.length];
        indexBits = Math.max(1, 32 - Integer.numberOfLeadingZeros(Math.max(1, members.length - 1)));
        IntStream.range(0, columns.length).parallel().forEach(this::range);
        wordStart = words();
    }

    private void range(int k) {
        long min = Long.MAX_VALUE;
        long max = Long.MIN_VALUE;
        for (int m = 0; m < members.length; m++) {
            long v = raw(k, m);
            min = Math.min(min, v);
            max = Math.max(max, v);
        }
        best[k] = ascending[k] ? min : max;
        bits[k] = members.length == 0 ? 0 : 64 - Long.numberOfLeadingZeros(Math.subtractExact(max, min));
        if (bits[k] > 63 - indexBits) {
            throw new IllegalArgumentException("a tie key spans more values than can be compared: " + k);
        }
    }

    private int[] words() {
        int[] starts = new int[columns.length + 2];
        int count = 0;
        int used = 64;
        for (int k = 0; k < columns.length; k++) {
            if (used + bits[k] > 63 - indexBits) {
                starts[count++] = k;
                used = 0;
            }
            used += bits[k];
        }
        starts[count] = columns.length;
        return Arrays.copyOf(starts, count + 1);
    }

    private long raw(int k, int m) {
        return columns[k][aligned[k] ? m : members[m]];
    }

    /** Distance from the best value: smaller is better for every key. */
    private long word(int w, int m) {
        long word = 0;
        for (int k = wordStart[w]; k < wordStart[w + 1]; k++) {
            long v = raw(k, m);
            word = word << bits[k] | (ascending[k] ? v - best[k] : best[k] - v);
        }
        return word;
    }

    static RankedLists rank(
            Program p,
            Scores scores,
            int @Nullable [] candidates,
            int @Nullable [] positions,
            long @Nullable [] systemOrder) {
        boolean ownLists = candidates == null;
        int[] members = new int[candidates == null ? scores.size() : candidates.length];
        long[] place = new long[positions == null ? 0 : members.length];
        int n = 0;
        for (int m = 0; m < members.length; m++) {
            int i = candidates == null ? m : candidates[m];
            if (scores.reasons[i] == 0) {
                if (positions != null) {
                    place[n] = positions[m];
                }
                members[n++] = i;
            }
        }
        members = n == members.length ? members : Arrays.copyOf(members, n);
        int extra = (ownLists ? 1 : 0) + (systemOrder != null ? 1 : 0);
        long[][] columns = new long[p.keys.length + extra][];
        boolean[] ascending = new boolean[columns.length];
        boolean[] aligned = new boolean[columns.length];
        int c = 0;
        if (ownLists) {
            columns[c] = listColumn(scores);
            ascending[c++] = true;
        }
        for (int k = 0; k < p.keys.length; k++) {
            if (k != p.positionKey) {
                columns[c] = scores.keys[k];
                ascending[c++] = p.keys[k].ascending;
            } else if (positions != null) {
                columns[c] = place;
                aligned[c] = true;
                ascending[c++] = p.keys[k].ascending;
            }
        }
        if (systemOrder != null) {
            columns[c] = systemOrder;
            ascending[c++] = true;
        }
        Ranker ranker =
                new Ranker(members, Arrays.copyOf(columns, c), Arrays.copyOf(ascending, c), Arrays.copyOf(aligned, c));
        return ranker.run(scores, ownLists ? p.lists.size() : 1, ownLists);
    }

    private static long[] listColumn(Scores scores) {
        long[] column = new long[scores.size()];
        for (int i = 0; i < column.length; i++) {
            column[i] = scores.lists[i];
        }
        return column;
    }

    private RankedLists run(Scores scores, int lists, boolean ownLists) {
        int n = members.length;
        long[] sorted = new long[n];
        BitSet starts = new BitSet(n + 1);
        for (int m = 0; m < n; m++) {
            sorted[m] = m;
        }
        starts.set(0);
        starts.set(n);
        for (int w = 0; w < wordStart.length - 1; w++) {
            refine(sorted, starts, w);
        }
        int[] order = new int[n];
        int[] ranks = new int[scores.size()];
        int[] listStart = new int[lists + 1];
        int list = 0;
        int groupStart = 0;
        for (int r = 0; r < n; r++) {
            int candidate = members[(int) sorted[r]];
            order[r] = candidate;
            int mine = ownLists ? scores.lists[candidate] : 0;
            while (list < mine) {
                listStart[++list] = r;
            }
            if (starts.get(r)) {
                groupStart = r;
            }
            ranks[candidate] = groupStart - listStart[list] + 1;
        }
        while (list < lists) {
            listStart[++list] = n;
        }
        return new RankedLists(order, ranks, listStart);
    }

    private void pack(long[] sorted, int r, int w) {
        sorted[r] = word(w, (int) sorted[r]) << indexBits | sorted[r];
    }

    /** Sorts every run of still equal members by the next word and marks where the word changes. */
    private void refine(long[] sorted, BitSet starts, int w) {
        int n = sorted.length;
        long mask = (1L << indexBits) - 1;
        for (int from = 0; from < n; ) {
            int to = starts.nextSetBit(from + 1);
            if (to - from > 1) {
                if (to - from > 1 << 13) {
                    IntStream.range(from, to).parallel().forEach(r -> pack(sorted, r, w));
                    Arrays.parallelSort(sorted, from, to);
                } else {
                    for (int r = from; r < to; r++) {
                        pack(sorted, r, w);
                    }
                    Arrays.sort(sorted, from, to);
                }
                long last = sorted[from] >>> indexBits;
                sorted[from] &= mask;
                for (int r = from + 1; r < to; r++) {
                    long next = sorted[r] >>> indexBits;
                    if (next != last) {
                        starts.set(r);
                        last = next;
                    }
                    sorted[r] &= mask;
                }
            }
            from = to;
        }
    }
}
