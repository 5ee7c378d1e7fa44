package org.zhikao.formats.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.zhikao.admissions.shared.Refused;

/** The one stored form of identity numbers and names, and what is shown of them. */
class ReadingParticularsTest {

    static Stream<Arguments> identityNumbers() throws IOException {
        return cases("identity-numbers.json");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("identityNumbers")
    void storesAnIdentityNumberInOneFormOrRefusesIt(String name, JsonNode example) {
        String input = example.get("input").textValue();
        if (example.get("stored").isNull()) {
            assertRefused(
                    () -> IdentityNumber.read(input), example.get("refusal").textValue());
        } else {
            assertThat(IdentityNumber.read(input).value())
                    .isEqualTo(example.get("stored").textValue());
        }
    }

    static Stream<Arguments> names() throws IOException {
        return cases("names.json");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("names")
    void storesANameInOneFormOrRefusesIt(String name, JsonNode example) {
        String input = example.get("input").textValue();
        if (example.get("stored").isNull()) {
            assertRefused(() -> new PersonName(input), "NAME_UNREADABLE_CHARACTER");
        } else {
            PersonName stored = new PersonName(input);
            assertThat(stored.value()).isEqualTo(example.get("stored").textValue());
            assertThat(new PersonName(stored.value())).isEqualTo(stored);
        }
    }

    @Test
    void countsCharactersAsPeopleDo() {
        assertThat(new PersonName("𠮷".repeat(64)).value()).hasSize(128);
        assertRefused(() -> new PersonName("𠮷".repeat(65)), "NAME_TOO_LONG");
        assertRefused(() -> new PersonName(" \u200B\u3000"), "NAME_EMPTY");
    }

    @Test
    void knowsEveryPrivateCharacterThatGbkLeaves() throws IOException {
        assertThat(Gb18030.standard()).hasSize(99);
        cases("private-use.json")
                .map(row -> (JsonNode) row.get()[1])
                .forEach(row -> assertThat(Gb18030.standard())
                        .containsEntry(
                                Integer.parseInt(row.get("private").textValue(), 16),
                                Integer.parseInt(row.get("standard").textValue(), 16)));
        Gb18030.requireCurrentTables();
    }

    @Test
    void givesMadeUpPeopleNumbersNobodyHas() {
        IdentityNumber number = IdentityNumber.fictional(3, LocalDate.of(2008, 2, 29), 17);
        assertThat(number.value()).startsWith("99000320080229017").hasSize(18);
        assertThat(number.isFictional()).isTrue();
        assertThat(number.birth()).isEqualTo(LocalDate.of(2008, 2, 29));
        assertThat(number.isMale()).isTrue();
        assertThat(new IdentityNumber("11010519491231002X").isFictional()).isFalse();
        assertThat(new IdentityNumber("11010519491231002X").isMale()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"张晓明,张*明", "张三,张*", "欧阳修,欧阳*", "欧阳,欧*", "司马相如,司马*如", "𠮷野家,𠮷*家", "张,*"})
    void masksANameKeepingTheSurname(String name, String masked) {
        assertThat(Masking.name(name)).isEqualTo(masked);
        assertThat(new PersonName(name)).hasToString(masked);
    }

    @Test
    void masksNumbers() {
        assertThat(Masking.phone("13800005678")).isEqualTo("138****5678");
        assertThat(Masking.phone("5678")).isEqualTo("****");
        assertThat(Masking.identityNumber("11010519491231002X")).isEqualTo("**************002X");
        assertThat(new IdentityNumber("11010519491231002X")).hasToString("**************002X");
    }

    private static void assertRefused(ThrowingCallable reading, String code) {
        assertThatThrownBy(reading)
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.code().name()).isEqualTo(code));
    }

    private static Stream<Arguments> cases(String file) throws IOException {
        try (InputStream in = Objects.requireNonNull(ReadingParticularsTest.class.getResourceAsStream(file))) {
            JsonNode all = new JsonMapper().readTree(in);
            return StreamSupport.stream(all.spliterator(), false)
                    .map(row -> Arguments.of(row.path("case").asText(), row))
                    .toList()
                    .stream();
        }
    }
}
