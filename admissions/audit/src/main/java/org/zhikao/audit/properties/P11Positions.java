package org.zhikao.audit.properties;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** 公布的位次与成绩键一致：键大者在前，键相同者同位次（有抽签号的，号小者在前），位次等于排在前面的人数加一。 */
final class P11Positions {
    private P11Positions() {}

    /** Puts candidates in the order of their published positions and compares neighbours; sorts nothing by keys. */
    static void check(long[][] keys, long @Nullable [] draw, int[] position, Findings findings) {
        int n = position.length;
        int[] count = new int[n + 2];
        for (int i = 0; i < n; i++) {
            if (position[i] < 1 || position[i] > n) {
                findings.add(i, -1, "NO_SUCH_POSITION position=" + position[i]);
                return;
            }
            count[position[i]]++;
        }
        int[] next = new int[n + 2];
        for (int p = 1; p <= n; p++) {
            next[p + 1] = next[p] + count[p];
        }
        int[] order = new int[n];
        int[] at = Arrays.copyOf(next, n + 2);
        for (int i = 0; i < n; i++) {
            order[at[position[i]]++] = i;
        }
        for (int g = 0; g < n; g++) {
            int i = order[g];
            boolean tied = g > 0 && position[i] == position[order[g - 1]];
            int sign = g == 0 ? 1 : compare(keys, draw, order[g - 1], i);
            if (tied ? sign != 0 : sign <= 0 || position[i] != g + 1) {
                findings.add(i, -1, "POSITION published=" + position[i] + " place=" + (g + 1));
            }
        }
    }

    /** Positive when the first is better. */
    private static int compare(long[][] keys, long @Nullable [] draw, int a, int b) {
        for (long[] key : keys) {
            if (key[a] != key[b]) {
                return key[a] > key[b] ? 1 : -1;
            }
        }
        return draw == null ? 0 : Long.compare(draw[b], draw[a]);
    }
}
