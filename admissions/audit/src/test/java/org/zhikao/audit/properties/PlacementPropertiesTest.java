package org.zhikao.audit.properties;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.zhikao.admissions.placement.rank.BandedFiling;
import org.zhikao.admissions.placement.rank.DeferredAcceptance;
import org.zhikao.admissions.placement.rank.FileMatching;
import org.zhikao.admissions.placement.rank.Market;
import org.zhikao.admissions.placement.rank.ParallelFiling;
import org.zhikao.admissions.placement.rank.Placement;
import org.zhikao.admissions.placement.rank.RankedMarket;
import org.zhikao.admissions.placement.rank.TieRule;
import org.zhikao.admissions.placement.rank.Units;
import org.zhikao.admissions.placement.rank.Wishes;
import org.zhikao.admissions.placement.rank.explain.BlockingPairs;
import org.zhikao.admissions.placement.rank.explain.Verdict;
import org.zhikao.admissions.placement.rank.explain.WhyNot;
import org.zhikao.admissions.placement.rank.explain.WishAnswer;
import org.zhikao.admissions.placement.rank.reserve.CallOrder;

/** The properties that every placement keeps, on thousands of random markets with many ties. */
class PlacementPropertiesTest {
    private static final int MANY_TIES = 4;

    private static Placement parallel(RandomMarket m, TieRule rule) {
        return ParallelFiling.file(m.market(rule == TieRule.SYSTEM_ORDER), rule);
    }

    private static TieReading reading(TieRule rule) {
        return switch (rule) {
            case SYSTEM_ORDER -> TieReading.STRICT;
            case ADMIT_ALL, UNSTATED -> TieReading.TOGETHER_IN;
            case REFUSE_ALL -> TieReading.TOGETHER_OUT;
        };
    }

    @Property(tries = 4000)
    void q1ToQ5ParallelFilingKeepsAllPublishedProperties(@ForAll long seed, @ForAll TieRule rule) {
        RandomMarket m = RandomMarket.of(seed, MANY_TIES);
        Placement placement = parallel(m, rule);
        assertThat(Verification.check(m.published(rule == TieRule.SYSTEM_ORDER, reading(rule), placement)))
                .isEmpty();
    }

    @Property(tries = 4000)
    void q1ToQ5OwnWeakOrdersKeepAllPublishedProperties(@ForAll long seed, @ForAll boolean refuse) {
        RandomMarket m = RandomMarket.of(seed, MANY_TIES);
        TieRule rule = refuse ? TieRule.REFUSE_ALL : TieRule.ADMIT_ALL;
        Placement placement = DeferredAcceptance.match(m.ownOrders(), rule);
        assertThat(Verification.check(m.publishedOwn(reading(rule), placement))).isEmpty();
    }

    @Property(tries = 2000)
    void q1ToQ5BandsKeepTheirPropertiesInsideEachBand(@ForAll long seed, @ForAll TieRule rule) {
        RandomMarket m = RandomMarket.of(seed, MANY_TIES);
        boolean drawn = rule == TieRule.SYSTEM_ORDER;
        int[] bands = {1 + (int) (seed & 1), 1 + (int) (seed >>> 1 & 1)};
        RankedMarket ranked = RankedMarket.of(m.market(drawn), false);
        Placement placement = BandedFiling.file(ranked, rule, bands).whole();
        assertThat(Verification.checkBanded(m.published(drawn, reading(rule), placement), bands))
                .filteredOn(v -> !v.property().equals("P6") || rule != TieRule.REFUSE_ALL)
                .filteredOn(v -> !v.property().equals("P3") || reading(rule) != TieReading.TOGETHER_IN)
                .isEmpty();
    }

    @Property(tries = 2000)
    void q6TheOrderOfTheInputDoesNotMatter(@ForAll long seed, @ForAll TieRule rule) {
        RandomMarket m = RandomMarket.of(seed, MANY_TIES);
        Placement straight = parallel(m, rule);
        int[] turned = new int[m.n()];
        Arrays.setAll(turned, i -> m.n() - 1 - i);
        RandomMarket shuffled = new RandomMarket(
                m.n(),
                m.units(),
                Arrays.stream(turned).mapToObj(m.lists()::get).toList(),
                new long[][] {pick(m.keys()[0], turned), pick(m.keys()[1], turned)},
                pick(m.draw(), turned),
                m.quota(),
                pick(m.category(), turned),
                m.accepts(),
                m.line(),
                Arrays.stream(turned).mapToObj(m.ranks()::get).toList());
        Placement other = parallel(shuffled, rule);
        for (int i = 0; i < m.n(); i++) {
            assertThat(other.unit(turned[i])).isEqualTo(straight.unit(i));
        }
        assertThat(other.cutoffsByUnit()).isEqualTo(straight.cutoffsByUnit());
    }

    private static long[] pick(long[] from, int[] order) {
        return Arrays.stream(order).mapToLong(i -> from[i]).toArray();
    }

    private static byte[] pick(byte[] from, int[] order) {
        byte[] picked = new byte[order.length];
        for (int i = 0; i < order.length; i++) {
            picked[i] = from[order[i]];
        }
        return picked;
    }

    @Property(tries = 4000)
    void q7OneOrderGivesOneResultByThreeEngines(@ForAll long seed) {
        RandomMarket m = RandomMarket.of(seed, MANY_TIES);
        Placement onePass = parallel(m, TieRule.SYSTEM_ORDER);
        RankedMarket ranked = RankedMarket.of(m.market(true), false);
        assertThat(DeferredAcceptance.match(ranked, TieRule.SYSTEM_ORDER).unitsByCandidate())
                .isEqualTo(onePass.unitsByCandidate());
        assertThat(FileMatching.match(ranked).unitsByCandidate()).isEqualTo(onePass.unitsByCandidate());
    }

    @Property(tries = 4000)
    void q7TheSecondEngineAgreesUnderBothSeatRules(@ForAll long seed, @ForAll boolean refuse) {
        RandomMarket m = RandomMarket.of(seed, MANY_TIES);
        TieRule rule = refuse ? TieRule.REFUSE_ALL : TieRule.ADMIT_ALL;
        Placement onePass = parallel(m, rule);
        Placement second = DeferredAcceptance.match(RankedMarket.of(m.market(false), false), rule);
        assertThat(second.unitsByCandidate()).isEqualTo(onePass.unitsByCandidate());
        for (int u = 0; u < m.units(); u++) {
            boolean positive = m.quota()[u] > 0;
            assertThat(positive ? second.cutoff(u) : 0).isEqualTo(positive ? onePass.cutoff(u) : 0);
        }
    }

    @Property(tries = 2000)
    void q8BandsOfOneAreSequentialAndOneBandIsDeferredAcceptance(@ForAll long seed) {
        RandomMarket m = RandomMarket.of(seed, MANY_TIES);
        RankedMarket ranked = RankedMarket.of(m.market(true), false);
        assertThat(BandedFiling.sequential(ranked, TieRule.SYSTEM_ORDER).whole().unitsByCandidate())
                .isEqualTo(firstChoicesFirst(m));
        assertThat(BandedFiling.file(ranked, TieRule.SYSTEM_ORDER, new int[] {9})
                        .whole()
                        .unitsByCandidate())
                .isEqualTo(
                        DeferredAcceptance.match(ranked, TieRule.SYSTEM_ORDER).unitsByCandidate());
    }

    /** 顺序志愿 read from the rule: round r looks at the r-th wish of who has nothing yet, best position first. */
    private static int[] firstChoicesFirst(RandomMarket m) {
        Market market = m.market(true);
        int[] unit = new int[m.n()];
        int[] left = m.quota().clone();
        Arrays.fill(unit, -1);
        for (int r = 0; r < m.units(); r++) {
            for (int g = 0; g < m.n(); g++) {
                int i = market.merit().candidateAt(g);
                if (unit[i] < 0 && r < m.lists().get(i).length) {
                    int u = m.lists().get(i)[r];
                    if (left[u] > 0 && market.eligible(i, u)) {
                        unit[i] = u;
                        left[u]--;
                    }
                }
            }
        }
        return unit;
    }

    @Property(tries = 3000)
    void q10TheDrawnOrderLiesBetweenTheTwoSeatRules(@ForAll long seed) {
        RandomMarket m = RandomMarket.of(seed, MANY_TIES);
        Placement low = parallel(m, TieRule.ADMIT_ALL);
        Placement drawn = parallel(m, TieRule.SYSTEM_ORDER);
        Placement high = parallel(m, TieRule.REFUSE_ALL);
        for (int i = 0; i < m.n(); i++) {
            assertThat(choice(low, i)).isLessThanOrEqualTo(choice(drawn, i));
            assertThat(choice(drawn, i)).isLessThanOrEqualTo(choice(high, i));
        }
    }

    private static int choice(Placement placement, int i) {
        return placement.choice(i) == 0 ? Integer.MAX_VALUE : placement.choice(i);
    }

    @Property(tries = 2000)
    void q11EachBeginningOfACallOrderHoldsTheRate(@ForAll long seed) {
        int n = 1 + (int) (seed >>> 40 & 31);
        boolean[] reserve = new boolean[n];
        for (int i = 0; i < n; i++) {
            reserve[i] = (seed >>> i & 1) != 0;
        }
        int percent = (int) Math.floorMod(seed, 101L);
        int[] order = CallOrder.of(reserve, new boolean[n], percent, 0);
        assertThat(Verification.checkCallOrder(order, reserve, percent)).isEmpty();
        for (int k = 0; k < n; k++) {
            assertThat(reserve[order[k]] ? k <= order[k] : k >= order[k])
                    .as("a reserve candidate never moves down, another never up")
                    .isTrue();
        }
    }

    @Property(tries = 2000)
    void q12ABetterScoreOrMoreSeatsHurtNobody(@ForAll long seed) {
        RandomMarket m = RandomMarket.of(seed, MANY_TIES);
        Placement before = parallel(m, TieRule.SYSTEM_ORDER);
        int i = (int) Math.floorMod(seed, (long) m.n());
        long[][] better = {m.keys()[0].clone(), m.keys()[1]};
        better[0][i]++;
        assertThat(choice(parallel(m.withKeys(better), TieRule.SYSTEM_ORDER), i))
                .isLessThanOrEqualTo(choice(before, i));
        int[] more = m.quota().clone();
        more[(int) Math.floorMod(seed, (long) m.units())]++;
        Placement roomier = parallel(m.withQuota(more), TieRule.SYSTEM_ORDER);
        List<int[]> gone = new ArrayList<>(m.lists());
        gone.set(i, new int[0]);
        Placement without = parallel(m.withLists(gone), TieRule.SYSTEM_ORDER);
        for (int j = 0; j < m.n(); j++) {
            assertThat(choice(roomier, j)).isLessThanOrEqualTo(choice(before, j));
            assertThat(j == i ? 0 : choice(without, j)).isLessThanOrEqualTo(choice(before, j));
        }
    }

    @Property(tries = 2000)
    void q12RemovingACandidateWithTheSeatChangesNobody(@ForAll long seed) {
        RandomMarket m = RandomMarket.of(seed, MANY_TIES);
        Placement before = parallel(m, TieRule.SYSTEM_ORDER);
        int i = (int) Math.floorMod(seed, (long) m.n());
        int[] seats = m.quota().clone();
        if (before.unit(i) >= 0) {
            seats[before.unit(i)]--;
        }
        List<int[]> gone = new ArrayList<>(m.lists());
        gone.set(i, new int[0]);
        Placement after = parallel(m.withLists(gone).withQuota(seats), TieRule.SYSTEM_ORDER);
        for (int j = 0; j < m.n(); j++) {
            assertThat(j == i ? before.unit(j) : after.unit(j)).isEqualTo(before.unit(j));
        }
    }

    @Property(tries = 2000)
    void q13ASupplementaryRoundMovesNobody(@ForAll long seed, @ForAll TieRule rule) {
        RandomMarket m = RandomMarket.of(seed, MANY_TIES);
        Market first = m.market(rule == TieRule.SYSTEM_ORDER);
        Placement one = ParallelFiling.file(first, rule);
        int[] vacancies = one.vacancies(first.units());
        List<int[]> lists = new ArrayList<>();
        List<int[]> others = RandomMarket.of(seed + 1, MANY_TIES).lists();
        for (int i = 0; i < m.n(); i++) {
            int[] wanted = others.get(i % others.size());
            lists.add(
                    one.unit(i) >= 0
                            ? new int[0]
                            : Arrays.stream(wanted).filter(u -> u < m.units()).toArray());
        }
        Placement two = ParallelFiling.file(first.round(Wishes.of(lists), vacancies), rule);
        int[] after = one.unitsByCandidate();
        for (int i = 0; i < m.n(); i++) {
            after[i] = two.unit(i) >= 0 ? two.unit(i) : after[i];
        }
        assertThat(Verification.checkRound(one.unitsByCandidate(), after, vacancies))
                .filteredOn(v -> v.candidate() >= 0 || reading(rule) != TieReading.TOGETHER_IN)
                .isEmpty();
    }

    @Property(tries = 3000)
    void q15TheAssignmentFollowsFromPublishedCutoffsAlone(@ForAll long seed, @ForAll TieRule rule) {
        RandomMarket m = RandomMarket.of(seed, MANY_TIES);
        Market market = m.market(rule == TieRule.SYSTEM_ORDER);
        Placement placement = ParallelFiling.file(market, rule);
        BandedFiling.Outcome banded = BandedFiling.file(RankedMarket.of(market, true), rule, new int[] {2, 1});
        RankedMarket ranked = RankedMarket.of(market, true);
        for (int i = 0; i < m.n(); i++) {
            assertThat(admitted(WhyNot.explain(market, (u, c) -> placement.cutoff(u), i)))
                    .isEqualTo(placement.unit(i));
            assertThat(admitted(WhyNot.explain(ranked, banded::cutoff, i)))
                    .isEqualTo(banded.whole().unit(i));
        }
    }

    private static int admitted(List<WishAnswer> answers) {
        return answers.stream()
                .filter(a -> a.verdict() == Verdict.ADMITTED)
                .mapToInt(WishAnswer::unit)
                .findFirst()
                .orElse(-1);
    }

    @Property(tries = 3000)
    void fileMatchingIsThePublishedProcedureAndStable(@ForAll long seed) {
        RandomMarket m = RandomMarket.of(seed, MANY_TIES).strictly();
        RankedMarket market = m.ownOrders();
        Placement matched = FileMatching.match(market);
        assertThat(matched.unitsByCandidate()).isEqualTo(published(m));
        assertThat(BlockingPairs.of(market, matched.choicesByCandidate())).isEmpty();
        Placement candidateSide = DeferredAcceptance.match(market, TieRule.SYSTEM_ORDER);
        for (int i = 0; i < m.n(); i++) {
            assertThat(matched.unit(i) < 0).as("the same people").isEqualTo(candidateSide.unit(i) < 0);
            assertThat(choice(candidateSide, i)).isLessThanOrEqualTo(choice(matched, i));
        }
    }

    /** 撮合, word by word: mark the best inside, keep the first choice inside, strike the rest, until nothing is struck. */
    private static int[] published(RandomMarket m) {
        boolean[][] filed = new boolean[m.n()][m.units()];
        for (int i = 0; i < m.n(); i++) {
            for (int k = 0; k < m.lists().get(i).length; k++) {
                filed[i][m.lists().get(i)[k]] = m.ranks().get(i)[k] > 0;
            }
        }
        int[] kept = new int[m.n()];
        boolean struck = true;
        while (struck) {
            struck = false;
            boolean[][] inside = inside(m, filed);
            for (int i = 0; i < m.n(); i++) {
                boolean found = false;
                kept[i] = -1;
                for (int u : m.lists().get(i)) {
                    struck |= found && filed[i][u];
                    filed[i][u] &= !found;
                    kept[i] = !found && inside[i][u] ? u : kept[i];
                    found |= inside[i][u];
                }
            }
        }
        return kept;
    }

    private static boolean[][] inside(RandomMarket m, boolean[][] filed) {
        boolean[][] inside = new boolean[m.n()][m.units()];
        for (int u = 0; u < m.units(); u++) {
            for (int seat = 0; seat < m.quota()[u]; seat++) {
                int best = -1;
                for (int i = 0; i < m.n(); i++) {
                    boolean candidate = filed[i][u] && !inside[i][u];
                    best = candidate && (best < 0 || rank(m, i, u) < rank(m, best, u)) ? i : best;
                }
                if (best >= 0) {
                    inside[best][u] = true;
                }
            }
        }
        return inside;
    }

    private static int rank(RandomMarket m, int i, int u) {
        int[] list = m.lists().get(i);
        for (int k = 0; k < list.length; k++) {
            if (list[k] == u) {
                return m.ranks().get(i)[k];
            }
        }
        throw new IllegalStateException("not listed");
    }

    @Property(tries = 2000)
    void sharedQuotasGiveTheSameByOnePassAndByDeferredAcceptance(@ForAll long seed) {
        RandomMarket m = RandomMarket.of(seed, MANY_TIES);
        int[] parents = new int[m.units()];
        Arrays.setAll(parents, u -> u == 0 ? -1 : (seed >>> u & 1) == 0 ? -1 : u - 1);
        Market flat = m.market(true);
        Units nested = Units.of(m.quota(), m.accepts()).within(parents);
        Market market = Market.of(flat.merit(), flat.wishes(), nested).withCategories(m.category());
        Placement onePass = ParallelFiling.file(market, TieRule.SYSTEM_ORDER);
        RankedMarket ranked = RankedMarket.of(market, false);
        Placement second = DeferredAcceptance.match(ranked, TieRule.SYSTEM_ORDER);
        assertThat(second.unitsByCandidate()).isEqualTo(onePass.unitsByCandidate());
        assertThat(BlockingPairs.of(ranked, onePass.choicesByCandidate())).isEmpty();
        RandomMarket unlined = new RandomMarket(
                m.n(),
                m.units(),
                m.lists(),
                m.keys(),
                m.draw(),
                m.quota(),
                m.category(),
                m.accepts(),
                Long.MIN_VALUE,
                m.ranks());
        assertThat(Verification.check(
                        unlined.published(true, TieReading.STRICT, onePass).parents(parents)))
                .isEmpty();
    }
}
