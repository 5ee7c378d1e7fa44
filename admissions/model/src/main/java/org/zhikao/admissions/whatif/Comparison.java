package org.zhikao.admissions.whatif;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zhikao.admissions.whatif.WhatIfReport.Change;
import org.zhikao.admissions.whatif.WhatIfReport.Groups;
import org.zhikao.admissions.whatif.WhatIfReport.Movement;
import org.zhikao.admissions.whatif.WhatIfReport.MovementBand;
import org.zhikao.admissions.whatif.WhatIfReport.PlacementBand;
import org.zhikao.admissions.whatif.WhatIfReport.PlacementChange;
import org.zhikao.admissions.whatif.WhatIfReport.Verdict;

/** 比较 of two trials candidate by candidate: what became of each rank and of each seat. */
final class Comparison {
    private static final List<Verdict> BY_RANK =
            Stream.of(Change.values()).map(Change::verdict).toList();
    private static final List<Verdict> BY_SEAT =
            Stream.of(PlacementChange.values()).map(PlacementChange::verdict).toList();

    private final PastSeason past;
    private final Trial before;
    private final Trial after;
    private final String[] counties;
    private final GroupTables ranks = new GroupTables(BY_RANK);
    private final GroupTables seats = new GroupTables(BY_SEAT);
    /** By track: most places gained and lost. */
    private final int[] rise;

    private final int[] fall;
    private boolean filed;

    Comparison(PastSeason past, Trial before, Trial after) {
        this.past = past;
        this.before = before;
        this.after = after;
        counties = past.places.all().stream().map(Comparison::county).toArray(String[]::new);
        rise = new int[past.tracks.size()];
        fall = new int[past.tracks.size()];
    }

    /** 县: the third level of an organisation's id; an office above it stands for itself. */
    private static String county(String place) {
        int end = -1;
        for (int level = 0; level < 3; level++) {
            int next = place.indexOf('/', end + 1);
            if (next < 0) {
                return place;
            }
            end = next;
        }
        return place.substring(0, end);
    }

    /** Both trials' members of one track; answers whether anybody sat. */
    int track(int t) {
        String id = past.tracks.text(t);
        boolean both = before.filed.containsKey(id) && after.filed.containsKey(id);
        filed |= both;
        int sat = 0;
        for (int i = 0; i < past.size(); i++) {
            if (past.track[i] != t
                    || !past.confirmed[i]
                    || (!past.arranged[i] && before.list[i] < 0 && after.list[i] < 0)) {
                continue;
            }
            if (before.exempt[i] && after.exempt[i]) {
                continue;
            }
            sat++;
            String school = past.places.text(past.place[i]);
            String county = counties[past.place[i]];
            ranks.count(id, county, school, rankChange(t, i).ordinal());
            if (both) {
                seats.count(id, county, school, seatChange(i).ordinal());
            }
        }
        return sat;
    }

    private Change rankChange(int t, int i) {
        int was = before.rank[i];
        int is = after.rank[i];
        if (was == 0 || is == 0) {
            return was == is ? Change.NEVER_RANKED : was == 0 ? Change.ENTERED : Change.LEFT;
        }
        if (before.list[i] != after.list[i]) {
            return Change.OTHER_LIST;
        }
        int up = was - is;
        rise[t] = Math.max(rise[t], up);
        fall[t] = Math.max(fall[t], -up);
        if (up == 0) {
            return Change.SAME_RANK;
        }
        int by = Math.abs(up);
        if (by <= 10) {
            return up > 0 ? Change.UP_1_10 : Change.DOWN_1_10;
        }
        if (by <= 100) {
            return up > 0 ? Change.UP_11_100 : Change.DOWN_11_100;
        }
        if (by <= 1000) {
            return up > 0 ? Change.UP_101_1000 : Change.DOWN_101_1000;
        }
        return up > 0 ? Change.UP_OVER_1000 : Change.DOWN_OVER_1000;
    }

    private PlacementChange seatChange(int i) {
        int was = before.unit[i];
        int is = after.unit[i];
        if (was == is) {
            return was < 0 ? PlacementChange.NO_SEAT : PlacementChange.SAME_UNIT;
        }
        if (was < 0 || is < 0) {
            return was < 0 ? PlacementChange.GAINED_SEAT : PlacementChange.LOST_SEAT;
        }
        return after.choice[i] < before.choice[i] ? PlacementChange.BETTER_CHOICE : PlacementChange.WORSE_CHOICE;
    }

    /** What may be shown of all tracks. */
    final class Shown {
        private final GroupTables.Shown byRank = ranks.shown();
        private final GroupTables.@Nullable Shown bySeat = filed ? seats.shown() : null;

        Groups outcomes() {
            return byRank.groups();
        }

        @Nullable
        Groups placements() {
            return bySeat == null ? null : bySeat.groups();
        }

        Movement movement(int t) {
            List<@Nullable Integer> counts =
                    byRank.bands().getOrDefault(past.tracks.text(t), Arrays.asList(new Integer[BY_RANK.size()]));
            List<MovementBand> bands = new ArrayList<>();
            for (Change change : Change.values()) {
                bands.add(new MovementBand(change, counts.get(change.ordinal())));
            }
            return new Movement(bands, most(counts, true, rise[t]), most(counts, false, fall[t]));
        }

        /** Only where some shown band of that direction holds at least five. */
        private @Nullable Integer most(List<@Nullable Integer> counts, boolean up, int places) {
            for (Change change : Change.values()) {
                Integer count = counts.get(change.ordinal());
                boolean moved = change.name().startsWith(up ? "UP_" : "DOWN_");
                if (moved && count != null && count >= Suppression.LEAST) {
                    return places;
                }
            }
            return null;
        }

        List<PlacementBand> placementBands(String track) {
            Map<String, List<@Nullable Integer>> bands = bySeat == null ? Map.of() : bySeat.bands();
            List<@Nullable Integer> counts = bands.get(track);
            List<PlacementBand> all = new ArrayList<>();
            for (PlacementChange change : PlacementChange.values()) {
                all.add(new PlacementBand(change, counts == null ? null : counts.get(change.ordinal())));
            }
            return all;
        }
    }

    Shown shown() {
        return new Shown();
    }
}
