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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** Provinces that the repository does not deliver, written from its documentation, with results computed by hand. */
class StrangerProvincesTest {
    private static final Path FOLDER = Path.of("src/test/resources/strangers");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @ParameterizedTest
    @CsvSource({"yunling, unified", "canglan, main", "hanhai, spring"})
    void validates(String province) {
        assertThat(run(new ValidateCommand(), file(province, "season.yaml")))
                .as(out.toString())
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({"yunling, unified", "canglan, main", "hanhai, spring"})
    void scoresAsComputedByHand(String province, String track) throws IOException {
        assertThat(score(province, track, "csv")).as(err.toString()).isZero();
        assertThat(out.toString().replace("\r", ""))
                .isEqualTo(Files.readString(Path.of(file(province, "expected.csv"))));
    }

    /** The two forms say the same, list by list. */
    @ParameterizedTest
    @CsvSource({"yunling, unified", "canglan, main", "hanhai, spring"})
    void writesTheSameAsJson(String province, String track) throws IOException {
        assertThat(score(province, track, "json")).as(err.toString()).isZero();
        List<String> rows = new ArrayList<>();
        for (String line : out.toString().lines().toList()) {
            for (JsonNode row : new ObjectMapper().readTree(line)) {
                rows.add(row.get("list").asText() + " " + row.get("candidate").asText() + " "
                        + row.get("total").asText() + " " + row.get("rank").asText());
            }
        }
        List<String> expected = Files.readAllLines(Path.of(file(province, "expected.csv"))).stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .map(cells ->
                        cells[0] + " " + cells[1] + " " + orNull(cells[2]) + " " + orNull(cells[cells.length - 1]))
                .toList();
        assertThat(rows).containsExactlyElementsOf(expected);
    }

    private static String orNull(String cell) {
        return cell.isEmpty() ? "null" : cell;
    }

    private int score(String province, String track, String format) {
        return run(
                new ScoreCommand(),
                "--rules",
                file(province, "season.yaml"),
                "--track",
                track,
                "--marks",
                file(province, "marks.csv"),
                "--candidates",
                file(province, "candidates.csv"),
                "--format",
                format);
    }

    private static String file(String province, String name) {
        return FOLDER.resolve(province).resolve(name).toString();
    }

    private int run(Object command, String... arguments) {
        return new CommandLine(command)
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
    }
}
