package org.zhikao.admissions.placement.rank;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.jspecify.annotations.Nullable;

/**
 * The applications that units hold for the time being: a heap a unit, worst on top, never more than its seats except for one
 * tied group under seat rule L.
 *
 * <p>An application is {@code rank << 32 | candidate}. Equal ranks are sent away together: under L when those better than
 * the group fill the seats, under H as soon as the group does not fit.
 */
final class BestHeld {
    private final int[] seats;
    private final boolean refuseOverflow;
    private final long[][] heap;
    private final int[] count;
    /** One lock a unit where several threads apply; null for one thread. */
    private final @Nullable AtomicIntegerArray locks;
    /** The worst rank that may still apply; falls, never rises. */
    final int[] bound;

    /** Receives who is sent away. */
    interface Released {
        void release(int candidate);
    }

    BestHeld(int[] seats, boolean refuseOverflow, boolean shared) {
        this.seats = seats;
        this.refuseOverflow = refuseOverflow;
        locks = shared ? new AtomicIntegerArray(seats.length) : null;
        heap = new long[seats.length][];
        count = new int[seats.length];
        bound = new int[seats.length];
        for (int u = 0; u < seats.length; u++) {
            heap[u] = new long[seats[u]];
            bound[u] = seats[u] == 0 ? 0 : Placement.OPEN;
        }
    }

    int count(int u) {
        return count[u];
    }

    int rank(int u, int k) {
        return rank(heap[u][k]);
    }

    /** The worst rank that got in, by unit; {@link Placement#OPEN} with seats left, 0 without seats. */
    int[] cutoffs() {
        int[] cutoff = bound.clone();
        for (int u = 0; u < cutoff.length; u++) {
            if (seats[u] > 0 && count[u] >= seats[u]) {
                cutoff[u] = Math.min(cutoff[u], topRank(u));
            }
        }
        return cutoff;
    }

    /** Of an unfull unit the heap is not in order yet. */
    private int topRank(int u) {
        return rank(heap[u][0]);
    }

    private static int rank(long application) {
        return (int) (application >>> 32);
    }

    /** Takes an application; somebody may have to leave for it, perhaps the applicant. */
    void hold(int u, int rank, int candidate, Released released) {
        AtomicIntegerArray guard = locks;
        if (guard == null) {
            holdAlone(u, rank, candidate, released);
            return;
        }
        while (!guard.weakCompareAndSetAcquire(u, 0, 1)) {
            Thread.onSpinWait();
        }
        try {
            // The bound may have fallen since the applicant looked.
            if (rank <= bound[u]) {
                holdAlone(u, rank, candidate, released);
            } else {
                released.release(candidate);
            }
        } finally {
            guard.setRelease(u, 0);
        }
    }

    private void holdAlone(int u, int rank, int candidate, Released released) {
        long application = (long) rank << 32 | candidate;
        long[] mine = heap[u];
        int n = count[u];
        if (n < seats[u]) {
            mine[n] = application;
            count[u] = n + 1;
            if (n + 1 == seats[u]) {
                heapify(mine, n + 1);
                if (!refuseOverflow) {
                    bound[u] = rank(mine[0]);
                }
            }
        } else if (rank < rank(mine[0]) && !topIsTied(mine, n)) {
            replaceTop(u, mine, n, application, released);
        } else {
            holdAmongTied(u, application, released);
        }
    }

    /** The common case: the worst leaves, the applicant enters. */
    private void replaceTop(int u, long[] mine, int n, long application, Released released) {
        long worst = mine[0];
        siftDown(mine, n, 0, application);
        bound[u] = refuseOverflow ? rank(worst) - 1 : rank(mine[0]);
        released.release((int) worst);
    }

    private void holdAmongTied(int u, long application, Released released) {
        if (count[u] == heap[u].length) {
            heap[u] = Arrays.copyOf(heap[u], Math.max(4, heap[u].length * 2));
        }
        push(heap[u], count[u]++, application);
        int worst = rank(heap[u][0]);
        int group = tiedWithTop(heap[u], count[u], 0, worst);
        boolean leaves = refuseOverflow ? count[u] > seats[u] : count[u] - group >= seats[u];
        if (leaves) {
            for (int k = 0; k < group; k++) {
                released.release((int) pop(u));
            }
        }
        bound[u] = refuseOverflow ? Math.min(bound[u], worst - 1) : rank(heap[u][0]);
    }

    private static boolean topIsTied(long[] heap, int n) {
        int worst = rank(heap[0]);
        return n > 1 && rank(heap[1]) == worst || n > 2 && rank(heap[2]) == worst;
    }

    /** Those of the top's rank hang together below the top. */
    private static int tiedWithTop(long[] heap, int n, int at, int worst) {
        if (at >= n || rank(heap[at]) != worst) {
            return 0;
        }
        return 1 + tiedWithTop(heap, n, 2 * at + 1, worst) + tiedWithTop(heap, n, 2 * at + 2, worst);
    }

    private long pop(int u) {
        long top = heap[u][0];
        int n = --count[u];
        if (n > 0) {
            siftDown(heap[u], n, 0, heap[u][n]);
        }
        return top;
    }

    private static void push(long[] heap, int at, long value) {
        int k = at;
        while (k > 0 && heap[(k - 1) >>> 1] < value) {
            heap[k] = heap[(k - 1) >>> 1];
            k = (k - 1) >>> 1;
        }
        heap[k] = value;
    }

    private static void heapify(long[] heap, int n) {
        for (int k = (n >>> 1) - 1; k >= 0; k--) {
            siftDown(heap, n, k, heap[k]);
        }
    }

    private static void siftDown(long[] heap, int n, int from, long value) {
        int k = from;
        int child = 2 * k + 1;
        while (child < n) {
            if (child + 1 < n && heap[child + 1] > heap[child]) {
                child++;
            }
            if (heap[child] <= value) {
                break;
            }
            heap[k] = heap[child];
            k = child;
            child = 2 * k + 1;
        }
        heap[k] = value;
    }
}
