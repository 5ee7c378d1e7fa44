package org.zhikao.checks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The repository as files: what is tracked, or would be with the next commit. */
final class Repository {
    static final Path ROOT = root();
    private static final List<String> FILES = tracked();

    private Repository() {}

    /** Paths from the root, with slashes, in order. */
    static Stream<String> files() {
        return FILES.stream();
    }

    static Stream<String> files(String ending) {
        return files().filter(path -> path.endsWith(ending));
    }

    /** Java that ships. */
    static Stream<String> mainJava() {
        return files(".java").filter(path -> path.contains("/src/main/java/"));
    }

    static Stream<String> testJava() {
        return files(".java").filter(path -> path.contains("/src/test/java/"));
    }

    static boolean isTest(String path) {
        return path.contains("/src/test/");
    }

    static String read(String path) {
        return new String(bytes(path), StandardCharsets.UTF_8);
    }

    static byte[] bytes(String path) {
        try {
            return Files.readAllBytes(ROOT.resolve(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null && !Files.isExecutable(folder.resolve("ops/zhikao"))) {
            folder = folder.getParent();
        }
        if (folder == null) {
            throw new IllegalStateException("these tests read the repository they were checked out with");
        }
        return folder;
    }

    /** Git knows what is ours: not the build's output, not data; new files count before they are committed. */
    private static List<String> tracked() {
        try {
            Process git = new ProcessBuilder("git", "ls-files", "-z", "--cached", "--others", "--exclude-standard")
                    .directory(ROOT.toFile())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            String all = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (git.waitFor() != 0 || all.isEmpty()) {
                throw new IllegalStateException("git does not say which files are ours");
            }
            return Arrays.stream(all.split("\0", -1))
                    .filter(path -> !path.isEmpty() && Files.exists(ROOT.resolve(path)))
                    .sorted()
                    .distinct()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("git is needed to know which files are ours", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
