package org.zhikao.admissions.placement.rank;

import java.util.List;

/**
 * 投档结果: unit and choice number of each candidate, the limit of each unit, and the tied groups that met a last seat.
 */
public final class Placement {
    /** 未投出: no unit. */
    public static final int NONE = -1;

    /** 未满: the unit's limit while it has seats left. */
    public static final int OPEN = Integer.MAX_VALUE;

    final int[] unit;
    final int[] choice;
    final int[] admitted;
    final int[] last;
    final int[] cutoff;
    private final List<TieGroup> ties;

    Placement(int[] unit, int[] choice, int[] admitted, int[] last, int[] cutoff, List<TieGroup> ties) {
        this.unit = unit;
        this.choice = choice;
        this.admitted = admitted;
        this.last = last;
        this.cutoff = cutoff;
        this.ties = List.copyOf(ties);
    }

    /** The same outcome with every tied group marked as one on which nobody has decided. */
    Placement undecided() {
        List<TieGroup> open = ties.stream()
                .map(t -> new TieGroup(t.unit(), t.position(), t.size(), t.seats(), TieGroup.Outcome.UNDECIDED))
                .toList();
        return new Placement(unit, choice, admitted, last, cutoff, open);
    }

    public int candidates() {
        return unit.length;
    }

    /** The candidate's unit or {@link #NONE}. */
    public int unit(int candidate) {
        return unit[candidate];
    }

    /** The number of that unit on the candidate's list, counted from 1; 0 when nowhere. */
    public int choice(int candidate) {
        return choice[candidate];
    }

    /** How many the unit admitted. */
    public int admitted(int unitNumber) {
        return admitted[unitNumber];
    }

    /** 最低录取位次: position or rank of the last admitted, 0 when nobody was. */
    public int last(int unitNumber) {
        return last[unitNumber];
    }

    /**
     * 投档线: the worst position or rank that gets in: of the last admitted when the unit is full, better than the first
     * refused group under seat rule H, {@link #OPEN} while seats are left.
     */
    public int cutoff(int unitNumber) {
        return cutoff[unitNumber];
    }

    /** Tied groups that met a last seat, by unit. */
    public List<TieGroup> ties() {
        return ties;
    }

    /** A copy of all units, by candidate. */
    public int[] unitsByCandidate() {
        return unit.clone();
    }

    /** A copy of all choice numbers, by candidate. */
    public int[] choicesByCandidate() {
        return choice.clone();
    }

    /** A copy of all limits, by unit. */
    public int[] cutoffsByUnit() {
        return cutoff.clone();
    }

    /** 缺额: seats that another round may fill, never negative although a tied group may have overfilled the unit. */
    public int[] vacancies(Units units) {
        int[] vacancies = new int[admitted.length];
        int[] used = units.nested() ? withDescendants(units) : admitted;
        for (int u = 0; u < vacancies.length; u++) {
            vacancies[u] = Math.max(0, units.quota(u) - used[u]);
        }
        return vacancies;
    }

    private int[] withDescendants(Units units) {
        int[] used = admitted.clone();
        for (int u = 0; u < used.length; u++) {
            for (int p = units.parent(u); p >= 0; p = units.parent(p)) {
                used[p] += admitted[u];
            }
        }
        return used;
    }
}
