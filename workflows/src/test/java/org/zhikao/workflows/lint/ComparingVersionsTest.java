package org.zhikao.workflows.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.zhikao.admissions.process.ModelChange;
import org.zhikao.admissions.process.ModelChange.Difference;
import org.zhikao.admissions.process.ModelChange.Kind;

/** Two versions differ in what they say, not in where it stands on the sheet. */
class ComparingVersionsTest {
    private final Drawing before = read(Shipped.text("application.bpmn"));

    @Test
    void saysWhatOneMoreDutyChanges() throws IOException {
        List<ModelChange> changes = ModelDiff.between(
                before, read(Files.readString(Path.of("src/test/resources/rehearsal/application-with-check.bpmn"))));
        assertThat(changes)
                .filteredOn(c -> c.kind() == Kind.ADDED)
                .extracting(ModelChange::id)
                .containsExactlyInAnyOrder(
                        "user_check",
                        "timer_check",
                        "send_remind_check",
                        "end_check_reminded",
                        "xor_check",
                        "flow_check_decided",
                        "flow_checked",
                        "flow_check_rejected",
                        "flow_check_due",
                        "flow_check_reminded");
        assertThat(changes)
                .filteredOn(c -> c.kind() == Kind.CHANGED && c.what().equals("flow"))
                .extracting(ModelChange::id, ModelChange::differences)
                .containsExactly(tuple(
                        "flow_confirmed", List.of(new Difference("target", "receive_arrangement", "user_check"))));
        assertThat(changes)
                .filteredOn(c -> c.kind() == Kind.CHANGED && c.what().equals("element"))
                .extracting(ModelChange::differences)
                .containsOnly(List.of(new Difference("terminates", "", "true")));
        assertThat(changes).noneMatch(c -> c.kind() == Kind.REMOVED);
    }

    @Test
    void theWayBackTurnsItRound() {
        Drawing after = read(Shipped.text("application.bpmn")
                .replaceFirst("(?s)<bpmn:endEvent id=\"end_withdrawn\".*?</bpmn:endEvent>", ""));
        assertThat(ModelDiff.between(before, after))
                .extracting(ModelChange::kind, ModelChange::id)
                .containsExactly(tuple(Kind.REMOVED, "end_withdrawn"));
        assertThat(ModelDiff.between(after, before))
                .extracting(ModelChange::kind, ModelChange::id)
                .containsExactly(tuple(Kind.ADDED, "end_withdrawn"));
    }

    @Test
    void whereThingsStandSaysNothing() {
        Drawing moved = read(Shipped.text("application.bpmn").replace("x=\"160\"", "x=\"170\""));
        assertThat(ModelDiff.between(before, moved)).isEmpty();
    }

    @Test
    void whatIsNoModelIsNotCompared() {
        assertThatThrownBy(() -> read("<a/>")).isInstanceOf(IllegalArgumentException.class);
    }

    private static Drawing read(String bpmn) {
        return Drawing.read(bpmn.getBytes(StandardCharsets.UTF_8));
    }
}
