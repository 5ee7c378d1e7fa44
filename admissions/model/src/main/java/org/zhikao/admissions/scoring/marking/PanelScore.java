package org.zhikao.admissions.scoring.marking;

import java.util.Arrays;

/**
 * 评委打分: from a number of judges on one highest and one lowest mark are dropped; the rest is averaged.
 *
 * @param scale marks are whole units of 1/scale
 * @param trimFrom the least number of judges with which the extremes are dropped
 * @param spreadLimit a larger difference between highest and lowest goes to arbitration (仲裁)
 */
public record PanelScore(long scale, int trimFrom, long spreadLimit) {
    public PanelScore {
        if (scale <= 0 || trimFrom < 3 || spreadLimit < 0) {
            throw new IllegalArgumentException("a positive scale, at least three judges to trim, a spread");
        }
    }

    /** 平均分, in hundredths of a point, half up; and whether the judges were too far apart. */
    public record Score(long meanHundredths, boolean arbitrate) {}

    /** The order of the judges does not matter. */
    public Score of(long... marks) {
        if (marks.length == 0) {
            throw new IllegalArgumentException("no marks");
        }
        long[] sorted = marks.clone();
        Arrays.sort(sorted);
        int from = sorted.length >= trimFrom ? 1 : 0;
        int to = sorted.length - from;
        long sum = 0;
        for (int k = from; k < to; k++) {
            sum = Math.addExact(sum, sorted[k]);
        }
        Fraction mean = new Fraction(Math.multiplyExact(sum, 100L), Math.multiplyExact(scale, (long) to - from));
        return new Score(mean.roundedHalfUp(), sorted[sorted.length - 1] - sorted[0] > spreadLimit);
    }
}
