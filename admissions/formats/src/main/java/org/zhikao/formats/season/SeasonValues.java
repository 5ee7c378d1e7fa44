package org.zhikao.formats.season;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.zhikao.formats.season.SeasonField.Words;

/** 取值用语: what the coded values of a season file are called; {@code field.VALUE} where a field calls it otherwise. */
final class SeasonValues {
    private static final String RESOURCE = "/schemas/season.values.csv";
    private static final Map<String, Words> BY_CODE = read();

    private SeasonValues() {}

    static Words of(String field, String code) {
        Words own = BY_CODE.get(field + "." + code);
        return own != null ? own : BY_CODE.getOrDefault(code, new Words(code, code));
    }

    private static Map<String, Words> read() {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(SeasonValues.class.getResourceAsStream(RESOURCE)), StandardCharsets.UTF_8))) {
            return in.lines()
                    .map(line -> line.split(",", -1))
                    .collect(Collectors.toUnmodifiableMap(cells -> cells[0], cells -> new Words(cells[1], cells[2])));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
