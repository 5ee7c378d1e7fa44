package org.zhikao.formats.placement;

import java.util.ArrayList;
import java.util.List;
import org.zhikao.admissions.placement.rank.BandedFiling;
import org.zhikao.admissions.placement.rank.FileMatching;
import org.zhikao.admissions.placement.rank.Market;
import org.zhikao.admissions.placement.rank.ParallelFiling;
import org.zhikao.admissions.placement.rank.Placement;
import org.zhikao.admissions.placement.rank.RankedMarket;
import org.zhikao.admissions.placement.rank.TieGroup;
import org.zhikao.admissions.placement.rank.TieRule;
import org.zhikao.admissions.placement.rank.explain.WhyNot;
import org.zhikao.admissions.placement.rank.offer.DirectedRoute;

/** Runs the mechanisms that work on lists, round after round: later rounds on the unplaced and the vacant seats. */
final class ListRounds {
    private final CaseMarket names;
    private final List<RoundResult> rounds = new ArrayList<>();
    private final List<TieGroup> undecided = new ArrayList<>();

    ListRounds(CaseMarket names) {
        this.names = names;
    }

    List<RoundResult> run() throws UnusableInput {
        boolean[] out = new boolean[names.it.candidates().size()];
        int[] seats = names.quotas();
        for (int r = 0; r < names.it.parameters().rounds(); r++) {
            Market market = names.market(r, out, seats);
            RankedMarket ranked = names.ranked(market);
            Placement placement = place(market, ranked);
            for (int i = 0; i < out.length; i++) {
                out[i] |= placement.unit(i) >= 0;
            }
            seats = placement.vacancies(market.units());
        }
        if (!undecided.isEmpty()) {
            throw new UnusableInput(undecided.stream()
                    .map(t -> new InputError(
                            "TIE_UNDECIDED",
                            "/parameters/tiePolicy",
                            t.size() + " candidates share position " + t.position() + " for " + t.seats() + " seats of "
                                    + names.unitName(t.unit()) + " and no tie policy is stated"))
                    .toList());
        }
        return rounds;
    }

    private Placement place(Market market, RankedMarket ranked) {
        CaseParameters p = names.it.parameters();
        return switch (names.it.kind()) {
            case PARALLEL ->
                p.choiceRankBreaksTies()
                        ? banded(market, ranked, Integer.MAX_VALUE)
                        : keep(ParallelFiling.file(market, names.rule), market, ranked);
            case DIRECTED -> keep(DirectedRoute.admit(market, passed(), names.rule), market, directed(market));
            case SEQUENTIAL -> banded(market, ranked, 1);
            case BANDED ->
                banded(market, ranked, p.bandSizes().stream().mapToInt(b -> b).toArray());
            case MULTI_FILE_MATCHING -> keep(FileMatching.match(ranked), market, ranked);
            case DEFERRED_ACCEPTANCE, COLLEGE_RANKED_MATCHING ->
                p.unitsPropose()
                        ? keep(FileMatching.match(ranked), market, ranked)
                        : banded(market, ranked, Integer.MAX_VALUE);
            default -> throw new IllegalStateException(names.it.kind() + " does not work on lists");
        };
    }

    private Placement banded(Market market, RankedMarket ranked, int... sizes) {
        TieRule rule = names.rule;
        BandedFiling.Outcome outcome = BandedFiling.file(ranked, rule, sizes);
        keep(outcome.whole(), market, ranked, outcome::cutoff);
        return outcome.whole();
    }

    private Placement keep(Placement placement, Market market, RankedMarket ranked) {
        keep(placement, market, ranked, (unit, choice) -> placement.cutoff(unit));
        return placement;
    }

    private void keep(Placement placement, Market market, RankedMarket ranked, WhyNot.Cutoffs cutoffs) {
        int units = names.it.units().size();
        int[] last = new int[units];
        for (int u = 0; u < units; u++) {
            last[u] = placement.last(u);
        }
        placement.ties().stream()
                .filter(t -> t.outcome() == TieGroup.Outcome.UNDECIDED)
                .forEach(undecided::add);
        rounds.add(new RoundResult(
                placement.unitsByCandidate(),
                placement.choicesByCandidate(),
                last,
                placement.cutoffsByUnit(),
                market,
                ranked,
                cutoffs));
    }

    private boolean[] passed() {
        boolean[] passed = new boolean[names.it.candidates().size()];
        for (int i = 0; i < passed.length; i++) {
            passed[i] = names.it.candidates().get(i).passed();
        }
        return passed;
    }

    /** Who has not passed is unfit everywhere, and so is everybody beyond the first wish. */
    private RankedMarket directed(Market market) {
        boolean[] passed = passed();
        int[] rank = new int[market.wishes().size()];
        int at = 0;
        for (int i = 0; i < market.candidates(); i++) {
            for (int choice = 1; choice <= market.wishes().length(i); choice++) {
                boolean counts = passed[i]
                        && choice == 1
                        && market.eligible(i, market.wishes().unit(i, 1));
                rank[at++] = counts ? market.merit().position(i) : 0;
            }
        }
        return RankedMarket.of(market.wishes(), rank, market.units());
    }
}
