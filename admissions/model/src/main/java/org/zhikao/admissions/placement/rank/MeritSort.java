package org.zhikao.admissions.placement.rank;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The sort behind {@link MeritOrder}: keys are joined to one bit string a candidate, sorted by leading pieces.
 *
 * <p>A piece of that string and the candidate's number share one {@code long}, so a radix pass moves 8 bytes a candidate.
 * Only runs that are still equal after a piece are sorted by the next one: with real marks those are few and short.
 */
final class MeritSort {
    private static final int SMALL = 24;
    private static final int RADIX_FROM = 4096;
    private static final int DIGIT = 11;

    private final long[][] keys;
    private final boolean[] ascending;
    private final long[] base;
    private final int[] bits;
    private final int[] firstBit;
    private final int totalBits;
    private final int indexBits;
    private final int pieceBits;
    private final int[] order;
    private final long[] begins;

    MeritSort(long[][] descending, int n, long @Nullable [] draw) {
        int columns = descending.length + (draw == null ? 0 : 1);
        keys = Arrays.copyOf(descending, columns);
        ascending = new boolean[columns];
        if (draw != null) {
            keys[columns - 1] = draw;
            ascending[columns - 1] = true;
        }
        base = new long[columns];
        bits = new int[columns];
        firstBit = new int[columns + 1];
        order = new int[n];
        begins = new long[(n + 63) >>> 6];
        for (int c = 0; c < columns; c++) {
            measure(c, n);
        }
        totalBits = firstBit[columns];
        indexBits = 32 - Integer.numberOfLeadingZeros(Math.max(1, n - 1));
        pieceBits = 63 - indexBits;
    }

    private void measure(int c, int n) {
        long[] key = keys[c];
        long min = Long.MAX_VALUE;
        long max = Long.MIN_VALUE;
        for (int i = 0; i < n; i++) {
            min = Math.min(min, key[i]);
            max = Math.max(max, key[i]);
        }
        base[c] = ascending[c] ? min : max;
        bits[c] = n == 0 ? 0 : 64 - Long.numberOfLeadingZeros(max - min);
        firstBit[c + 1] = firstBit[c] + bits[c];
    }

    MeritSort sorted() {
        int n = order.length;
        for (int i = 0; i < n; i++) {
            order[i] = i;
        }
        if (n > 0) {
            long[] words = new long[n];
            sort(0, n, 0, words, n >= RADIX_FROM ? new long[n] : words);
        }
        return this;
    }

    int[] order() {
        return order;
    }

    long[] begins() {
        return begins;
    }

    private void sort(int from, int to, int bit, long[] words, long[] spare) {
        if (to - from == 1 || bit >= totalBits) {
            begin(from);
        } else if (to - from <= SMALL) {
            insert(from, to);
        } else {
            pieces(from, to, bit, words);
            sortWords(words, from, to, Math.min(pieceBits, totalBits - bit), spare);
            int mask = (int) ((1L << indexBits) - 1);
            for (int g = from; g < to; g++) {
                order[g] = (int) words[g] & mask;
            }
            runs(from, to, bit + pieceBits, words, spare);
        }
    }

    /** Sorts each run of equal pieces by what follows; the words of a run are free once its borders are known. */
    private void runs(int from, int to, int nextBit, long[] words, long[] spare) {
        int run = from;
        while (run < to) {
            long piece = words[run] >>> indexBits;
            int end = run + 1;
            while (end < to && words[end] >>> indexBits == piece) {
                end++;
            }
            sort(run, end, nextBit, words, spare);
            run = end;
        }
    }

    /** Fills {@code words} with the next piece of each candidate's bit string above the candidate's number. */
    private void pieces(int from, int to, int bit, long[] words) {
        Arrays.fill(words, from, to, 0L);
        int end = Math.min(bit + pieceBits, totalBits);
        for (int c = 0; c < keys.length; c++) {
            int lo = Math.max(bit, firstBit[c]);
            int hi = Math.min(end, firstBit[c + 1]);
            if (lo < hi) {
                int drop = firstBit[c + 1] - hi;
                int take = hi - lo;
                long mask = -1L >>> (64 - take);
                join(from, to, c, drop, mask, take, words);
            }
        }
        for (int g = from; g < to; g++) {
            words[g] = words[g] << indexBits | order[g];
        }
    }

    private void join(int from, int to, int c, int drop, long mask, int take, long[] words) {
        long[] key = keys[c];
        long offset = base[c];
        if (ascending[c]) {
            for (int g = from; g < to; g++) {
                words[g] = words[g] << take | ((key[order[g]] - offset) >>> drop & mask);
            }
        } else {
            for (int g = from; g < to; g++) {
                words[g] = words[g] << take | ((offset - key[order[g]]) >>> drop & mask);
            }
        }
    }

    private void sortWords(long[] words, int from, int to, int usedBits, long[] spare) {
        if (to - from < RADIX_FROM) {
            Arrays.sort(words, from, to);
            return;
        }
        int passes = (usedBits + DIGIT - 1) / DIGIT;
        int[][] count = new int[passes][1 << DIGIT];
        for (int g = from; g < to; g++) {
            long word = words[g] >>> indexBits;
            for (int p = 0; p < passes; p++) {
                count[p][(int) word & (1 << DIGIT) - 1]++;
                word >>>= DIGIT;
            }
        }
        long[] source = words;
        long[] target = spare;
        for (int p = 0; p < passes; p++) {
            scatter(source, target, from, to, indexBits + p * DIGIT, count[p]);
            long[] swap = source;
            source = target;
            target = swap;
        }
        if (source != words) {
            System.arraycopy(source, from, words, from, to - from);
        }
    }

    private static void scatter(long[] source, long[] target, int from, int to, int shift, int[] count) {
        int at = from;
        for (int d = 0; d < count.length; d++) {
            int here = count[d];
            count[d] = at;
            at += here;
        }
        for (int g = from; g < to; g++) {
            long word = source[g];
            target[count[(int) (word >>> shift) & (1 << DIGIT) - 1]++] = word;
        }
    }

    private void insert(int from, int to) {
        for (int g = from + 1; g < to; g++) {
            int candidate = order[g];
            int at = g;
            while (at > from && compare(order[at - 1], candidate) > 0) {
                order[at] = order[at - 1];
                at--;
            }
            order[at] = candidate;
        }
        begin(from);
        for (int g = from + 1; g < to; g++) {
            if (compare(order[g - 1], order[g]) != 0) {
                begin(g);
            }
        }
    }

    private int compare(int a, int b) {
        for (int c = 0; c < keys.length; c++) {
            int difference = Long.compare(keys[c][a], keys[c][b]);
            if (difference != 0) {
                return ascending[c] ? difference : -difference;
            }
        }
        return 0;
    }

    private void begin(int place) {
        begins[place >>> 6] |= 1L << place;
    }
}
