package org.zhikao.formats.placement;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every published or derived case, named by its id: each stated key of {@code expected} must come out exactly. */
class PlacementCasesTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    static byte[] file() throws IOException {
        try (InputStream in = PlacementCasesTest.class.getResourceAsStream("/placement/cases.json")) {
            return Objects.requireNonNull(in).readAllBytes();
        }
    }

    @TestFactory
    List<DynamicTest> cases() throws IOException, UnusableInput {
        List<DynamicTest> tests = new ArrayList<>();
        JsonNode raw = JSON.readTree(file()).get("cases");
        List<CaseReader.Read> read = CaseReader.read(file());
        for (int k = 0; k < raw.size(); k++) {
            JsonNode expected = raw.get(k).get("expected");
            CaseReader.Read it = read.get(k);
            tests.add(DynamicTest.dynamicTest(it.id(), () -> {
                assertThat(it.errors()).isEmpty();
                CaseOutcome outcome = CaseRunner.run(Objects.requireNonNull(it.placementCase()));
                JsonNode printed = JSON.readTree(outcome.json().toString());
                expected.fields()
                        .forEachRemaining(e -> assertThat(printed.get(e.getKey()))
                                .as(e.getKey())
                                .isEqualTo(e.getValue()));
            }));
        }
        return tests;
    }

    @Test
    void allCasesAreThere() throws IOException {
        assertThat(JSON.readTree(file()).get("cases")).hasSize(44);
    }
}
