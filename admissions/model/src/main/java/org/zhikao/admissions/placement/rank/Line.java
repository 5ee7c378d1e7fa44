package org.zhikao.admissions.placement.rank;

import java.util.Arrays;

/**
 * 控制线: a minimum of one mark (total, culture or skill), for each unit its own; reaching it exactly passes.
 *
 * @param name what is measured, such as {@code total}
 * @param mark the mark of each candidate, in units of the season's scale
 * @param minimum the line of each unit, {@link Units#NO_LINE} where there is none
 */
public record Line(String name, long[] mark, long[] minimum) {
    /** One line for all {@code units}. */
    public static Line common(String name, long[] mark, int units, long minimum) {
        long[] all = new long[units];
        Arrays.fill(all, minimum);
        return new Line(name, mark, all);
    }

    /** True when the candidate reaches the unit's line. */
    public boolean reached(int candidate, int unit) {
        return mark[candidate] >= minimum[unit];
    }
}
