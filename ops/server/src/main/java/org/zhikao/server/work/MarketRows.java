package org.zhikao.server.work;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A table for outsiders, one line a row, quoted where a field asks for it (RFC 4180). */
final class MarketRows {
    private final StringBuilder text;

    MarketRows(String heading) {
        text = new StringBuilder(heading).append('\n');
    }

    void row(String name, String... fields) {
        text.append(Stream.concat(Stream.of(name), Arrays.stream(fields))
                        .map(MarketRows::quoted)
                        .collect(Collectors.joining(",")))
                .append('\n');
    }

    private static String quoted(String field) {
        boolean plain = field.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? field : '"' + field.replace("\"", "\"\"") + '"';
    }

    void write(Path file) throws IOException {
        Files.writeString(file, text);
    }
}
