package org.zhikao.formats.placement;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The published schema and the reader say the same about the shape of a case. */
class CaseSchemaTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static JsonSchema schema() throws IOException {
        try (InputStream in = CaseSchemaTest.class.getResourceAsStream("/schemas/placement-case.schema.json")) {
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(Objects.requireNonNull(in));
        }
    }

    private static boolean reads(JsonNode node) throws UnusableInput {
        byte[] json = node.toString().getBytes(StandardCharsets.UTF_8);
        return CaseReader.read(json).get(0).errors().isEmpty();
    }

    @Test
    void everyCaseFits() throws IOException, UnusableInput {
        JsonSchema schema = schema();
        for (JsonNode it : JSON.readTree(PlacementCasesTest.file()).get("cases")) {
            assertThat(schema.validate(it)).as(it.get("id").asText()).isEmpty();
            assertThat(reads(it)).isTrue();
        }
    }

    @Test
    void whatTheSchemaRefusesTheReaderRefuses() throws IOException, UnusableInput {
        JsonSchema schema = schema();
        for (JsonNode it : JSON.readTree(PlacementCasesTest.file()).get("cases")) {
            for (String field : List.of("id", "mechanism", "parameters", "candidates", "units")) {
                ObjectNode wrong = it.deepCopy();
                wrong.put(field, 7);
                assertThat(schema.validate(wrong)).as(field).isNotEmpty();
                assertThat(reads(wrong)).as(field).isFalse();
            }
            for (Iterator<String> names = it.get("parameters").fieldNames(); names.hasNext(); ) {
                ObjectNode wrong = it.deepCopy();
                ((ObjectNode) wrong.get("parameters")).putObject(names.next()).put("wrong", true);
                assertThat(schema.validate(wrong)).isNotEmpty();
                assertThat(reads(wrong)).isFalse();
            }
        }
    }
}
