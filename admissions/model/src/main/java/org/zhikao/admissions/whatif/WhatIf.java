package org.zhikao.admissions.whatif;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.zhikao.admissions.plan.PlanUnit;
import org.zhikao.admissions.scoring.engine.LineCount;
import org.zhikao.admissions.season.diff.RulesDiff;
import org.zhikao.admissions.season.rules.Exact;
import org.zhikao.admissions.season.rules.Minimum;
import org.zhikao.admissions.season.rules.SeasonRules;
import org.zhikao.admissions.season.rules.Track;
import org.zhikao.admissions.whatif.WhatIfReport.Agreement;
import org.zhikao.admissions.whatif.WhatIfReport.Line;
import org.zhikao.admissions.whatif.WhatIfReport.LineSide;
import org.zhikao.admissions.whatif.WhatIfReport.Movement;
import org.zhikao.admissions.whatif.WhatIfReport.PlacementBand;
import org.zhikao.admissions.whatif.WhatIfReport.PlacementResult;
import org.zhikao.admissions.whatif.WhatIfReport.PlacementSide;
import org.zhikao.admissions.whatif.WhatIfReport.TrackResult;
import org.zhikao.admissions.whatif.WhatIfReport.UnitResult;

/** 试算: the past computed twice, by the rules that held and by a draft, and compared. */
public final class WhatIf {
    /** Units listed a track: those whose outcome differs most. */
    private static final int MOST_UNITS = 40;

    private final PastSeason past;
    private final Trial before;
    private final Trial after;

    private WhatIf(PastSeason past, SeasonRules held, SeasonRules draft) {
        this.past = past;
        before = Trial.of(past, held, held, Note.Side.BEFORE);
        after = Trial.of(past, held, draft, Note.Side.AFTER);
    }

    /**
     * Computes and compares; {@link IllegalArgumentException} where rules do not hold together.
     *
     * @param held the rules in force then, in whose units the past marks stand
     */
    public static WhatIfReport compare(PastSeason past, SeasonRules held, SeasonRules draft) {
        return new WhatIf(past, held, draft).report();
    }

    private WhatIfReport report() {
        Comparison comparison = new Comparison(past, before, after);
        int[] sat = new int[past.tracks.size()];
        Arrays.setAll(sat, comparison::track);
        Comparison.Shown shown = comparison.shown();
        List<TrackResult> tracks = new ArrayList<>();
        for (int t = 0; t < sat.length; t++) {
            if (sat[t] > 0) {
                tracks.add(track(t, sat[t], shown));
            }
        }
        List<Note> notes = new ArrayList<>(before.notes);
        notes.addAll(after.notes);
        return new WhatIfReport(
                before.rules.id(),
                after.rules.title(),
                past.size(),
                agreement(),
                RulesDiff.of(before.rules, after.rules),
                notes,
                tracks,
                shown.outcomes(),
                shown.placements());
    }

    private Agreement agreement() {
        int released = 0;
        int equal = 0;
        int placed = 0;
        int equallyPlaced = 0;
        for (int i = 0; i < past.size(); i++) {
            if (past.releasedList[i] >= 0) {
                released++;
                equal += sameResult(i) ? 1 : 0;
            }
            if (past.placedUnit[i] >= 0 && before.filed.containsKey(past.tracks.text(past.track[i]))) {
                placed++;
                boolean same = past.placedUnit[i] == before.unit[i] && past.placedChoice[i] == before.choice[i];
                equallyPlaced += same ? 1 : 0;
            }
        }
        return new Agreement(released, equal, placed, equallyPlaced);
    }

    private boolean sameResult(int i) {
        return past.releasedTotal[i] == before.total[i]
                && past.releasedRank[i] == before.rank[i]
                && past.releasedList[i] == before.list[i];
    }

    private TrackResult track(int t, int sat, Comparison.Shown shown) {
        String id = past.tracks.text(t);
        String name = before.rules
                .track(id)
                .or(() -> after.rules.track(id))
                .map(Track::name)
                .orElse(id);
        Movement movement = shown.movement(t);
        boolean open = movement.bands().stream().noneMatch(b -> b.count() == null);
        return new TrackResult(
                id,
                name,
                sat,
                ranked(before, t),
                open ? ranked(after, t) : null,
                lines(id),
                movement,
                Histograms.of(past, before, after, t),
                placement(id, shown, open));
    }

    private int ranked(Trial trial, int t) {
        int ranked = 0;
        for (int i = 0; i < past.size(); i++) {
            ranked += past.track[i] == t && trial.rank[i] > 0 ? 1 : 0;
        }
        return ranked;
    }

    // ---- lines

    private List<Line> lines(String track) {
        Map<String, String> names = new LinkedHashMap<>();
        Map<String, LineSide> was = sides(before, track, names);
        Map<String, LineSide> is = sides(after, track, names);
        return names.entrySet().stream()
                .map(e -> new Line(
                        e.getKey(),
                        e.getValue(),
                        was.get(e.getKey()),
                        guarded(was.get(e.getKey()), is.get(e.getKey()))))
                .toList();
    }

    /** A line that fewer than five gain or lose would tell of them. */
    private static @Nullable LineSide guarded(@Nullable LineSide was, @Nullable LineSide is) {
        Integer now = is == null ? null : is.reached();
        Integer then = was == null ? null : was.reached();
        if (is == null || now == null || then == null) {
            return is;
        }
        int change = Math.abs(now - then);
        return change > 0 && change < Suppression.LEAST ? new LineSide(is.atLeast(), is.asked(), null) : is;
    }

    private static Map<String, LineSide> sides(Trial trial, String track, Map<String, String> names) {
        Map<String, LineSide> sides = new LinkedHashMap<>();
        List<LineCount> counts = trial.lines.getOrDefault(track, List.of());
        for (LineCount count : counts) {
            Minimum minimum = trial.rules.track(track).stream()
                    .flatMap(t -> t.minimums().stream())
                    .filter(m -> m.id().equals(count.line()))
                    .findFirst()
                    .orElseThrow();
            names.putIfAbsent(minimum.id(), minimum.name());
            BigDecimal least = minimum.atLeast();
            sides.put(
                    minimum.id(),
                    new LineSide(least == null ? null : Exact.plain(least), count.asked(), count.reached()));
        }
        return sides;
    }

    // ---- placement

    private @Nullable PlacementResult placement(String track, Comparison.Shown shown, boolean ranksOpen) {
        Filing was = before.filed.get(track);
        Filing is = after.filed.get(track);
        if (was == null || is == null) {
            return null;
        }
        List<PlacementBand> bands = shown.placementBands(track);
        boolean open = ranksOpen && bands.stream().noneMatch(b -> b.count() == null);
        return new PlacementResult(
                Arrays.stream(was.seats).sum(),
                side(before, was, track),
                open ? side(after, is, track) : null,
                bands,
                open ? units(was, is) : List.of());
    }

    private PlacementSide side(Trial trial, Filing filing, String track) {
        int number = past.tracks.find(track);
        int first = 0;
        for (int i = 0; i < past.size(); i++) {
            first += past.track[i] == number && trial.choice[i] == 1 ? 1 : 0;
        }
        return new PlacementSide(
                filing.participants, Arrays.stream(filing.placed).sum(), first);
    }

    private List<UnitResult> units(Filing was, Filing is) {
        List<UnitResult> changed = new ArrayList<>();
        for (int u = 0; u < was.seats.length; u++) {
            PlanUnit unit = past.unit(u);
            String lowestBefore = lowest(before, was.lowest[u]);
            String lowestAfter = lowest(after, is.lowest[u]);
            boolean differs = was.placed[u] != is.placed[u] || !Objects.equals(lowestBefore, lowestAfter);
            if (unit != null && differs) {
                changed.add(new UnitResult(
                        unit.code(),
                        unit.name(),
                        unit.quota(),
                        was.placed[u],
                        is.placed[u],
                        lowestBefore,
                        lowestAfter));
            }
        }
        changed.sort((a, b) -> {
            int more = Integer.compare(
                    Math.abs(b.placedAfter() - b.placedBefore()), Math.abs(a.placedAfter() - a.placedBefore()));
            return more != 0 ? more : a.unit().compareTo(b.unit());
        });
        return List.copyOf(changed.subList(0, Math.min(MOST_UNITS, changed.size())));
    }

    private static @Nullable String lowest(Trial trial, long total) {
        return total == Long.MAX_VALUE ? null : Exact.plain(trial.mark(total));
    }
}
