package org.zhikao.audit.replay;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * 平行志愿投档, stated a second time and another way: everybody asks down the own list; a unit keeps who asked unless its
 * quota is filled by better ones, and lets tied candidates stay or go together. What is left when nobody asks any more is
 * the placement.
 *
 * <p>Going down one order of merit gives the same, so an error in either shows as a difference.
 */
final class Filing {
    /** No unit. */
    static final int NOWHERE = -1;

    private final int[][] lists;
    private final int[] merit;
    private final int[] quota;
    private final boolean choiceBreaksTies;
    private final List<TreeMap<Long, List<Integer>>> kept = new ArrayList<>();
    private final int[] size;
    /** How far down the list each candidate has asked: the number of the unit that keeps the candidate, else the last. */
    private final int[] asked;

    private final boolean[] held;

    private Filing(int[][] lists, int[] merit, int[] quota, boolean choiceBreaksTies) {
        this.lists = lists;
        this.merit = merit;
        this.quota = quota;
        this.choiceBreaksTies = choiceBreaksTies;
        size = new int[quota.length];
        asked = new int[lists.length];
        held = new boolean[lists.length];
        for (int u = 0; u < quota.length; u++) {
            kept.add(new TreeMap<>());
        }
    }

    /**
     * Files a market.
     *
     * @param lists units by candidate, best first; a negative number is a unit that does not take the candidate
     * @param merit place in the order of merit by candidate, 1 best, equals share one
     * @param quota seats by unit
     * @param choiceBreaksTies among equals the one who listed the unit higher comes first
     * @return the number of the choice that was met by candidate, 1 first, 0 for none
     */
    static int[] choices(int[][] lists, int[] merit, int[] quota, boolean choiceBreaksTies) {
        return new Filing(lists, merit, quota, choiceBreaksTies).run();
    }

    /** 顺序志愿: all first choices are settled before any second one is looked at, and stay settled. */
    static int[] choiceByChoice(int[][] lists, int[] merit, int[] quota) {
        int[] met = new int[lists.length];
        int[] left = quota.clone();
        int longest = Arrays.stream(lists).mapToInt(list -> list.length).max().orElse(0);
        for (int number = 1; number <= longest; number++) {
            int[][] wish = new int[lists.length][];
            for (int i = 0; i < wish.length; i++) {
                boolean asks = met[i] == 0 && lists[i].length >= number;
                wish[i] = asks ? new int[] {lists[i][number - 1]} : new int[0];
            }
            int[] now = choices(wish, merit, left, false);
            for (int i = 0; i < now.length; i++) {
                if (now[i] > 0) {
                    met[i] = number;
                    left[wish[i][0]] = Math.max(0, left[wish[i][0]] - 1);
                }
            }
        }
        return met;
    }

    private int[] run() {
        Deque<Integer> asking = new ArrayDeque<>();
        for (int i = 0; i < lists.length; i++) {
            asking.add(i);
        }
        while (!asking.isEmpty()) {
            int i = asking.remove();
            while (!held[i] && asked[i] < lists[i].length) {
                asked[i]++;
                int unit = lists[i][asked[i] - 1];
                if (unit >= 0) {
                    ask(i, unit, asking);
                }
            }
        }
        int[] choices = new int[lists.length];
        Arrays.setAll(choices, i -> held[i] ? asked[i] : 0);
        return choices;
    }

    private void ask(int i, int unit, Deque<Integer> asking) {
        TreeMap<Long, List<Integer>> here = kept.get(unit);
        here.computeIfAbsent(key(i), k -> new ArrayList<>()).add(i);
        held[i] = true;
        size[unit]++;
        while (size[unit] > 0) {
            Map.Entry<Long, List<Integer>> worst = here.lastEntry();
            int better = size[unit] - worst.getValue().size();
            if (better < quota[unit]) {
                return;
            }
            here.remove(worst.getKey());
            size[unit] = better;
            for (int out : worst.getValue()) {
                held[out] = false;
                if (out != i) {
                    asking.add(out);
                }
            }
        }
    }

    private long key(int i) {
        return (long) merit[i] << 16 | (choiceBreaksTies ? asked[i] : 0);
    }
}
