package org.zhikao.audit.replay;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** 顺序志愿, worked by hand. */
class FilingChoiceByChoiceTest {
    /** Unit 0 has one seat, unit 1 has one. The best candidate's second choice is gone to somebody's first. */
    @Test
    void aFirstChoiceComesBeforeABetterMark() {
        int[][] lists = {{0, 1}, {0, 1}, {1}};
        int[] merit = {1, 2, 3};

        assertThat(Filing.choiceByChoice(lists, merit, new int[] {1, 1})).containsExactly(1, 0, 1);
        assertThat(Filing.choices(lists, merit, new int[] {1, 1}, false)).containsExactly(1, 2, 0);
    }

    @Test
    void aUnitThatDoesNotTakeTheCandidateKeepsItsNumber() {
        int[][] lists = {{Filing.NOWHERE, 0}, {0}};

        assertThat(Filing.choiceByChoice(lists, new int[] {1, 2}, new int[] {1}))
                .containsExactly(0, 1);
    }
}
