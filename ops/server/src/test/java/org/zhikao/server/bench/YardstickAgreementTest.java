package org.zhikao.server.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.zhikao.admissions.placement.rank.DeferredAcceptance;
import org.zhikao.admissions.placement.rank.Market;
import org.zhikao.admissions.placement.rank.MeritOrder;
import org.zhikao.admissions.placement.rank.ParallelFiling;
import org.zhikao.admissions.placement.rank.Placement;
import org.zhikao.admissions.placement.rank.RankedMarket;
import org.zhikao.admissions.placement.rank.TieRule;
import org.zhikao.admissions.placement.rank.Units;
import org.zhikao.admissions.placement.rank.Wishes;

/** The engine and the straightforward program on objects agree on every one of thousands of random markets. */
class YardstickAgreementTest {
    private static final int INSTANCES = 3_000;

    @Test
    void parallelFilingAgrees() {
        for (long seed = 0; seed < INSTANCES; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int n = 1 + random.nextInt(60);
            int units = 1 + random.nextInt(12);
            List<int[]> lists = lists(random, n, units);
            long[][] keys = new long[3][n];
            byte[] category = new byte[n];
            for (int i = 0; i < n; i++) {
                keys[0][i] = random.nextInt(20) - 10;
                keys[1][i] = random.nextInt(3);
                keys[2][i] = random.nextLong() >> random.nextInt(64);
                category[i] = (byte) random.nextInt(2);
            }
            int[] quota = random.ints(units, 0, 6).toArray();
            long[] accepts = random.longs(units, 1, 4).toArray();
            Market market = Market.of(MeritOrder.by(keys, n, null), Wishes.of(lists), Units.of(quota, accepts))
                    .withCategories(category);
            Placement placement = ParallelFiling.file(market, TieRule.ADMIT_ALL);

            List<Yardstick.Candidate> candidates = new ArrayList<>();
            for (int i = 0; i < n; i++) {
                List<Long> mine = List.of(keys[0][i], keys[1][i], keys[2][i]);
                candidates.add(new Yardstick.Candidate(
                        "c" + i, mine, names(lists.get(i)), Map.of(), Byte.toString(category[i])));
            }
            List<Yardstick.Unit> objects = new ArrayList<>();
            for (int u = 0; u < units; u++) {
                List<String> taken = new ArrayList<>();
                for (int c = 0; c < 2; c++) {
                    if ((accepts[u] >>> c & 1) != 0) {
                        taken.add(Integer.toString(c));
                    }
                }
                objects.add(new Yardstick.Unit("u" + u, quota[u], taken, Long.MIN_VALUE));
            }
            Yardstick.parallel(candidates, objects);
            for (int i = 0; i < n; i++) {
                assertThat(market.merit().position(i))
                        .as("position, seed " + seed)
                        .isEqualTo(candidates.get(i).position);
            }
            assertSame(placement, candidates, seed);
        }
    }

    @Test
    void deferredAcceptanceAgrees() {
        for (long seed = 0; seed < INSTANCES; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int n = 1 + random.nextInt(60);
            int units = 1 + random.nextInt(12);
            List<int[]> lists = lists(random, n, units);
            int[] quota = random.ints(units, 0, 6).toArray();
            List<Yardstick.Candidate> candidates = new ArrayList<>();
            List<Integer> flat = new ArrayList<>();
            for (int i = 0; i < n; i++) {
                Map<String, Integer> ranks = new HashMap<>();
                for (int u : lists.get(i)) {
                    int rank = random.nextInt(5) == 0 ? 0 : random.nextInt(1_000) * n + i + 1;
                    flat.add(rank);
                    if (rank > 0) {
                        ranks.put("u" + u, rank);
                    }
                }
                candidates.add(new Yardstick.Candidate("c" + i, List.of(), names(lists.get(i)), ranks, ""));
            }
            List<Yardstick.Unit> objects = new ArrayList<>();
            for (int u = 0; u < units; u++) {
                objects.add(new Yardstick.Unit("u" + u, quota[u], List.of(), 0));
            }
            int[] rank = flat.stream().mapToInt(x -> x).toArray();
            Placement placement = DeferredAcceptance.match(
                    RankedMarket.of(Wishes.of(lists), rank, Units.of(quota)), TieRule.SYSTEM_ORDER);
            Yardstick.deferredAcceptance(candidates, objects);
            assertSame(placement, candidates, seed);
        }
    }

    private static void assertSame(Placement placement, List<Yardstick.Candidate> candidates, long seed) {
        for (int i = 0; i < candidates.size(); i++) {
            String unit = placement.unit(i) < 0 ? null : "u" + placement.unit(i);
            assertThat(unit).as("candidate " + i + ", seed " + seed).isEqualTo(candidates.get(i).unit);
        }
    }

    private static List<int[]> lists(SplittableRandom random, int n, int units) {
        List<int[]> lists = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            int length = random.nextInt(units + 1);
            lists.add(random.ints(0, units).distinct().limit(length).toArray());
        }
        return lists;
    }

    private static List<String> names(int[] list) {
        List<String> names = new ArrayList<>();
        for (int u : list) {
            names.add("u" + u);
        }
        return names;
    }
}
