package org.zhikao.formats.placement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zhikao.admissions.placement.rank.Line;
import org.zhikao.admissions.placement.rank.Market;
import org.zhikao.admissions.placement.rank.MarketFault;
import org.zhikao.admissions.placement.rank.MeritOrder;
import org.zhikao.admissions.placement.rank.RankedMarket;
import org.zhikao.admissions.placement.rank.TieRule;
import org.zhikao.admissions.placement.rank.Units;
import org.zhikao.admissions.placement.rank.Wishes;
import org.zhikao.formats.placement.PlacementCase.Candidate;
import org.zhikao.formats.placement.PlacementCase.Unit;

/** A case with numbers in place of names: the market that the mechanisms work on. */
final class CaseMarket {
    final PlacementCase it;
    final Map<String, Integer> candidateNumber = new LinkedHashMap<>();
    final Map<String, Integer> unitNumber = new LinkedHashMap<>();
    final MeritOrder merit;
    final TieRule rule;
    /** Ranks for themselves; otherwise one merit order decides. */
    final boolean ownOrders;

    private final byte[] category;
    private final long[] accepts;
    private final List<Line> lines;

    CaseMarket(PlacementCase it) {
        this.it = it;
        it.candidates().forEach(c -> candidateNumber.put(c.id(), candidateNumber.size()));
        it.units().forEach(u -> unitNumber.put(u.id(), unitNumber.size()));
        rule = rule(it.parameters());
        ownOrders = it.candidates().stream().anyMatch(c -> c.ranks() != null);
        merit = merit();
        Map<String, Integer> categories = new LinkedHashMap<>();
        category = new byte[it.candidates().size()];
        for (int i = 0; i < category.length; i++) {
            String name = it.candidates().get(i).category();
            category[i] = name == null ? 63 : bit(categories, name);
        }
        accepts = new long[it.units().size()];
        for (int u = 0; u < accepts.length; u++) {
            List<String> taken = it.units().get(u).accepts();
            accepts[u] = taken == null ? -1L : 0L;
            if (taken != null) {
                for (String name : taken) {
                    accepts[u] |= 1L << bit(categories, name);
                }
            }
        }
        lines = lines();
    }

    private static byte bit(Map<String, Integer> categories, String name) {
        Integer bit = categories.get(name);
        if (bit == null) {
            bit = categories.size();
            categories.put(name, bit);
        }
        if (bit > 62) {
            throw new IllegalArgumentException("more than 63 categories");
        }
        return bit.byteValue();
    }

    private static TieRule rule(CaseParameters p) {
        CaseParameters.TiePolicy policy = p.tiePolicy();
        if (policy == null) {
            return TieRule.UNSTATED;
        }
        return switch (policy) {
            case ADMIT_ALL -> TieRule.ADMIT_ALL;
            case SYSTEM_ORDER -> TieRule.SYSTEM_ORDER;
            case SHARED_RANK -> p.seatRule() == CaseParameters.SeatRule.H ? TieRule.REFUSE_ALL : TieRule.ADMIT_ALL;
        };
    }

    private MeritOrder merit() {
        List<Candidate> candidates = it.candidates();
        int length = candidates.isEmpty() ? 0 : candidates.get(0).orderKey().size();
        long[][] keys = new long[length][candidates.size()];
        for (int i = 0; i < candidates.size(); i++) {
            for (int k = 0; k < length; k++) {
                keys[k][i] = candidates.get(i).orderKey().get(k);
            }
        }
        MeritOrder shared = MeritOrder.by(keys, candidates.size(), null);
        if (rule != TieRule.SYSTEM_ORDER || length == 0 || shared.strict()) {
            return shared;
        }
        return MeritOrder.by(keys, candidates.size(), draws());
    }

    private long[] draws() {
        long[] draws = new long[it.candidates().size()];
        for (int i = 0; i < draws.length; i++) {
            Long draw = it.candidates().get(i).drawNumber();
            // Without a number a candidate stands behind all who have one, tied with others without.
            draws[i] = draw == null ? Long.MAX_VALUE : draw;
        }
        return draws;
    }

    private List<Line> lines() {
        Long common = it.parameters().line();
        boolean any = common != null || it.units().stream().anyMatch(u -> u.line() != null);
        if (!any || it.candidates().stream().anyMatch(c -> c.orderKey().isEmpty())) {
            return List.of();
        }
        long[] mark =
                it.candidates().stream().mapToLong(c -> c.orderKey().get(0)).toArray();
        long[] minimum = new long[it.units().size()];
        for (int u = 0; u < minimum.length; u++) {
            Long own = it.units().get(u).line();
            minimum[u] = own != null ? own : common != null ? common : Units.NO_LINE;
        }
        return List.of(new Line("total", mark, minimum));
    }

    int number(String unit) {
        return unitNumber.getOrDefault(unit, -1);
    }

    String unitName(int unit) {
        return it.units().get(unit).id();
    }

    @Nullable
    String nullableUnitName(int unit) {
        return unit < 0 ? null : unitName(unit);
    }

    String candidateName(int candidate) {
        return it.candidates().get(candidate).id();
    }

    int[] quotas() {
        return it.units().stream().mapToInt(Unit::quota).toArray();
    }

    /** The market of a round: lists of those who still take part, seats that are still free. */
    Market market(int round, boolean[] out, int[] seats) {
        List<int[]> lists = new ArrayList<>();
        for (int i = 0; i < it.candidates().size(); i++) {
            List<String> names = out[i] ? List.of() : it.candidates().get(i).list(round);
            lists.add(names.stream().mapToInt(this::number).toArray());
        }
        Market market = Market.of(merit, Wishes.of(lists), units(seats))
                .withCategories(category)
                .withLines(lines);
        return market;
    }

    private Units units(int[] seats) {
        Units units = Units.of(seats, accepts);
        int[] parents = new int[seats.length];
        Arrays.fill(parents, -1);
        boolean nested = false;
        for (int u = 0; u < parents.length; u++) {
            String parent = it.units().get(u).parent();
            if (parent != null) {
                parents[u] = number(parent);
                nested = true;
            }
        }
        return nested ? units.within(parents) : units;
    }

    /** The market with the ranks that count: given ones, or positions; choice numbers woven in where they break ties. */
    RankedMarket ranked(Market market) {
        if (!ownOrders) {
            return RankedMarket.of(market, it.parameters().choiceRankBreaksTies());
        }
        Wishes wishes = market.wishes();
        int[] rank = new int[wishes.size()];
        int at = 0;
        for (int i = 0; i < wishes.candidates(); i++) {
            for (int choice = 1; choice <= wishes.length(i); choice++) {
                int unit = wishes.unit(i, choice);
                rank[at++] = market.eligible(i, unit) ? givenRank(i, unit) : 0;
            }
        }
        RankedMarket ranked = RankedMarket.of(wishes, rank, market.units());
        if (rule == TieRule.SYSTEM_ORDER) {
            requireNoTies(ranked);
        }
        return it.parameters().choiceRankBreaksTies() ? ranked.withChoiceNumbers() : ranked;
    }

    private int givenRank(int candidate, int unit) {
        Map<String, Integer> ranks = it.candidates().get(candidate).ranks();
        String parent = it.units().get(unit).parent();
        String ranking = it.parameters().ranksAtParent() && parent != null ? parent : unitName(unit);
        return ranks == null ? 0 : ranks.getOrDefault(ranking, 0);
    }

    private static void requireNoTies(RankedMarket market) {
        Map<Long, Integer> seen = new LinkedHashMap<>();
        for (int i = 0; i < market.candidates(); i++) {
            for (int choice = 1; choice <= market.wishes().length(i); choice++) {
                int rank = market.rank(i, choice);
                long place = (long) market.wishes().unit(i, choice) << 32 | rank;
                MarketFault.DRAW_LEAVES_TIE.unless(rank == 0 || seen.put(place, i) == null, "rank", rank);
            }
        }
    }
}
