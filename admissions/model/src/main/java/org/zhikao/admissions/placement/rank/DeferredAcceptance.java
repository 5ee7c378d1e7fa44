package org.zhikao.admissions.placement.rank;

/**
 * 延迟接受: candidates apply down their lists and units keep the best by their own orders until nobody is refused any more.
 *
 * <p>Every candidate gets the best unit that any placement without justified envy could give. Units that share a quota
 * with others need one order for all of them.
 */
public final class DeferredAcceptance {
    private DeferredAcceptance() {}

    /** Matches with candidates applying. */
    public static Placement match(RankedMarket market, TieRule rule) {
        return BandedFiling.file(market, rule, new int[] {Integer.MAX_VALUE}).whole();
    }
}
