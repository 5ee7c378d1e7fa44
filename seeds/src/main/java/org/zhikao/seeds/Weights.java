package org.zhikao.seeds;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/** A choice among numbered things, each as likely as its weight. */
final class Weights {
    private final int[] upTo;

    private Weights(int[] upTo) {
        this.upTo = upTo;
    }

    /** {@code weight} answers a positive weight for each index below {@code size}. */
    static Weights of(int size, IntUnaryOperator weight) {
        int[] sums = new int[size];
        int sum = 0;
        for (int i = 0; i < size; i++) {
            int own = weight.applyAsInt(i);
            if (own < 1) {
                throw new IllegalArgumentException("a weight is positive: " + own);
            }
            sum = Math.addExact(sum, own);
            sums[i] = sum;
        }
        if (size == 0) {
            throw new IllegalArgumentException("nothing to choose from");
        }
        return new Weights(sums);
    }

    int size() {
        return upTo.length;
    }

    int total() {
        return upTo[upTo.length - 1];
    }

    int weight(int index) {
        return index == 0 ? upTo[0] : upTo[index] - upTo[index - 1];
    }

    int pick(Dice dice) {
        int drawn = dice.below(total());
        int found = Arrays.binarySearch(upTo, drawn);
        return found < 0 ? -found - 1 : found + 1;
    }
}
