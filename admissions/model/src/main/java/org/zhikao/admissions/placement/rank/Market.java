package org.zhikao.admissions.placement.rank;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 投档市场: one independent market (专业大类 × 考生类别) with one merit order: all that PARALLEL filing needs.
 *
 * <p>Several markets share nothing, so a season may file them on several cores.
 */
public final class Market {
    final MeritOrder merit;
    final Wishes wishes;
    final Units units;
    final byte @Nullable [] category;
    final List<Line> lines;

    private Market(MeritOrder merit, Wishes wishes, Units units, byte @Nullable [] category, List<Line> lines) {
        this.merit = merit;
        this.wishes = wishes;
        this.units = units;
        this.category = category;
        this.lines = lines;
    }

    /** A market in which everybody may go everywhere. */
    public static Market of(MeritOrder merit, Wishes wishes, Units units) {
        if (merit.candidates() != wishes.candidates()) {
            throw new IllegalArgumentException("as many lists as candidates in the merit order");
        }
        if (wishes.largest >= units.count()) {
            throw new IllegalArgumentException("a wish names unit " + wishes.largest);
        }
        return new Market(merit, wishes, units, null, List.of());
    }

    /** The same market with a category (0 to 63) a candidate, checked against what units accept. */
    public Market withCategories(byte[] categories) {
        if (categories.length != candidates()) {
            throw new IllegalArgumentException("a category for each candidate");
        }
        for (byte c : categories) {
            if (c < 0 || c > 63) {
                throw new IllegalArgumentException("category " + c);
            }
        }
        return new Market(merit, wishes, units, categories, lines);
    }

    /** The same market with minimum lines, all of which must be reached. */
    public Market withLines(List<Line> minimum) {
        for (Line line : minimum) {
            if (line.mark().length < candidates() || line.minimum().length != units.count()) {
                throw new IllegalArgumentException("line " + line.name() + ": a mark a candidate, a minimum a unit");
            }
        }
        return new Market(merit, wishes, units, category, List.copyOf(minimum));
    }

    /** The same market with other quotas (试算: what would another plan do?). */
    public Market withQuota(int[] seats) {
        return new Market(merit, wishes, units.withQuota(seats), category, lines);
    }

    /** 征集志愿: the same people and units with new lists and the vacancies as quotas. */
    public Market round(Wishes lists, int[] vacancies) {
        Market next = of(merit, lists, units.withQuota(vacancies));
        return new Market(merit, next.wishes, next.units, category, lines);
    }

    public int candidates() {
        return wishes.candidates();
    }

    public MeritOrder merit() {
        return merit;
    }

    public Wishes wishes() {
        return wishes;
    }

    public Units units() {
        return units;
    }

    /** True when category and lines admit the candidate to the unit. */
    public boolean eligible(int candidate, int unit) {
        if (category != null && !units.accepts(unit, category[candidate])) {
            return false;
        }
        for (Line line : lines) {
            if (!line.reached(candidate, unit)) {
                return false;
            }
        }
        return true;
    }

    /** The line the candidate misses at the unit, or null. */
    public @Nullable Line missedLine(int candidate, int unit) {
        for (Line line : lines) {
            if (!line.reached(candidate, unit)) {
                return line;
            }
        }
        return null;
    }

    /** True when the unit takes the candidate's category. */
    public boolean categoryFits(int candidate, int unit) {
        return category == null || units.accepts(unit, category[candidate]);
    }
}
