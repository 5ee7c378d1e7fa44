package org.zhikao.admissions.placement.rank.explain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.zhikao.admissions.placement.rank.Market;
import org.zhikao.admissions.placement.rank.Placement;

/**
 * 方案比较: what another plan, rule or mechanism would change for the same candidates and units.
 *
 * @param moved who ends elsewhere, by candidate
 * @param better how many of them come to a wish they listed earlier
 * @param worse how many come to a later one or to nothing
 * @param units the units whose intake or cut-off changes
 * @param before the first outcome in numbers
 * @param after the second outcome in numbers
 */
public record Comparison(
        List<Move> moved, int better, int worse, List<UnitChange> units, Satisfaction before, Satisfaction after) {

    /** 去向变化; choices are counted from 1, 0 stands for nothing. */
    public record Move(int candidate, int fromUnit, int fromChoice, int toUnit, int toChoice) {}

    /** 单位变化; a cut-off is {@link Placement#OPEN} while seats are left. */
    public record UnitChange(int unit, int admittedBefore, int admittedAfter, int cutoffBefore, int cutoffAfter) {}

    /**
     * 志愿满足情况.
     *
     * @param byChoice how many got their first, second, … choice
     * @param unplaced how many got nothing
     * @param unfilled seats left
     */
    public record Satisfaction(List<Integer> byChoice, int unplaced, int unfilled) {}

    /** Compares outcomes on markets that differ in quotas, lines or rules, never in people. */
    public static Comparison of(Market first, Placement before, Market second, Placement after) {
        if (before.candidates() != after.candidates()
                || first.units().count() != second.units().count()) {
            throw new IllegalArgumentException("the same candidates and units");
        }
        List<Move> moved = new ArrayList<>();
        int better = 0;
        for (int i = 0; i < before.candidates(); i++) {
            if (before.unit(i) != after.unit(i)) {
                moved.add(new Move(i, before.unit(i), before.choice(i), after.unit(i), after.choice(i)));
                better += number(after.choice(i)) < number(before.choice(i)) ? 1 : 0;
            }
        }
        List<UnitChange> units = new ArrayList<>();
        for (int u = 0; u < first.units().count(); u++) {
            if (before.admitted(u) != after.admitted(u) || before.cutoff(u) != after.cutoff(u)) {
                units.add(new UnitChange(u, before.admitted(u), after.admitted(u), before.cutoff(u), after.cutoff(u)));
            }
        }
        return new Comparison(
                List.copyOf(moved),
                better,
                moved.size() - better,
                List.copyOf(units),
                satisfaction(first, before),
                satisfaction(second, after));
    }

    private static int number(int choice) {
        return choice == 0 ? Integer.MAX_VALUE : choice;
    }

    private static Satisfaction satisfaction(Market market, Placement placement) {
        int[] byChoice = new int[market.wishes().longest() + 1];
        for (int i = 0; i < placement.candidates(); i++) {
            byChoice[placement.choice(i)]++;
        }
        int unfilled = Arrays.stream(placement.vacancies(market.units())).sum();
        List<Integer> counts = Arrays.stream(byChoice).skip(1).boxed().toList();
        return new Satisfaction(counts, byChoice[0], unfilled);
    }
}
