package org.zhikao.admissions.placement.rank;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Q6: any number of threads gives the same places, limits and tied groups, in markets so crowded that they collide. */
class ThreadsDecideNothingTest {
    @ParameterizedTest
    @EnumSource(TieRule.class)
    void theNumberOfThreadsDoesNotMatter(TieRule rule) {
        for (int seed = 0; seed < 25; seed++) {
            RankedMarket market = crowded(seed, rule == TieRule.SYSTEM_ORDER);
            Placement alone = match(market, rule, 1);
            for (int workers : new int[] {2, 3, 8}) {
                Placement together = match(market, rule, workers);
                assertThat(together.unitsByCandidate()).isEqualTo(alone.unitsByCandidate());
                assertThat(together.choicesByCandidate()).isEqualTo(alone.choicesByCandidate());
                assertThat(together.cutoffsByUnit()).isEqualTo(alone.cutoffsByUnit());
                assertThat(together.ties()).isEqualTo(alone.ties());
            }
        }
    }

    private static Placement match(RankedMarket market, TieRule rule, int workers) {
        Seating seating = new Seating(market);
        new CutoffMatching(seating, rule, 0, market.wishes.longest(), workers).run();
        return seating.result();
    }

    private static RankedMarket crowded(int seed, boolean strict) {
        SplittableRandom random = new SplittableRandom(seed);
        int candidates = 3_000;
        int units = 12;
        List<int[]> lists = new ArrayList<>();
        for (int i = 0; i < candidates; i++) {
            lists.add(random.ints(0, units)
                    .distinct()
                    .limit(1 + random.nextInt(units))
                    .toArray());
        }
        Wishes wishes = Wishes.of(lists);
        int[] rank = new int[wishes.size()];
        int at = 0;
        for (int i = 0; i < candidates; i++) {
            for (int k = 0; k < wishes.length(i); k++) {
                rank[at++] = strict ? 1 + random.nextInt(1_000) * candidates + i : 1 + random.nextInt(300);
            }
        }
        int[] quota = random.ints(units, 0, 200).toArray();
        return RankedMarket.of(wishes, rank, Units.of(quota));
    }
}
