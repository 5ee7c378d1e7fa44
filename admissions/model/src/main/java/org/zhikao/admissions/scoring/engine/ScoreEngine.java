package org.zhikao.admissions.scoring.engine;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.zhikao.admissions.season.rules.Component;
import org.zhikao.admissions.season.rules.Part;
import org.zhikao.admissions.season.rules.SeasonRules;
import org.zhikao.admissions.season.rules.Track;

/** 成绩计算与排名: the engine of one track of one season's rules; immutable, safe for all threads. */
public final class ScoreEngine {
    /** Name of the list of those who are in no separate list. */
    public static final String GENERAL_LIST = "ALL";

    /** Small enough that two threads stay busy, large enough that a chunk costs nothing. */
    private static final int CHUNK = 1 << 13;

    private final Program program;

    private ScoreEngine(Program program) {
        this.program = program;
    }

    /** Compiles the track; {@link IllegalArgumentException} when the rules do not hold together. */
    public static ScoreEngine of(SeasonRules rules, String track) {
        return of(rules, track, Map.of());
    }

    /** As {@link #of(SeasonRules, String)}, with lines drawn after marking, by id of the minimum. */
    public static ScoreEngine of(SeasonRules rules, String track, Map<String, BigDecimal> drawnLines) {
        Track t = rules.track(track).orElseThrow(() -> new IllegalArgumentException("no track " + track));
        return new ScoreEngine(new Program(rules, t, drawnLines));
    }

    public SeasonRules rules() {
        return program.rules;
    }

    public Track track() {
        return program.track;
    }

    /** Index of the component in marks; {@link IllegalArgumentException} when the track has none of that id. */
    public int component(String id) {
        return program.index(id);
    }

    public List<String> components() {
        return program.track.components().stream().map(Component::id).toList();
    }

    public List<String> parts() {
        return program.track.parts().stream().map(Part::id).toList();
    }

    /** Names of the ranking lists; {@link Scores#list} and {@link RankedLists} index it. */
    public List<String> lists() {
        return program.lists;
    }

    /** True when the component is entered as a grade. */
    public boolean graded(int component) {
        return program.counting[component].graded();
    }

    public Cohort cohort(int size) {
        return new Cohort(program, size);
    }

    public Scores score(Cohort cohort) {
        Scores scores = new Scores(program, cohort);
        int chunks = (cohort.size + CHUNK - 1) / CHUNK;
        IntStream.range(0, chunks).parallel().forEach(chunk -> {
            int from = chunk * CHUNK;
            chunk(cohort, scores, from, Math.min(cohort.size, from + CHUNK));
        });
        return scores;
    }

    private void chunk(Cohort cohort, Scores scores, int from, int to) {
        Scorer s = new Scorer(program, cohort);
        for (int i = from; i < to; i++) {
            s.scoreMass(i);
            scores.totals[i] = s.total;
            for (int q = 0; q < program.parts; q++) {
                scores.parts[q][i] = s.parts[q];
            }
            scores.reasons[i] = s.reasons;
            scores.effects[i] = (byte) s.effect;
            scores.levels[i] = s.levels;
            scores.lists[i] = (short) s.list(i);
            if (s.reasons == 0) {
                for (int k = 0; k < program.keys.length; k++) {
                    if (k != program.positionKey) {
                        scores.keys[k][i] = s.key(program.keys[k], i);
                    }
                }
            }
        }
    }

    /** Ranks every eligible candidate in the list of the track's own division; a position key compares equal. */
    public RankedLists rank(Scores scores) {
        return Ranker.rank(program, scores, null, null, null);
    }

    /**
     * Ranks the given candidates as one list, that of a programme.
     *
     * @param members candidate indices; the ineligible are left out
     * @param positions position of this programme in each member's preference list, aligned with {@code members}
     * @param systemOrder recorded order of those fully tied, by candidate; null = none recorded
     */
    public RankedLists rank(Scores scores, int[] members, int @Nullable [] positions, long @Nullable [] systemOrder) {
        return Ranker.rank(program, scores, members, positions, systemOrder);
    }

    /** As {@link #rank(Scores)}, fully tied candidates in the order recorded once (SYSTEM_ORDER), smaller first. */
    public RankedLists rank(Scores scores, long[] systemOrder) {
        return Ranker.rank(program, scores, null, null, systemOrder);
    }

    /** Who is on each line, in the order of the rules; lines without a level and those of a level alike. */
    public List<LineCount> lines(Cohort cohort) {
        int lines = program.lines.length;
        int chunks = lines == 0 ? 0 : (cohort.size + CHUNK - 1) / CHUNK;
        int[][] counts = IntStream.range(0, chunks)
                .parallel()
                .mapToObj(chunk -> {
                    int from = chunk * CHUNK;
                    return new Scorer(program, cohort).lineCounts(from, Math.min(cohort.size, from + CHUNK));
                })
                .toArray(int[][]::new);
        return IntStream.range(0, lines)
                .mapToObj(l -> new LineCount(
                        program.track.minimums().get(l).id(),
                        Arrays.stream(counts).mapToInt(c -> c[2 * l]).sum(),
                        Arrays.stream(counts).mapToInt(c -> c[2 * l + 1]).sum()))
                .toList();
    }

    /** Every step of one candidate's total, by the same code that scored the cohort. */
    public CalculationSheet sheet(Cohort cohort, int candidate) {
        Scorer s = new Scorer(program, cohort);
        s.score(candidate);
        return SheetWriter.write(program, cohort, s, candidate);
    }
}
