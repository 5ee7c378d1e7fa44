package org.zhikao.server.play;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhikao.admissions.shared.SeasonId;
import org.zhikao.formats.season.SeasonReading;
import org.zhikao.formats.season.SeasonRulesReader;

/** A province's season runs with the mechanisms of its own rules, and an independent reading files every run again. */
class PlacingByEachMechanismTest {
    @ParameterizedTest
    @CsvSource({"chongqing, DIRECTED+MULTI_FILE_MATCHING", "guangdong, PARALLEL+SEQUENTIAL"})
    void everyCheckHolds(String province, String mechanisms, @TempDir Path folder) throws IOException {
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
    }

    /** As delivered, less the gate of 广东 本科 on a test whose outcome no fact of a played season states yet. */
    static SeasonReading rules(String province) throws IOException {
        try (var in =
                PlacingByEachMechanismTest.class.getResourceAsStream("/provinces/" + province + ".assumed.yaml")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            String plain = text.replaceAll("    gates:\\n      - \\{id: skill-passed.*\\n", "");
            return SeasonRulesReader.read(plain.getBytes(StandardCharsets.UTF_8));
        }
    }
}
