package org.zhikao.server.play;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhikao.admissions.shared.SeasonId;
import org.zhikao.formats.placement.PublicName;
import org.zhikao.formats.season.SeasonReading;
import org.zhikao.server.cli.PlaceCommand;
import picocli.CommandLine;

/** Every published run is computed again by fifty lines that use nothing of the project, and by the command line. */
class ReproducingARunTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void fiftyLinesAndTheCommandLineGiveWhatWasPublished(@TempDir Path folder) throws Exception {
        SeasonReading rules = PlacingByEachMechanismTest.rules("guangdong");
        Path facts = folder.resolve("facts.jsonl");
        Path runs = folder.resolve("runs");
        PlayedSeason.run(
                new SeasonId(rules.rules().orElseThrow().id()),
                "guangdong",
                rules,
                400,
                7,
                0,
                new PlayedSeason.Kept(facts, runs),
                Progress.SILENT);

        List<String> mechanisms = new ArrayList<>();
        for (int number = 1; Files.exists(runs.resolve("run-" + number)); number++) {
            Path run = runs.resolve("run-" + number);
            JsonNode described = JSON.readTree(run.resolve("run.json").toFile());
            for (JsonNode market : described.path("markets")) {
                mechanisms.add(market.path("mechanism").asText());
                Path own = run.resolve(market.path("folder").asText());
                assertThat(byFiftyLines(run, own, market)).hasSameTextualContentAs(own.resolve("assignments.csv"));
                byTheCommandLine(
                        own,
                        market,
                        folder.resolve("again-" + number + market.path("folder").asText()));
            }
            assertThat(run.resolve("README.md")).content().contains("--mechanism PARALLEL", "投档位次");
        }
        assertThat(mechanisms).contains("PARALLEL", "SEQUENTIAL");
        everybodyFindsTheirOwnRow(facts, runs);
    }

    private static Path byFiftyLines(Path run, Path own, JsonNode market) throws IOException, InterruptedException {
        Path program = run.resolve("Refile.java");
        assertThat(Files.readAllLines(program)).hasSizeLessThanOrEqualTo(50);
        List<String> words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                program.toString(),
                own.toString(),
                market.path("mechanism").asText()));
        if (market.path("choiceNumberBreaksTies").asBoolean()) {
            words.add("earlier-choice-wins");
        }
        Path printed = own.resolve("printed.csv");
        Process process = new ProcessBuilder(words)
                .redirectOutput(printed.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertThat(process.waitFor()).isZero();
        return printed;
    }

    private static void byTheCommandLine(Path own, JsonNode market, Path again) throws IOException {
        List<String> words = new ArrayList<>(List.of(
                "--candidates",
                own.resolve("candidates.csv").toString(),
                "--units",
                own.resolve("units.csv").toString(),
                "--preferences",
                own.resolve("preferences.csv").toString(),
                "--verify",
                "--out",
                again.toString()));
        market.path("options").forEach(option -> words.add(option.asText()));
        StringWriter out = new StringWriter();
        CommandLine line = new CommandLine(new PlaceCommand()).setOut(new PrintWriter(out));
        assertThat(line.execute(words.toArray(String[]::new)))
                .as(out.toString())
                .isZero();
        JsonNode said = JSON.readTree(out.toString());
        assertThat(said.path("inputDigest")).isEqualTo(market.path("inputDigest"));
        assertThat(said.path("outputDigest")).isEqualTo(market.path("outputDigest"));
        for (String table : List.of("assignments.csv", "cutoffs.csv")) {
            assertThat(again.resolve(table)).hasSameTextualContentAs(own.resolve(table));
        }
    }

    /** What a candidate is told stands in the public tables under the name that only the candidate can compute. */
    private static void everybodyFindsTheirOwnRow(Path facts, Path runs) throws IOException {
        int looked = 0;
        for (String line : Files.readAllLines(facts, StandardCharsets.UTF_8)) {
            JsonNode fact = JSON.readTree(line);
            if (fact.path("name").asText().equals("placement.placed")) {
                JsonNode told = fact.path("payload");
                String run = told.path("run").asText();
                String name = PublicName.of(run, told.path("candidate").asText());
                String row = name + "," + told.path("offer").path("unit").asText() + ","
                        + told.path("offer").path("preference").asText();
                Path published = runs.resolve("run-" + run.substring(run.lastIndexOf('/') + 1));
                try (var files = Files.walk(published)) {
                    assertThat(files.filter(f -> f.endsWith("assignments.csv")).anyMatch(f -> holds(f, row)))
                            .as(row)
                            .isTrue();
                }
                looked++;
            }
        }
        assertThat(looked).isPositive();
    }

    private static boolean holds(Path file, String row) {
        try {
            return Files.readAllLines(file).contains(row);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
