package org.zhikao.admissions.placement.rank;

import org.jspecify.annotations.Nullable;

/**
 * 位次: candidates best first by a chain of keys, equal keys sharing a position (1, 1, 3).
 *
 * <p>Inside a shared position the candidates stand in the order of their numbers, which decides nothing.
 */
public final class MeritOrder {
    final int[] order;
    final int[] position;
    /** Bit {@code g} is set when a new position begins at place {@code g} of {@link #order}. */
    final long[] begins;

    private MeritOrder(int[] order, int[] position, long[] begins) {
        this.order = order;
        this.position = position;
        this.begins = begins;
    }

    /**
     * 排序: sorts by the keys in turn, larger first, then by draw number, smaller first.
     *
     * @param keys one array a key, each with a value a candidate
     * @param draw published draw numbers, or null where equals stay equal
     */
    public static MeritOrder by(long[][] keys, int candidates, long @Nullable [] draw) {
        for (long[] key : keys) {
            if (key.length < candidates) {
                throw new IllegalArgumentException("a key without a value for each candidate");
            }
        }
        return numbered(new MeritSort(keys, candidates, draw).sorted());
    }

    /** Positions that were published before, 1 for the best; equals share one. */
    public static MeritOrder ofPositions(int[] position) {
        long[] inverted = new long[position.length];
        for (int i = 0; i < position.length; i++) {
            inverted[i] = -(long) position[i];
        }
        return by(new long[][] {inverted}, position.length, null);
    }

    private static MeritOrder numbered(MeritSort sort) {
        int[] order = sort.order();
        long[] begins = sort.begins();
        int[] position = new int[order.length];
        int current = 0;
        for (int g = 0; g < order.length; g++) {
            if ((begins[g >>> 6] >>> g & 1L) != 0) {
                current = g + 1;
            }
            position[order[g]] = current;
        }
        return new MeritOrder(order, position, begins);
    }

    public int candidates() {
        return order.length;
    }

    /** The shared position of a candidate, 1 for the best. */
    public int position(int candidate) {
        return position[candidate];
    }

    /** The candidate at a place counted from 0, best first. */
    public int candidateAt(int place) {
        return order[place];
    }

    /** True when no two candidates share a position. */
    public boolean strict() {
        for (int g = 0; g < order.length; g++) {
            if (!begins(g)) {
                return false;
            }
        }
        return true;
    }

    boolean begins(int place) {
        return (begins[place >>> 6] >>> place & 1L) != 0;
    }
}
