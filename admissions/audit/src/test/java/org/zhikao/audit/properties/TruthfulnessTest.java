package org.zhikao.audit.properties;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.zhikao.admissions.placement.rank.BandedFiling;
import org.zhikao.admissions.placement.rank.RankedMarket;
import org.zhikao.admissions.placement.rank.TieRule;

/** Q9: whether anybody can gain by another list than the true one, over all lists of small markets. */
class TruthfulnessTest {
    private static final int MARKETS = 60;
    private static final int UNITS = 3;
    private static final int CANDIDATES = 5;

    @Test
    void nobodyGainsByALieUnderParallelFiling() {
        assertThat(marketsWithAProfitableLie(UNITS)).isZero();
    }

    @Test
    void somebodyGainsByALieUnderSequentialFiling() {
        assertThat(marketsWithAProfitableLie(1)).isPositive();
    }

    @Test
    void somebodyGainsByALieUnderBandsOfTwo() {
        assertThat(marketsWithAProfitableLie(2)).isPositive();
    }

    private static int marketsWithAProfitableLie(int bandSize) {
        int found = 0;
        for (int k = 0; k < MARKETS; k++) {
            found += profitable(completeMarket(k), bandSize) ? 1 : 0;
        }
        return found;
    }

    /** Everybody lists all units in true order; all scores differ. */
    private static RandomMarket completeMarket(int seed) {
        List<int[]> orders = permutations();
        List<int[]> lists = new ArrayList<>();
        SplittableRandom random = new SplittableRandom(seed);
        long[][] keys = new long[2][CANDIDATES];
        long[] draw = new long[CANDIDATES];
        for (int i = 0; i < CANDIDATES; i++) {
            lists.add(orders.get(random.nextInt(orders.size())));
            keys[0][i] = -i;
            draw[i] = i;
        }
        int[] quota = {1, 1, 1 + random.nextInt(2)};
        return new RandomMarket(
                CANDIDATES,
                UNITS,
                lists,
                keys,
                draw,
                quota,
                new byte[CANDIDATES],
                new long[] {-1, -1, -1},
                Long.MIN_VALUE,
                List.of());
    }

    private static boolean profitable(RandomMarket truth, int bandSize) {
        int[] honest = choices(truth, truth, bandSize);
        for (int i = 0; i < CANDIDATES; i++) {
            for (int[] lie : permutations()) {
                List<int[]> lists = new ArrayList<>(truth.lists());
                lists.set(i, lie);
                if (choices(truth, truth.withLists(lists), bandSize)[i] < honest[i]) {
                    return true;
                }
            }
        }
        return false;
    }

    /** By true preference numbers, nothing counting as the worst. */
    private static int[] choices(RandomMarket truth, RandomMarket told, int bandSize) {
        RankedMarket market = RankedMarket.of(told.market(true), false);
        int[] units = BandedFiling.file(market, TieRule.SYSTEM_ORDER, new int[] {bandSize})
                .whole()
                .unitsByCandidate();
        int[] choices = new int[units.length];
        for (int i = 0; i < units.length; i++) {
            choices[i] = UNITS;
            for (int k = 0; k < UNITS; k++) {
                choices[i] = truth.lists().get(i)[k] == units[i] ? k : choices[i];
            }
        }
        return choices;
    }

    private static List<int[]> permutations() {
        return List.of(
                new int[] {0, 1, 2},
                new int[] {0, 2, 1},
                new int[] {1, 0, 2},
                new int[] {1, 2, 0},
                new int[] {2, 0, 1},
                new int[] {2, 1, 0});
    }
}
