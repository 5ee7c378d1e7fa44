package org.zhikao.admissions.whatif;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhikao.admissions.season.diff.RulesChange;

/**
 * 试算结果. Marks are exact decimals as text. A count of people that is hidden is null: it, or one that would give it away, is
 * below five.
 *
 * @param candidates everybody who ever applied in the season
 * @param agreement how the rules that held, recomputed, compare with what was released
 * @param outcomes winners and losers by ranking: better, worse, unchanged
 * @param placements winners and losers by the first round of placement; null where nothing was filed
 */
public record WhatIfReport(
        String season,
        String draft,
        int candidates,
        Agreement agreement,
        List<RulesChange> changes,
        List<Note> notes,
        List<TrackResult> tracks,
        Groups outcomes,
        @Nullable Groups placements) {
    public WhatIfReport {
        changes = List.copyOf(changes);
        notes = List.copyOf(notes);
        tracks = List.copyOf(tracks);
    }

    /**
     * 与已公布结果的一致: how far the rules that held, computed again, give what the facts say.
     *
     * @param released results in the facts
     * @param equal those of them with the same list, total and rank
     * @param placed seats given by the first run, as far as its tracks were filed again
     * @param equallyPlaced those of them with the same unit at the same choice
     */
    public record Agreement(int released, int equal, int placed, int equallyPlaced) {}

    /**
     * 通道结果.
     *
     * @param rankedAfter null = hidden, since a hidden band of the movement could be worked out from it
     * @param movement of those who sat, by what became of their rank
     * @param placement null where the track was not filed under both rules
     */
    public record TrackResult(
            String track,
            String name,
            int sat,
            int rankedBefore,
            @Nullable Integer rankedAfter,
            List<Line> lines,
            Movement movement,
            Histogram histogram,
            @Nullable PlacementResult placement) {
        public TrackResult {
            lines = List.copyOf(lines);
        }
    }

    /** 上线人数 before and after; a side is null where those rules have no such line. */
    public record Line(
            String id,
            String name,
            @Nullable LineSide before,
            @Nullable LineSide after) {}

    /**
     * 一侧.
     *
     * @param atLeast null while the line is not drawn
     * @param reached null = hidden: it differs from the other side by fewer than five
     */
    public record LineSide(
            @Nullable String atLeast, int asked, @Nullable Integer reached) {}

    /**
     * 位次变动.
     *
     * @param largestRise most places gained by one candidate; null where fewer than five gained
     */
    public record Movement(
            List<MovementBand> bands,
            @Nullable Integer largestRise,
            @Nullable Integer largestFall) {
        public Movement {
            bands = List.copyOf(bands);
        }
    }

    /** @param count null = hidden */
    public record MovementBand(Change change, @Nullable Integer count) {}

    /** 变动档. */
    public enum Change {
        ENTERED(Verdict.BETTER),
        UP_OVER_1000(Verdict.BETTER),
        UP_101_1000(Verdict.BETTER),
        UP_11_100(Verdict.BETTER),
        UP_1_10(Verdict.BETTER),
        SAME_RANK(Verdict.SAME),
        DOWN_1_10(Verdict.WORSE),
        DOWN_11_100(Verdict.WORSE),
        DOWN_101_1000(Verdict.WORSE),
        DOWN_OVER_1000(Verdict.WORSE),
        LEFT(Verdict.WORSE),
        /** Ranked by both rules, in different lists: their ranks are not compared. */
        OTHER_LIST(Verdict.SAME),
        NEVER_RANKED(Verdict.SAME);

        private final Verdict verdict;

        Change(Verdict verdict) {
            this.verdict = verdict;
        }

        Verdict verdict() {
            return verdict;
        }
    }

    /** 得失. */
    public enum Verdict {
        BETTER,
        WORSE,
        SAME
    }

    /** 分数分布: bins of equal width, lower bound included; those without a total are in none. */
    public record Histogram(String width, List<Bin> bins) {
        public Histogram {
            bins = List.copyOf(bins);
        }
    }

    /** 分数段. */
    public record Bin(String from, int before, int after) {}

    /**
     * 首轮投档 before and after.
     *
     * @param after null = hidden, as are all units, since a hidden band could be worked out from them
     */
    public record PlacementResult(
            int seats,
            PlacementSide before,
            @Nullable PlacementSide after,
            List<PlacementBand> bands,
            List<UnitResult> units) {
        public PlacementResult {
            bands = List.copyOf(bands);
            units = List.copyOf(units);
        }
    }

    /** 投档概况. */
    public record PlacementSide(int participants, int placed, int firstChoice) {}

    /** @param count null = hidden */
    public record PlacementBand(
            PlacementChange change, @Nullable Integer count) {}

    /** 投档变动. */
    public enum PlacementChange {
        GAINED_SEAT(Verdict.BETTER),
        BETTER_CHOICE(Verdict.BETTER),
        SAME_UNIT(Verdict.SAME),
        NO_SEAT(Verdict.SAME),
        WORSE_CHOICE(Verdict.WORSE),
        LOST_SEAT(Verdict.WORSE);

        private final Verdict verdict;

        PlacementChange(Verdict verdict) {
            this.verdict = verdict;
        }

        Verdict verdict() {
            return verdict;
        }
    }

    /** 投档单位 whose outcome differs; {@code lowest} null where nobody was placed. */
    public record UnitResult(
            String unit,
            String name,
            int quota,
            int placedBefore,
            int placedAfter,
            @Nullable String lowestBefore,
            @Nullable String lowestAfter) {}

    /** 得失分组: by track, and by county and school, the small ones of a county together. */
    public record Groups(Row total, List<Row> tracks, List<Row> counties, List<Row> schools) {
        public Groups {
            tracks = List.copyOf(tracks);
            counties = List.copyOf(counties);
            schools = List.copyOf(schools);
        }
    }

    /**
     * 分组行.
     *
     * @param group id of track, county or school; {@link #OTHERS} for small ones taken together
     * @param within the county of a school, else empty
     * @param counts by {@link Verdict}, null = hidden
     */
    public record Row(String group, String within, int candidates, List<@Nullable Integer> counts) {
        public static final String OTHERS = "*";

        public Row {
            counts = Collections.unmodifiableList(new ArrayList<>(counts));
        }
    }
}
