package org.zhikao.workflows.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Beside every model lies its picture, drawn from exactly this model. */
class DrawingPicturesTest {
    static Iterable<Path> models() {
        return Shipped.models();
    }

    @ParameterizedTest
    @MethodSource("models")
    void thePictureIsFresh(Path model) throws IOException {
        byte[] bpmn = Files.readAllBytes(model);
        String picture = Files.readString(Pictures.picture(model));
        assertThat(Picture.drawnFrom(picture)).as("run ops/dev diagrams").contains(Picture.sha256(bpmn));
        assertThat(picture).as("run ops/dev diagrams").isEqualTo(Picture.draw(bpmn));
    }

    @ParameterizedTest
    @MethodSource("models")
    void everyElementWithANameIsOnThePicture(Path model) throws IOException {
        String picture = Files.readString(Pictures.picture(model));
        Node root = SafeXml.read(Files.readAllBytes(model), java.util.Set.of(), new Findings(""));
        new Graph(root.child("process").orElseThrow())
                .nodes
                .keySet()
                .forEach(id -> assertThat(picture).contains("<g id=\"" + id + "\""));
    }

    /** The list of hashes that may be deployed without a vote is the list of the models here. */
    @Test
    void theApprovedHashesAreThoseOfTheModels() throws IOException {
        StringBuilder lines = new StringBuilder();
        for (Path model : Shipped.models()) {
            lines.append(Picture.sha256(Files.readAllBytes(model)))
                    .append("  ")
                    .append(model.getFileName())
                    .append('\n');
        }
        assertThat(Files.readString(Shipped.FOLDER.resolve("approved.sha256")))
                .as("run sha256sum *.bpmn > approved.sha256 in workflows/bpmn")
                .isEqualTo(lines.toString());
    }
}
