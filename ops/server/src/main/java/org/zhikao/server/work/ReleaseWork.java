package org.zhikao.server.work;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongConsumer;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.jspecify.annotations.Nullable;
import org.zhikao.admissions.scoring.Mark;
import org.zhikao.admissions.scoring.ReleaseCommand.RecordRelease;
import org.zhikao.admissions.scoring.ReleaseId;
import org.zhikao.admissions.scoring.Result;
import org.zhikao.admissions.scoring.ScoringCommand.ReleaseResult;
import org.zhikao.admissions.scoring.engine.Cohort;
import org.zhikao.admissions.scoring.engine.MarkStatus;
import org.zhikao.admissions.scoring.engine.RankedLists;
import org.zhikao.admissions.scoring.engine.ScoreEngine;
import org.zhikao.admissions.scoring.engine.Scores;
import org.zhikao.admissions.season.rules.Minimum;
import org.zhikao.admissions.season.rules.Reason;
import org.zhikao.admissions.season.rules.SeasonRules;
import org.zhikao.admissions.season.rules.Track;
import org.zhikao.admissions.shared.CandidateId;
import org.zhikao.admissions.shared.SeasonId;
import org.zhikao.server.season.SeasonState;
import org.zhikao.server.season.SeasonStates;

/** 成绩合成与公布: scores and ranks everybody who was arranged, then releases one result a candidate. */
public final class ReleaseWork {
    private final SeasonStates seasons;
    private final Roll roll;
    private final Hindrances hindrances;
    private final MassCommands mass;
    private final CommandGateway commands;
    private final Clock clock;

    public ReleaseWork(
            SeasonStates seasons,
            Roll roll,
            Hindrances hindrances,
            MassCommands mass,
            CommandGateway commands,
            Clock clock) {
        this.seasons = seasons;
        this.roll = roll;
        this.hindrances = hindrances;
        this.mass = mass;
        this.commands = commands;
        this.clock = clock;
    }

    /** Answers how many results were released. */
    public int release(SeasonId season, int release, Acting acting, LongConsumer progress) {
        Map<CandidateId, Result> results = compute(season);
        Digest digest = new Digest();
        results.forEach((candidate, r) ->
                digest.line(candidate, r.list(), r.total(), r.rank() == null ? "-" : r.rank(), r.eligible() ? 1 : 0));
        commands.sendAndWait(new RecordRelease(season, release, results.size(), digest.hex(), acting.at(clock)));
        String id = ReleaseId.of(season, release).toString();
        mass.send(
                results.entrySet().stream()
                        .map(e -> List.of(new ReleaseResult(e.getKey(), id, e.getValue(), acting.at(clock))))
                        .iterator(),
                progress);
        return results.size();
    }

    /** Results of all who owe an exam, by candidate; writes nothing. */
    public Map<CandidateId, Result> compute(SeasonId season) {
        SeasonState state = seasons.state(season);
        SeasonRules rules = state.terms().rules();
        Map<CandidateId, List<String>> grounds = roll.grounds(season);
        Map<String, List<RollRow>> byTrack = new LinkedHashMap<>();
        List<RollRow> rows = roll.read(season);
        Set<CandidateId> hindered =
                hindrances.of(season, rows, "scoring.released").keySet();
        for (RollRow row : rows) {
            if (row.arranged() && row.confirmed() && !row.exempt() && !hindered.contains(row.candidate())) {
                byTrack.computeIfAbsent(row.track(), k -> new ArrayList<>()).add(row);
            }
        }
        Map<CandidateId, Result> results = new java.util.TreeMap<>();
        byTrack.forEach((track, members) -> score(rules, track, members, grounds, results));
        return results;
    }

    private static void score(
            SeasonRules rules,
            String trackId,
            List<RollRow> rows,
            Map<CandidateId, List<String>> grounds,
            Map<CandidateId, Result> results) {
        ScoreEngine engine = ScoreEngine.of(rules, trackId);
        List<String> components = engine.components();
        Cohort cohort = engine.cohort(rows.size());
        for (int i = 0; i < rows.size(); i++) {
            RollRow row = rows.get(i);
            cohort.candidate(i, row.kind(), row.category());
            for (int c = 0; c < components.size(); c++) {
                Mark mark = row.marks().get(components.get(c));
                if (mark != null) {
                    enter(cohort, i, c, mark);
                }
            }
            for (String ground : grounds.getOrDefault(row.candidate(), List.of())) {
                cohort.approved(i, ground);
            }
        }
        Scores scores = engine.score(cohort);
        RankedLists ranks = engine.rank(scores);
        List<String> parts = engine.parts();
        List<String> lists = engine.lists();
        Track track = engine.track();
        for (int i = 0; i < rows.size(); i++) {
            Map<String, Long> sums = new LinkedHashMap<>();
            for (int p = 0; p < parts.size(); p++) {
                sums.put(parts.get(p), scores.part(i, p));
            }
            int rank = ranks.rank(i);
            results.put(
                    rows.get(i).candidate(),
                    new Result(
                            scores.hasTotal(i) ? scores.total(i) : 0,
                            sums,
                            scores.eligible(i),
                            scores.failed(i).stream().map(Reason::name).toList(),
                            scores.hasTotal(i) ? reached(rules, track, rows.get(i), sums, scores.total(i)) : List.of(),
                            rank == 0 ? null : rank,
                            lists.get(scores.list(i))));
        }
    }

    private static void enter(Cohort cohort, int candidate, int component, Mark mark) {
        switch (mark.status()) {
            case MARKED -> cohort.mark(candidate, component, mark.value());
            case ABSENT -> cohort.status(candidate, component, 0, MarkStatus.ABSENT);
            case ZERO -> cohort.status(candidate, component, 0, MarkStatus.ZERO);
            case MISCONDUCT -> cohort.status(candidate, component, 0, MarkStatus.MISCONDUCT);
        }
    }

    /** Names of the lines, fixed in the rules, that this candidate is on or over. */
    private static List<String> reached(
            SeasonRules rules, Track track, RollRow row, Map<String, Long> parts, long total) {
        List<String> names = new ArrayList<>();
        for (Minimum line : track.minimums()) {
            BigDecimal least = line.atLeast();
            if (least == null || !line.when().admits(row.kind(), row.category())) {
                continue;
            }
            Long value = value(line, row, parts, total);
            if (value != null && value >= rules.units(least)) {
                names.add(line.id());
            }
        }
        return names;
    }

    private static @Nullable Long value(Minimum line, RollRow row, Map<String, Long> parts, long total) {
        return switch (line.on()) {
            case TOTAL, TOTAL_WITHOUT_BONUS -> total;
            case PART -> parts.get(line.of() == null ? "" : line.of());
            case COMPONENT -> {
                Mark mark = row.marks().get(line.of() == null ? "" : line.of());
                yield mark == null ? null : mark.value();
            }
        };
    }
}
