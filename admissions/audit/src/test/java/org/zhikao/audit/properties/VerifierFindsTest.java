package org.zhikao.audit.properties;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Each property can fail: a correct result is altered in one place and the verifier names the place. */
class VerifierFindsTest {
    /** Three candidates in order 0, 1, 2; all want unit 0, then 1; one seat each. */
    private static PublishedRun run(
            TieReading ties, int[] position, int[] quota, int[] unit, int[] choice, int[] cutoff) {
        char[] wish = {0, 1, 0, 1, 0, 1};
        return PublishedRun.inputs(new int[] {0, 2, 4, 6}, wish, quota, position)
                .ties(ties, false)
                .outputs(unit, choice, cutoff);
    }

    private static PublishedRun strict(int[] unit, int[] choice, int... cutoff) {
        return run(TieReading.STRICT, new int[] {1, 2, 3}, new int[] {1, 1}, unit, choice, cutoff);
    }

    private static List<String> properties(PublishedRun run) {
        return Verification.check(run).stream()
                .map(Violation::property)
                .distinct()
                .toList();
    }

    @Test
    void acceptsTheCorrectResult() {
        assertThat(properties(strict(new int[] {0, 1, -1}, new int[] {1, 2, 0}, 1, 2)))
                .isEmpty();
    }

    @Test
    void findsAUnitThatDoesNotExistAndAChoiceWithoutUnit() {
        assertThat(properties(strict(new int[] {7, 1, -1}, new int[] {1, 2, 0}, 1, 2)))
                .contains("P1");
        assertThat(properties(strict(new int[] {0, -1, -1}, new int[] {1, 2, 0}, 1, 2)))
                .contains("P1");
    }

    @Test
    void findsASeatHeldThroughAnotherChannel() {
        PublishedRun run = strict(new int[] {0, 1, -1}, new int[] {1, 2, 0}, 1, 2)
                .seatsElsewhere(new boolean[] {true, false, false});
        assertThat(Verification.check(run)).containsExactly(new Violation("P1", 0, 0, "SEAT_HELD_ELSEWHERE"));
    }

    @Test
    void findsAUnitThatWasNotListed() {
        assertThat(properties(strict(new int[] {1, 0, -1}, new int[] {1, 1, 0}, 2, 1)))
                .contains("P2");
    }

    @Test
    void findsACategoryOrALineThatForbidsTheUnit() {
        PublishedRun category = strict(new int[] {0, 1, -1}, new int[] {1, 2, 0}, 1, 2)
                .categories(new byte[] {1, 0, 0}, new long[] {0b01, 0b11});
        assertThat(Verification.check(category)).contains(new Violation("P2", 0, 0, "NOT_ELIGIBLE"));
        PublishedRun line = strict(new int[] {0, 1, -1}, new int[] {1, 2, 0}, 1, 2)
                .lines(List.of(new PublishedLine("total", new long[] {9, 10, 10}, new long[] {10, 10})));
        assertThat(Verification.check(line)).contains(new Violation("P2", 0, 0, "NOT_ELIGIBLE"));
    }

    @Test
    void findsOneTooMany() {
        assertThat(properties(strict(new int[] {0, 0, 1}, new int[] {1, 1, 2}, 2, 3)))
                .contains("P3");
    }

    @Test
    void findsEnvy() {
        assertThat(Verification.check(strict(new int[] {1, 0, -1}, new int[] {2, 1, 0}, 2, 1)))
                .contains(new Violation("P4", 0, 0, "ENVY rank=1 worstAdmitted=2"));
    }

    @Test
    void findsASeatLeftEmpty() {
        assertThat(Verification.check(strict(new int[] {0, -1, -1}, new int[] {1, 0, 0}, 1, PublishedRun.OPEN)))
                .contains(new Violation("P5", 1, 1, "SEAT_LEFT"));
    }

    @Test
    void findsAGroupThatWouldHaveFittedUnderH() {
        int[] position = {1, 2, 2};
        int[] quota = {3, 0};
        PublishedRun run = run(
                TieReading.TOGETHER_OUT, position, quota, new int[] {0, -1, -1}, new int[] {1, 0, 0}, new int[] {1, 0});
        assertThat(Verification.check(run)).contains(new Violation("P5", -1, 0, "GROUP_WOULD_FIT rank=2 size=2"));
    }

    @Test
    void findsAWrongCutoff() {
        assertThat(Verification.check(strict(new int[] {0, 1, -1}, new int[] {1, 2, 0}, 2, 2)))
                .containsExactly(new Violation("P6", -1, 0, "CUTOFF published=2 recomputed=1"));
    }

    @Test
    void findsACallOrderBelowItsRate() {
        assertThat(Verification.checkCallOrder(new int[] {0, 1}, new boolean[] {false, true}, 10))
                .containsExactly(new Violation("P7", 0, -1, "PREFIX_BELOW_RATE length=1 reserve=0"));
    }

    @Test
    void findsATiedGroupThatWasSplit() {
        PublishedRun run = run(
                TieReading.TOGETHER_IN,
                new int[] {1, 1, 3},
                new int[] {1, 1},
                new int[] {0, 1, -1},
                new int[] {1, 2, 0},
                new int[] {1, 1});
        assertThat(Verification.check(run)).contains(new Violation("P8", 1, 0, "TIED_GROUP_SPLIT rank=1"));
    }

    @Test
    void findsAnEarlierSeatThatMovedAndMoreThanVacant() {
        assertThat(Verification.checkRound(new int[] {0, -1, -1}, new int[] {1, 1, 1}, new int[] {0, 1}))
                .containsExactly(
                        new Violation("P9", -1, 1, "MORE_THAN_VACANT added=2 vacant=1"),
                        new Violation("P9", 0, 0, "EARLIER_SEAT_MOVED to=1"));
    }

    @Test
    void findsAReturnWithoutReason() {
        assertThat(Verification.checkReturns(new int[] {0, 0}, new int[] {-1, 1}, new String[] {null, null}))
                .containsExactly(new Violation("P10", 0, 0, "RETURN_WITHOUT_REASON"));
    }

    @Test
    void findsAPositionThatDoesNotFollowFromTheKeys() {
        long[][] keys = {{30, 20, 20}};
        assertThat(Verification.checkPositions(keys, null, new int[] {1, 2, 2})).isEmpty();
        assertThat(Verification.checkPositions(keys, new long[] {1, 3, 2}, new int[] {1, 3, 2}))
                .isEmpty();
        assertThat(Verification.checkPositions(keys, null, new int[] {2, 1, 3})).isNotEmpty();
        assertThat(Verification.checkPositions(keys, null, new int[] {1, 2, 3})).isNotEmpty();
    }

    /** Q17: two markets that share no candidate; only the one with the violation is held back. */
    @Test
    void holdsBackOnlyTheConnectedGroup() {
        char[] wish = {0, 1, 2, 3};
        PublishedRun run = PublishedRun.inputs(new int[] {0, 2, 4}, wish, new int[] {1, 1, 1, 1}, new int[] {1, 2})
                .outputs(new int[] {0, 3}, new int[] {1, 2}, new int[] {1, PublishedRun.OPEN, PublishedRun.OPEN, 2});
        List<Violation> violations = Verification.check(run);
        assertThat(violations).containsExactly(new Violation("P5", 1, 2, "SEAT_LEFT"));
        boolean[] withheld = ConnectedGroups.of(run).withheld(violations);
        assertThat(withheld).containsExactly(false, false, true, true);
    }
}
