package org.zhikao.workflows.exemption;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.zhikao.admissions.exemption.Stage;

/** Each stage at which somebody decides is a duty of the drawing, held by the role that the model asks for. */
class DrawingEveryStageTest {
    @ParameterizedTest
    @EnumSource(Stage.class)
    void whoDecidesInTheModelHoldsTheDutyInTheDrawing(Stage stage) throws IOException {
        Matcher duty = Pattern.compile("<bpmn:userTask id=\"user_"
                        + stage.name().toLowerCase(Locale.ROOT) + "\"[^>]*camunda:candidateGroups=\"([A-Z_]+)\"")
                .matcher(Files.readString(Path.of("bpmn/exemption-review.bpmn")));
        boolean drawn = duty.find();
        assertThat(drawn).isEqualTo(stage.decides() || stage == Stage.SCHOOL_CHECK);
        if (stage.decides()) {
            assertThat(duty.group(1)).isEqualTo(stage.by().name());
        }
    }
}
