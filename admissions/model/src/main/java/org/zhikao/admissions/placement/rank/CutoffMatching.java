package org.zhikao.admissions.placement.rank;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The cut-off form of deferred acceptance over a window of choices: candidates apply down their lists, units keep the best
 * and lower their bound.
 *
 * <p>The outcome does not depend on the order of the applications, so large markets are worked off by several threads: each
 * takes a slice of the candidates, and whoever sends a candidate away carries that one on.
 */
final class CutoffMatching {
    private static final int BLOCK = 256;
    /** Ranks in a cache line. */
    private static final int LINE = 16;
    /** Smaller markets are not worth a second thread. */
    private static final int SHARED_FROM = 50_000;

    private static final int MOST_WORKERS = 8;

    private final Seating seating;
    private final RankedMarket market;
    private final boolean refuseOverflow;
    private final int firstChoice;
    private final int endChoice;
    private final int[] seats;
    private final BestHeld best;
    private final int[] next;
    private final int workers;
    /** Keeps the compiler from dropping the loads that only warm the cache; whoever writes last does not matter. */
    int touched;

    /** Matches the unseated of {@code seating} over choices {@code [firstChoice, endChoice)}, counted from 0. */
    CutoffMatching(Seating seating, TieRule rule, int firstChoice, int endChoice) {
        this(seating, rule, firstChoice, endChoice, workers(seating.unit.length));
    }

    /** With a number of threads of one's own choice, which never changes the outcome. */
    CutoffMatching(Seating seating, TieRule rule, int firstChoice, int endChoice, int workers) {
        this.seating = seating;
        this.market = seating.market;
        this.refuseOverflow = rule.refusesOverflow();
        this.firstChoice = firstChoice;
        this.endChoice = endChoice;
        this.workers = workers;
        seats = new int[market.units.count()];
        for (int u = 0; u < seats.length; u++) {
            seats[u] = seating.seatsLeft(u);
        }
        next = new int[market.candidates()];
        best = new BestHeld(seats, refuseOverflow, workers > 1);
    }

    private static int workers(int candidates) {
        int cores = Runtime.getRuntime().availableProcessors();
        return candidates < SHARED_FROM ? 1 : Math.min(MOST_WORKERS, cores);
    }

    /** Works until nobody is refused any more; returns the worst rank that got in, by unit. */
    int[] run() {
        long n = next.length;
        IntStream slices = IntStream.range(0, workers);
        (workers > 1 ? slices.parallel() : slices)
                .forEach(k -> new Worker().run((int) (n * k / workers), (int) (n * (k + 1) / workers)));
        seatHolders();
        return best.cutoffs();
    }

    /** One thread's applicants: those of its slice, then those whom its applications send away. */
    private final class Worker implements BestHeld.Released {
        private int[] free = new int[4 * BLOCK];
        private int freeCount;
        private final int[] block = new int[BLOCK];

        void run(int from, int to) {
            for (int i = from; i < to; i++) {
                if (seating.unit[i] == Placement.NONE) {
                    next[i] = (int) Math.min((long) market.wishes.start[i] + firstChoice, market.wishes.start[i + 1]);
                    apply(i);
                    if (freeCount >= BLOCK) {
                        applyBlock();
                    }
                }
            }
            while (freeCount > 0) {
                applyBlock();
            }
        }

        @Override
        public void release(int candidate) {
            if (freeCount == free.length) {
                free = Arrays.copyOf(free, freeCount * 2);
            }
            free[freeCount++] = candidate;
        }

        /**
         * Those sent away apply further down their lists. The lists lie anywhere in memory: a block of them is touched
         * first, so that the waits for memory overlap, and then worked off.
         */
        private void applyBlock() {
            int size = Math.min(BLOCK, freeCount);
            freeCount -= size;
            System.arraycopy(free, freeCount, block, 0, size);
            int end = market.wishes.size() - 1;
            int sum = 0;
            for (int k = 0; k < size; k++) {
                int w = Math.min(++next[block[k]], end);
                sum += market.wishes.unit[w] + market.rank[w] + market.rank[Math.min(w + LINE, end)];
            }
            touched = sum;
            for (int k = 0; k < size; k++) {
                apply(block[k]);
            }
        }

        private void apply(int i) {
            char[] wish = market.wishes.unit;
            int[] rank = market.rank;
            int[] bound = best.bound;
            int end = end(i);
            for (int w = next[i]; w < end; w++) {
                int r = rank[w];
                int u = wish[w];
                if (r <= bound[u] && r != 0) {
                    next[i] = w;
                    best.hold(u, r, i, this);
                    return;
                }
            }
            next[i] = end;
        }
    }

    private int end(int i) {
        return (int) Math.min((long) market.wishes.start[i] + endChoice, market.wishes.start[i + 1]);
    }

    private void seatHolders() {
        for (int u = 0; u < seats.length; u++) {
            if (refuseOverflow && seats[u] > 0) {
                seating.bound[u] = best.bound[u];
            }
            if (best.count(u) > seats[u]) {
                noteOverflow(u);
            }
        }
        // Everybody who has not come to the end of the window is held where the list stands.
        for (int i = 0; i < next.length; i++) {
            if (seating.unit[i] == Placement.NONE && next[i] < end(i)) {
                seating.seat(i, next[i]);
            }
        }
        if (refuseOverflow) {
            noteRefusedGroups();
        }
    }

    private void noteOverflow(int u) {
        int size = 0;
        for (int k = 0; k < best.count(u); k++) {
            size += best.rank(u, k) == best.rank(u, 0) ? 1 : 0;
        }
        int before = best.count(u) - size;
        seating.ties.add(new TieGroup(
                u, market.position(best.rank(u, 0)), size, seats[u] - before, TieGroup.Outcome.ADMITTED_TOGETHER));
    }

    private void noteRefusedGroups() {
        int[] size = new int[seats.length];
        for (int i = 0; i < next.length; i++) {
            // Who was seated before this band has not moved, and 0 lies before every list.
            for (int w = market.wishes.start[i] + firstChoice; w < next[i]; w++) {
                int u = market.wishes.unit[w];
                if (seats[u] > 0 && best.bound[u] < Placement.OPEN && market.rank[w] == best.bound[u] + 1) {
                    size[u]++;
                }
            }
        }
        for (int u = 0; u < seats.length; u++) {
            if (size[u] > 1) {
                int refused = market.position(best.bound[u] + 1);
                int seatsLeft = seats[u] - best.count(u);
                seating.ties.add(new TieGroup(u, refused, size[u], seatsLeft, TieGroup.Outcome.REFUSED_TOGETHER));
            }
        }
    }
}
