package org.zhikao.admissions.exam;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.zhikao.admissions.shared.CandidateId;

/**
 * 考场编排: rooms of thirty by a seeded draw; one room holds one category of one site, pupils of a school are spread.
 *
 * <p>Within a site and category the candidates of each school are shuffled, schools are dealt in turn, the largest first, so
 * that neighbours come from different schools while no school has more than half of a room. The same candidates and seed give
 * the same plan on every machine.
 */
public final class SeatPlan {
    /** 每考场人数. */
    public static final int ROOM = 30;

    private SeatPlan() {}

    /**
     * 待编排考生.
     *
     * @param site 考点 code
     * @param category 专业类别 code: rooms are never mixed
     * @param school the school, for spreading
     */
    public record Entrant(CandidateId candidate, String site, String category, String school) {}

    /** 编排结果. */
    public record Place(CandidateId candidate, Seat seat) {}

    /**
     * Draws.
     *
     * @param year admission year, its last two digits open each ticket number
     * @throws IllegalArgumentException when a candidate comes twice, or sites or rooms outgrow the ticket number
     * @return one place a candidate, by site, category, room and seat
     */
    public static List<Place> draw(List<Entrant> entrants, int year, long seed) {
        Map<String, Map<String, List<Entrant>>> rooms = new TreeMap<>();
        Set<CandidateId> known = new HashSet<>();
        for (Entrant e : entrants) {
            if (!known.add(e.candidate())) {
                throw new IllegalArgumentException("to be seated twice: " + e.candidate());
            }
            rooms.computeIfAbsent(e.site(), k -> new TreeMap<>())
                    .computeIfAbsent(e.category(), k -> new ArrayList<>())
                    .add(e);
        }
        List<Place> plan = new ArrayList<>(entrants.size());
        int siteNumber = 0;
        for (Map.Entry<String, Map<String, List<Entrant>>> site : rooms.entrySet()) {
            siteNumber++;
            int room = 0;
            for (List<Entrant> group : site.getValue().values()) {
                List<Entrant> dealt = dealt(group, seed);
                for (int i = 0; i < dealt.size(); i++) {
                    int seat = i % ROOM + 1;
                    room += seat == 1 ? 1 : 0;
                    String ticket = digits(year % 100, 2) + digits(siteNumber, 3) + digits(room, 4) + digits(seat, 2);
                    plan.add(new Place(dealt.get(i).candidate(), new Seat(ticket, site.getKey(), room, seat)));
                }
            }
        }
        return plan;
    }

    /** One group in the order of its seats: cut into rooms in which each school has its share, then spread within the room. */
    private static List<Entrant> dealt(List<Entrant> group, long seed) {
        List<Slot> even = evenly(group, seed);
        List<Entrant> dealt = new ArrayList<>(even.size());
        for (int from = 0; from < even.size(); from += ROOM) {
            dealt.addAll(spread(even.subList(from, Math.min(from + ROOM, even.size()))));
        }
        return dealt;
    }

    /** Evenly spaced: a school of k of n takes every n/k-th slot, largest first, so that no room gets more than its share. */
    private static List<Slot> evenly(List<Entrant> group, long seed) {
        Map<String, List<Entrant>> bySchool = new TreeMap<>();
        group.stream()
                .sorted(Comparator.comparing(Entrant::candidate))
                .forEach(e -> bySchool.computeIfAbsent(e.school(), k -> new ArrayList<>())
                        .add(e));
        List<List<Entrant>> schools = new ArrayList<>(bySchool.values());
        schools.sort(Comparator.comparingInt((List<Entrant> s) -> s.size()).reversed());
        int total = group.size();
        List<Slot> slots = new ArrayList<>(total);
        for (int s = 0; s < schools.size(); s++) {
            List<Entrant> pupils = schools.get(s);
            shuffle(pupils, seed);
            for (int i = 0; i < pupils.size(); i++) {
                slots.add(new Slot((2L * i + 1) * total * 1_000L / (2L * pupils.size()), s, pupils.get(i)));
            }
        }
        slots.sort(Comparator.comparingLong(Slot::at).thenComparingInt(Slot::school));
        return slots;
    }

    /**
     * Seats one room: the next seat goes to the school with most pupils left, other than the neighbour's. So two of one school
     * sit side by side only when it has more than half of the room, and then as few as can be.
     */
    private static List<Entrant> spread(List<Slot> room) {
        Map<Integer, Deque<Entrant>> left = new TreeMap<>();
        room.forEach(slot ->
                left.computeIfAbsent(slot.school(), k -> new ArrayDeque<>()).add(slot.entrant()));
        List<Entrant> seated = new ArrayList<>(room.size());
        int neighbour = -1;
        while (seated.size() < room.size()) {
            int next = neighbour;
            Deque<Entrant> most = left.getOrDefault(neighbour, new ArrayDeque<>());
            int pupils = 0;
            for (Map.Entry<Integer, Deque<Entrant>> school : left.entrySet()) {
                if (school.getKey() != neighbour && school.getValue().size() > pupils) {
                    next = school.getKey();
                    most = school.getValue();
                    pupils = most.size();
                }
            }
            neighbour = next;
            seated.add(most.remove());
        }
        return seated;
    }

    private record Slot(long at, int school, Entrant entrant) {}

    /** Fisher and Yates over SplitMix64, keyed by seed and first member, so one school's draw does not shift another's. */
    private static void shuffle(List<Entrant> pupils, long seed) {
        long state = seed;
        String first = pupils.get(0).candidate().value();
        for (int i = 0; i < first.length(); i++) {
            state = mix(state ^ first.charAt(i));
        }
        for (int i = pupils.size() - 1; i > 0; i--) {
            state += 0x9E3779B97F4A7C15L;
            int j = (int) Long.remainderUnsigned(mix(state), i + 1L);
            Entrant held = pupils.get(i);
            pupils.set(i, pupils.get(j));
            pupils.set(j, held);
        }
    }

    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    private static String digits(int number, int width) {
        String text = Integer.toString(number);
        if (text.length() > width) {
            // A wider number would make two tickets alike.
            throw new IllegalArgumentException("does not fit into " + width + " digits of a ticket: " + number);
        }
        return "0".repeat(width - text.length()) + text;
    }
}
