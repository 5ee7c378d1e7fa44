package org.zhikao.server.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/** A season file named on the command line: a path, or the name of a delivered province ({@code shandong.assumed}). */
final class SeasonFiles {
    private static final Pattern DELIVERED = Pattern.compile("[a-z]+(\\.assumed)?");
    /** One byte more than any reader accepts, so that a huge file is refused without being read. */
    private static final int MOST = (64 << 20) + 1;

    private SeasonFiles() {}

    /** The bytes, or empty when there is no such file. */
    static Optional<byte[]> read(String name) throws IOException {
        Path path = Path.of(name);
        if (Files.isRegularFile(path)) {
            try (InputStream in = Files.newInputStream(path)) {
                return Optional.of(in.readNBytes(MOST));
            }
        }
        if (!DELIVERED.matcher(name).matches()) {
            return Optional.empty();
        }
        try (InputStream in = SeasonFiles.class.getResourceAsStream("/provinces/" + name + ".yaml")) {
            return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
        }
    }
}
