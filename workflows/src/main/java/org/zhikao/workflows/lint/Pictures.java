package org.zhikao.workflows.lint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Draws every BPMN of a folder beside its source: what {@code ops/dev diagrams} runs. */
public final class Pictures {
    private Pictures() {}

    /** Folders to draw. */
    public static void main(String[] folders) throws IOException {
        for (String folder : folders) {
            for (Path file : in(Path.of(folder))) {
                Files.write(picture(file), Picture.bytes(Picture.draw(Files.readAllBytes(file))));
            }
        }
    }

    /** The BPMN files of a folder, by name. */
    public static List<Path> in(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.toString().endsWith(".bpmn")).sorted().toList();
        }
    }

    /** Where the picture of a BPMN file lies. */
    public static Path picture(Path bpmn) {
        String name = bpmn.getFileName().toString();
        return bpmn.resolveSibling(name.substring(0, name.length() - ".bpmn".length()) + ".svg");
    }
}
