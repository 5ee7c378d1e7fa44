package org.zhikao.formats.season;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.zhikao.formats.season.SeasonField.Form;

/** 方案草稿: forms lose nothing of a file, and what is entered is what stands there afterwards. */
class SeasonDraftTest {
    static Stream<Path> provinces() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("../../seeds/provinces"))) {
            return files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList().stream();
        }
    }

    private static SeasonDraft draft(Path file) throws IOException {
        return SeasonDraft.of(Files.readAllBytes(file)).orElseThrow();
    }

    private static List<SeasonField> all(SeasonField from) {
        List<SeasonField> all = new ArrayList<>();
        from.fields().forEach(f -> {
            all.add(f);
            all.addAll(all(f));
        });
        return all;
    }

    @ParameterizedTest
    @MethodSource("provinces")
    void writesWhatItRead(Path file) throws IOException {
        assertThat(draft(file).reading().digest())
                .isEqualTo(SeasonRulesReader.read(Files.readAllBytes(file)).digest());
    }

    /** Each form field filled with its own text changes nothing, so that saving a page unchanged saves the same season. */
    @ParameterizedTest
    @MethodSource("provinces")
    void savingEveryFieldAsItStandsChangesNothing(Path file) throws IOException {
        SeasonDraft draft = draft(file);
        String before = draft.yaml();
        for (SeasonField f : all(draft.at(""))) {
            if (f.form().simple() && f.form() != Form.CONSTANT) {
                draft.enter(f.path(), f.text());
            }
        }
        assertThat(draft.yaml()).isEqualTo(before);
    }

    /** Emptied and filled again, every field of every delivered season comes back: text, decimals, lists, tables, choices. */
    @ParameterizedTest
    @MethodSource("provinces")
    void everyFieldCanBeEmptiedAndFilled(Path file) throws IOException {
        SeasonDraft draft = draft(file);
        String digest = draft.reading().digest();
        for (SeasonField f : all(draft.at(""))) {
            if (f.form().simple() && f.form() != Form.CONSTANT && !f.text().isEmpty()) {
                assertThat(draft.enter(f.path(), "")).as(f.path()).isTrue();
                assertThat(draft.enter(f.path(), f.text())).as(f.path()).isTrue();
            }
        }
        assertThat(draft.reading().digest()).isEqualTo(digest);
    }

    @Test
    void callsEveryFieldAndEveryValueByAName() throws IOException {
        SeasonDraft draft = draft(Path.of("../../seeds/provinces/jiangsu.assumed.yaml"));
        for (SeasonField f : all(draft.at(""))) {
            assertThat(f.name().chinese()).as(f.path()).isNotBlank();
            assertThat(f.name().english()).as(f.path()).isNotBlank();
        }
        List<String> unnamed = new ArrayList<>();
        SeasonSchema.get()
                .document()
                .get("$defs")
                .fields()
                .forEachRemaining(d -> unnamed(d.getKey(), d.getValue(), unnamed));
        assertThat(unnamed).isEmpty();
    }

    private static void unnamed(String field, JsonNode node, List<String> unnamed) {
        for (JsonNode value : node.path("enum")) {
            if (!value.isNull()
                    && SeasonValues.of(field, value.asText()).chinese().equals(value.asText())) {
                unnamed.add(field + "." + value.asText());
            }
        }
        node.fields().forEachRemaining(inner -> {
            if (!inner.getKey().equals("enum")) {
                unnamed(inner.getKey().equals("items") ? field : inner.getKey(), inner.getValue(), unnamed);
            }
        });
    }

    @Test
    void emptyMeansNotPublishedWhereThatMayBeSaidAndNothingElsewhere() throws IOException {
        SeasonDraft draft = draft(Path.of("../../seeds/provinces/shandong.assumed.yaml"));
        draft.enter("/organiser", "");
        draft.enter("/tracks/0/source", "");
        assertThat(draft.at("/organiser").unknown()).isTrue();
        assertThat(draft.at("/tracks/0").fields())
                .filteredOn(f -> f.key().equals("source"))
                .noneMatch(SeasonField::present);
    }

    @Test
    void refusesPlacesThatTheFormatDoesNotKnow() throws IOException {
        SeasonDraft draft = draft(Path.of("../../seeds/provinces/shandong.assumed.yaml"));
        assertThat(draft.enter("/nothing", "x")).isFalse();
        assertThat(draft.enter("/tracks", "x")).isFalse();
        assertThat(draft.enter("/schema", "x")).isFalse();
        assertThat(draft.add("/tracks/0/nothing")).isEmpty();
        assertThat(draft.add("/title")).isEmpty();
        assertThat(draft.remove("/tracks/99")).isFalse();
        assertThat(draft.up("/tracks/0")).isFalse();
        assertThat(SeasonDraft.of("a: &x b".getBytes(StandardCharsets.UTF_8))).isEmpty();
    }
}
