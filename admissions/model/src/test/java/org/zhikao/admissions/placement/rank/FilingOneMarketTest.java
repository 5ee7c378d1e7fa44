package org.zhikao.admissions.placement.rank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/** One pass down one merit order, on markets small enough to check by eye. */
class FilingOneMarketTest {
    private static final int U = 0;
    private static final int V = 1;
    private static final int NONE = Placement.NONE;

    /** a 500, then b, c, d with 490, then e with 480. */
    private static final long[][] KEYS = {{500, 490, 490, 490, 480}};

    private static final Wishes LISTS = Wishes.of(
            List.of(new int[] {U, V}, new int[] {U, V}, new int[] {V, U}, new int[] {U, V}, new int[] {U, V}));

    private static Placement file(TieRule rule, long... draw) {
        MeritOrder merit = MeritOrder.by(KEYS, 5, draw.length == 0 ? null : draw);
        return ParallelFiling.file(Market.of(merit, LISTS, Units.of(new int[] {2, 2})), rule);
    }

    @Test
    void theDrawNumberDecidesUnderSystemOrder() {
        Placement placement = file(TieRule.SYSTEM_ORDER, 7, 3, 1, 5, 2);
        assertThat(placement.unitsByCandidate()).containsExactly(U, U, V, V, NONE);
        assertThat(placement.choicesByCandidate()).containsExactly(1, 1, 1, 2, 0);
        assertThat(placement.cutoffsByUnit()).containsExactly(3, 4);
        assertThat(placement.ties()).isEmpty();
    }

    @Test
    void systemOrderRefusesATieThatTheDrawLeft() {
        assertThatThrownBy(() -> file(TieRule.SYSTEM_ORDER, 7, 3, 3, 5, 2)).hasMessage("DRAW_LEAVES_TIE");
    }

    @Test
    void theTiedGroupIsAdmittedTogetherOverQuota() {
        Placement placement = file(TieRule.ADMIT_ALL);
        assertThat(placement.unitsByCandidate()).containsExactly(U, U, V, U, V);
        assertThat(placement.admitted(U)).isEqualTo(3);
        assertThat(placement.ties()).containsExactly(new TieGroup(U, 2, 2, 1, TieGroup.Outcome.ADMITTED_TOGETHER));
        assertThat(placement.vacancies(Units.of(new int[] {2, 2}))).containsExactly(0, 0);
    }

    @Test
    void theTiedGroupIsRefusedTogetherAndNobodyBehindItEnters() {
        Placement placement = file(TieRule.REFUSE_ALL);
        assertThat(placement.unitsByCandidate()).containsExactly(U, NONE, NONE, NONE, NONE);
        assertThat(placement.cutoffsByUnit()).containsExactly(1, 1);
        assertThat(placement.ties())
                .containsExactly(
                        new TieGroup(U, 2, 2, 1, TieGroup.Outcome.REFUSED_TOGETHER),
                        new TieGroup(V, 2, 3, 2, TieGroup.Outcome.REFUSED_TOGETHER));
    }

    @Test
    void anUnstatedRuleReportsTheGroupAndNeverSplitsIt() {
        Placement placement = file(TieRule.UNSTATED);
        assertThat(placement.unitsByCandidate()).containsExactly(U, U, V, U, V);
        assertThat(placement.ties()).containsExactly(new TieGroup(U, 2, 2, 1, TieGroup.Outcome.UNDECIDED));
    }

    @Test
    void categoriesAndLinesKeepChoiceNumbers() {
        MeritOrder merit = MeritOrder.by(new long[][] {{10, 20, 30}}, 3, null);
        Wishes lists = Wishes.of(List.of(new int[] {U, V}, new int[] {U, V}, new int[] {U, V}));
        Market market = Market.of(merit, lists, Units.of(new int[] {1, 9}, new long[] {0b01, 0b11}))
                .withCategories(new byte[] {0, 1, 1})
                .withLines(List.of(Line.common("total", new long[] {10, 20, 30}, 2, 20)));
        Placement placement = ParallelFiling.file(market, TieRule.ADMIT_ALL);
        assertThat(placement.unitsByCandidate()).containsExactly(NONE, V, V);
        assertThat(placement.choicesByCandidate()).containsExactly(0, 2, 2);
        assertThat(placement.cutoffsByUnit()).containsExactly(Placement.OPEN, Placement.OPEN);
    }

    @Test
    void aUnitSharesTheQuotaOfTheUnitAbove() {
        MeritOrder merit = MeritOrder.by(new long[][] {{30, 20, 10}}, 3, null);
        Wishes lists = Wishes.of(List.of(new int[] {1}, new int[] {2, 1}, new int[] {1, 2}));
        Units units = Units.of(new int[] {2, 2, 2}).within(new int[] {-1, 0, 0});
        Placement placement = ParallelFiling.file(Market.of(merit, lists, units), TieRule.ADMIT_ALL);
        assertThat(placement.unitsByCandidate()).containsExactly(1, 2, NONE);
        assertThat(placement.cutoffsByUnit()).containsExactly(2, 2, 2);
        assertThat(placement.vacancies(units)).containsExactly(0, 1, 1);
    }
}
