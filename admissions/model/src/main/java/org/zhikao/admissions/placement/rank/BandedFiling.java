package org.zhikao.admissions.placement.rank;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * 分段录取: choices are worked off in bands, each by deferred acceptance on the seats left, and final before the next.
 *
 * <p>Bands of one choice are SEQUENTIAL filing (顺序志愿); one band over the whole list is DEFERRED_ACCEPTANCE. Bands count the
 * choice numbers of the original list: an ineligible wish keeps its slot.
 */
public final class BandedFiling {
    private BandedFiling() {}

    /**
     * 分段结果.
     *
     * @param whole who got what in the end
     * @param cutoffs for each band and unit the worst rank of the market that got in; 0 where no seat was left
     * @param ends the choice number with which each band ends
     */
    public record Outcome(Placement whole, List<int[]> cutoffs, List<Integer> ends) {
        /** The cut-off that met a wish of that choice number. */
        public int cutoff(int unit, int choice) {
            int band = 0;
            while (ends.get(band) < choice) {
                band++;
            }
            return cutoffs.get(band)[unit];
        }
    }

    /** 顺序志愿: first choices first. */
    public static Outcome sequential(RankedMarket market, TieRule rule) {
        return file(market, rule, new int[] {1});
    }

    /** Files band after band; the last size repeats until the longest list ends. */
    public static Outcome file(RankedMarket market, TieRule rule, int[] bandSizes) {
        Seating seating = new Seating(market);
        List<int[]> cutoffs = new ArrayList<>();
        List<Integer> ends = new ArrayList<>();
        int longest = market.wishes.longest();
        int from = 0;
        for (int k = 0; from < longest || k == 0; k++) {
            int size = bandSizes[Math.min(k, bandSizes.length - 1)];
            if (size <= 0) {
                throw new IllegalArgumentException("a band has at least one choice");
            }
            int to = (int) Math.min((long) from + size, longest);
            // The limits of H hold inside a band: a seat it left empty is open in the next.
            Arrays.fill(seating.bound, Placement.OPEN);
            cutoffs.add(
                    market.units.nested()
                            ? new NestedMatching(seating, from, to).run()
                            : new CutoffMatching(seating, rule, from, to).run());
            ends.add(to);
            from = to;
        }
        Placement whole = seating.result();
        return new Outcome(
                rule == TieRule.UNSTATED ? whole.undecided() : whole, List.copyOf(cutoffs), List.copyOf(ends));
    }
}
