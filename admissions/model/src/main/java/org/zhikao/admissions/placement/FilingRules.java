package org.zhikao.admissions.placement;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.zhikao.admissions.placement.rank.BandedFiling;
import org.zhikao.admissions.placement.rank.DeferredAcceptance;
import org.zhikao.admissions.placement.rank.FileMatching;
import org.zhikao.admissions.placement.rank.Market;
import org.zhikao.admissions.placement.rank.MeritOrder;
import org.zhikao.admissions.placement.rank.ParallelFiling;
import org.zhikao.admissions.placement.rank.Placement;
import org.zhikao.admissions.placement.rank.RankedMarket;
import org.zhikao.admissions.placement.rank.TieRule;
import org.zhikao.admissions.season.rules.Placement.Mechanism;
import org.zhikao.admissions.season.rules.Ranking;
import org.zhikao.admissions.season.rules.Track;

/**
 * 投档规则 of one track as its published rules have them: which mechanism fills its seats and what decides among equals.
 *
 * @param mechanism null = not published, so nothing can be filed
 * @param ties what becomes of a tied group that meets the last seat
 * @param choiceBreaksTies 志愿顺序在前者优先
 */
public record FilingRules(@Nullable Mechanism mechanism, TieRule ties, boolean choiceBreaksTies) {
    public static FilingRules of(Track track) {
        List<Ranking.TieKey> chain = track.ranking().ties();
        boolean choice = chain != null && chain.stream().anyMatch(key -> key.by() == Ranking.By.PREFERENCE_POSITION);
        return new FilingRules(
                track.placement().mechanism(), rule(track.ranking().terminal()), choice);
    }

    private static TieRule rule(Ranking.@Nullable TerminalPolicy terminal) {
        if (terminal == null) {
            return TieRule.UNSTATED;
        }
        return switch (terminal) {
            case UNSTATED -> TieRule.UNSTATED;
            case SYSTEM_ORDER -> TieRule.SYSTEM_ORDER;
            case ADMIT_ALL, SHARED_RANK -> TieRule.ADMIT_ALL;
        };
    }

    /** True where locked lists and one merit order are all that a run needs; offers and colleges' own orders need more. */
    public boolean filesLists() {
        return mechanism != null
                && switch (mechanism) {
                    case PARALLEL, SEQUENTIAL, MULTI_FILE_MATCHING, COLLEGE_SELECTED, DIRECTED -> true;
                    case COLLEGE_RANKED_MATCHING, MULTI_OFFER_CONFIRM, WAITLIST_CONFIRM -> false;
                };
    }

    /** 院校自主录取与定向录取 look at the first wish alone; all others read the list to its end. */
    public boolean firstWishOnly() {
        return mechanism == Mechanism.COLLEGE_SELECTED || mechanism == Mechanism.DIRECTED;
    }

    /** 顺序志愿: envy and waste are excluded among those who gave a unit the same number, and nowhere else. */
    public boolean choiceByChoice() {
        return mechanism == Mechanism.SEQUENTIAL;
    }

    /**
     * 投档位次: the released ranks; 系统排序 makes them strict by the draw.
     *
     * @param rank released rank, 1 best, equals share one
     * @param drawn the place of each candidate in the published draw, smaller first
     */
    public MeritOrder merit(int[] rank, long[] drawn) {
        if (ties != TieRule.SYSTEM_ORDER) {
            return MeritOrder.ofPositions(rank);
        }
        long[] key = IntStream.of(rank).mapToLong(r -> -(long) r).toArray();
        return MeritOrder.by(new long[][] {key}, rank.length, drawn);
    }

    /** Files one market by the track's own mechanism; its lists hold one wish where only the first counts. */
    public Placement file(Market market) {
        if (mechanism == null || !filesLists()) {
            throw new IllegalStateException("no run files lists by " + mechanism);
        }
        return switch (mechanism) {
            case SEQUENTIAL ->
                BandedFiling.sequential(RankedMarket.of(market, choiceBreaksTies), ties)
                        .whole();
            case MULTI_FILE_MATCHING -> FileMatching.match(RankedMarket.of(market, choiceBreaksTies));
            default ->
                choiceBreaksTies
                        ? DeferredAcceptance.match(RankedMarket.of(market, true), ties)
                        : ParallelFiling.file(market, ties);
        };
    }
}
