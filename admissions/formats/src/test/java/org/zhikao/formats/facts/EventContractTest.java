package org.zhikao.formats.facts;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.zhikao.admissions.exemption.ExemptionEvent.ExemptionClaimed;
import org.zhikao.admissions.shared.Event;
import org.zhikao.admissions.shared.EventNames;

/**
 * 事实契约: the stored bytes of every event revision, {@code contracts/<stored name>.v<revision>.json}.
 *
 * <p>What has once been released is never edited: a changed event gets a new revision, a new file and an upcaster. A new file
 * is written by {@code -Dzhikao.approve=contracts} and read by a person before it is committed.
 */
class EventContractTest {
    private static final Path CONTRACTS = Path.of("src/test/resources/contracts");
    private static final Pattern FILE = Pattern.compile("([a-z.-]+)\\.v([1-9][0-9]*)\\.json");
    private static final ObjectMapper JSON = FactJson.mapper();

    private static Map<String, Event> samples() {
        return Samples.all().stream()
                .collect(toMap(
                        event -> EventNames.nameOf(event.getClass().getName()),
                        event -> event,
                        (one, other) -> {
                            throw new IllegalStateException("sampled twice: " + one.getClass());
                        },
                        TreeMap::new));
    }

    static Stream<Event> events() {
        return samples().values().stream();
    }

    private static int revision(Class<?> type) {
        return Integer.parseInt(type.getAnnotation(Revision.class).value());
    }

    private static Path contract(Event event) {
        String name = EventNames.nameOf(event.getClass().getName());
        return CONTRACTS.resolve(name + ".v" + revision(event.getClass()) + ".json");
    }

    @Test
    void everyStoredNameHasASample() {
        assertThat(samples().keySet())
                .containsExactlyInAnyOrderElementsOf(EventNames.all().keySet());
    }

    @ParameterizedTest
    @MethodSource("events")
    void isStoredInTheAgreedBytes(Event event) throws IOException {
        byte[] written = JSON.writeValueAsBytes(event);
        Path contract = contract(event);
        if ("contracts".equals(System.getProperty("zhikao.approve"))) {
            Files.createDirectories(CONTRACTS);
            Files.write(contract, written);
        }
        assertThat(contract).hasBinaryContent(written);
    }

    @ParameterizedTest
    @MethodSource("events")
    void isReadBackFromTheAgreedBytes(Event event) throws IOException {
        assertThat(JSON.readValue(Files.readAllBytes(contract(event)), event.getClass()))
                .isEqualTo(event);
    }

    /** A file of a name or revision that no code knows would be a promise that nobody keeps. */
    @Test
    void everyContractIsOfAKnownNameAndRevision() throws IOException, ClassNotFoundException {
        try (Stream<Path> files = Files.list(CONTRACTS)) {
            for (Path file : files.toList()) {
                Matcher parts = FILE.matcher(file.getFileName().toString());
                assertThat(parts.matches()).as(file.toString()).isTrue();
                Class<?> type = Class.forName(EventNames.classOf(parts.group(1)));
                assertThat(Integer.parseInt(parts.group(2))).as(file.toString()).isLessThanOrEqualTo(revision(type));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("events")
    void refusesAnUnknownField(Event event) throws IOException {
        ObjectNode tree = (ObjectNode) JSON.readTree(Files.readAllBytes(contract(event)));
        tree.put("unheardOf", 1);
        assertThatThrownBy(() -> JSON.treeToValue(tree, event.getClass()))
                .isInstanceOf(UnrecognizedPropertyException.class);
    }

    /** R5: an old event never gets a default; only what is marked nullable may be absent. */
    @ParameterizedTest
    @MethodSource("events")
    void refusesAMissingField(Event event) throws IOException {
        ObjectNode whole = (ObjectNode) JSON.readTree(Files.readAllBytes(contract(event)));
        for (var field : event.getClass().getRecordComponents()) {
            if (!field.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                ObjectNode tree = whole.deepCopy().without(List.of(field.getName()));
                assertThatThrownBy(() -> JSON.treeToValue(tree, event.getClass()))
                        .as(field.getName())
                        .isInstanceOf(JsonProcessingException.class)
                        .hasMessageContaining(field.getName());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("events")
    void refusesAFieldTwice(Event event) throws IOException {
        String text = Files.readString(contract(event));
        String twice = text.substring(0, text.length() - 1) + ",\"at\":\"2026-03-02T01:02:03.456Z\"}";
        assertThatThrownBy(() -> JSON.readValue(twice, event.getClass()))
                .isInstanceOf(JsonProcessingException.class)
                .hasMessageContaining("Duplicate");
    }

    @ParameterizedTest
    @MethodSource("events")
    void refusesWhatFollowsTheEvent(Event event) throws IOException {
        String text = Files.readString(contract(event));
        assertThatThrownBy(() -> JSON.readValue(text + " {}", event.getClass()))
                .isInstanceOf(JsonProcessingException.class);
    }

    @Test
    void leavesOutWhatIsNull() throws IOException {
        Event event = samples().get("exemption.claimed");
        ExemptionClaimed full = (ExemptionClaimed) event;
        ExemptionClaimed bare = new ExemptionClaimed(
                full.candidate(), full.claim(), full.ground(), null, full.stage(), full.due(), full.rules(), full.at());
        String text = JSON.writeValueAsString(bare);
        assertThat(text).doesNotContain("unit");
        assertThat(JSON.readValue(text, ExemptionClaimed.class)).isEqualTo(bare);
    }

    @Test
    void aStoredNameThatIsNotInTheTableStopsTheReplay() {
        assertThatThrownBy(() -> EventNames.classOf("exemption.forgotten"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("exemption.forgotten");
    }

    @Test
    void aClassWithoutAStoredNameIsNotStored() {
        assertThatThrownBy(() -> EventNames.nameOf(String.class.getName()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("String");
    }

    @Test
    void everyEventNamesItsRevision() throws ClassNotFoundException {
        for (String type : EventNames.all().values()) {
            assertThat(Arrays.stream(Class.forName(type).getAnnotations())
                            .map(a -> a.annotationType().getName()))
                    .as(type)
                    .contains(Revision.class.getName());
        }
    }
}
