package org.zhikao.seeds;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** 可填报单位: what candidates consider in one round, by track and category, the most wanted first. */
public final class UnitMenu {
    /** After so many draws a place in a list, a list is filled in the order of the shelf. */
    private static final int PATIENCE = 6;

    private final Map<String, Shelf> shelves;

    UnitMenu(Map<String, Shelf> shelves) {
        this.shelves = Map.copyOf(shelves);
    }

    /** The units of a track and category in the order in which they are wanted, empty when none is open. */
    public List<String> units(String track, String category) {
        return units(track, category, List.of());
    }

    /** The same where {@code kinds} have a plan of their own. */
    public List<String> units(String track, String category, List<String> kinds) {
        Shelf shelf = shelves.get(key(track, category, kinds));
        return shelf == null ? List.of() : shelf.codes();
    }

    /** A list of at most {@code most} units, best first. */
    List<String> choose(String track, String category, List<String> kinds, int most, Aim aim, Dice dice) {
        Shelf shelf = shelves.get(key(track, category, kinds));
        if (shelf == null) {
            return List.of();
        }
        int size = shelf.codes().size();
        int length = Math.min(most, size);
        boolean[] taken = new boolean[size];
        List<String> list = new ArrayList<>(length);
        for (int tries = length * PATIENCE; tries > 0 && list.size() < length; tries--) {
            int unit = aim.pick(shelf.wanted(), dice);
            if (!taken[unit]) {
                taken[unit] = true;
                list.add(shelf.codes().get(unit));
            }
        }
        for (int unit = 0; unit < size && list.size() < length; unit++) {
            if (!taken[unit]) {
                list.add(shelf.codes().get(unit));
            }
        }
        return List.copyOf(list);
    }

    static String key(String track, String category, List<String> kinds) {
        return track + "/" + category + "/" + kinds;
    }

    /** How high a candidate aims: those who expect few marks look further down. */
    enum Aim {
        HIGH {
            @Override
            int pick(Weights wanted, Dice dice) {
                return Math.min(wanted.pick(dice), wanted.pick(dice));
            }
        },
        MIDDLE {
            @Override
            int pick(Weights wanted, Dice dice) {
                return wanted.pick(dice);
            }
        },
        LOW {
            @Override
            int pick(Weights wanted, Dice dice) {
                return Math.max(wanted.pick(dice), wanted.pick(dice));
            }
        };

        abstract int pick(Weights wanted, Dice dice);
    }

    record Shelf(List<String> codes, Weights wanted) {
        Shelf {
            codes = List.copyOf(codes);
        }
    }

    /** Collects shelves; a unit put first is wanted first. */
    static final class Builder {
        private final Map<String, List<String>> codes = new HashMap<>();
        private final Map<String, List<Integer>> weights = new HashMap<>();

        void add(String track, String category, List<String> kinds, String code, int weight) {
            String key = key(track, category, kinds);
            codes.computeIfAbsent(key, k -> new ArrayList<>()).add(code);
            weights.computeIfAbsent(key, k -> new ArrayList<>()).add(weight);
        }

        UnitMenu build() {
            Map<String, Shelf> shelves = new HashMap<>();
            weights.forEach((key, all) ->
                    shelves.put(key, new Shelf(codes.getOrDefault(key, List.of()), Weights.of(all.size(), all::get))));
            return new UnitMenu(shelves);
        }
    }
}
