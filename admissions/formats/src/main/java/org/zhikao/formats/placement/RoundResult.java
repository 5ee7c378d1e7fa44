package org.zhikao.formats.placement;

import org.jspecify.annotations.Nullable;
import org.zhikao.admissions.placement.rank.Market;
import org.zhikao.admissions.placement.rank.RankedMarket;
import org.zhikao.admissions.placement.rank.explain.WhyNot;

/**
 * 一轮录取结果, by the numbers of candidates and units in the order of the case.
 *
 * @param unit the unit of each candidate admitted in this round, {@code -1} for none
 * @param choice its number on the list of this round, 0 for none
 * @param last position or rank of the last admitted, by unit, 0 for nobody
 * @param cutoff position or rank of the last admitted of a full unit, {@link Integer#MAX_VALUE} while seats are left
 * @param market what the round worked on
 * @param ranked the same with ranks beside the wishes
 * @param wishCutoffs the cut-offs that met each wish, as ranks of {@code ranked}; null where answers decide
 */
public record RoundResult(
        int[] unit,
        int[] choice,
        int[] last,
        int[] cutoff,
        Market market,
        RankedMarket ranked,
        WhyNot.@Nullable Cutoffs wishCutoffs) {}
