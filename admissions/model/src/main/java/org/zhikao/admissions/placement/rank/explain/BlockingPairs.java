package org.zhikao.admissions.placement.rank.explain;

import java.util.ArrayList;
import java.util.List;
import org.zhikao.admissions.placement.rank.RankedMarket;

/** 阻碍对清单: all of them, in the order of candidates, then of their lists; none where a mechanism promises stability. */
public final class BlockingPairs {
    private final RankedMarket market;
    private final int[] taken;
    private final int[] worst;

    private BlockingPairs(RankedMarket market, int[] choice) {
        this.market = market;
        taken = new int[market.units().count()];
        worst = new int[market.units().count()];
        for (int i = 0; i < choice.length; i++) {
            if (choice[i] > 0) {
                int rank = market.rank(i, choice[i]);
                for (int v = market.wishes().unit(i, choice[i]);
                        v >= 0;
                        v = market.units().parent(v)) {
                    taken[v]++;
                    worst[v] = Math.max(worst[v], rank);
                }
            }
        }
    }

    /** Compares what each candidate got ({@code choice}, 0 for nothing) with what each preferred. */
    public static List<BlockingPair> of(RankedMarket market, int[] choice) {
        BlockingPairs found = new BlockingPairs(market, choice);
        List<BlockingPair> pairs = new ArrayList<>();
        for (int i = 0; i < choice.length; i++) {
            int end = choice[i] == 0 ? market.wishes().length(i) : choice[i] - 1;
            for (int c = 1; c <= end; c++) {
                int rank = market.rank(i, c);
                if (rank > 0) {
                    found.add(i, market.wishes().unit(i, c), rank, pairs);
                }
            }
        }
        return pairs;
    }

    /**
     * A seat is free when neither the unit nor any above it is full. Otherwise the candidate could replace somebody of the
     * unit, or somebody elsewhere below the first full unit above it.
     */
    private void add(int i, int unit, int rank, List<BlockingPair> pairs) {
        int full = unit;
        while (full >= 0 && taken[full] < market.units().quota(full)) {
            full = market.units().parent(full);
        }
        if (full < 0) {
            pairs.add(new BlockingPair(i, unit, BlockingPair.Kind.WASTE));
        } else if (rank < worst[unit] || rank < worst[full]) {
            pairs.add(new BlockingPair(i, unit, BlockingPair.Kind.ENVY));
        }
    }
}
