package org.zhikao.server.bench;

import java.util.Arrays;

/** What benchmarks take of the machine: the middle of several runs, and the heap that is held. */
final class Samples {
    private Samples() {}

    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    static long used() {
        System.gc();
        Runtime r = Runtime.getRuntime();
        return r.totalMemory() - r.freeMemory();
    }
}
