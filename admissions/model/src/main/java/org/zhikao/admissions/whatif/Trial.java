package org.zhikao.admissions.whatif;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.zhikao.admissions.scoring.engine.Cohort;
import org.zhikao.admissions.scoring.engine.LineCount;
import org.zhikao.admissions.scoring.engine.RankedLists;
import org.zhikao.admissions.scoring.engine.ScoreEngine;
import org.zhikao.admissions.scoring.engine.Scores;
import org.zhikao.admissions.season.rules.Category;
import org.zhikao.admissions.season.rules.SeasonRules;
import org.zhikao.admissions.season.rules.Track;

/**
 * 一次试算: everybody of a past season scored, ranked and placed by one version of the rules, with the engines that the season
 * itself uses. Columns by candidate.
 */
final class Trial {
    final PastSeason past;
    final SeasonRules rules;
    final Note.Side side;
    final boolean[] exempt;
    /** Has a total under these rules. */
    final boolean[] scored;

    final long[] total;
    final boolean[] eligible;
    /** 0 = not ranked. */
    final int[] rank;
    /** Number of the list in {@link PastSeason#lists}. */
    final int[] list;
    /** Number of the unit that the first round gives, -1 = none. */
    final int[] unit;
    /** Number of the choice, from 1; 0 = none. */
    final int[] choice;

    final Map<String, List<LineCount>> lines = new LinkedHashMap<>();
    /** Tracks whose first round was filed. */
    final Map<String, Filing> filed = new LinkedHashMap<>();

    final List<Note> notes = new ArrayList<>();

    private Trial(PastSeason past, SeasonRules rules, Note.Side side) {
        this.past = past;
        this.rules = rules;
        this.side = side;
        int n = past.size();
        exempt = past.exempt(rules);
        scored = new boolean[n];
        total = new long[n];
        eligible = new boolean[n];
        rank = new int[n];
        list = new int[n];
        Arrays.fill(list, -1);
        unit = new int[n];
        Arrays.fill(unit, -1);
        choice = new int[n];
    }

    /**
     * @param held the rules in whose units the past marks stand
     */
    static Trial of(PastSeason past, SeasonRules held, SeasonRules rules, Note.Side side) {
        Trial trial = new Trial(past, rules, side);
        int[] taken = trial.takenWithoutExam();
        for (int t = 0; t < past.tracks.size(); t++) {
            trial.track(t, held, taken);
        }
        return trial;
    }

    private void track(int t, SeasonRules held, int[] taken) {
        String id = past.tracks.text(t);
        int[] sitting = past.sitting(t, exempt);
        Track track = rules.track(id).orElse(null);
        if (track == null) {
            note(Note.Code.TRACK_GONE, id, "", sitting.length);
            return;
        }
        int[] members = admitted(track, sitting);
        note(Note.Code.CLOSED_OUT, id, "", sitting.length - members.length);
        ScoreEngine engine = ScoreEngine.of(rules, id);
        Cohort cohort = cohort(engine, held, id, members);
        Scores scores = engine.score(cohort);
        lines.put(id, engine.lines(cohort));
        boolean ordered = track.ranking().ties() != null;
        RankedLists ranks = engine.rank(scores);
        int[] listNumbers = engine.lists().stream().mapToInt(past.lists::number).toArray();
        for (int m = 0; m < members.length; m++) {
            int i = members[m];
            scored[i] = scores.hasTotal(m);
            total[i] = scored[i] ? scores.total(m) : 0;
            eligible[i] = scores.eligible(m);
            rank[i] = ordered ? ranks.rank(m) : 0;
            list[i] = listNumbers[scores.list(m)];
        }
        if (!ordered) {
            note(Note.Code.NOT_RANKED, id, "", members.length);
            return;
        }
        Filing filing = Filing.of(this, track, members, taken);
        if (filing != null) {
            filed.put(id, filing);
        }
    }

    /** Who may enter the track by its audience and the season's categories. */
    private int[] admitted(Track track, int[] sitting) {
        List<String> ids = rules.categories().stream().map(Category::id).toList();
        boolean[] kinds = new boolean[past.kinds.size()];
        for (int k = 0; k < kinds.length; k++) {
            kinds[k] = track.audience().isEmpty() || track.audience().contains(past.kinds.text(k));
        }
        boolean[] categories = new boolean[past.categories.size()];
        for (int c = 0; c < categories.length; c++) {
            categories[c] = ids.isEmpty() || ids.contains(past.categories.text(c));
        }
        return Arrays.stream(sitting)
                .filter(i -> kinds[past.kind[i]] && categories[past.category[i]])
                .toArray();
    }

    private Cohort cohort(ScoreEngine engine, SeasonRules held, String id, int[] members) {
        Cohort cohort = engine.cohort(members.length);
        for (int m = 0; m < members.length; m++) {
            int i = members[m];
            cohort.candidate(m, past.kinds.text(past.kind[i]), past.categories.text(past.category[i]));
            for (long rest = past.ground[i]; rest != 0; rest &= rest - 1) {
                cohort.approved(m, past.grounds.text(Long.numberOfTrailingZeros(rest)));
            }
        }
        new MarkFeed(past, held, engine, id, side, notes::add).feed(cohort, members);
        return cohort;
    }

    /** Seats taken by those admitted without exam, by unit. */
    private int[] takenWithoutExam() {
        int[] taken = new int[past.units.size()];
        for (int i = 0; i < past.size(); i++) {
            if (exempt[i] && past.confirmed[i] && past.freeUnit[i] >= 0) {
                taken[past.freeUnit[i]]++;
            }
        }
        return taken;
    }

    void note(Note.Code code, String track, String subject, long count) {
        if (count > 0) {
            notes.add(new Note(side, code, track, subject, count));
        }
    }

    BigDecimal mark(long units) {
        return rules.mark(units);
    }
}
