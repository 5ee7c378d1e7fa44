package org.zhikao.workflows.lint;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhikao.admissions.process.ModelLint.Finding;
import org.zhikao.admissions.process.ModelLint.Severity;

/** Files that would run code, reach out or exhaust the machine are refused with a rule of ours; good ones are not. */
class RefusingHostileModelsTest {
    record Case(String id, String kind, boolean refused, String rule, String document) {
        @Override
        public String toString() {
            return id;
        }
    }

    static List<Case> cases() throws IOException {
        List<Case> cases = new ArrayList<>();
        try (var in = RefusingHostileModelsTest.class.getResourceAsStream("/hostile/models.json")) {
            for (JsonNode node : new ObjectMapper().readTree(in)) {
                cases.add(new Case(
                        node.get("id").asText(),
                        node.get("kind").asText(),
                        node.get("refused").asBoolean(),
                        node.get("rule").asText(),
                        node.get("document").asText()));
            }
        }
        return cases;
    }

    @ParameterizedTest
    @MethodSource("cases")
    void refusesWhatIsHostileAndNothingElse(Case c) {
        List<Finding> errors = errors(c.id() + "." + c.kind(), c.document());
        if (c.refused()) {
            assertThat(errors).extracting(Finding::rule).contains(c.rule());
        } else {
            assertThat(errors).isEmpty();
        }
    }

    @Test
    void saysWhyJuelTablesAreRefused() throws IOException {
        Case juel = cases().stream()
                .filter(c -> c.id().equals("dmn-good-juel"))
                .findFirst()
                .orElseThrow();
        assertThat(errors("t.dmn", juel.document())).anySatisfy(f -> {
            assertThat(f.rule()).isEqualTo("dmn-language");
            assertThat(f.message()).contains("FEEL");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "for i in 1..1000000000 return i",
                "function(x) external { java: { class: \"java.lang.Math\", method signature: \"abs(int)\" } }",
                "some x in [1,2] satisfies x > 1",
                "${score + 1}"
            })
    void refusesFeelThatLoopsOrCallsOut(String feel) {
        assertThat(errors("t.dmn", dmn(feel))).isNotEmpty();
    }

    @Test
    void refusesFeelNestedThousandsDeep() {
        assertThat(errors("t.dmn", dmn("(".repeat(400) + "1" + ")".repeat(400))))
                .extracting(Finding::rule)
                .contains("feel");
    }

    @ParameterizedTest
    @ValueSource(strings = {"score >= 60", "\"for\"", "[60..100]", "if score > 1 then 2 else 3"})
    void takesPlainFeel(String feel) {
        assertThat(errors("t.dmn", dmn(feel))).isEmpty();
    }

    @Test
    void boundsSizeElementsAndDepth() {
        String head = "<bpmn:definitions xmlns:bpmn=\"" + Linter.BPMN + "\">";
        assertThat(errors("m.bpmn", head + " ".repeat(1 << 20) + "</bpmn:definitions>"))
                .extracting(Finding::rule)
                .containsExactly("too-large");
        assertThat(errors("m.bpmn", head + "<bpmn:text/>".repeat(10_000) + "</bpmn:definitions>"))
                .extracting(Finding::rule)
                .containsExactly("too-many-elements");
        assertThat(errors(
                        "m.bpmn",
                        head + "<bpmn:text>".repeat(100) + "</bpmn:text>".repeat(100) + "</bpmn:definitions>"))
                .extracting(Finding::rule)
                .containsExactly("too-deep");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "PK\u0003\u0004", "<html></html>", "<a", "{\"a\":1}", "\u0000\u0000"})
    void tellsFilesOfOtherKindsApart(String content) {
        assertThat(errors("m.bpmn", content))
                .extracting(Finding::rule)
                .containsAnyOf("not-xml", "unknown-root", "namespace");
    }

    @Test
    void aFileCannotHideBehindItsName() throws IOException {
        Case hostile = cases().get(0);
        assertThat(errors("m.dmn", hostile.document())).isNotEmpty();
    }

    @Test
    void readsNoDoctypeInAnyEncoding() {
        String document = "<?xml version='1.0' encoding='UTF-16'?><!DOCTYPE d [<!ENTITY a 'x'>]><d>&a;</d>";
        assertThat(Linter.ofThisRelease().check("m.bpmn", document.getBytes(StandardCharsets.UTF_16)))
                .extracting(Finding::rule)
                .containsExactly("doctype");
    }

    private static String dmn(String feel) {
        return String.format(
                Locale.ROOT,
                "<definitions xmlns='https://www.omg.org/spec/DMN/20191111/MODEL/'"
                        + " xmlns:camunda='http://camunda.org/schema/1.0/dmn' id='d' name='d' namespace='n'>"
                        + "<decision id='k' name='k' camunda:historyTimeToLive='1'><variable id='v' name='v'/>"
                        + "<literalExpression id='l'><text><![CDATA[%s]]></text></literalExpression></decision></definitions>",
                feel);
    }

    private static List<Finding> errors(String file, String document) {
        return Shipped.lint(file, document).stream()
                .filter(f -> f.severity() == Severity.ERROR)
                .toList();
    }
}
