package org.zhikao.server.bench;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.zhikao.admissions.placement.rank.Wishes;

/**
 * A market for measuring, drawn from one seed: eight keys a candidate of which the first two tie often, popular and unpopular
 * units (popularity falls with the square root of the place), lists without doubles, two categories, one line.
 */
final class PlacementShape {
    final int candidates;
    final int wishes;
    final int units;
    final long[][] keys;
    final int[] start;
    final char[] wish;
    final Wishes lists;
    final int[] quota;
    final byte[] category;
    final long[] accepts;
    final long[] line;

    PlacementShape(int candidates, int wishes, int units, double seatsPerCandidate, long seed) {
        this.candidates = candidates;
        this.wishes = wishes;
        this.units = units;
        SplittableRandom random = new SplittableRandom(seed);
        keys = new long[8][candidates];
        category = new byte[candidates];
        for (int i = 0; i < candidates; i++) {
            keys[0][i] = 2_000 + random.nextInt(3_000) + random.nextInt(2_500);
            for (int k = 1; k < keys.length; k++) {
                keys[k][i] = random.nextInt(1_500);
            }
            category[i] = (byte) (random.nextInt(10) < 7 ? 0 : 1);
        }
        start = new int[candidates + 1];
        wish = new char[Math.multiplyExact(candidates, wishes)];
        draw(random);
        lists = Wishes.of(start, wish);
        quota = new int[units];
        accepts = new long[units];
        line = new long[units];
        int mean = (int) Math.round(candidates * seatsPerCandidate / units);
        for (int u = 0; u < units; u++) {
            quota[u] = mean / 2 + random.nextInt(mean + 1);
            accepts[u] = random.nextInt(10) == 0 ? 1L << random.nextInt(2) : 0b11L;
        }
        Arrays.fill(line, 2_400);
    }

    private void draw(SplittableRandom random) {
        int[] seen = new int[units];
        for (int i = 0; i < candidates; i++) {
            int at = start[i];
            start[i + 1] = at + wishes;
            while (at < start[i + 1]) {
                double x = random.nextDouble();
                int unit = (int) (units * x * Math.sqrt(x));
                if (seen[unit] != i + 1) {
                    seen[unit] = i + 1;
                    wish[at++] = (char) unit;
                }
            }
        }
    }

    /** Ranks beside the wishes, drawn independently: the hardest case, no two units agree. */
    int[] ownRanks(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] rank = new int[wish.length];
        for (int w = 0; w < rank.length; w++) {
            rank[w] = 1 + (random.nextInt() >>> 2);
        }
        return rank;
    }
}
