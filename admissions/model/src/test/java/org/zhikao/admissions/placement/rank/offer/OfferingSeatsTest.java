package org.zhikao.admissions.placement.rank.offer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.zhikao.admissions.placement.rank.RankedMarket;
import org.zhikao.admissions.placement.rank.Units;
import org.zhikao.admissions.placement.rank.Wishes;

/** Offers, answers and what silence does. */
class OfferingSeatsTest {
    private static final Answer[] SECOND_SILENT = {Answer.BEST_OFFER, Answer.SILENT, Answer.BEST_OFFER};

    /** Unit 0 ranks 0, 1, 2; unit 1 ranks 1, 2. */
    private static RankedMarket market(int... quota) {
        Wishes lists = Wishes.of(List.of(new int[] {0}, new int[] {0, 1}, new int[] {1, 0}));
        return RankedMarket.of(lists, new int[] {1, 2, 1, 2, 3}, Units.of(quota));
    }

    @Test
    void aRefillPassesTheSeatOfTheSilentOn() {
        OfferRounds.Outcome none = OfferRounds.play(market(1, 1), SECOND_SILENT, OfferTerms.multiOffer(0));
        assertThat(none.unit()).containsExactly(0, -1, -1);
        assertThat(none.vacancies()).containsExactly(0, 1);
        OfferRounds.Outcome one = OfferRounds.play(market(1, 1), SECOND_SILENT, OfferTerms.multiOffer(1));
        assertThat(one.unit()).containsExactly(0, -1, 1);
    }

    @Test
    void silenceCostsTheWaitingListOnlyWhereTheRuleSaysSo() {
        Answer[] firstSilentOnce = {Answer.SILENT, Answer.SILENT, Answer.SILENT};
        OfferRounds.Outcome kept = OfferRounds.play(market(1, 1), firstSilentOnce, OfferTerms.waitlist(500, false));
        OfferRounds.Outcome lost = OfferRounds.play(market(1, 1), firstSilentOnce, OfferTerms.waitlist(500, true));
        assertThat(kept.offers()).hasSize(3);
        assertThat(kept.offers().get(1)).containsExactly(List.of(1), List.of(2));
        assertThat(lost.offers().get(1)).containsExactly(List.of(2), List.of(2));
    }

    @Test
    void theWaitingListEndsWithItsPercentage() {
        OfferRounds.Outcome outcome = OfferRounds.play(
                market(1, 0),
                new Answer[] {Answer.SILENT, Answer.SILENT, Answer.BEST_OFFER},
                OfferTerms.waitlist(100, false));
        assertThat(outcome.lastCalled()).containsExactly(2, 0);
        assertThat(outcome.unit()).containsExactly(-1, -1, -1);
    }

    @Test
    void aSeatLostInTheAuditIsFilledAgainOnlyWhereTheRuleSaysSo() {
        Wishes lists = Wishes.of(List.of(new int[] {0}, new int[] {0}));
        RankedMarket market = RankedMarket.of(lists, new int[] {1, 2}, Units.of(new int[] {1}));
        boolean[] audit = {false, true};
        assertThat(CollegeSelection.select(market, audit, false)).containsExactly(-1, -1);
        assertThat(CollegeSelection.select(market, audit, true)).containsExactly(-1, 0);
    }

    @Test
    void aTieInACollegesOrderIsAFault() {
        Wishes lists = Wishes.of(List.of(new int[] {0}, new int[] {0}));
        RankedMarket market = RankedMarket.of(lists, new int[] {1, 1}, Units.of(new int[] {1}));
        assertThatThrownBy(() -> CollegeSelection.select(market, new boolean[] {true, true}, false))
                .hasMessage("TIE_WHERE_STRICT {unit=0}");
    }
}
