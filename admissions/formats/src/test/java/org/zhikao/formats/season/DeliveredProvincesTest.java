package org.zhikao.formats.season;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhikao.admissions.scoring.engine.Cohort;
import org.zhikao.admissions.scoring.engine.ScoreEngine;
import org.zhikao.admissions.scoring.engine.Scores;
import org.zhikao.admissions.season.rules.Component;
import org.zhikao.admissions.season.rules.SeasonRules;
import org.zhikao.admissions.season.rules.Track;

/** The eight delivered provinces: published files block at their nulls, assumed ones validate and score. */
class DeliveredProvincesTest {
    private static final Path PROVINCES = Path.of("../../seeds/provinces");

    private static SeasonReading read(String name) throws IOException {
        return SeasonRulesReader.read(Files.readAllBytes(PROVINCES.resolve(name + ".yaml")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"shandong", "hubei", "jiangsu", "zhejiang", "guangdong", "chongqing", "sichuan", "fujian"})
    void namesEveryNullThatBlocks(String province) throws IOException {
        SeasonReading reading = read(province);
        assertThat(reading.usable()).isTrue();
        assertThat(reading.rules()).isPresent();
        assertThat(reading.publishable()).isFalse();
        List<String> blocking = reading.findings().stream()
                .filter(f -> f.finding().code().equals("RULE_MISSING"))
                .map(f -> f.finding().path())
                .toList();
        JsonNode root = Objects.requireNonNull(reading.content());
        assertThat(nulls(root, ""))
                .as("a null in a place that every season needs is named")
                .filteredOn(
                        p -> p.matches("/tracks/\\d+/(ranking/(ties|terminal)|preferences/rounds/\\d+/max|total/max)"))
                .allSatisfy(p -> assertThat(blocking).contains(p));
        assertThat(reading.findings())
                .filteredOn(f -> f.finding().blocks())
                .extracting(f -> f.finding().code())
                .containsOnly("RULE_MISSING", "DEVIATION_NEEDED");
    }

    private static List<String> nulls(JsonNode node, String at) {
        List<String> list = new ArrayList<>();
        if (node.isNull()) {
            list.add(at);
        } else if (node.isObject()) {
            node.fields().forEachRemaining(e -> list.addAll(nulls(e.getValue(), at + "/" + e.getKey())));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                list.addAll(nulls(node.get(i), at + "/" + i));
            }
        }
        return list;
    }

    @ParameterizedTest
    @ValueSource(strings = {"shandong", "hubei", "jiangsu", "zhejiang", "guangdong", "chongqing", "sichuan", "fujian"})
    void validatesAndScoresWhatIsAssumed(String province) throws IOException {
        SeasonReading reading = read(province + ".assumed");
        assertThat(reading.findings()).filteredOn(f -> f.finding().blocks()).isEmpty();
        SeasonRules rules = reading.rules().orElseThrow();
        assertThat(rules.demonstration()).isTrue();
        assertThat(rules.assumptions())
                .isNotEmpty()
                .allSatisfy(a -> assertThat(a.note()).startsWith("演示值"))
                .allSatisfy(a -> assertThat(Objects.requireNonNull(reading.content())
                                .at(a.path())
                                .isMissingNode())
                        .as(a.path())
                        .isFalse());
        for (Track t : rules.tracks()) {
            ScoreEngine engine = ScoreEngine.of(rules, t.id());
            Cohort cohort = engine.cohort(1);
            cohort.candidate(
                    0,
                    t.audience().get(0),
                    rules.categories().isEmpty()
                            ? ""
                            : rules.categories().get(0).id());
            for (int c = 0; c < t.components().size(); c++) {
                fill(cohort, engine, rules, t, c);
            }
            cohort.facts(0, List.of("certificate:listed", "flag:skill-passed"));
            Scores scores = engine.score(cohort);
            assertThat(scores.hasTotal(0)).as(t.id() + " " + scores.failed(0)).isTrue();
            assertThat(scores.eligible(0)).as(t.id() + " " + scores.failed(0)).isTrue();
            assertThat(engine.rank(scores).rank(0)).isEqualTo(1);
        }
    }

    /** Full marks, where the component applies to the first kind of the audience. */
    private static void fill(Cohort cohort, ScoreEngine engine, SeasonRules rules, Track t, int c) {
        Component component = t.components().get(c);
        String category =
                rules.categories().isEmpty() ? "" : rules.categories().get(0).id();
        if (!component.when().admits(t.audience().get(0), category)) {
            return;
        }
        if (engine.graded(c)) {
            cohort.grade(0, c, 0, "PASS");
        } else {
            cohort.mark(0, c, rules.units(Objects.requireNonNull(component.max())));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"shandong", "hubei", "jiangsu", "zhejiang", "guangdong", "chongqing", "sichuan", "fujian"})
    void keepsItsDigestThroughJson(String province) throws IOException {
        SeasonReading yaml = read(province);
        SeasonReading json = SeasonRulesReader.read(
                yaml.canonical().orElseThrow().getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertThat(json.digest()).isEqualTo(yaml.digest());
        assertThat(json.rules()).isEqualTo(yaml.rules());
    }
}
