package org.zhikao.audit.properties;

import java.util.stream.IntStream;

/** Cuts the candidates into slices for the cores at hand; a slice only reads, so the outcome never depends on their number. */
final class Slices {
    private static final int LEAST = 20_000;

    private Slices() {}

    interface Work {
        void on(int from, int to);
    }

    static void over(int n, Work work) {
        int slices = Math.min(64, n / LEAST + 1);
        IntStream.range(0, slices)
                .parallel()
                .forEach(s -> work.on((int) ((long) n * s / slices), (int) ((long) n * (s + 1) / slices)));
    }
}
