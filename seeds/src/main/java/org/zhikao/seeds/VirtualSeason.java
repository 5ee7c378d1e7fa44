package org.zhikao.seeds;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.zhikao.admissions.season.Phase;

/**
 * 虚拟日程: the legal instants of a season, so that what a simulated season records does not depend on the day it runs.
 *
 * <p>Hours are those of China Standard Time, which has no summer time, hence a fixed offset and no zone table.
 */
public record VirtualSeason(Preparation preparation, List<Window> windows) {
    private static final ZoneOffset CHINA = ZoneOffset.ofHours(8);

    public VirtualSeason {
        windows = windows.stream()
                .sorted(Comparator.comparing(Window::opens)
                        .thenComparing(Window::round)
                        .thenComparing(Window::phase))
                .toList();
        long distinct = windows.stream()
                .map(w -> w.phase() + "/" + w.round())
                .distinct()
                .count();
        if (distinct != windows.size()) {
            throw new IllegalArgumentException("each phase of a round has one window: " + windows);
        }
        List<Window> turns = inTurn(windows);
        for (int i = 1; i < turns.size(); i++) {
            if (turns.get(i).opens().isBefore(turns.get(i - 1).closes())) {
                throw new IllegalArgumentException(turns.get(i) + " opens before the end of " + turns.get(i - 1));
            }
        }
        if (windows.isEmpty()
                || !preparation.published().isBefore(windows.get(0).opens())) {
            throw new IllegalArgumentException("a season is published before its first phase opens");
        }
    }

    /** The windows that may not overlap: from scoring on one waits for another, round after round. */
    private static List<Window> inTurn(List<Window> windows) {
        return windows.stream()
                .filter(w -> w.phase().compareTo(Phase.SCORING) >= 0)
                .sorted(Comparator.comparing(Window::round).thenComparing(Window::phase))
                .toList();
    }

    /** 方案起草、批准、公布, one after the other. */
    public record Preparation(Instant drafted, Instant approved, Instant published) {
        public Preparation {
            if (!drafted.isBefore(approved) || !approved.isBefore(published)) {
                throw new IllegalArgumentException("drafted, then approved, then published: " + drafted);
            }
        }
    }

    /** 阶段起止: {@code round} is 1 for phases without rounds. */
    public record Window(Phase phase, int round, Instant opens, Instant closes) {
        public Window {
            if (round < 1 || !opens.isBefore(closes)) {
                throw new IllegalArgumentException("not a window: " + phase + "/" + round + " " + opens + " " + closes);
            }
        }

        /**
         * The instant of act number {@code position} (0 first) of {@code count} spread over the window: strictly inside it, later
         * for later positions while a millisecond is left between them.
         */
        public Instant spread(long position, long count) {
            if (position < 0 || position >= count) {
                throw new IndexOutOfBoundsException(position);
            }
            long millis = Duration.between(opens, closes).toMillis();
            return opens.plusMillis(Math.max(1, Math.multiplyExact(millis, 2 * position + 1) / (2 * count)));
        }
    }

    /**
     * The calendar of a spring season of {@code year} where the rules give none: registration in the November before,
     * exemptions until the end of the year, exams from March to May, then results, preferences, placement and answers, each
     * further round a fortnight after the one before.
     */
    public static VirtualSeason usual(int year, int rounds) {
        Preparation preparation =
                new Preparation(at(year - 1, 9, 10, 9), at(year - 1, 9, 24, 9), at(year - 1, 10, 15, 9));
        List<Window> windows = new ArrayList<>();
        windows.add(new Window(Phase.REGISTRATION, 1, at(year - 1, 11, 1, 9), at(year - 1, 11, 15, 17)));
        windows.add(new Window(Phase.EXEMPTION, 1, at(year - 1, 11, 16, 9), at(year - 1, 12, 31, 17)));
        windows.add(new Window(Phase.EXAM, 1, at(year, 3, 1, 9), at(year, 5, 20, 17)));
        windows.add(new Window(Phase.SCORING, 1, at(year, 5, 21, 9), at(year, 6, 10, 17)));
        LocalDate start = LocalDate.of(year, 6, 15);
        for (int round = 1; round <= rounds; round++) {
            windows.add(new Window(Phase.PREFERENCE, round, hour(start, 9), hour(start.plusDays(4), 17)));
            windows.add(new Window(Phase.PLACEMENT, round, hour(start.plusDays(5), 9), hour(start.plusDays(6), 17)));
            windows.add(
                    new Window(Phase.CONFIRMATION, round, hour(start.plusDays(7), 9), hour(start.plusDays(11), 17)));
            start = start.plusDays(14);
        }
        return new VirtualSeason(preparation, windows);
    }

    private static Instant at(int year, int month, int day, int hour) {
        return hour(LocalDate.of(year, month, day), hour);
    }

    private static Instant hour(LocalDate day, int hour) {
        return day.atTime(hour, 0).toInstant(CHINA);
    }

    /**
     * The same calendar with the windows that the rules do give, each in place of its own for that phase and round.
     *
     * @throws IllegalArgumentException when a phase would open before one that it waits for is closed
     */
    public VirtualSeason with(List<Window> given) {
        List<Window> next = new ArrayList<>(windows);
        for (Window window : given) {
            next.removeIf(w -> w.phase() == window.phase() && w.round() == window.round());
            next.add(window);
        }
        return new VirtualSeason(preparation, next);
    }

    /** The window of a phase; fails when the calendar has none. */
    public Window window(Phase phase, int round) {
        return windows.stream()
                .filter(w -> w.phase() == phase && w.round() == round)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no window for " + phase + "/" + round));
    }

    public Instant opens(Phase phase, int round) {
        return window(phase, round).opens();
    }

    public Instant closes(Phase phase, int round) {
        return window(phase, round).closes();
    }
}
