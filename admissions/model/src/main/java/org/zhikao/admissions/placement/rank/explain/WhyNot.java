package org.zhikao.admissions.placement.rank.explain;

import java.util.ArrayList;
import java.util.List;
import org.zhikao.admissions.placement.rank.Market;
import org.zhikao.admissions.placement.rank.RankedMarket;

/**
 * 逐志愿说明: answers "why not?" for each wish of one candidate from the cut-offs, in time proportional to the list.
 *
 * <p>The assignment is not an input: the first wish within its cut-off is the one that came true, and a test holds that
 * against what was published.
 */
public final class WhyNot {
    private WhyNot() {}

    /** The cut-off that met a wish; the same for all choices unless choices are worked off in bands. */
    @FunctionalInterface
    public interface Cutoffs {
        int at(int unit, int choice);
    }

    /** For a market with one merit order. */
    public static List<WishAnswer> explain(Market market, Cutoffs cutoffs, int candidate) {
        List<WishAnswer> answers = new ArrayList<>();
        boolean placed = false;
        for (int choice = 1; choice <= market.wishes().length(candidate); choice++) {
            int unit = market.wishes().unit(candidate, choice);
            int rank = market.eligible(candidate, unit) ? market.merit().position(candidate) : 0;
            WishAnswer answer = answer(choice, unit, rank, cutoffs.at(unit, choice), placed);
            placed |= answer.verdict() == Verdict.ADMITTED;
            answers.add(answer);
        }
        return answers;
    }

    /** For units that rank for themselves; cut-offs are ranks of that market. */
    public static List<WishAnswer> explain(RankedMarket market, Cutoffs cutoffs, int candidate) {
        List<WishAnswer> answers = new ArrayList<>();
        boolean placed = false;
        for (int choice = 1; choice <= market.wishes().length(candidate); choice++) {
            int unit = market.wishes().unit(candidate, choice);
            int rank = market.rank(candidate, choice);
            WishAnswer answer = answer(choice, unit, rank, cutoffs.at(unit, choice), placed);
            placed |= answer.verdict() == Verdict.ADMITTED;
            answers.add(answer);
        }
        return answers;
    }

    private static WishAnswer answer(int choice, int unit, int rank, int cutoff, boolean placed) {
        Verdict verdict = placed
                ? Verdict.NOT_NEEDED
                : rank == 0
                        ? Verdict.NOT_ELIGIBLE
                        : rank <= cutoff
                                ? Verdict.ADMITTED
                                : cutoff == 0 ? Verdict.NO_SEAT_LEFT : Verdict.BEHIND_CUTOFF;
        return new WishAnswer(choice, unit, verdict, rank, cutoff);
    }
}
