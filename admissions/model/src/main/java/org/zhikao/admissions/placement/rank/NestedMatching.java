package org.zhikao.admissions.placement.rank;

import java.util.ArrayDeque;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Deferred acceptance with shared quotas (专业 within 院校 within 类别): a unit over its quota sends away its own worst, and so does
 * each unit above it.
 *
 * <p>Ranks below one root must be one strict order.
 */
final class NestedMatching {
    private final Seating seating;
    private final RankedMarket market;
    private final int from;
    private final int to;
    private final int[] seats;
    private final int[] next;
    /** For each unit those it and the units below it hold, by rank. */
    private final TreeMap<Integer, Integer>[] held;

    @SuppressWarnings("unchecked")
    NestedMatching(Seating seating, int from, int to) {
        this.seating = seating;
        this.market = seating.market;
        this.from = from;
        this.to = to;
        seats = seatsLeft();
        next = new int[market.candidates()];
        held = new TreeMap[seats.length];
        for (int u = 0; u < seats.length; u++) {
            held[u] = new TreeMap<>();
        }
    }

    private int[] seatsLeft() {
        int[] left = market.units.quota.clone();
        for (int u = 0; u < left.length; u++) {
            for (int v = u; v >= 0; v = market.units.parent(v)) {
                left[v] -= seating.admitted[u];
            }
        }
        return left;
    }

    int[] run() {
        ArrayDeque<Integer> free = new ArrayDeque<>();
        for (int i = 0; i < market.candidates(); i++) {
            next[i] = (int) Math.min((long) market.wishes.start[i] + from, market.wishes.start[i + 1]);
            if (seating.unit[i] == Placement.NONE) {
                free.add(i);
            }
        }
        while (!free.isEmpty()) {
            int i = free.pop();
            int end = (int) Math.min((long) market.wishes.start[i] + to, market.wishes.start[i + 1]);
            int away = Placement.NONE;
            while (next[i] < end && (away = apply(i)) == i) {
                next[i]++;
            }
            if (next[i] < end && away != Placement.NONE) {
                next[away]++;
                free.push(away);
            }
        }
        for (int i = 0; i < next.length; i++) {
            if (next[i] < market.wishes.start[i + 1] && holds(i)) {
                seating.seat(i, next[i]);
            }
        }
        return cutoffs();
    }

    private int[] cutoffs() {
        int[] cutoff = new int[seats.length];
        for (int u = 0; u < seats.length; u++) {
            cutoff[u] = Placement.OPEN;
            for (int v = u; v >= 0; v = market.units.parent(v)) {
                if (held[v].size() >= seats[v]) {
                    cutoff[u] = Math.min(cutoff[u], held[v].isEmpty() ? 0 : held[v].lastKey());
                }
            }
        }
        return cutoff;
    }

    private boolean holds(int i) {
        Integer holder = held[market.wishes.unit[next[i]]].get(market.rank[next[i]]);
        return holder != null && holder == i;
    }

    /** Applies with the next wish; returns who is sent away for it, possibly the applicant, or nobody. */
    private int apply(int i) {
        int rank = market.rank[next[i]];
        if (rank == 0) {
            return i;
        }
        int u = market.wishes.unit[next[i]];
        for (int v = u; v >= 0; v = market.units.parent(v)) {
            MarketFault.NESTED_QUOTA_NEEDS_ONE_ORDER.unless(held[v].put(rank, i) == null, "rank", rank);
        }
        for (int v = u; v >= 0; v = market.units.parent(v)) {
            if (held[v].size() > seats[v]) {
                Map.Entry<Integer, Integer> worst = Objects.requireNonNull(held[v].lastEntry());
                int away = worst.getValue();
                for (int x = market.wishes.unit[next[away]]; x >= 0; x = market.units.parent(x)) {
                    held[x].remove(worst.getKey());
                }
                return away;
            }
        }
        return Placement.NONE;
    }
}
