package org.zhikao.workflows.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhikao.admissions.process.Decisions.Proposed;
import org.zhikao.workflows.lint.Linter;

/** 免试资格建议: which row of the table answers, and what a table may not be. */
class ProposingEligibilityTest {
    private static final String NAME = "exemption-eligibility";

    private final DecisionTables tables = new DecisionTables(Linter.ofThisRelease());

    @AfterEach
    void close() {
        tables.close();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            MATCH,       prize,       1, 2, GRANT
            MATCH,       ground,      3, 2, GRANT
            MATCH,       prize,       0, 4, OPEN
            USED_TWICE,  prize,       2, 1, DENY
            NONE,        prize,       2, 3, DENY
            NONE,        certificate, 2, 3, DENY
            NONE,        ground,      2, 4, OPEN
            NEAR,        prize,       2, 4, OPEN
            UNAVAILABLE, prize,       2, 4, OPEN
            """)
    void theFirstRowThatHoldsProposes(String match, String kind, int evidence, int row, String outcome) {
        Proposed proposed = tables.propose(NAME, Map.of("match", match, "kind", kind, "evidence", evidence));
        assertThat(proposed.rows()).containsExactly(row);
        assertThat(proposed.outcome()).isEqualTo(outcome);
        assertThat(proposed.digest()).hasSize(64);
    }

    @Test
    void anEndlessTableIsNotRead() throws IOException {
        byte[] endless = shipped()
                .replace("<text>&gt;= 1</text>", "<text>count(for i in 1..1000000000 return i)</text>")
                .getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(
                        () -> tables.evaluate(NAME, endless, Map.of("match", "MATCH", "kind", "prize", "evidence", 1)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("breaks");
    }

    @Test
    void aTableWithoutAnAnswerFailsAloud() throws IOException {
        byte[] silent = shipped()
                .replaceFirst("(?s)<rule id=\"rule_else\">.*?</rule>", "")
                .getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> tables.evaluate(NAME, silent, Map.of("match", "NEAR", "kind", "prize", "evidence", 1)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aTableThatIsNotShippedIsNotThere() {
        assertThatThrownBy(() -> tables.propose("no-such-table", Map.of())).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> tables.propose("../bpmn/season", Map.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static String shipped() throws IOException {
        try (var in = ProposingEligibilityTest.class.getResourceAsStream("/dmn/" + NAME + ".dmn")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
