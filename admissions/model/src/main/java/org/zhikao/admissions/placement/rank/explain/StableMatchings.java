package org.zhikao.admissions.placement.rank.explain;

import java.util.HashSet;
import java.util.OptionalInt;
import java.util.Set;
import org.zhikao.admissions.placement.rank.DeferredAcceptance;
import org.zhikao.admissions.placement.rank.FileMatching;
import org.zhikao.admissions.placement.rank.Placement;
import org.zhikao.admissions.placement.rank.RankedMarket;
import org.zhikao.admissions.placement.rank.TieRule;

/**
 * 稳定匹配数: how many placements of a small strict market leave no blocking pair.
 *
 * <p>In each of them a candidate stands between what deferred acceptance gives from either side; only those are tried.
 */
public final class StableMatchings {
    private static final long MOST = 200_000;

    private final RankedMarket market;
    private final int[] from;
    private final int[] to;
    private final int[] choice;
    private final int[] left;
    private int count;

    private StableMatchings(RankedMarket market, Placement best, Placement worst) {
        this.market = market;
        from = best.choicesByCandidate();
        to = worst.choicesByCandidate();
        choice = new int[from.length];
        left = new int[market.units().count()];
        for (int u = 0; u < left.length; u++) {
            left[u] = market.units().quota(u);
        }
    }

    /** Their number, or empty when the market is too large to try, has ties or shared quotas. */
    public static OptionalInt count(RankedMarket market) {
        if (market.units().nested() || tied(market)) {
            return OptionalInt.empty();
        }
        Placement best = DeferredAcceptance.match(market, TieRule.SYSTEM_ORDER);
        Placement worst = FileMatching.match(market);
        StableMatchings search = new StableMatchings(market, best, worst);
        long combinations = 1;
        for (int i = 0; i < market.candidates(); i++) {
            combinations *= search.to[i] - search.from[i] + 1;
            if (combinations > MOST) {
                return OptionalInt.empty();
            }
        }
        search.tryFrom(0);
        return OptionalInt.of(search.count);
    }

    private static boolean tied(RankedMarket market) {
        Set<Long> seen = new HashSet<>();
        for (int i = 0; i < market.candidates(); i++) {
            for (int c = 1; c <= market.wishes().length(i); c++) {
                long atUnit = (long) market.wishes().unit(i, c) << 32 | market.rank(i, c);
                if (market.rank(i, c) > 0 && !seen.add(atUnit)) {
                    return true;
                }
            }
        }
        return false;
    }

    private void tryFrom(int i) {
        if (i == choice.length) {
            count += BlockingPairs.of(market, choice).isEmpty() ? 1 : 0;
            return;
        }
        for (int c = from[i]; c <= to[i]; c++) {
            int unit = c == 0 ? -1 : market.wishes().unit(i, c);
            if (unit < 0 || left[unit] > 0 && market.rank(i, c) > 0) {
                choice[i] = c;
                take(unit, -1);
                tryFrom(i + 1);
                take(unit, 1);
            }
        }
    }

    private void take(int unit, int seats) {
        if (unit >= 0) {
            left[unit] += seats;
        }
    }
}
