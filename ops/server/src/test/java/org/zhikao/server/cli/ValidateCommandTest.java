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

/** {@code validate} as other tools call it: exit codes 0, 1, 2 and one JSON line a finding. */
class ValidateCommandTest {
    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();

    private int validate(String... arguments) {
        return new CommandLine(new ValidateCommand())
                .setOut(new PrintWriter(out))
                .execute(arguments);
    }

    private List<JsonNode> lines() throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        for (String line : out.toString().lines().toList()) {
            lines.add(new ObjectMapper().readTree(line));
        }
        return lines;
    }

    @Test
    void passesAnAssumedProvince() {
        assertThat(validate("shandong.assumed")).isZero();
        assertThat(out.toString()).contains("可以发布");
    }

    @Test
    void namesTheNullsOfAPublishedProvinceAsJsonLines() throws IOException {
        assertThat(validate("shandong", "--format", "json")).isEqualTo(1);
        assertThat(lines())
                .allSatisfy(l -> assertThat(l.fieldNames())
                        .toIterable()
                        .containsExactly("file", "path", "line", "clause", "severity", "code", "message"));
        assertThat(lines()).anySatisfy(l -> {
            assertThat(l.get("code").asText()).isEqualTo("RULE_MISSING");
            assertThat(l.get("path").asText()).isEqualTo("/tracks/1/ranking/ties");
            assertThat(l.get("severity").asText()).isEqualTo("hard");
            assertThat(l.get("line").asInt()).isGreaterThan(1);
        });
    }

    @Test
    void refusesWhatIsNoSeasonFile() throws IOException {
        Path anchors = Files.writeString(folder.resolve("bomb.yaml"), "a: &a [x]\nb: [*a, *a]\n");
        assertThat(validate(anchors.toString(), "--format", "json")).isEqualTo(2);
        assertThat(lines())
                .singleElement()
                .satisfies(l -> assertThat(l.get("code").asText()).isEqualTo("ANCHOR"));
        assertThat(validate(folder.resolve("nothing.yaml").toString())).isEqualTo(2);
    }

    @Test
    void theWorstFileDecidesTheExitCode() throws IOException {
        Path broken = Files.writeString(folder.resolve("broken.yaml"), "a: [1\n");
        assertThat(validate("shandong.assumed", "shandong")).isEqualTo(1);
        assertThat(validate("shandong.assumed", broken.toString())).isEqualTo(2);
    }
}
