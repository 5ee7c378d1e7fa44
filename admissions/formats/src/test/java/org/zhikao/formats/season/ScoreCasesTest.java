package org.zhikao.formats.season;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.zhikao.admissions.scoring.engine.CalculationSheet;
import org.zhikao.admissions.scoring.engine.Cohort;
import org.zhikao.admissions.scoring.engine.MarkStatus;
import org.zhikao.admissions.scoring.engine.RankedLists;
import org.zhikao.admissions.scoring.engine.ScoreEngine;
import org.zhikao.admissions.scoring.engine.Scores;
import org.zhikao.admissions.season.rules.Reason;
import org.zhikao.admissions.season.rules.SeasonRules;

/** The worked cases of eight provinces: rules in our own language, marks and results as worked out by hand. */
class ScoreCasesTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TestFactory
    Stream<DynamicTest> everyWorkedCase() throws IOException {
        List<JsonNode> cases = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/score-cases"))) {
            for (Path file : files.sorted().toList()) {
                cases.add(JSON.readTree(Files.readAllBytes(file)));
            }
        }
        assertThat(cases.size()).isEqualTo(31);
        return cases.stream().map(c -> dynamicTest(c.get("case").asText(), () -> new Run(c).check()));
    }

    private static final class Run {
        private final JsonNode expected;
        private final ScoreEngine engine;
        private final Cohort cohort;
        private final List<String> ids = new ArrayList<>();
        private final int[] positions;
        private boolean programme;
        private final Scores scores;

        Run(JsonNode c) {
            expected = c.get("expected");
            byte[] text = CanonicalJson.text(c.get("rules")).getBytes(StandardCharsets.UTF_8);
            SeasonRules rules = SeasonRulesReader.require(text);
            engine = ScoreEngine.of(rules, "main");
            c.get("candidates").fieldNames().forEachRemaining(ids::add);
            cohort = engine.cohort(ids.size());
            positions = new int[ids.size()];
            for (int i = 0; i < ids.size(); i++) {
                fill(i, c.get("candidates").get(ids.get(i)));
            }
            scores = engine.score(cohort);
        }

        private void fill(int i, JsonNode candidate) {
            cohort.candidate(
                    i,
                    candidate.path("kind").asText("SECONDARY_VOCATIONAL"),
                    candidate.path("category").asText(""));
            List<String> facts = new ArrayList<>();
            Map.of(
                            "prizes",
                            "prize:",
                            "certificates",
                            "certificate:",
                            "grounds",
                            "ground:",
                            "flags",
                            "flag:",
                            "steps",
                            "step:")
                    .forEach((key, prefix) -> candidate.path(key).forEach(f -> facts.add(prefix + f.asText())));
            cohort.facts(i, facts);
            if (candidate.has("bonus")) {
                cohort.bonus(i, units(candidate.get("bonus")));
            }
            if (candidate.has("position")) {
                programme = true;
                positions[i] = candidate.get("position").asInt();
            }
            candidate.get("marks").fields().forEachRemaining(m -> {
                int component = engine.component(m.getKey());
                if (m.getValue().isArray()) {
                    for (int s = 0; s < m.getValue().size(); s++) {
                        mark(i, component, s, m.getValue().get(s));
                    }
                } else {
                    mark(i, component, 0, m.getValue());
                }
            });
        }

        private void mark(int i, int component, int sitting, JsonNode mark) {
            if (mark.asText().equals("ABSENT")) {
                cohort.status(i, component, sitting, MarkStatus.ABSENT);
            } else if (engine.graded(component)) {
                cohort.grade(i, component, sitting, mark.asText());
            } else {
                cohort.mark(i, component, sitting, units(mark));
            }
        }

        private long units(JsonNode mark) {
            return engine.rules().units(new BigDecimal(mark.asText()));
        }

        void check() {
            assertThat(byCandidate(this::total)).isEqualTo(decimals(expected.get("totals")));
            assertThat(byCandidate(i -> String.valueOf(scores.eligible(i)))).isEqualTo(texts(expected.get("eligible")));
            assertThat(byCandidate(i -> scores.failed(i).isEmpty() ? null : names(scores.failed(i))))
                    .isEqualTo(texts(expected.get("reasons")));
            assertThat(byCandidate(i -> scores.effect(i).map(Enum::name).orElse(null)))
                    .isEqualTo(texts(expected.get("effects")));
            ranks();
            counted();
            levels();
            keys();
            filing();
        }

        private static String names(List<Reason> reasons) {
            return String.join("+", reasons.stream().map(Enum::name).toList());
        }

        private String total(int i) {
            return scores.hasTotal(i) ? plain(engine.rules().mark(scores.total(i))) : "null";
        }

        private void ranks() {
            expected.get("order").fields().forEachRemaining(list -> {
                RankedLists ranked = ranked();
                int index = programme ? 0 : engine.lists().indexOf(list.getKey());
                List<List<String>> groups = ranked.groups(index).stream()
                        .map(g -> java.util.Arrays.stream(g)
                                .mapToObj(ids::get)
                                .sorted()
                                .toList())
                        .toList();
                assertThat(groups).isEqualTo(groups(list.getValue()));
                expected.get("ranks")
                        .get(list.getKey())
                        .fields()
                        .forEachRemaining(r -> assertThat(ranked.rank(ids.indexOf(r.getKey())))
                                .isEqualTo(r.getValue().asInt()));
            });
        }

        private RankedLists ranked() {
            int[] all = java.util.stream.IntStream.range(0, ids.size()).toArray();
            return programme ? engine.rank(scores, all, positions, null) : engine.rank(scores);
        }

        private static List<List<String>> groups(JsonNode order) {
            List<List<String>> groups = new ArrayList<>();
            order.forEach(g -> {
                List<String> group = new ArrayList<>();
                g.forEach(id -> group.add(id.asText()));
                groups.add(group.stream().sorted().toList());
            });
            return groups;
        }

        private void counted() {
            expected.path("counted").fields().forEachRemaining(c -> {
                CalculationSheet sheet = engine.sheet(cohort, ids.indexOf(c.getKey()));
                c.getValue()
                        .fields()
                        .forEachRemaining(m -> assertThat(sheet.steps().stream()
                                        .filter(s -> s.subject().equals(m.getKey()))
                                        .filter(s -> s.kind() == CalculationSheet.Kind.COMPONENT)
                                        .map(CalculationSheet.Step::counted))
                                .containsExactly(m.getValue().asText()));
            });
        }

        private void levels() {
            expected.path("on_line").fields().forEachRemaining(level -> {
                List<String> on = new ArrayList<>();
                for (int i = 0; i < ids.size(); i++) {
                    if (scores.eligible(i) && scores.levels(i).contains(level.getKey())) {
                        on.add(ids.get(i));
                    }
                }
                List<String> wanted = new ArrayList<>();
                level.getValue().forEach(id -> wanted.add(id.asText()));
                assertThat(on).containsExactlyInAnyOrderElementsOf(wanted);
            });
        }

        /** The published packed key of 湖北: whole units of the smallest mark, total x 1,000,000 + skill. */
        private void keys() {
            JsonNode keys = expected.path("keys");
            BigDecimal perMark = engine.rules().decimals() == 0 ? BigDecimal.ONE : BigDecimal.valueOf(2);
            keys.fields().forEachRemaining(k -> {
                int i = ids.indexOf(k.getKey());
                BigDecimal total = engine.rules().mark(scores.total(i)).multiply(perMark);
                BigDecimal skill = new BigDecimal(engine.sheet(cohort, i).steps().stream()
                                .filter(s -> s.subject().equals("skill"))
                                .map(CalculationSheet.Step::counted)
                                .findFirst()
                                .orElseThrow())
                        .multiply(perMark);
                assertThat(total.movePointRight(6).add(skill).longValueExact())
                        .isEqualTo(k.getValue().asLong());
            });
        }

        /** ADMIT_ALL files a tied group whole; the overflow is what lies beyond the quota. */
        private void filing() {
            JsonNode filing = expected.path("filing");
            if (filing.isObject()) {
                List<String> filed = new ArrayList<>();
                for (int[] group : ranked().groups(0)) {
                    if (filed.size() < filing.get("quota").asInt()) {
                        for (int i : group) {
                            filed.add(ids.get(i));
                        }
                    }
                }
                List<String> wanted = new ArrayList<>();
                filing.get("filed").forEach(id -> wanted.add(id.asText()));
                assertThat(filed).containsExactlyInAnyOrderElementsOf(wanted);
                assertThat(filed.size() - filing.get("quota").asInt())
                        .isEqualTo(filing.get("overflow").asInt());
            }
            JsonNode slots = expected.path("filing_slots");
            if (slots.isObject()) {
                var placement = engine.track().placement();
                assertThat(placement.files(slots.get("plan").asInt()))
                        .hasValue(slots.get("slots").asInt());
                assertThat(placement.files(7)).isEqualTo(OptionalInt.empty());
            }
            expected.path("list_max").fields().forEachRemaining(m -> {
                String kind = m.getKey().equals("VETERAN") ? "VETERAN" : "SECONDARY_VOCATIONAL";
                assertThat(engine.track().highestTotal(kind, m.getKey()))
                        .hasValueSatisfying(
                                v -> assertThat(plain(v)).isEqualTo(m.getValue().asText()));
            });
        }

        private Map<String, String> byCandidate(Function<Integer, String> value) {
            Map<String, String> map = new TreeMap<>();
            for (int i = 0; i < ids.size(); i++) {
                String v = value.apply(i);
                if (v != null) {
                    map.put(ids.get(i), v);
                }
            }
            return map;
        }

        private static Map<String, String> texts(JsonNode node) {
            Map<String, String> map = new TreeMap<>();
            node.fields().forEachRemaining(e -> map.put(e.getKey(), e.getValue().asText()));
            return map;
        }

        private static Map<String, String> decimals(JsonNode node) {
            Map<String, String> map = new TreeMap<>();
            node.fields()
                    .forEachRemaining(e -> map.put(
                            e.getKey(),
                            e.getValue().isNull()
                                    ? "null"
                                    : plain(new BigDecimal(e.getValue().asText()))));
            return map;
        }

        private static String plain(BigDecimal value) {
            return new BigDecimal(value.stripTrailingZeros().toPlainString()).toPlainString();
        }
    }
}
