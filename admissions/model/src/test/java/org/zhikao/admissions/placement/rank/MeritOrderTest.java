package org.zhikao.admissions.placement.rank;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The radix sort against the comparator that anybody would write, on sizes and key shapes that take every path. */
class MeritOrderTest {
    /** Size, number of keys, distinct values of a key (0: any long at all), draw numbers. */
    @ParameterizedTest
    @CsvSource({
        "1, 1, 1, false",
        "20, 3, 2, false",
        "3000, 8, 2, false",
        "20000, 1, 5, false",
        "20000, 8, 3, false",
        "20000, 8, 1500, false",
        "20000, 3, 0, false",
        "20000, 8, 1, true",
        "20000, 2, 4, true",
        "5000, 2, 1, false"
    })
    void agreesWithAComparator(int n, int columns, int distinct, boolean drawn) {
        SplittableRandom random = new SplittableRandom(n + columns);
        long[][] keys = new long[columns][n];
        long[] draw = new long[n];
        List<Integer> expected = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            for (long[] key : keys) {
                key[i] = distinct == 0 ? random.nextLong() : random.nextInt(distinct) - distinct / 2;
            }
            draw[i] = (i * 7919L) % n;
            expected.add(i);
        }
        Comparator<Integer> order = (unusedLeft, unusedRight) -> 0;
        for (long[] key : keys) {
            order = order.thenComparing((Integer i) -> key[i], Comparator.reverseOrder());
        }
        Comparator<Integer> chain = drawn ? order.thenComparing((Integer i) -> draw[i]) : order;
        expected.sort(chain.thenComparing(i -> i));

        MeritOrder merit = MeritOrder.by(keys, n, drawn ? draw : null);

        int position = 0;
        boolean strict = true;
        for (int g = 0; g < n; g++) {
            boolean tied = g > 0 && chain.compare(expected.get(g - 1), expected.get(g)) == 0;
            position = tied ? position : g + 1;
            strict &= !tied;
            assertThat(merit.candidateAt(g)).isEqualTo(expected.get(g));
            assertThat(merit.position(expected.get(g))).isEqualTo(position);
        }
        assertThat(merit.strict()).isEqualTo(strict);
    }
}
