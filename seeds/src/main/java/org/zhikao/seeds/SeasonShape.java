package org.zhikao.seeds;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.zhikao.admissions.shared.SeasonId;

/**
 * 考试方案概貌: all that a fictional province must know of a season's rules, filled from the published rules by the caller.
 *
 * @param season keys every draw: two seasons of one seed share no candidate
 * @param year the admission year, from which ages are counted
 * @param scale season units of one mark
 * @param preferences how many preferences a list may hold, one entry a round, the regular round first
 */
public record SeasonShape(SeasonId season, int year, int scale, List<Track> tracks, List<Integer> preferences) {
    public SeasonShape {
        tracks = List.copyOf(tracks);
        preferences = List.copyOf(preferences);
        if (scale < 1 || year < 2000 || year > 2100) {
            throw new IllegalArgumentException("not a season: year " + year + ", scale " + scale);
        }
        distinct("track", tracks, t -> t.code() + plannedFor(t));
        if (preferences.isEmpty() || preferences.stream().anyMatch(most -> most < 1)) {
            throw new IllegalArgumentException("every round allows a preference: " + preferences);
        }
    }

    /** Number of placement rounds, the regular one included. */
    public int rounds() {
        return preferences.size();
    }

    /** Number of preferences a list may hold in a round, 1 first. */
    public int preferences(int round) {
        if (round < 1 || round > rounds()) {
            throw new IllegalArgumentException("no such round: " + round);
        }
        return preferences.get(round - 1);
    }

    /** Number of preferences a list of the track may hold in a round, 1 first. */
    public int preferences(Track track, int round) {
        return track.preferences().size() < round
                ? preferences(round)
                : track.preferences().get(round - 1);
    }

    /**
     * 报考类别.
     *
     * @param weight how many enter it, relative to the other tracks
     * @param kinds 考生类别 codes that may enter it
     * @param levels 层次 codes of its programmes, best first
     * @param grounds grounds of exemption, none where the track knows none
     * @param preferences as of the season, where the track has its own; empty = the season's
     * @param apart true when these kinds are ranked apart from the other entry of the same track, with seats of their own
     */
    public record Track(
            String code,
            int weight,
            List<Category> categories,
            List<String> kinds,
            List<Component> components,
            List<String> levels,
            List<Ground> grounds,
            List<Integer> preferences,
            boolean apart) {
        /** A track with one list and the season's preferences. */
        public Track(
                String code,
                int weight,
                List<Category> categories,
                List<String> kinds,
                List<Component> components,
                List<String> levels,
                List<Ground> grounds) {
            this(code, weight, categories, kinds, components, levels, grounds, List.of(), false);
        }

        public Track {
            categories = List.copyOf(categories);
            kinds = List.copyOf(kinds);
            components = List.copyOf(components);
            levels = List.copyOf(levels);
            grounds = List.copyOf(grounds);
            preferences = List.copyOf(preferences);
            if (weight < 1 || levels.isEmpty() || kinds.isEmpty()) {
                throw new IllegalArgumentException("a track has candidates, kinds of them and a level: " + code);
            }
            distinct("category", categories, Category::code);
            distinct("component", components, Component::code);
        }
    }

    /** 单列: kinds whose seats are planned apart; empty where all kinds compete for the same. */
    public static List<String> plannedFor(Track track) {
        return track.apart() ? track.kinds() : List.of();
    }

    /** 专业类别. */
    public record Category(String code, String name) {}

    /**
     * 考试科目.
     *
     * @param part the sum it belongs to, such as culture or skill: abilities are drawn by part
     * @param sitting 场次 at which it is examined: who misses that is absent here
     * @param maximum in season units
     * @param line the lowest minimum line of the part, in thousandths of the part's maximum; about two thirds of all
     *     candidates are drawn to stand on or over every line
     */
    public record Component(String code, String part, String sitting, long maximum, int line) {
        /** Where nothing better is known of a line. */
        public static final int USUAL_LINE = 450;

        public Component {
            if (maximum < 1 || line < 0 || line > 1_000) {
                throw new IllegalArgumentException("not a component: " + code + " " + maximum + " " + line);
            }
        }
    }

    /** 免试条件: code of the ground and of its effect, such as {@code FULL_FREE}. */
    public record Ground(String code, String effect) {}

    private static <T> void distinct(String what, List<T> items, Function<T, String> code) {
        Set<String> seen = new HashSet<>();
        if (items.isEmpty() || !items.stream().map(code).allMatch(seen::add)) {
            throw new IllegalArgumentException("at least one " + what + ", each code once: " + items);
        }
    }
}
