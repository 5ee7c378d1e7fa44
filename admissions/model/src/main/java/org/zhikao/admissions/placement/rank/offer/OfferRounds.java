package org.zhikao.admissions.placement.rank.offer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.zhikao.admissions.placement.rank.MarketFault;
import org.zhikao.admissions.placement.rank.RankedMarket;

/**
 * 预录取与确认: colleges offer their free seats down their own order, holders answer, vacated seats are offered again.
 *
 * <p>The order of the college alone decides who is next; arrival time of answers never does.
 */
public final class OfferRounds {
    private static final int NONE = -1;

    private final RankedMarket market;
    private final Answer[] answers;
    private final OfferTerms terms;
    /** Each unit's candidates, best first, as far as its list reaches. */
    private final int[][] order;

    private final int[] called;
    private final int[] confirmed;
    private final int[] unit;
    private final boolean[] dropped;

    private OfferRounds(RankedMarket market, Answer[] answers, OfferTerms terms) {
        this.market = market;
        this.answers = answers;
        this.terms = terms;
        int units = market.units().count();
        order = new int[units][];
        called = new int[units];
        confirmed = new int[units];
        unit = new int[market.candidates()];
        dropped = new boolean[market.candidates()];
        Arrays.fill(unit, NONE);
        List<int[]> byUnit = OwnOrders.of(market);
        for (int u = 0; u < units; u++) {
            order[u] = Arrays.copyOf(byUnit.get(u), Math.min(byUnit.get(u).length, reach(u)));
        }
    }

    /**
     * 确认结果.
     *
     * @param unit the confirmed unit of each candidate, {@code -1} for none
     * @param offers for each round and unit the candidates who were offered a seat, in order
     * @param lastCalled for each unit how far down its order offers went
     * @param vacancies seats nobody confirmed
     */
    public record Outcome(int[] unit, List<List<List<Integer>>> offers, int[] lastCalled, int[] vacancies) {}

    /** Plays all rounds. */
    public static Outcome play(RankedMarket market, Answer[] answers, OfferTerms terms) {
        if (answers.length != market.candidates()) {
            throw new IllegalArgumentException("an answer of each candidate");
        }
        MarketFault.NESTED_QUOTA_NEEDS_ONE_ORDER.unless(!market.units().nested());
        return new OfferRounds(market, answers, terms).run();
    }

    private int reach(int u) {
        if (terms.waitlistPercent() == OfferTerms.WHOLE_LIST) {
            return Integer.MAX_VALUE;
        }
        long quota = market.units().quota(u);
        return (int) Math.min(Integer.MAX_VALUE, quota + quota * terms.waitlistPercent() / 100);
    }

    private Outcome run() {
        List<List<List<Integer>>> rounds = new ArrayList<>();
        for (int round = 0; round == 0 || round <= terms.refills(); round++) {
            List<List<Integer>> offers = offer();
            if (round > 0 && offers.stream().allMatch(List::isEmpty)) {
                break;
            }
            rounds.add(offers);
            answer(offers);
        }
        int[] vacancies = new int[order.length];
        for (int u = 0; u < order.length; u++) {
            vacancies[u] = market.units().quota(u) - confirmed[u];
        }
        return new Outcome(unit, List.copyOf(rounds), called, vacancies);
    }

    private List<List<Integer>> offer() {
        List<List<Integer>> offers = new ArrayList<>();
        for (int u = 0; u < order.length; u++) {
            List<Integer> mine = new ArrayList<>();
            int free = market.units().quota(u) - confirmed[u];
            while (mine.size() < free && called[u] < order[u].length) {
                int i = order[u][called[u]++];
                if (unit[i] == NONE && !dropped[i]) {
                    mine.add(i);
                }
            }
            offers.add(List.copyOf(mine));
        }
        return offers;
    }

    private void answer(List<List<Integer>> offers) {
        int[] bestChoice = new int[unit.length];
        for (int u = 0; u < offers.size(); u++) {
            for (int i : offers.get(u)) {
                int choice = choiceOf(i, u);
                bestChoice[i] = bestChoice[i] == 0 ? choice : Math.min(bestChoice[i], choice);
            }
        }
        for (int i = 0; i < unit.length; i++) {
            if (bestChoice[i] > 0 && answers[i] == Answer.BEST_OFFER) {
                unit[i] = market.wishes().unit(i, bestChoice[i]);
                confirmed[unit[i]]++;
            } else if (bestChoice[i] > 0) {
                dropped[i] = terms.silenceDropsAll();
            }
        }
    }

    private int choiceOf(int i, int u) {
        int choice = 1;
        while (market.wishes().unit(i, choice) != u) {
            choice++;
        }
        return choice;
    }
}
