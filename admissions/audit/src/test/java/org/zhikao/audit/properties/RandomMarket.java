package org.zhikao.audit.properties;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.zhikao.admissions.placement.rank.Line;
import org.zhikao.admissions.placement.rank.Market;
import org.zhikao.admissions.placement.rank.MeritOrder;
import org.zhikao.admissions.placement.rank.Placement;
import org.zhikao.admissions.placement.rank.RankedMarket;
import org.zhikao.admissions.placement.rank.Units;
import org.zhikao.admissions.placement.rank.Wishes;

/** A small market drawn from a seed, given alike to the engine and to the verifier. */
record RandomMarket(
        int n,
        int units,
        List<int[]> lists,
        long[][] keys,
        long[] draw,
        int[] quota,
        byte[] category,
        long[] accepts,
        long line,
        List<int[]> ranks) {
    /** {@code distinctTotals} small means many ties. */
    static RandomMarket of(long seed, int distinctTotals) {
        SplittableRandom random = new SplittableRandom(seed);
        int n = 1 + random.nextInt(14);
        int units = 1 + random.nextInt(6);
        List<int[]> lists = new ArrayList<>();
        List<int[]> ranks = new ArrayList<>();
        long[][] keys = new long[2][n];
        long[] draw = new long[n];
        byte[] category = new byte[n];
        for (int i = 0; i < n; i++) {
            lists.add(list(random, units));
            keys[0][i] = random.nextInt(distinctTotals);
            keys[1][i] = random.nextInt(2);
            category[i] = (byte) random.nextInt(2);
            int[] own = new int[lists.get(i).length];
            for (int k = 0; k < own.length; k++) {
                own[k] = random.nextInt(8) == 0 ? 0 : 1 + random.nextInt(distinctTotals);
            }
            ranks.add(own);
        }
        List<Long> numbers = new ArrayList<>();
        for (long d = 0; d < n; d++) {
            numbers.add(random.nextInt(numbers.size() + 1), d);
        }
        Arrays.setAll(draw, numbers::get);
        int[] quota = new int[units];
        long[] accepts = new long[units];
        for (int u = 0; u < units; u++) {
            quota[u] = random.nextInt(4);
            accepts[u] = random.nextInt(4) == 0 ? 1L << random.nextInt(2) : -1L;
        }
        long line = random.nextInt(3) == 0 ? random.nextInt(distinctTotals) : Long.MIN_VALUE;
        return new RandomMarket(n, units, lists, keys, draw, quota, category, accepts, line, ranks);
    }

    private static int[] list(SplittableRandom random, int units) {
        List<Integer> all = new ArrayList<>();
        for (int u = 0; u < units; u++) {
            all.add(random.nextInt(all.size() + 1), u);
        }
        return all.subList(0, 1 + random.nextInt(units)).stream()
                .mapToInt(u -> u)
                .toArray();
    }

    RandomMarket withLists(List<int[]> others) {
        return new RandomMarket(n, units, others, keys, draw, quota, category, accepts, line, ranks);
    }

    RandomMarket withQuota(int[] seats) {
        return new RandomMarket(n, units, lists, keys, draw, seats, category, accepts, line, ranks);
    }

    RandomMarket withKeys(long[][] others) {
        return new RandomMarket(n, units, lists, others, draw, quota, category, accepts, line, ranks);
    }

    MeritOrder merit(boolean drawn) {
        return MeritOrder.by(keys, n, drawn ? draw : null);
    }

    Market market(boolean drawn) {
        return Market.of(merit(drawn), Wishes.of(lists), Units.of(quota, accepts))
                .withCategories(category)
                .withLines(List.of(Line.common("total", keys[0], units, line)));
    }

    /** Units with own, possibly weak orders; categories and lines left out. */
    RankedMarket ownOrders() {
        return RankedMarket.of(Wishes.of(lists), flatRanks(), Units.of(quota));
    }

    /** Units with own strict orders: ties are broken by the draw. */
    RandomMarket strictly() {
        List<int[]> strict = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            int[] own = ranks.get(i).clone();
            for (int k = 0; k < own.length; k++) {
                own[k] = own[k] == 0 ? 0 : own[k] * n + (int) draw[i] + 1;
            }
            strict.add(own);
        }
        return new RandomMarket(n, units, lists, keys, draw, quota, category, accepts, line, strict);
    }

    int[] flatRanks() {
        return ranks.stream().flatMapToInt(Arrays::stream).toArray();
    }

    /** The verifier's view, with one merit order. */
    PublishedRun published(boolean drawn, TieReading ties, Placement placement) {
        MeritOrder merit = merit(drawn);
        int[] position = new int[n];
        Arrays.setAll(position, merit::position);
        return inputs(position)
                .categories(category, accepts)
                .lines(List.of(new PublishedLine("total", keys[0], lines())))
                .ties(ties, false)
                .outputs(placement.unitsByCandidate(), placement.choicesByCandidate(), placement.cutoffsByUnit());
    }

    private long[] lines() {
        long[] all = new long[units];
        Arrays.fill(all, line);
        return all;
    }

    /** The verifier's view, with own orders. */
    PublishedRun publishedOwn(TieReading ties, Placement placement) {
        return inputs(new int[n])
                .ranks(flatRanks())
                .ties(ties, false)
                .outputs(placement.unitsByCandidate(), placement.choicesByCandidate(), placement.cutoffsByUnit());
    }

    private PublishedRun inputs(int[] position) {
        int[] start = new int[n + 1];
        int total = lists.stream().mapToInt(l -> l.length).sum();
        char[] wish = new char[total];
        int at = 0;
        for (int i = 0; i < n; i++) {
            for (int u : lists.get(i)) {
                wish[at++] = (char) u;
            }
            start[i + 1] = at;
        }
        return PublishedRun.inputs(start, wish, quota.clone(), position);
    }
}
