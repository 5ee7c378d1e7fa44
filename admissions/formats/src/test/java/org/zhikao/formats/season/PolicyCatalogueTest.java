package org.zhikao.formats.season;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.zhikao.admissions.season.rules.PolicyClause;

/** The catalogue of 75 clauses: every clause has text, severity, a check or the place where it is answered, and a screen. */
class PolicyCatalogueTest {
    private static final Set<String> FEATURES = Set.of(
            "season",
            "registration",
            "exam",
            "exemption",
            "scoring",
            "plan",
            "preference",
            "placement",
            "evidence",
            "report");

    private static JsonNode catalogue() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(PolicyCatalogueTest.class.getResourceAsStream("/policies/clauses.json"))) {
            return new ObjectMapper().readTree(in);
        }
    }

    @Test
    void mapsEveryClauseToItsCheckAndItsScreen() throws IOException {
        List<String> ids = new ArrayList<>();
        for (JsonNode c : catalogue().get("clauses")) {
            String id = c.get("id").asText();
            ids.add(id);
            PolicyClause clause = PolicyClause.find(id).orElseThrow(() -> new AssertionError("no check for " + id));
            assertThat(clause.severity().name())
                    .as(id)
                    .isEqualTo(c.get("severity").asText());
            assertThat(clause.feature())
                    .as(id)
                    .isEqualTo(c.get("feature").asText())
                    .isIn(FEATURES);
            assertThat(clause.where().name()).as(id).isEqualTo(c.get("where").asText());
            assertThat(c.get("screen").asText()).as(id).isNotBlank();
            assertThat(c.get("meaningZh").asText()).as(id).isNotBlank();
            assertThat(c.get("meaningEn").asText()).as(id).isNotBlank();
            assertThat(c.get("quote").asText("").length()).as(id).isLessThanOrEqualTo(60);
        }
        assertThat(ids).hasSize(75).doesNotHaveDuplicates();
        assertThat(PolicyClause.values()).hasSize(75);
    }

    /** A HARD or FLAG clause of the plan's items 13 to 15 is never left to chance: the season file is checked for it. */
    @Test
    void checksEveryBindingClauseOfTheThreeItemsOnTheRules() {
        for (PolicyClause clause : PolicyClause.values()) {
            boolean item = clause.id().matches("1[345]\\.\\d+");
            if (item && clause.severity() != PolicyClause.Severity.INFO) {
                assertThat(clause.where()).as(clause.id()).isEqualTo(PolicyClause.Where.RULES);
            }
        }
    }
}
