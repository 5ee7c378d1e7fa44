package org.zhikao.formats.placement;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import org.zhikao.admissions.placement.rank.Market;
import org.zhikao.admissions.placement.rank.Placement;
import org.zhikao.admissions.placement.rank.RankedMarket;
import org.zhikao.admissions.placement.rank.offer.Answer;
import org.zhikao.admissions.placement.rank.offer.CollegeSelection;
import org.zhikao.admissions.placement.rank.offer.OfferRounds;
import org.zhikao.admissions.placement.rank.offer.OfferTerms;

/** Cases in which colleges decide for themselves and candidates answer. */
final class OfferCases {
    private final CaseMarket names;
    private final Market market;
    private final RankedMarket ranked;

    OfferCases(CaseMarket names) {
        this.names = names;
        market = names.market(0, new boolean[names.it.candidates().size()], names.quotas());
        ranked = names.ranked(market);
    }

    CaseOutcome run() {
        return names.it.kind() == CaseKind.COLLEGE_SELECTED ? selected() : offered();
    }

    private CaseOutcome selected() {
        boolean[] auditOk = new boolean[names.it.candidates().size()];
        for (int i = 0; i < auditOk.length; i++) {
            auditOk[i] = names.it.candidates().get(i).auditOk();
        }
        int[] unit =
                CollegeSelection.select(ranked, auditOk, names.it.parameters().refillAfterAudit());
        List<RoundResult> rounds = List.of(result(unit));
        ObjectNode json = CaseRunner.start(names, rounds);
        CaseRunner.lastAdmitted(json, names, rounds);
        return new CaseOutcome(json, rounds);
    }

    private CaseOutcome offered() {
        CaseParameters p = names.it.parameters();
        Answer[] answers = new Answer[names.it.candidates().size()];
        for (int i = 0; i < answers.length; i++) {
            answers[i] = names.it.candidates().get(i).silent() ? Answer.SILENT : Answer.BEST_OFFER;
        }
        OfferTerms terms = names.it.kind() == CaseKind.MULTI_OFFER_CONFIRM
                ? OfferTerms.multiOffer(p.refillRounds())
                : OfferTerms.waitlist(p.waitlistPercent(), p.silenceDropsAll());
        OfferRounds.Outcome outcome = OfferRounds.play(ranked, answers, terms);
        List<RoundResult> rounds = List.of(result(outcome.unit()));
        ObjectNode json = CaseRunner.start(names, rounds);
        ArrayNode byRound = json.putArray("offersByRound");
        for (List<List<Integer>> offers : outcome.offers()) {
            ObjectNode round = byRound.addObject();
            for (int u = 0; u < offers.size(); u++) {
                ArrayNode offered = round.putArray(names.unitName(u));
                offers.get(u).forEach(i -> offered.add(names.candidateName(i)));
            }
        }
        ObjectNode vacancies = json.putObject("vacancies");
        for (int u = 0; u < outcome.vacancies().length; u++) {
            if (outcome.vacancies()[u] > 0) {
                vacancies.put(names.unitName(u), outcome.vacancies()[u]);
            }
        }
        return new CaseOutcome(json, rounds);
    }

    private RoundResult result(int[] unit) {
        int units = names.it.units().size();
        int[] choice = new int[unit.length];
        int[] admitted = new int[units];
        int[] last = new int[units];
        for (int i = 0; i < unit.length; i++) {
            for (int c = 1; c <= market.wishes().length(i) && unit[i] >= 0; c++) {
                if (market.wishes().unit(i, c) == unit[i]) {
                    choice[i] = c;
                    admitted[unit[i]]++;
                    last[unit[i]] = Math.max(last[unit[i]], ranked.rank(i, c));
                }
            }
        }
        int[] cutoff = new int[units];
        Arrays.fill(cutoff, Placement.OPEN);
        for (int u = 0; u < units; u++) {
            if (admitted[u] >= market.units().quota(u)) {
                cutoff[u] = last[u];
            }
        }
        return new RoundResult(unit, choice, last, cutoff, market, ranked, null);
    }
}
