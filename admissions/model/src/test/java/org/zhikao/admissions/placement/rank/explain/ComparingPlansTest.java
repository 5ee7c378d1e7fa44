package org.zhikao.admissions.placement.rank.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.zhikao.admissions.placement.rank.Market;
import org.zhikao.admissions.placement.rank.MeritOrder;
import org.zhikao.admissions.placement.rank.ParallelFiling;
import org.zhikao.admissions.placement.rank.Placement;
import org.zhikao.admissions.placement.rank.TieRule;
import org.zhikao.admissions.placement.rank.Units;
import org.zhikao.admissions.placement.rank.Wishes;

/** One more seat: who moves, which units change, how many preferences come true. */
class ComparingPlansTest {
    @Test
    void oneMoreSeatMovesTheNextAndMakesRoomBehind() {
        MeritOrder merit = MeritOrder.by(new long[][] {{30, 20, 10}}, 3, null);
        Wishes lists = Wishes.of(List.of(new int[] {0}, new int[] {0, 1}, new int[] {1}));
        Market plan = Market.of(merit, lists, Units.of(new int[] {1, 1}));
        Market more = plan.withQuota(new int[] {2, 1});
        Placement before = ParallelFiling.file(plan, TieRule.ADMIT_ALL);

        Comparison compared = Comparison.of(plan, before, more, ParallelFiling.file(more, TieRule.ADMIT_ALL));

        assertThat(compared.moved())
                .containsExactly(new Comparison.Move(1, 1, 2, 0, 1), new Comparison.Move(2, -1, 0, 1, 1));
        assertThat(compared.better()).isEqualTo(2);
        assertThat(compared.worse()).isZero();
        assertThat(compared.units())
                .containsExactly(new Comparison.UnitChange(0, 1, 2, 1, 2), new Comparison.UnitChange(1, 1, 1, 2, 3));
        assertThat(compared.before()).isEqualTo(new Comparison.Satisfaction(List.of(1, 1), 1, 0));
        assertThat(compared.after()).isEqualTo(new Comparison.Satisfaction(List.of(3, 0), 0, 0));
    }
}
