package org.zhikao.audit.replay;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** 考试年度的事实: what the facts of one season, its plans, releases and runs say; indexes are global. */
final class SeasonStory {
    private static final long EVER = Long.MAX_VALUE;

    final String id;
    /** Rules text by version. */
    final NavigableMap<Integer, String> rules = new TreeMap<>();

    final Map<Integer, String> digests = new HashMap<>();
    final List<String> drafters = new ArrayList<>();
    int approved;
    /** Version by the index of its publication. */
    final NavigableMap<Long, Integer> published = new TreeMap<>();

    final Map<String, List<Window>> windows = new HashMap<>();
    final Map<String, Unit> units = new TreeMap<>();
    final Map<Integer, Release> releases = new TreeMap<>();
    final Map<Integer, Run> runs = new TreeMap<>();
    final Map<Integer, StoredFact> draws = new TreeMap<>();
    /** Facts that move the season's token, in their order: word, answer, and the round where it has one. */
    private final List<String[]> words = new ArrayList<>();
    /** The index from which on the rules are frozen. */
    long frozen = EVER;

    /** What publications of processes bound, by process and by the index of the fact. */
    private final Map<String, NavigableMap<Long, Bound>> bound = new HashMap<>();

    void bind(String process, long index, Bound terms) {
        bound.computeIfAbsent(process, k -> new TreeMap<>()).put(index, terms);
    }

    /** What was bound when the fact of this index was recorded. */
    Bound bound(String process, long index) {
        NavigableMap<Long, Bound> known = bound.get(process);
        var entry = known == null ? null : known.lowerEntry(index);
        return entry == null ? Bound.NONE : entry.getValue();
    }

    SeasonStory(String id) {
        this.id = id;
    }

    /** 阶段窗口: open from the one fact to the other. */
    static final class Window {
        final long opened;
        long closed = EVER;

        Window(long opened) {
            this.opened = opened;
        }
    }

    /** 投档单位 and the history of its quota, by the index of the change. */
    static final class Unit {
        final String code;
        final String college;
        final String track;
        final String category;
        /** Kinds of candidate accepted; empty accepts all. */
        final List<String> kinds;

        final NavigableMap<Long, Integer> quota = new TreeMap<>();

        Unit(String code, String college, String track, String category, List<String> kinds) {
            this.code = code;
            this.college = college;
            this.track = track;
            this.category = category;
            this.kinds = kinds;
        }

        int quotaAt(long index) {
            var entry = quota.lowerEntry(index);
            return entry == null ? 0 : entry.getValue();
        }

        boolean accepts(String kind) {
            return kinds.isEmpty() || kinds.contains(kind);
        }

        boolean declaredBefore(long index) {
            return quota.firstKey() < index;
        }
    }

    /** 成绩公布. */
    record Release(StoredFact fact, long candidates, String digest, int rules) {}

    /** 投档运行. */
    static final class Run {
        final StoredFact fact;
        final int number;
        final int round;
        final String mechanism;
        final Json digest;
        long verified = EVER;
        long published = EVER;
        boolean failed;

        Run(StoredFact fact, int number, int round, String mechanism, Json digest) {
            this.fact = fact;
            this.number = number;
            this.round = round;
            this.mechanism = mechanism;
            this.digest = digest;
        }
    }

    void hear(String word, String answer, int round) {
        words.add(new String[] {word, answer, String.valueOf(round)});
    }

    /** The words as the season's token hears them: a confirmation closed in the last round is another word. */
    List<String[]> words(int rounds) {
        return words.stream()
                .map(w -> w[0].equals("closed") && w[1].equals("CONFIRMATION") && Integer.parseInt(w[2]) >= rounds
                        ? new String[] {"closed-last", ""}
                        : new String[] {w[0], w[1]})
                .toList();
    }

    static String window(String phase, int round) {
        return phase + "/" + round;
    }

    @Nullable
    Window lastWindow(String phase, int round) {
        List<Window> all = windows.get(window(phase, round));
        return all == null ? null : all.get(all.size() - 1);
    }

    boolean open(String phase, int round, long index) {
        for (Window window : windows.getOrDefault(window(phase, round), List.of())) {
            if (window.opened < index && index < window.closed) {
                return true;
            }
        }
        return false;
    }

    boolean closedOnce(String phase, int round) {
        Window last = lastWindow(phase, round);
        return last != null && last.closed != EVER;
    }

    /** The version in force for a fact, 0 when none was published before it. */
    int versionAt(long index) {
        var entry = published.lowerEntry(index);
        return entry == null ? 0 : entry.getValue();
    }
}
