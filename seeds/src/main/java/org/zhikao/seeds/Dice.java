package org.zhikao.seeds;

/**
 * A stream of pseudo-random integers: SplitMix64 (Steele, Lea, Flood 2014), written out here so that no library version and
 * no machine can change a drawn season.
 *
 * <p>Streams are keyed: every aspect of a candidate draws from its own, so that one more draw for a name never moves a mark.
 */
final class Dice {
    private static final long GAMMA = 0x9E3779B97F4A7C15L;

    /** Four draws of 16 bits: mean 2 × 65,535 and standard deviation 65,536 / √3. */
    private static final int BELL_MEAN = 131_070;

    private static final int BELL_DEVIATION = 37_837;

    private long state;

    private Dice(long state) {
        this.state = state;
    }

    /** Stream number {@code stream} of {@code key}. */
    static Dice of(long key, int stream) {
        return new Dice(key(key, stream));
    }

    /** For a fixed {@code key} a one-to-one function of {@code number}, so different numbers never meet. */
    static long key(long key, long number) {
        return mix(key + GAMMA * (number + 1));
    }

    /** A key for a text: FNV-1a over its UTF-16 units, then mixed. */
    static long key(long key, String text) {
        long hash = 0xCBF29CE484222325L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001B3L;
        }
        return mix(key ^ hash);
    }

    /** One-to-one on all 64-bit numbers. */
    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    long next() {
        state += GAMMA;
        return mix(state);
    }

    /** A number from 0 to {@code bound - 1}; its bias is below {@code bound} in 2^32. */
    int below(int bound) {
        if (bound < 1) {
            throw new IllegalArgumentException("nothing lies below " + bound);
        }
        return (int) (((next() >>> 32) * bound) >>> 32);
    }

    /** True in {@code perMyriad} of 10,000 draws. */
    boolean chance(int perMyriad) {
        return below(10_000) < perMyriad;
    }

    /** A bell-shaped draw in thousandths of a standard deviation, mean 0, within ±3,464. */
    int bell() {
        long bits = next();
        int sum = (int) ((bits & 0xFFFF) + (bits >>> 16 & 0xFFFF) + (bits >>> 32 & 0xFFFF) + (bits >>> 48));
        return (sum - BELL_MEAN) * 1_000 / BELL_DEVIATION;
    }

    /** Shuffles in place (Fisher and Yates). */
    void shuffle(Object[] items) {
        for (int i = items.length - 1; i > 0; i--) {
            int j = below(i + 1);
            Object held = items[i];
            items[i] = items[j];
            items[j] = held;
        }
    }
}
