package org.zhikao.audit.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

/** Filing by asking gives what going down one order of merit gives, ties together included. */
class FilingTest {
    @org.junit.jupiter.api.Test
    void tiedCandidatesEnterTogether() {
        int[] choices = Filing.choices(new int[][] {{0}, {0}, {0}}, new int[] {1, 2, 2}, new int[] {2}, false);
        assertThat(choices).containsExactly(1, 1, 1);
    }

    @org.junit.jupiter.api.Test
    void theHigherChoiceBreaksATie() {
        int[] choices = Filing.choices(new int[][] {{1, 0}, {0}, {1}}, new int[] {2, 2, 1}, new int[] {1, 1}, true);
        assertThat(choices).containsExactly(0, 1, 1);
    }

    @org.junit.jupiter.api.Test
    void aUnitWithoutSeatsTakesNobody() {
        assertThat(Filing.choices(new int[][] {{0, 1}}, new int[] {1}, new int[] {0, 1}, false))
                .containsExactly(2);
    }

    @Property(tries = 500)
    void agreesWithGoingDownTheOrderOfMerit(@ForAll @LongRange(min = 0, max = 1L << 40) long seed) {
        long[] state = {seed};
        int candidates = 1 + next(state, 30);
        int units = 1 + next(state, 6);
        int[][] lists = new int[candidates][];
        int[] merit = new int[candidates];
        for (int i = 0; i < candidates; i++) {
            int length = next(state, units + 1);
            int[] all = new int[units];
            Arrays.setAll(all, u -> u);
            for (int n = units - 1; n > 0; n--) {
                int m = next(state, n + 1);
                int swap = all[n];
                all[n] = all[m];
                all[m] = swap;
            }
            lists[i] = Arrays.copyOf(all, length);
            merit[i] = 1 + next(state, 12);
        }
        int[] quota = new int[units];
        Arrays.setAll(quota, u -> next(state, 5));
        assertThat(Filing.choices(lists, merit, quota, false)).isEqualTo(downTheOrder(lists, merit, quota));
    }

    /** The published sentence, word by word: best first, equals together, each to the first listed unit with a seat. */
    private static int[] downTheOrder(int[][] lists, int[] merit, int[] quota) {
        int[] left = quota.clone();
        int[] choice = new int[lists.length];
        for (int place = 1; place <= 12; place++) {
            int[] before = left.clone();
            for (int i = 0; i < lists.length; i++) {
                for (int w = 0; merit[i] == place && choice[i] == 0 && w < lists[i].length; w++) {
                    if (before[lists[i][w]] > 0) {
                        choice[i] = w + 1;
                        left[lists[i][w]]--;
                    }
                }
            }
        }
        return choice;
    }

    private static int next(long[] state, int bound) {
        state[0] = state[0] * 6364136223846793005L + 1442695040888963407L;
        return (int) ((state[0] >>> 33) % bound);
    }
}
