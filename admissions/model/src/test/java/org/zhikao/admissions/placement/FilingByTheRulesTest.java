package org.zhikao.admissions.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.zhikao.admissions.placement.rank.Market;
import org.zhikao.admissions.placement.rank.MarketFault;
import org.zhikao.admissions.placement.rank.MeritOrder;
import org.zhikao.admissions.placement.rank.TieRule;
import org.zhikao.admissions.placement.rank.Units;
import org.zhikao.admissions.placement.rank.Wishes;
import org.zhikao.admissions.season.rules.Placement.Mechanism;
import org.zhikao.admissions.shared.Refused;

/** Each track is filed by the mechanism of its own rules, and by no other. */
class FilingByTheRulesTest {
    private static final int[] RANKS = {1, 2, 3};

    /** The second candidate loses unit 0 to the first; the third put unit 1 first. */
    private static int[] units(Mechanism mechanism, TieRule ties, int[] ranks) {
        FilingRules rules = new FilingRules(mechanism, ties, false);
        MeritOrder merit = rules.merit(ranks, new long[] {0, 1, 2});
        Wishes wishes = Wishes.of(List.of(new int[] {0, 1}, new int[] {0, 1}, new int[] {1}));
        return rules.file(Market.of(merit, wishes, Units.of(new int[] {1, 1}))).unitsByCandidate();
    }

    @Test
    void parallelFollowsTheMarkAndSequentialTheChoice() {
        assertThat(units(Mechanism.PARALLEL, TieRule.ADMIT_ALL, RANKS)).containsExactly(0, 1, -1);
        assertThat(units(Mechanism.SEQUENTIAL, TieRule.ADMIT_ALL, RANKS)).containsExactly(0, -1, 1);
    }

    @Test
    void matchingFilesOnOneOrderGivesWhatOnePassGives() {
        assertThat(units(Mechanism.MULTI_FILE_MATCHING, TieRule.SYSTEM_ORDER, RANKS))
                .containsExactly(0, 1, -1);
    }

    @Test
    void matchingFilesNeedsAStrictOrderThatOnlyADrawGives() {
        int[] tied = {1, 1, 3};
        assertThat(units(Mechanism.MULTI_FILE_MATCHING, TieRule.SYSTEM_ORDER, tied))
                .containsExactly(0, 1, -1);
        assertThatThrownBy(() -> units(Mechanism.MULTI_FILE_MATCHING, TieRule.UNSTATED, tied))
                .isInstanceOfSatisfying(
                        Refused.class, e -> assertThat(e.code()).isEqualTo(MarketFault.TIE_WHERE_STRICT));
    }

    @ParameterizedTest
    @EnumSource(
            value = Mechanism.class,
            names = {"COLLEGE_RANKED_MATCHING", "MULTI_OFFER_CONFIRM", "WAITLIST_CONFIRM"})
    void listsAloneDoNotFillWhatAsksCollegesOrAnswers(Mechanism mechanism) {
        assertThat(new FilingRules(mechanism, TieRule.ADMIT_ALL, false).filesLists())
                .isFalse();
        assertThatThrownBy(() -> units(mechanism, TieRule.ADMIT_ALL, RANKS)).hasMessageContaining(mechanism.name());
    }
}
