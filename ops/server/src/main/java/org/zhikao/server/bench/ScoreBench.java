package org.zhikao.server.bench;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import org.zhikao.admissions.scoring.engine.Cohort;
import org.zhikao.admissions.scoring.engine.RankedLists;
import org.zhikao.admissions.scoring.engine.ScoreEngine;
import org.zhikao.admissions.scoring.engine.Scores;
import org.zhikao.formats.season.SeasonRulesReader;

/**
 * Scores and ranks a million candidates of eight components and an eight-step tie-break, beside a yardstick that does the
 * same one object at a time with {@link BigDecimal}. Both must give the same order, or the figures mean nothing.
 */
public final class ScoreBench {
    private static final int RUNS = 7;
    private static final long MIB = 1 << 20;

    private ScoreBench() {}

    /** The figures, with the goals that were set before building. */
    public static List<Figure> run(int candidates) throws IOException {
        ScoreEngine engine = ScoreEngine.of(SeasonRulesReader.require(rules()), "bench");
        long before = Samples.used();
        Cohort cohort = fill(engine, candidates);
        double[] seconds = new double[RUNS];
        Scores scores = engine.score(cohort);
        RankedLists ranks = engine.rank(scores);
        for (int r = 0; r < RUNS; r++) {
            scores = null;
            ranks = null;
            long start = System.nanoTime();
            scores = engine.score(cohort);
            ranks = engine.rank(scores);
            seconds[r] = (System.nanoTime() - start) / 1e9;
        }
        long peak = Samples.used() - before;
        double engineSeconds = Samples.median(seconds);
        double yardstick = yardstick(candidates, Objects.requireNonNull(scores), Objects.requireNonNull(ranks));
        return List.of(
                Figure.atMost("score and rank, 8 components and 8 tie keys, median", engineSeconds, "s", 0.5),
                Figure.atMost("marks, results and ranks in memory", (double) peak / MIB, "MiB", 500),
                Figure.plain("score and rank one object at a time with BigDecimal", yardstick, "s"),
                Figure.atLeast("score and rank, times faster than that", yardstick / engineSeconds, "times", 20));
    }

    private static byte[] rules() throws IOException {
        try (InputStream in = Objects.requireNonNull(ScoreBench.class.getResourceAsStream("score-bench.yaml"))) {
            return in.readAllBytes();
        }
    }

    static final int[] MAXIMA = {120, 120, 80, 100, 100, 200, 130, 100};

    /** The same marks for the engine and for the yardstick: candidate i draws from its own stream. */
    static int[] marks(int candidate) {
        SplittableRandom random = new SplittableRandom(0x9E3779B97F4A7C15L * (candidate + 1));
        int[] marks = new int[MAXIMA.length];
        for (int c = 0; c < marks.length; c++) {
            marks[c] = (random.nextInt(MAXIMA[c] + 1) + random.nextInt(MAXIMA[c] + 1)) / 2;
        }
        return marks;
    }

    private static Cohort fill(ScoreEngine engine, int candidates) {
        Cohort cohort = engine.cohort(candidates);
        long scale = engine.rules().scale();
        for (int i = 0; i < candidates; i++) {
            cohort.candidate(i, "SECONDARY_VOCATIONAL", "");
            int[] marks = marks(i);
            for (int c = 0; c < marks.length; c++) {
                cohort.mark(i, c, marks[c] * scale);
            }
        }
        return cohort;
    }

    // ---- the yardstick ----

    /** One candidate as an ordinary program would hold it. */
    private static final class Person {
        final int index;
        final List<BigDecimal> marks;
        BigDecimal total = BigDecimal.ZERO;
        BigDecimal culture = BigDecimal.ZERO;
        boolean eligible;
        int rank;

        Person(int index, List<BigDecimal> marks) {
            this.index = index;
            this.marks = marks;
        }

        void score() {
            total = marks.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
            culture = marks.get(0).add(marks.get(1)).add(marks.get(2));
            eligible = culture.compareTo(BigDecimal.valueOf(60)) >= 0;
        }

        BigDecimal best() {
            return marks.get(0).max(marks.get(1));
        }
    }

    private static final Comparator<Person> ORDER = Comparator.comparing((Person p) -> p.total)
            .thenComparing(p -> p.marks.get(5))
            .thenComparing(p -> p.marks.get(6))
            .thenComparing(p -> p.marks.get(0).add(p.marks.get(1)))
            .thenComparing(Person::best)
            .thenComparing(p -> p.marks.get(2))
            .thenComparing(p -> p.marks.get(3))
            .thenComparing(p -> p.marks.get(4))
            .reversed();

    private static double yardstick(int candidates, Scores scores, RankedLists ranks) {
        List<Person> people = new ArrayList<>(candidates);
        for (int i = 0; i < candidates; i++) {
            List<BigDecimal> marks = new ArrayList<>(MAXIMA.length);
            for (int mark : marks(i)) {
                marks.add(BigDecimal.valueOf(mark));
            }
            people.add(new Person(i, marks));
        }
        long start = System.nanoTime();
        people.forEach(Person::score);
        List<Person> eligible =
                new ArrayList<>(people.stream().filter(p -> p.eligible).toList());
        eligible.sort(ORDER);
        for (int r = 0; r < eligible.size(); r++) {
            Person p = eligible.get(r);
            p.rank = r > 0 && ORDER.compare(eligible.get(r - 1), p) == 0 ? eligible.get(r - 1).rank : r + 1;
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        for (Person p : people) {
            if (p.rank != ranks.rank(p.index) || p.eligible != scores.eligible(p.index)) {
                throw new IllegalStateException("the yardstick and the engine disagree on candidate " + p.index);
            }
        }
        return seconds;
    }
}
