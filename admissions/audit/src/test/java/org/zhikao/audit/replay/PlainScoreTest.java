package org.zhikao.audit.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.zhikao.audit.replay.Story.Mark;

/** 成绩复算 of what most provinces add to a plain sum: gates before a paper, certificates, flags among the ties. */
class PlainScoreTest {
    private static final Json SEASON = json("""
            {"tracks":[{"id":"t","audience":["SOCIAL","VETERAN"],
            "components":[{"id":"a","kind":"OPERATION","max":100},{"id":"b","kind":"OPERATION","max":200}],
            "parts":[{"id":"skill","components":["a","b"]}],
            "total":{"max":300,"addBonus":true,"terms":[{"component":"a"},{"component":"b"}]},
            "gates":[{"id":"pass","component":"a","atLeast":60,"opens":["b"],"reason":"SKILL_NOT_PASSED"},
              {"id":"paper","fact":"certificate:listed","when":{"notKinds":["VETERAN"]},"reason":"CERTIFICATE_MISSING"}],
            "exemptions":[{"id":"waived","effect":"CULTURE_WAIVED_FULL_MARKS","when":{"kinds":["LAID_OFF"]}}],
            "ranking":{"ties":[{"by":"TOTAL"},{"by":"FLAG","of":["care"]}],"terminal":"SHARED_RANK"}}]}""");
    private static final PlainRules RULES =
            new PlainRules(SEASON, SEASON.list("tracks").get(0));

    private static Json json(String text) {
        return Json.read(text);
    }

    private static PlainScore score(String kind, Map<String, Mark> marks) {
        return new PlainScore(RULES, kind, "", marks);
    }

    private static Mark mark(long value) {
        return new Mark("MARKED", value);
    }

    @Test
    void whoPassesTheGateKeepsBothMarks() {
        PlainScore score = score("VETERAN", Map.of("a", mark(60), "b", mark(150)));
        assertThat(score.eligible()).isTrue();
        assertThat(score.total).isEqualTo(210);
        assertThat(score.keys).containsExactly(210, 0);
    }

    @Test
    void whoFailsItHasNoTotalAndNoMissingMark() {
        PlainScore score = score("VETERAN", Map.of("a", mark(59)));
        assertThat(score.hasTotal).isFalse();
        assertThat(score.failed).isEqualTo(Set.of("SKILL_NOT_PASSED"));
        assertThat(score.parts).containsEntry("skill", 59L);
    }

    @Test
    void aMarkBehindAClosedGateIsADataError() {
        PlainScore score = score("VETERAN", Map.of("a", mark(59), "b", mark(150)));
        assertThat(score.failed).isEqualTo(Set.of("MARK_WITHOUT_GATE"));
        assertThat(score.parts).containsEntry("skill", 59L);
    }

    @Test
    void aGateThatOpensNothingLeavesTheTotal() {
        PlainScore score = score("SOCIAL", Map.of("a", mark(60), "b", mark(150)));
        assertThat(score.hasTotal).isTrue();
        assertThat(score.total).isEqualTo(210);
        assertThat(score.failed).isEqualTo(Set.of("CERTIFICATE_MISSING"));
    }

    @Test
    void aMissingMarkElsewhereStaysNamed() {
        assertThat(score("VETERAN", Map.of()).failed).isEqualTo(Set.of("SKILL_NOT_PASSED", "NOT_MARKED"));
    }

    @Test
    void whoIsExemptByKindAloneIsNotRecomputed() {
        assertThatThrownBy(() -> score("LAID_OFF", Map.of("a", mark(60))))
                .isInstanceOf(NotPlain.class)
                .hasMessage("exemptions by kind");
    }
}
