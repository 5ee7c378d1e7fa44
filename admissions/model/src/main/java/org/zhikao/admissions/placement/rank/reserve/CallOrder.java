package org.zhikao.admissions.placement.rank.reserve;

/**
 * 保障计划排序: the order in which a unit calls when each beginning of it must hold a minimum rate of reserve candidates.
 *
 * <p>A reserve candidate never moves down, another never up. Group A prevails over group B where nobody belongs to both.
 * Even a tiny rate moves one reserve candidate to the top, since the needed number is rounded up.
 */
public final class CallOrder {
    private final boolean[] inA;
    private final boolean[] inB;
    private final boolean[] called;

    private CallOrder(boolean[] inA, boolean[] inB) {
        this.inA = inA;
        this.inB = inB;
        this.called = new boolean[inA.length];
    }

    /**
     * Orders candidates given best first.
     *
     * @param inA who belongs to reserve group A, by rank
     * @param inB who belongs to reserve group B, by rank
     * @return the places in the ranking, counted from 0, in the order of calling
     */
    public static int[] of(boolean[] inA, boolean[] inB, int minPercentA, int minPercentB) {
        if (inA.length != inB.length || minPercentA < 0 || minPercentB < 0 || minPercentA > 100 || minPercentB > 100) {
            throw new IllegalArgumentException("two groups over the same ranking, rates from 0 to 100");
        }
        return new CallOrder(inA, inB).run(minPercentA, minPercentB);
    }

    private int[] run(long percentA, long percentB) {
        int n = inA.length;
        int[] order = new int[n];
        int a = 0;
        int b = 0;
        for (int k = 1; k <= n; k++) {
            boolean needA = 100L * a < percentA * k && best(true, false) >= 0;
            boolean needB = 100L * b < percentB * k && best(false, true) >= 0;
            int next = best(needA, needB);
            if (next < 0) {
                next = best(true, false);
            }
            called[next] = true;
            order[k - 1] = next;
            a += inA[next] ? 1 : 0;
            b += inB[next] ? 1 : 0;
        }
        return order;
    }

    /** The best not yet called who belongs to the groups asked for, or -1. */
    private int best(boolean ofA, boolean ofB) {
        for (int i = 0; i < called.length; i++) {
            if (!called[i] && (!ofA || inA[i]) && (!ofB || inB[i])) {
                return i;
            }
        }
        return -1;
    }
}
