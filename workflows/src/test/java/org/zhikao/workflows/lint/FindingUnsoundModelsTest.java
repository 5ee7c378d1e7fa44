package org.zhikao.workflows.lint;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhikao.admissions.process.ModelLint.Finding;

/** Tokens that multiply, wait for one that never comes or never rest are noticed in the drawing. */
class FindingUnsoundModelsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            application.bpmn | <bpmn:sequenceFlow id="flow_released" | <bpmn:sequenceFlow id="flow_more" sourceRef="receive_result" targetRef="receive_placement"/><bpmn:sequenceFlow id="flow_released" | receive_result | implicit-fork
            application.bpmn | sourceRef="xor_answer" targetRef="end_declined" | sourceRef="xor_answer" targetRef="xor_answer" | xor_answer | automatic-loop
            exemption-review.bpmn | targetRef="end_first_review_reminded" | targetRef="user_second_review" | timer_first_review | deadline-joins
            exemption-review.bpmn | targetRef="end_first_review_reminded" | targetRef="end_refused" | timer_first_review | deadline-joins
            """)
    void unsoundFlowsAreNoticed(String file, String from, String to, String element, String rule) {
        String model = Shipped.text(file);
        assertThat(model).contains(from);
        assertThat(Shipped.lint(file, model.replace(from, to)))
                .filteredOn(f -> f.rule().equals(rule))
                .extracting(Finding::element)
                .containsExactly(element);
    }

    @Test
    void parallelBranchesThatMeetWithoutAJoinMultiplyTokens() {
        assertThat(Shipped.lint("season.bpmn", exclusive("and_windows_closed")))
                .extracting(Finding::rule)
                .contains("fork-merge");
    }

    @Test
    void aJoinWithoutAForkStarves() {
        assertThat(Shipped.lint("season.bpmn", exclusive("and_windows")))
                .filteredOn(f -> f.rule().equals("join-starves"))
                .extracting(Finding::element)
                .containsExactly("and_windows_closed");
    }

    private static String exclusive(String gateway) {
        String pattern = "(?s)<bpmn:parallelGateway id=\"" + gateway + "\"(.*?)</bpmn:parallelGateway>";
        String model = Shipped.text("season.bpmn");
        String changed =
                model.replaceFirst(pattern, "<bpmn:exclusiveGateway id=\"" + gateway + "\"$1</bpmn:exclusiveGateway>");
        assertThat(changed).isNotEqualTo(model);
        return changed;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "9 ** 9",
                "{a: 1}",
                "range(\"[1..9]\")",
                "string join([\"a\"], \"b\")",
                "a.b(1)",
                "x instance of number",
                "(1",
                "1)",
                "\"open",
                "1234567890123456789"
            })
    void feelOutsideTheListIsRefused(String feel) {
        assertThat(Feel.refusal(feel)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "not(\"A\",\"B\")",
                "\"A\",\"B\"",
                "[60..100)",
                "< 60",
                "date(\"2026-06-01\")",
                "if min(语文, 数学) >= 60 and not(缺考) then (总分 - 10) * 2 else 0",
                "total in (60..100]",
                "starts with(kind, \"V\")",
                "x = \"for every\""
            })
    void feelOnTheListIsNot(String feel) {
        assertThat(Feel.refusal(feel)).isEmpty();
    }
}
