package org.zhikao.workflows.lint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.zhikao.admissions.process.ModelLint.Finding;

/** The models of this repository, read from their folder so that a test sees what a reader sees. */
final class Shipped {
    static final Path FOLDER = Path.of("bpmn");

    private Shipped() {}

    static List<Path> models() {
        try {
            return Pictures.in(FOLDER);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(String name) {
        try {
            return Files.readString(FOLDER.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Finding> lint(String file, String content) {
        return Linter.ofThisRelease().check(file, content.getBytes(StandardCharsets.UTF_8));
    }
}
