package org.zhikao.server.bench;

import org.jspecify.annotations.Nullable;

/**
 * A measured figure.
 *
 * @param goal the goal as a sentence, such as {@code <= 0.2}; null where there is none
 * @param met whether it was reached; null without goal
 */
public record Figure(
        String name,
        double value,
        String unit,
        @Nullable String goal,
        @Nullable Boolean met) {
    static Figure atMost(String name, double value, String unit, double most) {
        return new Figure(name, value, unit, "<= " + plain(most), value <= most);
    }

    static Figure atLeast(String name, double value, String unit, double least) {
        return new Figure(name, value, unit, ">= " + plain(least), value >= least);
    }

    static Figure plain(String name, double value, String unit) {
        return new Figure(name, value, unit, null, null);
    }

    private static String plain(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }
}
