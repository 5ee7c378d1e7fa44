package org.zhikao.server.work;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.zhikao.admissions.placement.rank.MarketFault;
import org.zhikao.admissions.season.rules.Ranking;
import org.zhikao.admissions.season.rules.Track;
import org.zhikao.server.season.SeasonState;

/**
 * 各名单的计划: seats by market of one round; a unit belongs to one ranking list only.
 *
 * <p>Ranks of two lists cannot be compared, so a seat that both want would have to be promised twice or given by a rule that
 * nobody published: such a run does not start.
 */
final class MarketSeats {
    private final SeasonState state;
    private final String run;
    private final Map<String, Integer> taken;
    private final Map<String, String> listOf = new HashMap<>();

    /**
     * @param run id of the run that is filed; seats that its own publication added do not count
     * @param taken seats given by earlier runs, by unit
     */
    MarketSeats(SeasonState state, String run, Map<String, Integer> taken) {
        this.state = state;
        this.run = run;
        this.taken = taken;
    }

    /** Seats of the units that one ranking list is filed to; refused when another list wants one of them. */
    Map<String, PlacementMarket.SeatCount> of(Track track, List<RollRow> members) {
        boolean byCategory = track.ranking().listBy() == Ranking.ListBy.CATEGORY;
        String category = members.get(0).category();
        String list = track.id() + "/" + members.get(0).list();
        Map<String, PlacementMarket.SeatCount> seats = new LinkedHashMap<>();
        state.units().forEach((code, s) -> {
            if (s.unit().track().equals(track.id())
                    && (!byCategory || s.unit().category().equals(category))) {
                int left = Math.max(0, state.quotaWithout(run, code) - taken.getOrDefault(code, 0));
                seats.put(code, new PlacementMarket.SeatCount(left, s.unit().kinds()));
            }
        });
        for (RollRow row : members) {
            for (String unit : row.preferences()) {
                PlacementMarket.SeatCount seat = seats.get(unit);
                boolean open =
                        seat != null && (seat.kinds().isEmpty() || seat.kinds().contains(row.kind()));
                if (open) {
                    String first = listOf.putIfAbsent(unit, list);
                    MarketFault.UNIT_SHARED_BY_LISTS.unless(first == null || first.equals(list), "unit", unit);
                }
            }
        }
        return seats;
    }
}
