package org.zhikao.admissions.whatif;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.zhikao.admissions.placement.FilingRules;
import org.zhikao.admissions.placement.rank.Market;
import org.zhikao.admissions.placement.rank.MeritOrder;
import org.zhikao.admissions.placement.rank.Placement;
import org.zhikao.admissions.placement.rank.TieGroup;
import org.zhikao.admissions.placement.rank.Units;
import org.zhikao.admissions.placement.rank.Wishes;
import org.zhikao.admissions.plan.PlanUnit;
import org.zhikao.admissions.season.rules.Ranking;
import org.zhikao.admissions.season.rules.Track;

/**
 * 首轮投档 of one track under one version of the rules: the lists as they were locked, the plan as it was, the new ranks.
 * Every ranking list is a market of its own, as in the season.
 */
final class Filing {
    private final Trial trial;
    private final Track track;
    private final FilingRules rules;
    private final int[] taken;
    /** Of this track, by unit number. */
    final int[] seats;

    final int[] placed;
    /** Lowest total placed, by unit; {@link Long#MAX_VALUE} = nobody. */
    final long[] lowest;

    int participants;

    private Filing(Trial trial, Track track, int[] taken) {
        this.trial = trial;
        this.track = track;
        rules = FilingRules.of(track);
        this.taken = taken;
        int units = trial.past.units.size();
        seats = new int[units];
        placed = new int[units];
        lowest = new long[units];
        Arrays.fill(lowest, Long.MAX_VALUE);
    }

    /** Null where the track's mechanism or the facts give nothing to file. */
    static @Nullable Filing of(Trial trial, Track track, int[] members, int[] taken) {
        if (!trial.past.planned() || Arrays.stream(members).noneMatch(i -> trial.past.locked[i])) {
            trial.note(Note.Code.NO_PREFERENCES, track.id(), "", members.length);
            return null;
        }
        if (!FilingRules.of(track).filesLists()) {
            trial.note(
                    Note.Code.MECHANISM_NOT_RECOMPUTED,
                    track.id(),
                    String.valueOf(track.placement().mechanism()),
                    members.length);
            return null;
        }
        Filing filing = new Filing(trial, track, taken);
        filing.file(members);
        return filing;
    }

    private void file(int[] members) {
        PastSeason past = trial.past;
        for (int u = 0; u < seats.length; u++) {
            PlanUnit unit = past.unit(u);
            seats[u] = unit != null && unit.track().equals(track.id()) ? Math.max(0, unit.quota() - taken[u]) : 0;
        }
        Map<Integer, List<Integer>> markets = new TreeMap<>();
        int without = 0;
        for (int i : members) {
            if (!trial.eligible[i]) {
                continue;
            }
            char[] wishes = past.saved[i];
            if (past.locked[i] && wishes != null && wishes.length > 0) {
                markets.computeIfAbsent(trial.list[i], k -> new ArrayList<>()).add(i);
            } else if (past.releasedList[i] >= 0 && past.releasedRank[i] == 0) {
                without++;
            }
        }
        trial.note(Note.Code.ELIGIBLE_WITHOUT_LIST, track.id(), "", without);
        markets.values().forEach(this::market);
    }

    private void market(Collection<Integer> numbers) {
        int[] who = numbers.stream().mapToInt(Integer::intValue).toArray();
        participants += who.length;
        int[] local = new int[seats.length];
        Arrays.fill(local, -1);
        int[] open = openUnits(who[0]);
        for (int u = 0; u < open.length; u++) {
            local[open[u]] = u;
        }
        Market market = market(who, open, local);
        Placement result = rules.file(market);
        for (int m = 0; m < who.length; m++) {
            int u = result.unit(m);
            if (u != Placement.NONE) {
                int unit = open[u];
                trial.unit[who[m]] = unit;
                trial.choice[who[m]] = result.choice(m);
                placed[unit]++;
                lowest[unit] = Math.min(lowest[unit], trial.total[who[m]]);
            }
        }
        long undecided = result.ties().stream()
                .filter(t -> t.outcome() == TieGroup.Outcome.UNDECIDED)
                .count();
        trial.note(Note.Code.TIES_UNDECIDED, track.id(), trial.past.lists.text(trial.list[who[0]]), undecided);
    }

    /** Units of the track, those of the first member's category only where each category is a list. */
    private int[] openUnits(int member) {
        PastSeason past = trial.past;
        boolean byCategory = track.ranking().listBy() == Ranking.ListBy.CATEGORY;
        String category = past.categories.text(past.category[member]);
        return IntStream.range(0, seats.length)
                .filter(u -> {
                    PlanUnit unit = past.unit(u);
                    return unit != null
                            && unit.track().equals(track.id())
                            && (!byCategory || unit.category().equals(category));
                })
                .toArray();
    }

    /** The last unit takes nobody: a wish for a unit that is not offered here keeps its number and leads nowhere. */
    private Market market(int[] who, int[] open, int[] local) {
        PastSeason past = trial.past;
        int nowhere = open.length;
        int[] start = new int[who.length + 1];
        for (int m = 0; m < who.length; m++) {
            start[m + 1] = start[m] + wishes(who[m]).length;
        }
        char[] wish = new char[start[who.length]];
        byte[] kind = new byte[who.length];
        for (int m = 0; m < who.length; m++) {
            int at = start[m];
            for (char u : wishes(who[m])) {
                wish[at++] = (char) (local[u] < 0 ? nowhere : local[u]);
            }
            kind[m] = (byte) past.kind[who[m]];
        }
        if (past.kinds.size() > 63) {
            throw new IllegalArgumentException("a market tells at most 63 kinds of candidate apart");
        }
        int[] quota = new int[open.length + 1];
        long[] accepts = new long[open.length + 1];
        for (int u = 0; u < open.length; u++) {
            // Lists ranked apart that share a unit share its seats: what an earlier list took is gone.
            quota[u] = Math.max(0, seats[open[u]] - placed[open[u]]);
            accepts[u] = accepts(past, open[u]);
        }
        return Market.of(merit(who), Wishes.of(start, wish), Units.of(quota, accepts))
                .withCategories(kind);
    }

    private char[] wishes(int candidate) {
        char[] wishes = trial.past.saved[candidate];
        if (wishes == null) {
            return new char[0];
        }
        return rules.firstWishOnly() && wishes.length > 1 ? new char[] {wishes[0]} : wishes;
    }

    private static long accepts(PastSeason past, int u) {
        PlanUnit unit = past.unit(u);
        if (unit == null) {
            return 0;
        }
        if (unit.kinds().isEmpty()) {
            return -1L;
        }
        long mask = 0;
        for (String kind : unit.kinds()) {
            int k = past.kinds.find(kind);
            mask |= k < 0 ? 0 : 1L << k;
        }
        return mask;
    }

    /** By rank; 系统排序 among equals follows the ticket numbers, which a recorded draw gave out. */
    private MeritOrder merit(int[] who) {
        List<Integer> byTicket = IntStream.range(0, who.length)
                .boxed()
                .sorted(Comparator.comparing(m -> {
                    String ticket = trial.past.ticket[who[m]];
                    return ticket == null ? "" : ticket;
                }))
                .toList();
        long[] draw = new long[who.length];
        for (int n = 0; n < who.length; n++) {
            draw[byTicket.get(n)] = n;
        }
        return rules.merit(IntStream.of(who).map(i -> trial.rank[i]).toArray(), draw);
    }
}
