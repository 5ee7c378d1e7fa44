package org.zhikao.server.bench;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * The straightforward way with objects and collections, kept as a yardstick: what one would write first. It shares no code
 * with the engine and must agree with it on every instance.
 */
final class Yardstick {
    private Yardstick() {}

    /** A candidate with keys (larger is better), wishes, and ranks where units rank for themselves. */
    static final class Candidate {
        final String id;
        final List<Long> keys;
        final List<String> wishes;
        final Map<String, Integer> ranks;
        final String category;
        int position;

        @Nullable
        String unit;

        Candidate(String id, List<Long> keys, List<String> wishes, Map<String, Integer> ranks, String category) {
            this.id = id;
            this.keys = keys;
            this.wishes = wishes;
            this.ranks = ranks;
            this.category = category;
        }
    }

    /** A unit with seats; accepts every category of the set, all when it is empty. */
    static final class Unit {
        final String id;
        final int quota;
        final List<String> accepts;
        final long line;
        final List<Candidate> admitted = new ArrayList<>();

        Unit(String id, int quota, List<String> accepts, long line) {
            this.id = id;
            this.quota = quota;
            this.accepts = accepts;
            this.line = line;
        }

        boolean takes(Candidate c) {
            return (accepts.isEmpty() || accepts.contains(c.category)) && c.keys.get(0) >= line;
        }
    }

    private static int compare(Candidate a, Candidate b) {
        for (int k = 0; k < a.keys.size(); k++) {
            int order = b.keys.get(k).compareTo(a.keys.get(k));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    /** Sorts and files; tied groups are admitted together over quota. */
    static void parallel(List<Candidate> candidates, List<Unit> units) {
        List<Candidate> order = new ArrayList<>(candidates);
        order.sort(Yardstick::compare);
        Map<String, Unit> byId = new HashMap<>();
        units.forEach(u -> byId.put(u.id, u));
        int from = 0;
        while (from < order.size()) {
            int to = from + 1;
            while (to < order.size() && compare(order.get(from), order.get(to)) == 0) {
                to++;
            }
            Map<Candidate, Unit> picks = new HashMap<>();
            for (Candidate c : order.subList(from, to)) {
                c.position = from + 1;
                for (String wish : c.wishes) {
                    Unit u = byId.get(wish);
                    if (u != null && u.admitted.size() < u.quota && u.takes(c)) {
                        picks.put(c, u);
                        break;
                    }
                }
            }
            picks.forEach((c, u) -> {
                c.unit = u.id;
                u.admitted.add(c);
            });
            from = to;
        }
    }

    /** Candidates apply, units keep their best in a queue; ranks must be strict. */
    static void deferredAcceptance(List<Candidate> candidates, List<Unit> units) {
        Map<String, Unit> byId = new HashMap<>();
        Map<String, PriorityQueue<Candidate>> held = new HashMap<>();
        for (Unit u : units) {
            byId.put(u.id, u);
            held.put(u.id, new PriorityQueue<>(Comparator.comparing((Candidate c) -> -c.ranks.getOrDefault(u.id, 0))));
        }
        Map<Candidate, Integer> next = new HashMap<>();
        Deque<Candidate> free = new ArrayDeque<>(candidates);
        while (!free.isEmpty()) {
            Candidate c = free.pop();
            int at = next.merge(c, 1, Integer::sum) - 1;
            if (at < c.wishes.size()) {
                Unit u = byId.get(c.wishes.get(at));
                PriorityQueue<Candidate> mine = u == null ? null : held.get(u.id);
                if (u == null || mine == null || !c.ranks.containsKey(u.id)) {
                    free.push(c);
                } else {
                    mine.add(c);
                    c.unit = u.id;
                    if (mine.size() > u.quota) {
                        Candidate away = mine.remove();
                        away.unit = null;
                        free.push(away);
                    }
                }
            }
        }
    }
}
