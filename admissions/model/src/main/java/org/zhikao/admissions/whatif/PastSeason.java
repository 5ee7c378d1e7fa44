package org.zhikao.admissions.whatif;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhikao.admissions.plan.PlanUnit;
import org.zhikao.admissions.scoring.Mark;
import org.zhikao.admissions.season.rules.SeasonRules;

/**
 * 往年数据: what a past season's facts say of everybody, as flat columns: no name, no number of an identity card, not even the
 * candidate's own id. Filled by one thread, in the order of the facts; read by {@link WhatIf}.
 */
public final class PastSeason {
    /** Grounds are bits of one {@code long}. */
    static final int MOST_GROUNDS = 64;

    private static final int FIRST = 1024;

    /** Values of a mark column beside marks, which are never negative. */
    static final long NOT_MARKED = -1;

    static final long ABSENT = -2;
    static final long ZERO = -3;
    static final long MISCONDUCT = -4;

    final Names tracks = new Names();
    final Names categories = new Names();
    final Names kinds = new Names();
    final Names places = new Names();
    final Names components = new Names();
    final Names grounds = new Names();
    final Names lists = new Names();
    final Names units = new Names();
    final List<PlanUnit> plan = new ArrayList<>();

    private int size;
    int[] track = new int[FIRST];
    int[] category = new int[FIRST];
    int[] kind = new int[FIRST];
    int[] place = new int[FIRST];
    boolean[] confirmed = new boolean[FIRST];
    boolean[] arranged = new boolean[FIRST];
    long[] ground = new long[FIRST];
    /** Unit that an approved admission without exam names, -1 = none. */
    int[] freeUnit = new int[FIRST];

    long[][] marks = {};

    @Nullable
    String[] ticket = new String[FIRST];

    char[] @Nullable [] saved = new char[FIRST][];
    boolean[] locked = new boolean[FIRST];
    /** As released: total in units, rank (0 = not ranked), list (-1 = nothing released). */
    long[] releasedTotal = new long[FIRST];

    int[] releasedRank = new int[FIRST];
    int[] releasedList = new int[FIRST];

    /** As told after the first run: unit (-1 = none) and choice number. */
    int[] placedUnit = new int[FIRST];

    int[] placedChoice = new int[FIRST];

    private boolean runComputed;

    public int size() {
        return size;
    }

    /** A new candidate's number. {@code place} is the id of the organisation where the candidate registered. */
    public int add(String trackId, String categoryId, String kindId, String placeId) {
        if (size == track.length) {
            grow();
        }
        int i = size++;
        freeUnit[i] = -1;
        releasedList[i] = -1;
        placedUnit[i] = -1;
        for (long[] column : marks) {
            column[i] = NOT_MARKED;
        }
        place[i] = places.number(placeId);
        classify(i, trackId, categoryId, kindId);
        return i;
    }

    private void grow() {
        int to = track.length * 2;
        track = Arrays.copyOf(track, to);
        category = Arrays.copyOf(category, to);
        kind = Arrays.copyOf(kind, to);
        place = Arrays.copyOf(place, to);
        confirmed = Arrays.copyOf(confirmed, to);
        arranged = Arrays.copyOf(arranged, to);
        ground = Arrays.copyOf(ground, to);
        freeUnit = Arrays.copyOf(freeUnit, to);
        for (int c = 0; c < marks.length; c++) {
            marks[c] = Arrays.copyOf(marks[c], to);
        }
        ticket = Arrays.copyOf(ticket, to);
        saved = Arrays.copyOf(saved, to);
        locked = Arrays.copyOf(locked, to);
        releasedTotal = Arrays.copyOf(releasedTotal, to);
        releasedRank = Arrays.copyOf(releasedRank, to);
        releasedList = Arrays.copyOf(releasedList, to);
        placedUnit = Arrays.copyOf(placedUnit, to);
        placedChoice = Arrays.copyOf(placedChoice, to);
    }

    /** Track, category and kind as last applied for. */
    public void classify(int i, String trackId, String categoryId, String kindId) {
        track[i] = tracks.number(trackId);
        category[i] = categories.number(categoryId);
        kind[i] = kinds.number(kindId);
    }

    /** Whether the application stands confirmed now. */
    public void confirmed(int i, boolean now) {
        confirmed[i] = now;
    }

    public void arranged(int i, String ticketNumber) {
        arranged[i] = true;
        ticket[i] = ticketNumber;
    }

    /** A mark as it stands, in units of the season's rules. */
    public void mark(int i, String component, Mark mark) {
        int c = components.number(component);
        if (c == marks.length) {
            marks = Arrays.copyOf(marks, c + 1);
            long[] column = new long[track.length];
            Arrays.fill(column, NOT_MARKED);
            marks[c] = column;
        }
        marks[c][i] = switch (mark.status()) {
            case MARKED -> mark.value();
            case ABSENT -> ABSENT;
            case ZERO -> ZERO;
            case MISCONDUCT -> MISCONDUCT;
        };
    }

    /** An approved ground, with the unit it admits to where it admits without exam. */
    public void approved(int i, String groundId, @Nullable String unit) {
        int g = grounds.number(groundId);
        if (g >= MOST_GROUNDS) {
            throw new IllegalArgumentException("a season with more than 64 grounds");
        }
        ground[i] |= 1L << g;
        if (unit != null) {
            freeUnit[i] = units.number(unit);
        }
    }

    /** What was told the candidate; {@code rank} null for who was not ranked. */
    public void released(int i, long total, @Nullable Integer rank, String list) {
        releasedTotal[i] = total;
        releasedRank[i] = rank == null ? 0 : rank;
        releasedList[i] = lists.number(list);
    }

    /** The list of the first round as last saved. */
    public void saved(int i, List<String> unitCodes) {
        char[] wishes = new char[unitCodes.size()];
        for (int w = 0; w < wishes.length; w++) {
            int u = units.number(unitCodes.get(w));
            if (u >= Character.MAX_VALUE) {
                throw new IllegalArgumentException("a season with more than 65,534 units");
            }
            wishes[w] = (char) u;
        }
        saved[i] = wishes;
    }

    public void locked(int i) {
        locked[i] = true;
    }

    /** What the first run gave by a list; admission without exam is not told here. */
    public void placed(int i, String unitCode, int choice) {
        placedUnit[i] = units.number(unitCode);
        placedChoice[i] = choice;
    }

    public void declared(PlanUnit unit) {
        int u = units.number(unit.code());
        while (plan.size() <= u) {
            plan.add(NO_UNIT);
        }
        plan.set(u, unit);
    }

    /** 计划调整; what a run's overflow added after the first run was computed does not count as plan. */
    public void quota(String unit, int seats) {
        int u = units.find(unit);
        if (!runComputed && u >= 0 && u < plan.size() && plan.get(u) != NO_UNIT) {
            plan.set(u, plan.get(u).withQuota(seats));
        }
    }

    /** The first placement run was computed: from here on plans follow outcomes. */
    public void runComputed() {
        runComputed = true;
    }

    /** A unit that is wished for but was never declared. */
    private static final PlanUnit NO_UNIT = new PlanUnit("-", "-", "", "", "", List.of(), 0);

    @Nullable
    PlanUnit unit(int u) {
        PlanUnit unit = u < plan.size() ? plan.get(u) : NO_UNIT;
        return unit == NO_UNIT ? null : unit;
    }

    boolean planned() {
        return !plan.isEmpty();
    }

    /** Numbers of those in the track whose application stands and who owe its exam, in their order. */
    int[] sitting(int trackNumber, boolean[] exempt) {
        int[] members = new int[size];
        int n = 0;
        for (int i = 0; i < size; i++) {
            if (track[i] == trackNumber && confirmed[i] && !exempt[i] && (arranged[i] || marked(i))) {
                members[n++] = i;
            }
        }
        return Arrays.copyOf(members, n);
    }

    private boolean marked(int i) {
        for (long[] column : marks) {
            if (column[i] != NOT_MARKED) {
                return true;
            }
        }
        return false;
    }

    /** Who is admitted without exam under these rules. */
    boolean[] exempt(SeasonRules rules) {
        long[] free = new long[tracks.size()];
        for (int t = 0; t < free.length; t++) {
            free[t] = Grounds.withoutExam(this, rules, tracks.text(t));
        }
        boolean[] exempt = new boolean[size];
        for (int i = 0; i < size; i++) {
            exempt[i] = (ground[i] & free[track[i]]) != 0;
        }
        return exempt;
    }
}
