package org.zhikao.formats.season;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The reference in two languages: every field of the schema has its row and stands in an example that validates. */
class ReferenceTest {
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final Pattern EXAMPLE = Pattern.compile("```yaml\\n(.*?)```", Pattern.DOTALL);
    private static final JsonNode SCHEMA = SeasonSchema.get().document();

    @TestFactory
    Stream<DynamicTest> everyFieldIsExplainedAndShown() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (String language : List.of("zh", "en")) {
            String reference = Files.readString(Path.of("../../seeds/reference." + language + ".md"));
            SCHEMA.get("$defs")
                    .fieldNames()
                    .forEachRemaining(name ->
                            tests.add(dynamicTest(language + " " + name, () -> section(name, part(reference, name)))));
        }
        return tests.stream();
    }

    private static String part(String reference, String name) {
        String heading = "\n## " + name + "\n";
        int from = reference.indexOf(heading);
        assertThat(from).as("a section " + name).isNotNegative();
        int to = reference.indexOf("\n## ", from + heading.length());
        return reference.substring(from, to < 0 ? reference.length() : to);
    }

    private static void section(String name, String text) throws IOException {
        JsonNode definition = SCHEMA.at("/$defs/" + name);
        if (definition.has("enum")) {
            definition.get("enum").forEach(e -> assertThat(text).contains("| `" + e.asText() + "` |"));
            return;
        }
        Set<String> shown = new HashSet<>();
        Matcher m = EXAMPLE.matcher(text);
        while (m.find()) {
            JsonNode example = YAML.readTree(m.group(1));
            assertThat(validate(name, example)).as(m.group(1)).isEmpty();
            example.fieldNames().forEachRemaining(shown::add);
        }
        definition.get("properties").fieldNames().forEachRemaining(field -> {
            assertThat(text).contains("| `" + field + "` |");
            assertThat(shown).as("an example with " + field).contains(field);
        });
    }

    private static Set<?> validate(String name, JsonNode example) {
        ObjectNode schema = SCHEMA.deepCopy();
        schema.put("$ref", "#/$defs/" + name);
        schema.put("$id", "urn:zhikao:season:1:" + name);
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(schema)
                .validate(example);
    }

    /** The schema and the records name the same fields; a field of one alone would be read by nobody. */
    @Test
    void schemaAndRecordsAgree() {
        SCHEMA.get("$defs").fields().forEachRemaining(d -> {
            if (!d.getValue().has("properties")) {
                return;
            }
            Class<?> type = recordOf(d.getKey());
            Set<String> fields = new HashSet<>();
            d.getValue().get("properties").fieldNames().forEachRemaining(fields::add);
            assertThat(Stream.of(type.getRecordComponents()).map(c -> c.getName()))
                    .as(d.getKey())
                    .containsExactlyInAnyOrderElementsOf(fields);
        });
    }

    private static Class<?> recordOf(String definition) {
        String pack = "org.zhikao.admissions.season.rules.";
        String name = definition.equals("Season") ? "SeasonRules" : definition;
        List<String> outers = List.of(
                "",
                "SeasonRules$",
                "Category$",
                "Component$",
                "Total$",
                "Ranking$",
                "Preferences$",
                "Plan$",
                "Policy$");
        for (String outer : outers) {
            try {
                return Class.forName(pack + outer + name);
            } catch (ClassNotFoundException e) {
                // Nested elsewhere: try the next.
                continue;
            }
        }
        throw new AssertionError("no record for " + definition);
    }
}
