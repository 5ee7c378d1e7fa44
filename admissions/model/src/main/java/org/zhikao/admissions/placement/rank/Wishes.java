package org.zhikao.admissions.placement.rank;

import java.util.List;

/**
 * 志愿表: all lists of one market in one flat array, first choice first.
 *
 * <p>Choice numbers are places in this array, so a wish that proves ineligible keeps its slot. Units are unsigned 16-bit
 * numbers: 192 MB for 1,000,000 candidates with 96 wishes each.
 */
public final class Wishes {
    /** 投档单位数上限: units of one market are numbered with 16 bits. */
    public static final int MAX_UNITS = 65_535;

    final int[] start;
    final char[] unit;

    /** The largest unit number named, -1 without wishes. */
    final int largest;

    private Wishes(int[] start, char[] unit) {
        this.start = start;
        this.unit = unit;
        int max = -1;
        for (int w = 0; w < start[start.length - 1]; w++) {
            max = Math.max(max, unit[w]);
        }
        largest = max;
    }

    /** Takes over {@code start} (one more than candidates, ascending from 0) and {@code unit}. */
    public static Wishes of(int[] start, char[] unit) {
        if (start.length == 0 || start[0] != 0 || start[start.length - 1] > unit.length) {
            throw new IllegalArgumentException("the first list starts at 0 and the last ends within the wishes");
        }
        for (int i = 1; i < start.length; i++) {
            if (start[i] < start[i - 1]) {
                throw new IllegalArgumentException("list " + (i - 1) + " ends before it starts");
            }
        }
        return new Wishes(start, unit);
    }

    /** Copies small lists; for files and tests. */
    public static Wishes of(List<int[]> lists) {
        int[] start = new int[lists.size() + 1];
        for (int i = 0; i < lists.size(); i++) {
            start[i + 1] = start[i] + lists.get(i).length;
        }
        char[] unit = new char[start[lists.size()]];
        for (int i = 0; i < lists.size(); i++) {
            int at = start[i];
            for (int u : lists.get(i)) {
                if (u < 0 || u >= MAX_UNITS) {
                    throw new IllegalArgumentException("unit number " + u);
                }
                unit[at++] = (char) u;
            }
        }
        return new Wishes(start, unit);
    }

    public int candidates() {
        return start.length - 1;
    }

    /** Number of all wishes. */
    public int size() {
        return start[start.length - 1];
    }

    /** Number of wishes of one candidate. */
    public int length(int candidate) {
        return start[candidate + 1] - start[candidate];
    }

    /** The unit at a place of the candidate's list, {@code choice} counted from 1. */
    public int unit(int candidate, int choice) {
        return unit[start[candidate] + choice - 1];
    }

    /** The longest list. */
    public int longest() {
        int longest = 0;
        for (int i = 0; i < candidates(); i++) {
            longest = Math.max(longest, length(i));
        }
        return longest;
    }
}
