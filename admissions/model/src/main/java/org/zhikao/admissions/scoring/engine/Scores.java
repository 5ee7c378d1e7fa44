package org.zhikao.admissions.scoring.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.zhikao.admissions.season.rules.Exemption;
import org.zhikao.admissions.season.rules.Reason;

/** 成绩结果: what scoring said of every candidate of a cohort, by candidate index. */
public final class Scores {
    /** Value of {@link #total(int)} where no total may be computed. */
    public static final long NO_TOTAL = Long.MIN_VALUE;

    final Program program;
    final Cohort cohort;
    final long[] totals;
    final long[][] parts;
    final long[] reasons;
    final short[] lists;
    final byte[] effects;
    final int[] levels;
    /** By tie key, then candidate; the position key's column stays null. */
    final long[][] keys;

    Scores(Program program, Cohort cohort) {
        this.program = program;
        this.cohort = cohort;
        int n = cohort.size;
        totals = new long[n];
        parts = new long[program.parts][n];
        reasons = new long[n];
        lists = new short[n];
        effects = new byte[n];
        levels = new int[n];
        keys = new long[program.keys.length][];
        for (int k = 0; k < keys.length; k++) {
            keys[k] = k == program.positionKey ? new long[0] : new long[n];
        }
    }

    public int size() {
        return cohort.size;
    }

    /** The total with bonus in units, or {@link #NO_TOTAL}. */
    public long total(int candidate) {
        return totals[candidate];
    }

    public boolean hasTotal(int candidate) {
        return totals[candidate] != NO_TOTAL;
    }

    /** The sum of the part's counted marks in units. */
    public long part(int candidate, int part) {
        return parts[part][candidate];
    }

    public boolean eligible(int candidate) {
        return reasons[candidate] == 0;
    }

    /** Why the candidate is not ranked, most telling first; empty for an eligible one. */
    public List<Reason> failed(int candidate) {
        List<Reason> list = new ArrayList<>();
        for (Reason r : Reason.values()) {
            if ((reasons[candidate] & r.bit()) != 0) {
                list.add(r);
            }
        }
        return list;
    }

    /** The exemption effect that took place. */
    public Optional<Exemption.Effect> effect(int candidate) {
        int e = effects[candidate];
        return e < 0 ? Optional.empty() : Optional.of(program.exemptions[e].effect);
    }

    /** Levels (本科, 专科) on every line of which the candidate stands, in the order of the rules. */
    public List<String> levels(int candidate) {
        List<String> on = new ArrayList<>();
        for (int l = 0; l < program.levels.size(); l++) {
            if ((levels[candidate] >>> l & 1) != 0) {
                on.add(program.levels.get(l));
            }
        }
        return on;
    }

    /** The list the candidate is ranked in, an index of {@link ScoreEngine#lists()}. */
    public int list(int candidate) {
        return lists[candidate];
    }
}
