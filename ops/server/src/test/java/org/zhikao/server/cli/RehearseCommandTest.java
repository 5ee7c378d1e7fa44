package org.zhikao.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code zhikao rehearse}: same input, same bytes; what cannot be walked or read is said and nothing is written. */
class RehearseCommandTest {
    private static final Path MODELS = Path.of("../../workflows/bpmn");
    private static final Path WITH_CHECK =
            Path.of("../../workflows/src/test/resources/rehearsal/application-with-check.bpmn");

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void walksFictionalCandidatesAndComesToTheSameBytesTwice() throws IOException {
        assertThat(run(MODELS.resolve("application.bpmn"), "a.json", "--candidates", "500", "--seed", "3"))
                .isZero();
        assertThat(run(MODELS.resolve("application.bpmn"), "b.json", "--candidates", "500", "--seed", "3"))
                .isZero();
        assertThat(folder.resolve("a.json")).hasSameBinaryContentAs(folder.resolve("b.json"));
        JsonNode report = json("a.json");
        assertThat(report.at("/input/kind").asText()).isEqualTo("synthetic");
        assertThat(report.at("/cases").asLong()).isEqualTo(500);
        long ended = 0;
        for (JsonNode end : report.at("/ends")) {
            ended += end.at("/cases").asLong();
        }
        assertThat(ended).isEqualTo(500);
        assertThat(report.at("/moved")).isEmpty();
        assertThat(out.toString()).contains("receive_eligibility").contains("end_confirmed");
    }

    @Test
    void saysWhomAnUndecidedDutyWouldHoldBack() throws IOException {
        assertThat(run(WITH_CHECK, "c.json", "--candidates", "300")).isZero();
        JsonNode dead = json("c.json").at("/deadEnds/0");
        assertThat(dead.at("/at").asText()).isEqualTo("user_check");
        assertThat(dead.at("/cases").asLong()).isGreaterThan(200);
        assertThat(out.toString()).contains("停滞").contains("去向不同");
    }

    @Test
    void walksStoredFacts() throws IOException {
        String who = "c0000000000000000000001";
        Path facts = folder.resolve("facts.jsonl");
        Files.writeString(
                facts,
                line("registration.submitted", who, 0, """
                        "season":"s-shandong-2026","track":"spring","category":"01","kind":"GRADUATE",\
                        "point":"shandong/jinan/licheng/s1","rules":1,""")
                        + line("registration.particulars", who, 1, "\"unread\":true,")
                        + line("registration.confirmed", who, 2, "\"rules\":1,"));
        assertThat(run(MODELS.resolve("application.bpmn"), "d.json", "--facts", facts.toString()))
                .as(err.toString())
                .isZero();
        JsonNode report = json("d.json");
        assertThat(report.at("/input/lines").asLong()).isEqualTo(3);
        assertThat(report.at("/facts").asLong()).isEqualTo(2);
        assertThat(report.at("/cases").asLong()).isOne();
    }

    @Test
    void aFactOfAnUnknownNameStopsTheReading() throws IOException {
        Path facts = folder.resolve("facts.jsonl");
        Files.writeString(facts, line("registration.invented", "c0000000000000000000001", 0, ""));
        assertThat(run(MODELS.resolve("application.bpmn"), "e.json", "--facts", facts.toString()))
                .isEqualTo(2);
        assertThat(err.toString()).contains("第 1 行");
        assertThat(folder.resolve("e.json")).doesNotExist();
    }

    @Test
    void aModelWithErrorsIsNotWalked() throws IOException {
        Path broken = folder.resolve("broken.bpmn");
        Files.writeString(
                broken, Files.readString(MODELS.resolve("application.bpmn")).replace("default=\"flow_confirmed\"", ""));
        assertThat(run(broken, "f.json")).isOne();
        assertThat(err.toString()).contains("gateway-default");
        Files.writeString(broken, "nonsense");
        assertThat(run(broken, "f.json")).isEqualTo(2);
        assertThat(run(folder.resolve("missing.bpmn"), "f.json")).isEqualTo(2);
        assertThat(folder.resolve("f.json")).doesNotExist();
    }

    private static String line(String name, String who, int sequence, String payload) {
        return "{\"name\":\"" + name + "\",\"revision\":\"1\",\"aggregate\":\"" + who + "\",\"sequence\":" + sequence
                + ",\"at\":\"2026-03-01T00:00:00Z\",\"payload\":{\"candidate\":\"" + who + "\"," + payload
                + "\"at\":\"2026-03-0" + (sequence + 1) + "T00:00:00Z\"}}\n";
    }

    private int run(Path model, String json, String... more) {
        CommandLine line = new CommandLine(new RehearseCommand());
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        String[] fixed = {
            "--model", model.toString(), "--json", folder.resolve(json).toString()
        };
        String[] all = Arrays.copyOf(fixed, fixed.length + more.length);
        System.arraycopy(more, 0, all, fixed.length, more.length);
        return line.execute(all);
    }

    private JsonNode json(String name) throws IOException {
        return new ObjectMapper().readTree(folder.resolve(name).toFile());
    }
}
