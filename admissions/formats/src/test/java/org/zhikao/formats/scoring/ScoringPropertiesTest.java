package org.zhikao.formats.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.zhikao.admissions.scoring.engine.CalculationSheet;
import org.zhikao.admissions.scoring.engine.Cohort;
import org.zhikao.admissions.scoring.engine.MarkStatus;
import org.zhikao.admissions.scoring.engine.RankedLists;
import org.zhikao.admissions.scoring.engine.ScoreEngine;
import org.zhikao.admissions.scoring.engine.ScoreTable;
import org.zhikao.admissions.scoring.engine.Scores;
import org.zhikao.formats.season.SeasonRulesReader;

/** What holds for every cohort: total order, independence of input order, monotone totals, sheets that add up. */
class ScoringPropertiesTest {
    private static final String RULES = """
            schema: zhikao.season/1
            id: s-property-2026
            title: 性质
            province: 某省
            provinceCode: "99"
            year: 2026
            organiser: 某省教育考试院
            tracks:
              - id: main
                name: 统考
                audience: [SECONDARY_VOCATIONAL]
                components:
                  - {id: chinese, name: 语文, kind: CULTURE, max: 10, organiser: PROVINCE}
                  - {id: math, name: 数学, kind: CULTURE, max: 10, organiser: PROVINCE}
                  - {id: english, name: 英语, kind: CULTURE, max: 10, organiser: PROVINCE}
                  - {id: skill, name: 技能, kind: OPERATION, max: 10, step: 0.5}
                total: {max: 33, terms: [{component: chinese}, {component: math, weight: "0.8"}, {component: english}, {component: skill, weight: "1/2"}]}
                minimums: [{id: line, name: 线, on: TOTAL, atLeast: 8}]
                ranking: {ties: [{by: TOTAL}, {by: COMPONENT, of: [skill]}, {by: MAX, of: [chinese, math]}, {by: COMPONENT, of: [chinese]}], terminal: SHARED_RANK}
                preferences: {unit: COLLEGE, rounds: [{id: regular, name: 志愿, max: 1}]}
                placement: {mechanism: PARALLEL}
            calendar: []
            """;
    private static final ScoreEngine ENGINE =
            ScoreEngine.of(SeasonRulesReader.require(RULES.getBytes(StandardCharsets.UTF_8)), "main");

    private static Cohort cohort(List<List<Integer>> marks) {
        Cohort cohort = ENGINE.cohort(marks.size());
        for (int i = 0; i < marks.size(); i++) {
            cohort.candidate(i, "SECONDARY_VOCATIONAL", "");
            for (int c = 0; c < 4; c++) {
                int mark = marks.get(i).get(c);
                if (mark > 10) {
                    cohort.status(i, c, 0, MarkStatus.ABSENT);
                } else {
                    cohort.mark(i, c, ENGINE.rules().units(BigDecimal.valueOf(mark)));
                }
            }
        }
        return cohort;
    }

    @Property(tries = 300)
    void orderOfInputDecidesNothing(
            @ForAll @Size(max = 40) List<@Size(4) List<@IntRange(max = 11) Integer>> marks, @ForAll long seed) {
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < marks.size(); i++) {
            places.add(i);
        }
        Collections.shuffle(places, new Random(seed));
        List<List<Integer>> shuffled = places.stream().map(marks::get).toList();
        RankedLists one = ENGINE.rank(ENGINE.score(cohort(marks)));
        RankedLists two = ENGINE.rank(ENGINE.score(cohort(shuffled)));
        for (int i = 0; i < places.size(); i++) {
            assertThat(two.rank(i)).isEqualTo(one.rank(places.get(i)));
        }
    }

    @Property(tries = 300)
    void ranksAreATotalOrderOfTheEligible(
            @ForAll @Size(max = 40) List<@Size(4) List<@IntRange(max = 11) Integer>> marks) {
        Scores scores = ENGINE.score(cohort(marks));
        RankedLists ranks = ENGINE.rank(scores);
        int ranked = 0;
        for (int[] group : ranks.groups(0)) {
            for (int i : group) {
                assertThat(ranks.rank(i)).isEqualTo(ranked + 1);
                assertThat(scores.total(i)).isEqualTo(scores.total(group[0]));
            }
            ranked += group.length;
        }
        long eligible = java.util.stream.IntStream.range(0, marks.size())
                .filter(scores::eligible)
                .count();
        assertThat(ranked).isEqualTo((int) eligible);
        int[] order = ranks.order(0);
        for (int r = 1; r < order.length; r++) {
            assertThat(scores.total(order[r - 1])).isGreaterThanOrEqualTo(scores.total(order[r]));
        }
    }

    @Property(tries = 300)
    void aHigherMarkNeverLowersATotal(
            @ForAll @Size(4) List<@IntRange(max = 10) Integer> marks, @ForAll @IntRange(max = 3) int component) {
        List<Integer> higher = new ArrayList<>(marks);
        higher.set(component, Math.min(10, marks.get(component) + 1));
        Scores scores = ENGINE.score(cohort(List.of(marks, higher)));
        assertThat(scores.total(1)).isGreaterThanOrEqualTo(scores.total(0));
    }

    @Property(tries = 300)
    void theSheetAddsUpToTheTotalOfTheMassPath(@ForAll @Size(4) List<@IntRange(max = 11) Integer> marks) {
        Cohort cohort = cohort(List.of(marks));
        Scores scores = ENGINE.score(cohort);
        CalculationSheet sheet = ENGINE.sheet(cohort, 0);
        assertThat(sheet.eligible()).isEqualTo(scores.eligible(0));
        assertThat(sheet.failed()).isEqualTo(scores.failed(0));
        if (sheet.total() == null) {
            assertThat(scores.hasTotal(0)).isFalse();
            return;
        }
        BigDecimal sum = sheet.steps().stream()
                .filter(s -> s.kind() == CalculationSheet.Kind.COMPONENT)
                .map(s -> new BigDecimal(s.counted()).multiply(new BigDecimal(s.weight())))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(sum).isEqualByComparingTo(sheet.total());
        assertThat(ENGINE.rules().mark(scores.total(0))).isEqualByComparingTo(sheet.total());
    }

    @Property(tries = 200)
    void addingACandidateKeepsTheOrderOfTheOthers(
            @ForAll @Size(min = 2, max = 20) List<@Size(4) List<@IntRange(max = 10) Integer>> marks,
            @ForAll @Size(4) List<@IntRange(max = 10) Integer> newcomer) {
        List<List<Integer>> more = new ArrayList<>(marks);
        more.add(newcomer);
        RankedLists before = ENGINE.rank(ENGINE.score(cohort(marks)));
        RankedLists after = ENGINE.rank(ENGINE.score(cohort(more)));
        for (int i = 1; i < marks.size(); i++) {
            assertThat(Integer.signum(Integer.compare(after.rank(i - 1), after.rank(i))))
                    .isEqualTo(Integer.signum(Integer.compare(before.rank(i - 1), before.rank(i))));
        }
    }

    @Property(tries = 200)
    void theScoreTableCountsEveryRankedCandidateAndItsLineLetsEnoughPass(
            @ForAll @Size(min = 1, max = 40) List<@Size(4) List<@IntRange(max = 11) Integer>> marks,
            @ForAll @IntRange(min = 1, max = 10) int places) {
        Scores scores = ENGINE.score(cohort(marks));
        ScoreTable table = ScoreTable.of(scores, 0);
        int ranked = ENGINE.rank(scores).order(0).length;
        assertThat(table.rows().stream().mapToInt(ScoreTable.Row::here).sum()).isEqualTo(ranked);
        assertThat(table.lineFor(places).isPresent()).isEqualTo(ranked >= places);
        table.lineFor(places).ifPresent(line -> {
            long on = java.util.stream.IntStream.range(0, marks.size())
                    .filter(i -> scores.eligible(i) && scores.total(i) >= line)
                    .count();
            long above = java.util.stream.IntStream.range(0, marks.size())
                    .filter(i -> scores.eligible(i) && scores.total(i) > line)
                    .count();
            assertThat(on).isGreaterThanOrEqualTo(places);
            assertThat(above).isLessThan(places);
        });
    }

    /** A sheet always takes the full path; what it says must be what adding up gives. */
    @Property(tries = 200)
    void thePlainPathAndTheFullPathAgree(
            @ForAll @Size(max = 20) List<@Size(4) List<@IntRange(max = 11) Integer>> marks) {
        Cohort cohort = cohort(marks);
        Scores scores = ENGINE.score(cohort);
        for (int i = 0; i < marks.size(); i++) {
            CalculationSheet sheet = ENGINE.sheet(cohort, i);
            assertThat(sheet.failed()).isEqualTo(scores.failed(i));
            String total = sheet.total();
            assertThat(total != null).isEqualTo(scores.hasTotal(i));
            if (total != null) {
                assertThat(ENGINE.rules().mark(scores.total(i))).isEqualByComparingTo(total);
            }
        }
    }
}
