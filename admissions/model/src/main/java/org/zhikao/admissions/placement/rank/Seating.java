package org.zhikao.admissions.placement.rank;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Places given so far, while a mechanism works: what bands and rounds hand on to one another. */
final class Seating {
    final RankedMarket market;
    final int[] unit;
    final int[] choice;
    final int[] admitted;
    /** The worst rank that still gets in, {@link Placement#OPEN} before the first refusal. */
    final int[] bound;

    final List<TieGroup> ties = new ArrayList<>();

    Seating(RankedMarket market) {
        this.market = market;
        unit = new int[market.candidates()];
        choice = new int[market.candidates()];
        admitted = new int[market.units.count()];
        bound = new int[market.units.count()];
        Arrays.fill(unit, Placement.NONE);
        Arrays.fill(bound, Placement.OPEN);
    }

    /** Seats nobody holds yet, never negative. */
    int seatsLeft(int u) {
        return Math.max(0, market.units.quota[u] - admitted[u]);
    }

    void seat(int candidate, int w) {
        unit[candidate] = market.wishes.unit[w];
        choice[candidate] = w - market.wishes.start[candidate] + 1;
        admitted[unit[candidate]]++;
    }

    Placement result() {
        int units = market.units.count();
        int[] last = new int[units];
        for (int i = 0; i < unit.length; i++) {
            if (unit[i] >= 0) {
                last[unit[i]] = Math.max(last[unit[i]], market.rank(i, choice[i]));
            }
        }
        int[] lastBelow = last.clone();
        int[] below = admitted.clone();
        for (int u = 0; u < units; u++) {
            for (int p = market.units.parent(u); p >= 0; p = market.units.parent(p)) {
                lastBelow[p] = Math.max(lastBelow[p], last[u]);
                below[p] += admitted[u];
            }
        }
        int[] cutoff = bound.clone();
        for (int u = 0; u < units; u++) {
            for (int v = u; v >= 0; v = market.units.parent(v)) {
                if (below[v] >= market.units.quota[v]) {
                    cutoff[u] = Math.min(cutoff[u], lastBelow[v]);
                }
            }
        }
        for (int u = 0; u < units; u++) {
            last[u] = market.position(last[u]);
            cutoff[u] = market.position(cutoff[u]);
        }
        ties.sort(Comparator.comparingInt(TieGroup::unit).thenComparingInt(TieGroup::position));
        return new Placement(unit, choice, admitted, last, cutoff, ties);
    }
}
