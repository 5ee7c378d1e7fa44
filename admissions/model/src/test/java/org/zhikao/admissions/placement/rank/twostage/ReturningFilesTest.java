package org.zhikao.admissions.placement.rank.twostage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.zhikao.admissions.placement.rank.Market;
import org.zhikao.admissions.placement.rank.MeritOrder;
import org.zhikao.admissions.placement.rank.Units;
import org.zhikao.admissions.placement.rank.Wishes;

/** Q16: every returned file has a reason, and whoever was returned may come back in the supplementary round. */
class ReturningFilesTest {
    private static final int COLLEGES = 3;
    private static final int MAJORS = 2;
    private static final int UNITS = COLLEGES * (1 + MAJORS);

    @Property(tries = 2000)
    void everyFileIsPlacedOrReturnedWithAReason(@ForAll long seed, @ForAll boolean choiceFirst, @ForAll boolean up) {
        SplittableRandom random = new SplittableRandom(seed);
        int n = 1 + random.nextInt(12);
        int[] quota = new int[UNITS];
        int[] parent = new int[UNITS];
        int[] ratio = new int[UNITS];
        for (int c = 0; c < COLLEGES; c++) {
            parent[c] = -1;
            ratio[c] = 100 + random.nextInt(60);
            for (int m = 0; m < MAJORS; m++) {
                int unit = COLLEGES + c * MAJORS + m;
                quota[unit] = random.nextInt(3);
                quota[c] += quota[unit];
                parent[unit] = c;
            }
        }
        long[][] key = new long[1][n];
        List<int[]> nobody = new ArrayList<>();
        List<List<Filing>> filings = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            key[0][i] = i * 31 % n;
            nobody.add(new int[0]);
            filings.add(filings(random));
        }
        long[] draw = new long[n];
        for (int i = 0; i < n; i++) {
            draw[i] = i;
        }
        Market market = Market.of(
                MeritOrder.by(key, n, draw), Wishes.of(nobody), Units.of(quota).within(parent));
        StageRules rules = new StageRules(up, choiceFirst);
        TwoStageFiling.Round first = TwoStageFiling.play(market, filings, quota, ratio, rules);
        int[] taken = new int[UNITS];
        for (int i = 0; i < n; i++) {
            boolean filed = first.college()[i] >= 0;
            boolean admitted = first.major()[i] >= 0;
            assertThat(first.returned().containsKey(i)).isEqualTo(filed && !admitted);
            if (admitted) {
                assertThat(parent[first.major()[i]]).isEqualTo(first.college()[i]);
                taken[first.major()[i]]++;
                taken[first.college()[i]]++;
            }
        }
        for (int u = 0; u < UNITS; u++) {
            assertThat(taken[u]).isLessThanOrEqualTo(quota[u]);
            assertThat(first.vacant()[u]).isEqualTo(quota[u] - taken[u]);
        }
        supplementaryRound(market, filings, first, rules, n);
    }

    private static void supplementaryRound(
            Market market, List<List<Filing>> filings, TwoStageFiling.Round first, StageRules rules, int n) {
        List<List<Filing>> again = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            again.add(first.major()[i] >= 0 ? List.of() : filings.get(i));
        }
        int[] all = new int[UNITS];
        Arrays.fill(all, 100);
        TwoStageFiling.Round second = TwoStageFiling.play(market, again, first.vacant(), all, rules);
        for (int i = 0; i < n; i++) {
            assertThat(first.major()[i] >= 0 && second.college()[i] >= 0).isFalse();
        }
    }

    private static List<Filing> filings(SplittableRandom random) {
        List<Filing> filings = new ArrayList<>();
        int first = random.nextInt(COLLEGES);
        for (int k = 0; k < 1 + random.nextInt(COLLEGES); k++) {
            int c = (first + k) % COLLEGES;
            List<Integer> majors = new ArrayList<>();
            majors.add(COLLEGES + c * MAJORS + random.nextInt(MAJORS));
            filings.add(new Filing(c, majors, random.nextBoolean()));
        }
        return filings;
    }
}
