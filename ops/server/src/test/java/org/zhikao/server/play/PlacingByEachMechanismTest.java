package org.zhikao.server.play;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhikao.admissions.shared.SeasonId;
import org.zhikao.formats.season.SeasonReading;
import org.zhikao.formats.season.SeasonRulesReader;

/** A province's season runs with the mechanisms of its own rules, and an independent reading files every run again. */
class PlacingByEachMechanismTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @CsvSource({
        "chongqing, DIRECTED+MULTI_FILE_MATCHING, general vocational through veteran",
        "guangdong, PARALLEL+SEQUENTIAL, certificate degree academic",
        "zhejiang, PARALLEL, single-exam"
    })
    void everyCheckHolds(String province, String mechanisms, String tracks, @TempDir Path folder) throws IOException {
        SeasonReading rules = rules(province);
        Path facts = folder.resolve("facts.jsonl");

        SeasonReport report = PlayedSeason.run(
                new SeasonId(rules.rules().orElseThrow().id()),
                province,
                rules,
                300,
                7,
                0,
                new PlayedSeason.Kept(facts, null),
                Progress.SILENT);

        assertThat(report.checks()).allMatch(SeasonReport.Check::ok);
        assertThat(Files.readString(facts)).contains("\"mechanism\":\"" + mechanisms + "\"");
        assertThat(placedByList(facts)).containsExactlyInAnyOrder(tracks.split(" "));
    }

    /** Tracks in which a preference came true: a gate that nobody can pass would leave a mechanism with nothing to do. */
    private static Set<String> placedByList(Path facts) throws IOException {
        Map<String, String> trackOf = new HashMap<>();
        Set<String> placed = new TreeSet<>();
        for (String line : Files.readAllLines(facts)) {
            JsonNode fact = JSON.readTree(line);
            JsonNode said = fact.path("payload");
            String candidate = said.path("candidate").asText();
            if (said.has("track")) {
                trackOf.put(candidate, said.path("track").asText());
            }
            if (said.path("offer").path("preference").asInt() > 0) {
                placed.add(trackOf.getOrDefault(candidate, "?"));
            }
        }
        return placed;
    }

    static SeasonReading rules(String province) throws IOException {
        try (var in =
                PlacingByEachMechanismTest.class.getResourceAsStream("/provinces/" + province + ".assumed.yaml")) {
            return SeasonRulesReader.read(in.readAllBytes());
        }
    }
}
