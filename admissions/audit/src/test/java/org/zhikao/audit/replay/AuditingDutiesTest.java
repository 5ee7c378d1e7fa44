package org.zhikao.audit.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** 职责的约束 seen by the audit: a fact before its duty, and one behind an outcome that bars it. */
class AuditingDutiesTest {
    private static final String WHO = "cYu00000000000000000001";
    private static final String TERMS = """
            {"process":"application","version":2,
             "duties":[{"duty":"physical","outcomes":[{"outcome":"FIT","bars":[]},{"outcome":"UNFIT","bars":["PLACEMENT"]}]}],
             "bindings":[{"fact":"exam.arranged","duties":["physical"]},
                         {"fact":"exemption.approved/FULL_FREE","duties":["physical"]}]}""";

    private final SeasonStory season = new SeasonStory("s-shandong-2026");
    private final Story story = new Story(WHO);
    private final Check order = new Check("order", "facts");
    private long index = 10;

    @Test
    void findsAFactThatSkippedADuty() {
        bind();
        read("exam.arranged", "{}");
        assertThat(found()).contains("1 wrong of 1", "DUTY_OPEN");
    }

    @Test
    void findsTheVariantThatSkippedIt() {
        bind();
        read("exemption.approved", "{\"effect\":\"BONUS\",\"claim\":1}");
        assertThat(order.verdict().ok()).isTrue();
        read("exemption.approved", "{\"effect\":\"FULL_FREE\",\"claim\":1}");
        assertThat(found()).contains("DUTY_OPEN");
    }

    @Test
    void findsWhoWasPlacedAllTheSame() {
        bind();
        read("duty.decided", decided("UNFIT", "[\"PLACEMENT\"]"));
        read("exam.arranged", "{}");
        assertThat(order.verdict().ok()).isTrue();
        read("placement.placed", "{}");
        assertThat(found()).contains("BARRED");
    }

    @Test
    void findsAnOutcomeThatBarsLessThanWasPublished() {
        bind();
        read("duty.decided", decided("UNFIT", "[]"));
        assertThat(found()).contains("OTHER_DUTY");
    }

    @Test
    void whatWasRecordedBeforeThePublicationIsFree() {
        read("exam.arranged", "{}");
        bind();
        assertThat(order.verdict().ok()).isTrue();
    }

    private void bind() {
        season.bind("application", index++, Bound.read(Json.read(TERMS.getBytes(StandardCharsets.UTF_8))));
    }

    private void read(String name, String payload) {
        byte[] bytes = payload.getBytes(StandardCharsets.UTF_8);
        StoredFact fact = new StoredFact(index, "e" + index, WHO, index, name, "1", "", bytes, new byte[0]);
        index++;
        order.looked();
        story.duties.read(story, season, fact, Json.read(bytes), order);
    }

    private static String decided(String outcome, String bars) {
        return "{\"process\":\"application\",\"about\":\"" + WHO + "\",\"duty\":\"physical\",\"outcome\":\"" + outcome
                + "\",\"bars\":" + bars + "}";
    }

    private String found() {
        return order.verdict().toString();
    }
}
