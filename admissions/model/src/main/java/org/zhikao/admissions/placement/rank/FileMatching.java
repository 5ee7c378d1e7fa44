package org.zhikao.admissions.placement.rank;

import java.util.ArrayDeque;
import java.util.Arrays;

/**
 * 一档多投撮合: all wishes are filed at once; units mark their best inside; each candidate keeps the first choice that is inside
 * and strikes all later ones, until nothing is struck.
 *
 * <p>The outcome is the one that deferred acceptance has when units apply. It needs strict orders.
 */
public final class FileMatching {
    private final RankedMarket market;
    private final int[] begin;
    /** The fit applications of each unit, best first, as places in the flat lists. */
    private final int[] file;
    /** Who wrote the wish of {@link #file}. */
    private final int[] owner;

    private final int[] called;
    private final int[] inside;
    private final int[] kept;

    private FileMatching(RankedMarket market) {
        this.market = market;
        int units = market.units.count();
        begin = new int[units + 1];
        for (int w = 0; w < market.wishes.size(); w++) {
            if (market.rank[w] > 0) {
                begin[market.wishes.unit[w] + 1]++;
            }
        }
        for (int u = 0; u < units; u++) {
            begin[u + 1] += begin[u];
        }
        file = new int[begin[units]];
        owner = new int[begin[units]];
        called = Arrays.copyOf(begin, units);
        inside = new int[units];
        kept = new int[market.candidates()];
        Arrays.fill(kept, Integer.MAX_VALUE);
        sortFiles();
    }

    /** Matches; ties are a fault of the input. */
    public static Placement match(RankedMarket market) {
        if (market.units.nested()) {
            MarketFault.NESTED_QUOTA_NEEDS_ONE_ORDER.unless(false);
        }
        return new FileMatching(market).run();
    }

    private void sortFiles() {
        int units = market.units.count();
        int[] at = Arrays.copyOf(begin, units);
        long[] ranked = new long[file.length];
        for (int i = 0; i < market.candidates(); i++) {
            for (int w = market.wishes.start[i]; w < market.wishes.start[i + 1]; w++) {
                if (market.rank[w] > 0) {
                    ranked[at[market.wishes.unit[w]]++] = (long) market.rank[w] << 32 | w;
                }
            }
        }
        for (int u = 0; u < units; u++) {
            Arrays.sort(ranked, begin[u], begin[u + 1]);
            for (int k = begin[u]; k < begin[u + 1]; k++) {
                boolean tied = k > begin[u] && ranked[k] >>> 32 == ranked[k - 1] >>> 32;
                MarketFault.TIE_WHERE_STRICT.unless(!tied, "unit", u);
                file[k] = (int) ranked[k];
                int found = Arrays.binarySearch(market.wishes.start, file[k]);
                owner[k] = found >= 0 ? lastEqual(found) : -found - 2;
            }
        }
    }

    /** Empty lists share their start with the next one: the owner is the last of them. */
    private int lastEqual(int found) {
        int i = found;
        while (market.wishes.start[i + 1] == market.wishes.start[i]) {
            i++;
        }
        return i;
    }

    private Placement run() {
        ArrayDeque<Integer> work = new ArrayDeque<>();
        for (int u = 0; u < inside.length; u++) {
            work.add(u);
        }
        while (!work.isEmpty()) {
            int u = work.poll();
            while (inside[u] < market.units.quota[u] && called[u] < begin[u + 1]) {
                int k = called[u]++;
                int i = owner[k];
                if (file[k] < kept[i]) {
                    if (kept[i] != Integer.MAX_VALUE) {
                        int left = market.wishes.unit[kept[i]];
                        inside[left]--;
                        work.add(left);
                    }
                    kept[i] = file[k];
                    inside[u]++;
                }
            }
        }
        Seating seating = new Seating(market);
        for (int i = 0; i < kept.length; i++) {
            if (kept[i] != Integer.MAX_VALUE) {
                seating.seat(i, kept[i]);
            }
        }
        return seating.result();
    }
}
