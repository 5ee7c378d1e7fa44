package org.zhikao.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code zhikao lint}: exit codes and lines that other tools read. */
class LintCommandTest {
    private static final Path MODELS = Path.of("../../workflows/bpmn");

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();

    @Test
    void shippedModelsAreCleanAndSayNothing() {
        assertThat(run(MODELS.resolve("application.bpmn"), MODELS.resolve("season.bpmn")))
                .isZero();
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void aHostileModelIsOneAndAnUnreadableOneTwo() throws IOException {
        JsonNode hostile = new ObjectMapper()
                .readTree(Path.of("../../workflows/src/test/resources/hostile/models.json")
                        .toFile());
        for (JsonNode model : hostile) {
            Path file = folder.resolve("m." + model.get("kind").asText());
            Files.writeString(file, model.get("document").asText());
            out.getBuffer().setLength(0);
            int code = run(file);
            assertThat(code)
                    .as(model.get("id").asText())
                    .isEqualTo(model.get("refused").asBoolean() ? 1 : 0);
            for (String line : out.toString().lines().toList()) {
                JsonNode finding = new ObjectMapper().readTree(line);
                List<String> names = new ArrayList<>();
                finding.fieldNames().forEachRemaining(names::add);
                assertThat(names).containsExactly("file", "element", "rule", "severity", "message", "fix");
                assertThat(finding.get("severity").asText()).isIn("error", "warning");
            }
        }
        Path zip = folder.resolve("z.bpmn");
        Files.writeString(zip, "PK\u0003\u0004");
        assertThat(run(zip)).isEqualTo(2);
        assertThat(run(folder.resolve("missing.bpmn"))).isEqualTo(2);
    }

    @Test
    void aFileOfFiveMegabytesIsRefusedWithoutBeingRead() throws IOException {
        Path huge = folder.resolve("huge.bpmn");
        Files.write(huge, new byte[5 << 20]);
        assertThat(run(huge)).isOne();
        assertThat(out.toString()).contains("too-large");
    }

    private int run(Path... files) {
        CommandLine line = new CommandLine(new LintCommand());
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(new StringWriter(), true));
        String[] arguments = new String[files.length + 2];
        for (int i = 0; i < files.length; i++) {
            arguments[i] = files[i].toString();
        }
        arguments[files.length] = "--format";
        arguments[files.length + 1] = "json";
        return line.execute(arguments);
    }
}
