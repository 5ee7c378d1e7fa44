package org.zhikao.admissions.scoring.marking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Marks are combined exactly, and the order of the markers never matters. */
class MarkingTest {
    @Property
    void theOrderOfTheTwoMarkersDoesNotMatter(
            @ForAll @IntRange(max = 150) int a,
            @ForAll @IntRange(max = 150) int b,
            @ForAll @IntRange(max = 150) int third,
            @ForAll DoubleMarking.EqualDistance equal) {
        DoubleMarking marking = new DoubleMarking(20, equal);
        assertThat(marking.combine(a, b, (long) third, 70L)).isEqualTo(marking.combine(b, a, (long) third, 70L));
    }

    @Test
    void aThirdMarkInTheMiddleIsDecidedByPolicy() {
        assertThat(route(DoubleMarking.EqualDistance.LOWER_PAIR)).isEqualTo("70 THIRD");
        assertThat(route(DoubleMarking.EqualDistance.HIGHER_PAIR)).isEqualTo("90 THIRD");
        assertThat(route(DoubleMarking.EqualDistance.LEADER)).isEqualTo("null LEADER_NEEDED");
    }

    private static String route(DoubleMarking.EqualDistance equal) {
        DoubleMarking.Score score = new DoubleMarking(20, equal).combine(60, 100, 80L, null);
        return score.score() + " " + score.route();
    }

    @Property
    void aPanelIsFairToTheOrderOfItsJudgesAndStaysWithinTheirMarks(
            @ForAll @Size(min = 1, max = 9) List<@IntRange(max = 100) Integer> marks) {
        long[] forwards = new long[marks.size()];
        long[] backwards = new long[marks.size()];
        long low = 100;
        long high = 0;
        for (int k = 0; k < marks.size(); k++) {
            forwards[k] = marks.get(k);
            backwards[marks.size() - 1 - k] = marks.get(k);
            low = Math.min(low, marks.get(k));
            high = Math.max(high, marks.get(k));
        }
        PanelScore panel = new PanelScore(1, 5, 20);
        assertThat(panel.of(forwards)).isEqualTo(panel.of(backwards));
        assertThat(panel.of(forwards).meanHundredths()).isBetween(low * 100, high * 100);
        assertThat(panel.of(forwards).arbitrate()).isEqualTo(high - low > 20);
    }

    @Property
    void scalingKeepsTheOrderAndTheEnds(@ForAll @IntRange(min = 65, max = 82) int raw) {
        GradeScaling grade = new GradeScaling(65, 83, 71, 85);
        assertThat(grade.scale(65)).isEqualTo(Fraction.of(71));
        assertThat(grade.scale(83)).isEqualTo(Fraction.of(85));
        assertThat(grade.scale(raw).roundedHalfUp())
                .isLessThanOrEqualTo(grade.scale(raw + 1).roundedHalfUp());
    }

    @Test
    void fractionsRoundHalvesUpAlsoBelowZero() {
        assertThat(new Fraction(5, 2).roundedHalfUp()).isEqualTo(3);
        assertThat(new Fraction(-5, 2).roundedHalfUp()).isEqualTo(-2);
        assertThat(new Fraction(6, -4)).hasToString("-3/2");
    }
}
