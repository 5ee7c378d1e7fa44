package org.zhikao.admissions.placement;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhikao.admissions.placement.rank.TieRule;

/**
 * 逐志愿说明: what became of one preference, and what would have been needed, from published limits alone.
 *
 * <p>The outcome is not asked for: the first preference within its limit is the one that came true, which a test holds against
 * what every candidate of a season was told.
 *
 * @param number of the preference, 1 first
 * @param rank of the candidate, as released
 * @param limit what the unit published of the round
 */
public record WishReason(int number, Verdict verdict, int rank, UnitLimit limit) {
    /** 说明结论. */
    public enum Verdict {
        /** 录取，在投档线以内 */
        ADMITTED,
        /** 录取，计划未满 */
        ADMITTED_OPEN,
        /** 位次在最后录取者之后 */
        BEHIND,
        /** 与最后录取者同位次，志愿序号在后 */
        LATER_CHOICE,
        /** 与最后录取者同位次，系统排序在后 */
        LATER_DRAW,
        /** 检索到该志愿时已无名额 */
        NO_SEATS,
        /** 不招收该考生类别 */
        KIND,
        /** 前面的志愿已录取 */
        NOT_NEEDED
    }

    /**
     * 投档线 of a unit in a round, as one preference meets it.
     *
     * @param seats left for the round
     * @param earlier of these, how many went to smaller numbers of preference; told apart where choices are settled one by one
     * @param placed of these, how many were filled
     * @param accepts 考生类别 that it takes; empty takes all
     * @param last the last one admitted, of this number of preference where choices are settled one by one; null for nobody
     */
    public record UnitLimit(
            String unit,
            int seats,
            int earlier,
            int placed,
            List<String> accepts,
            @Nullable Last last) {
        public UnitLimit {
            accepts = List.copyOf(accepts);
        }
    }

    /** 最后录取者; {@code total} in season units, {@code ticket} is never shown. */
    public record Last(int rank, int number, String ticket, long total) {}

    /**
     * Explains a list.
     *
     * @param rank and {@code ticket} of the candidate, who is of {@code kind}
     * @param limits one for each preference, in their order
     */
    public static List<WishReason> explain(
            FilingRules rules, String kind, int rank, String ticket, List<UnitLimit> limits) {
        List<WishReason> reasons = new ArrayList<>();
        boolean placed = false;
        int counted = rules.firstWishOnly() ? Math.min(1, limits.size()) : limits.size();
        for (int number = 1; number <= counted; number++) {
            UnitLimit limit = limits.get(number - 1);
            Verdict verdict = placed ? Verdict.NOT_NEEDED : verdict(rules, kind, rank, ticket, number, limit);
            placed |= verdict == Verdict.ADMITTED || verdict == Verdict.ADMITTED_OPEN;
            reasons.add(new WishReason(number, verdict, rank, limit));
        }
        return List.copyOf(reasons);
    }

    private static Verdict verdict(
            FilingRules rules, String kind, int rank, String ticket, int number, UnitLimit limit) {
        if (!limit.accepts().isEmpty() && !limit.accepts().contains(kind)) {
            return Verdict.KIND;
        }
        if (limit.placed() < limit.seats()) {
            return Verdict.ADMITTED_OPEN;
        }
        Last last = limit.last();
        boolean gone = rules.choiceByChoice() && limit.earlier() >= limit.seats();
        if (limit.seats() == 0 || gone || last == null) {
            return Verdict.NO_SEATS;
        }
        if (rank != last.rank()) {
            return rank < last.rank() ? Verdict.ADMITTED : Verdict.BEHIND;
        }
        if (rules.ties() == TieRule.SYSTEM_ORDER) {
            return ticket.compareTo(last.ticket()) <= 0 ? Verdict.ADMITTED : Verdict.LATER_DRAW;
        }
        boolean later = rules.choiceBreaksTies() && number > last.number();
        return later ? Verdict.LATER_CHOICE : Verdict.ADMITTED;
    }
}
