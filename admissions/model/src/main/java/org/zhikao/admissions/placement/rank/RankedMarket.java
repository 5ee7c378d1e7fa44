package org.zhikao.admissions.placement.rank;

/**
 * 各单位自行排序的市场: lists with the rank that the listed unit gave beside each wish, 1 for the best, 0 for unfit.
 *
 * <p>A market with one merit order becomes one by writing its positions beside the eligible wishes.
 */
public final class RankedMarket {
    final Wishes wishes;
    final int[] rank;
    final Units units;
    /** Ranks are {@code (position - 1) * stride + choice}; 1 where ranks are positions or given. */
    final int stride;

    private RankedMarket(Wishes wishes, int[] rank, Units units, int stride) {
        this.wishes = wishes;
        this.rank = rank;
        this.units = units;
        this.stride = stride;
    }

    /** Takes over {@code rank}, one for each wish. */
    public static RankedMarket of(Wishes wishes, int[] rank, Units units) {
        if (rank.length < wishes.size()) {
            throw new IllegalArgumentException("a rank for each wish");
        }
        if (wishes.largest >= units.count()) {
            throw new IllegalArgumentException("a wish names unit " + wishes.largest);
        }
        for (int w = 0; w < wishes.size(); w++) {
            if (rank[w] < 0 || rank[w] == Integer.MAX_VALUE) {
                throw new IllegalArgumentException("wish " + w + ": rank " + rank[w]);
            }
        }
        return new RankedMarket(wishes, rank, units, 1);
    }

    /** Positions as ranks; the number of the choice decides among equals where the province says so (志愿顺序在前者优先). */
    public static RankedMarket of(Market market, boolean choiceNumberBreaksTies) {
        Wishes wishes = market.wishes;
        int[] rank = new int[wishes.size()];
        for (int i = 0; i < market.candidates(); i++) {
            for (int w = wishes.start[i]; w < wishes.start[i + 1]; w++) {
                if (market.eligible(i, wishes.unit[w])) {
                    rank[w] = market.merit.position[i];
                }
            }
        }
        RankedMarket ranked = new RankedMarket(wishes, rank, market.units, 1);
        return choiceNumberBreaksTies ? ranked.withChoiceNumbers() : ranked;
    }

    /** Among equals at a unit the smaller choice number goes first: woven into the ranks. */
    public RankedMarket withChoiceNumbers() {
        int step = wishes.longest() + 1;
        int[] woven = new int[rank.length];
        for (int i = 0; i < candidates(); i++) {
            for (int w = wishes.start[i]; w < wishes.start[i + 1]; w++) {
                long value = (long) (rank[w] - 1) * step + 1 + w - wishes.start[i];
                MarketFault.TOO_LARGE.unless(value < Integer.MAX_VALUE);
                woven[w] = rank[w] == 0 ? 0 : (int) value;
            }
        }
        return new RankedMarket(wishes, woven, units, step);
    }

    /** The same lists and ranks with other quotas. */
    public RankedMarket withQuota(int[] seats) {
        return new RankedMarket(wishes, rank, units.withQuota(seats), stride);
    }

    public int candidates() {
        return wishes.candidates();
    }

    public Wishes wishes() {
        return wishes;
    }

    public Units units() {
        return units;
    }

    /** The rank beside a wish of the candidate, {@code choice} counted from 1; 0 for unfit. */
    public int rank(int candidate, int choice) {
        return rank[wishes.start[candidate] + choice - 1];
    }

    /** The position that a rank stands for: itself, unless choice numbers were woven in. */
    public int position(int ranked) {
        return ranked == 0 || ranked == Placement.OPEN ? ranked : (ranked - 1) / stride + 1;
    }
}
