package org.zhikao.formats.season;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.zhikao.admissions.season.diff.RulesChange;
import org.zhikao.admissions.season.diff.RulesChange.Kind;
import org.zhikao.admissions.season.diff.RulesDiff;
import org.zhikao.admissions.season.rules.Finding;
import org.zhikao.admissions.season.rules.PolicyCheck;
import org.zhikao.admissions.season.rules.SeasonRules;

/** The semantic difference of delivered provinces and of what becomes of them when one place is changed. */
class RulesDiffTest {
    private static final Path PROVINCES = Path.of("../../seeds/provinces");

    private static SeasonReading read(String name) throws IOException {
        return SeasonRulesReader.read(Files.readAllBytes(PROVINCES.resolve(name + ".yaml")));
    }

    private static Optional<SeasonRules> rules(JsonNode tree) {
        return SeasonRulesReader.read(CanonicalJson.text(tree).getBytes(StandardCharsets.UTF_8))
                .rules();
    }

    private static List<RulesChange> changed(Consumer<ObjectNode> change) throws IOException {
        SeasonReading reading = read("shandong.assumed");
        ObjectNode tree = Objects.requireNonNull(reading.content()).deepCopy();
        change.accept(tree);
        return RulesDiff.of(reading.rules().orElseThrow(), rules(tree).orElseThrow());
    }

    private static RulesChange only(List<RulesChange> changes) {
        assertThat(changes).hasSize(1);
        return changes.get(0);
    }

    @Test
    void theSameRulesInAnotherOrderAndNotationAreNoChange() throws IOException {
        assertThat(changed(tree -> {
                    reversed((ArrayNode) tree.get("tracks"));
                    reversed((ArrayNode) tree.get("sources"));
                    reversed((ArrayNode) tree.at("/tracks/0/components"));
                    reversed((ArrayNode) tree.at("/tracks/0/audience"));
                    ObjectNode component = (ObjectNode) tree.at("/tracks/0/components/0");
                    JsonNode max = component.remove("max");
                    component.put("max", max.decimalValue().setScale(2).toPlainString());
                    component.put("step", 1);
                }))
                .isEmpty();
    }

    private static void reversed(ArrayNode list) {
        List<JsonNode> items = new ArrayList<>();
        list.forEach(items::add);
        Collections.reverse(items);
        list.removeAll();
        items.forEach(list::add);
    }

    @Test
    void aNewMaximumIsAChangeWithItsTrackAndClauses() throws IOException {
        RulesChange change = only(changed(tree -> ((ObjectNode) tree.at("/tracks/0/components/0")).put("max", 130)));
        assertThat(change.kind()).isEqualTo(Kind.CHANGED);
        assertThat(change.path()).matches("/tracks/[^/]+/components/[^/]+/max");
        assertThat(change.before()).isEqualTo("120");
        assertThat(change.after()).isEqualTo("130");
        assertThat(change.chinese()).startsWith("招生通道“").contains(" › 科目“").endsWith(" › 满分");
        assertThat(change.english())
                .startsWith("track ")
                .contains(" › component ")
                .endsWith(" › maximum");
        assertThat(change.tracks()).hasSize(1);
        assertThat(change.clauses()).containsExactly("15.2", "15.3", "36.1");
    }

    @Test
    void aValueThatWasNotPublishedIsAdded() throws IOException {
        RulesChange change = only(changed(tree -> ((ObjectNode) tree.at("/tracks/0/plan")).put("envelope", 5000)));
        assertThat(change.kind()).isEqualTo(Kind.ADDED);
        assertThat(change.before()).isNull();
        assertThat(change.after()).isEqualTo("5000");
    }

    @Test
    void elementsThatComeAndGoAreNamed() throws IOException {
        RulesChange gone = only(changed(tree -> ((ArrayNode) tree.get("tracks")).remove(2)));
        assertThat(gone.kind()).isEqualTo(Kind.REMOVED);
        assertThat(gone.path()).matches("/tracks/[^/]+");
        assertThat(gone.after()).isNull();
        assertThat(gone.clauses()).contains("15.2", "14.5", "2013-3.3");
        RulesChange group = only(changed(tree -> ((ArrayNode) tree.at("/tracks/0/audience")).add("EMPLOYEE")));
        assertThat(group.kind()).isEqualTo(Kind.ADDED);
        assertThat(group.after()).isEqualTo("EMPLOYEE");
        assertThat(group.clauses()).contains("36.3");
    }

    @Test
    void anOrderThatDecidesIsAChangeOfOrder() throws IOException {
        RulesChange rounds = only(changed(tree -> reversed((ArrayNode) tree.at("/tracks/0/preferences/rounds"))));
        assertThat(rounds.kind()).isEqualTo(Kind.MOVED);
        RulesChange ties = only(changed(tree -> reversed((ArrayNode) tree.at("/tracks/0/ranking/ties"))));
        assertThat(ties.kind()).isEqualTo(Kind.CHANGED);
        assertThat(ties.before()).startsWith("[{by: TOTAL");
        assertThat(ties.after()).endsWith("{by: TOTAL, order: DESC}]");
    }

    @Test
    void whatStandsOutsideTheTracksTouchesThoseThatMentionIt() throws IOException {
        RulesChange deviation = only(changed(tree -> ((ArrayNode) tree.get("deviations")).remove(0)));
        assertThat(deviation.clauses()).contains("LAW.1").hasSizeGreaterThan(1);
        RulesChange title = only(changed(tree -> tree.put("title", "另一标题")));
        assertThat(title.tracks()).hasSize(3);
        assertThat(title.clauses()).isEmpty();
    }

    @Test
    void comparesWhatIsPublishedWithWhatIsAssumed() throws IOException {
        List<RulesChange> changes = RulesDiff.of(
                read("shandong").rules().orElseThrow(),
                read("shandong.assumed").rules().orElseThrow());
        assertThat(changes)
                .filteredOn(c -> c.path().equals("/demonstration"))
                .extracting(RulesChange::after)
                .containsExactly("true");
        assertThat(changes)
                .filteredOn(c -> c.path().startsWith("/assumptions/"))
                .isNotEmpty();
        assertThat(changes)
                .filteredOn(c -> c.before() == null && c.after() == null)
                .isEmpty();
    }

    /**
     * Changes every place of a province one after another: whatever a clause then says otherwise than before, the difference
     * names that clause; and every change of the typed rules is seen.
     */
    @TestFactory
    Stream<DynamicTest> namesEveryClauseThatNowSpeaksOtherwise() {
        return Stream.of("shandong", "jiangsu", "guangdong", "chongqing", "sichuan")
                .map(p -> dynamicTest(p, () -> everyPlace(p + ".assumed")));
    }

    private static void everyPlace(String province) throws IOException {
        SeasonReading reading = read(province);
        SeasonRules before = reading.rules().orElseThrow();
        Set<String> said = said(before);
        int[] tried = {0};
        for (Consumer<ObjectNode> mutation : mutations(Objects.requireNonNull(reading.content()), List.of())) {
            ObjectNode tree = reading.content().deepCopy();
            mutation.accept(tree);
            SeasonRules after = bound(tree);
            if (after == null || after.equals(before)) {
                continue;
            }
            tried[0]++;
            List<RulesChange> changes = RulesDiff.of(before, after);
            assertThat(changes).as(CanonicalJson.text(tree)).isNotEmpty();
            Set<String> named =
                    changes.stream().flatMap(c -> c.clauses().stream()).collect(Collectors.toSet());
            Set<String> now = said(after);
            Set<String> differ = new HashSet<>(said);
            differ.addAll(now);
            differ.removeIf(s -> said.contains(s) && now.contains(s));
            assertThat(differ)
                    .as(changes.toString())
                    .allSatisfy(s -> assertThat(named).contains(s.substring(0, s.indexOf(' '))));
        }
        assertThat(tried[0]).isGreaterThan(100);
    }

    private static @org.jspecify.annotations.Nullable SeasonRules bound(JsonNode tree) {
        if (!SeasonSchema.get().check(tree).isEmpty()) {
            return null;
        }
        return rules(tree).orElse(null);
    }

    /** What every clause says, without the wording. */
    private static Set<String> said(SeasonRules rules) {
        return PolicyCheck.of(rules).stream()
                .map((Finding f) -> f.clause() + " " + f.code() + " " + f.path())
                .collect(Collectors.toSet());
    }

    private static final Set<String> WORDS = Set.of("name", "title", "id", "source", "path", "note", "schema", "track");

    /** For every scalar another value, for every nullable nothing, for every list element its removal. */
    private static List<Consumer<ObjectNode>> mutations(JsonNode node, List<Object> at) {
        List<Consumer<ObjectNode>> all = new ArrayList<>();
        if (node.isObject()) {
            node.fields().forEachRemaining(e -> {
                if (!WORDS.contains(e.getKey())) {
                    all.addAll(mutations(e.getValue(), plus(at, e.getKey())));
                    String key = e.getKey();
                    values(e.getValue()).forEach(v -> all.add(tree -> ((ObjectNode) find(tree, at)).set(key, v)));
                    all.add(tree -> ((ObjectNode) find(tree, at)).remove(key));
                }
            });
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                int index = i;
                all.addAll(mutations(node.get(i), plus(at, i)));
                // Later elements move up: their findings change path, which is not what is asked here.
                if (i == node.size() - 1) {
                    all.add(tree -> ((ArrayNode) find(tree, at)).remove(index));
                }
            }
        }
        return all;
    }

    private static List<JsonNode> values(JsonNode old) {
        List<JsonNode> values = new ArrayList<>();
        values.add(com.fasterxml.jackson.databind.node.NullNode.getInstance());
        if (old.isNumber()) {
            values.add(com.fasterxml.jackson.databind.node.LongNode.valueOf(old.longValue() * 2 + 10));
        } else if (old.isBoolean()) {
            values.add(BooleanNode.valueOf(!old.booleanValue()));
        } else if (old.isTextual() && old.textValue().matches("[A-Z_]+")) {
            Stream.of(
                            "CULTURE",
                            "OPERATION",
                            "COLLEGE",
                            "ACADEMIC_LEVEL_TEST",
                            "THROUGH_COLLEGE",
                            "TOP_UP",
                            "FULL_FREE")
                    .forEach(v -> values.add(TextNode.valueOf(v)));
        } else if (old.isTextual() && old.textValue().matches("20\\d\\d-\\d\\d-.*")) {
            values.add(TextNode.valueOf("20" + old.textValue().substring(2, 5) + "11-20T09:00:00"));
        } else if (old.isNull()) {
            values.add(com.fasterxml.jackson.databind.node.IntNode.valueOf(3));
            values.add(TextNode.valueOf("text"));
        }
        return values;
    }

    private static List<Object> plus(List<Object> at, Object step) {
        List<Object> all = new ArrayList<>(at);
        all.add(step);
        return all;
    }

    private static JsonNode find(JsonNode tree, List<Object> at) {
        JsonNode node = tree;
        for (Object step : at) {
            node = step instanceof Integer i ? node.get(i) : node.get((String) step);
        }
        return node;
    }
}
