package org.zhikao.workflows.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhikao.admissions.process.ModelLint.Finding;
import org.zhikao.admissions.process.ModelLint.Severity;

/** A duty of the drawing's own: sound as drawn, and every way to draw it wrong has a rule and an element. */
class CheckingOwnDutiesTest {
    private static final Path MODEL = Path.of("src/test/resources/rehearsal/application-with-physical.bpmn");

    @Test
    void aPhysicalCheckIsSound() throws IOException {
        assertThat(Shipped.lint("application.bpmn", Files.readString(MODEL)))
                .extracting(Finding::severity)
                .doesNotContain(Severity.ERROR);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            duty.decided/physical                                | duty.decided/Physical!             | unknown-word
            duty.decided/physical                                | registration.decided               | duty-own
            camunda:candidateGroups="REGISTRATION_POINT"         | camunda:candidateGroups="DOCTOR"   | duty-role
            name="escalatesTo" value="EXAM_OFFICE"               | name="escalatesTo" value="DOCTOR"  | role
            name="outcome.FIT"                                   | name="outcome.fit"                 | duty-outcome
            name="bars.UNFIT" value="EXAM PREFERENCE PLACEMENT"  | name="bars.UNFIT" value="LUNCH"    | duty-bars
            name="bars.UNFIT"                                    | name="bars.UNHEARD"                | duty-bars
            formField id="illness"                               | formField id="sight"               | form-field
            label="视力"                                         | label=""                           | form-field
            <camunda:value id="WEAK" name="偏弱"/>               | <camunda:value id="GOOD" name="偏弱"/> | form-field
            ${outcome == 'UNFIT'}                                | ${decision == 'REJECTED'}          | variable
            ${workingDays5}                                      | ${workingDays0}                    | variable
            instruction" value="escalate"                        | instruction" value="dismiss"       | instruction-name
            """)
    void whatIsDrawnWrongIsSaid(String from, String to, String rule) throws IOException {
        String model = Files.readString(MODEL);
        assertThat(model).contains(from);
        assertThat(Shipped.lint("application.bpmn", model.replace(from, to)))
                .filteredOn(f -> f.severity() == Severity.ERROR)
                .extracting(Finding::rule)
                .contains(rule);
    }

    /** What the engine would load or evaluate for a form is refused before anything else is looked at. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            <camunda:constraint name="required"/>       | <camunda:constraint name="validator" config="org.evil.Run"/> | attribute
            <camunda:constraint name="required"/>       | <camunda:constraint name="validator"/>                       | expression
            type="enum"                                 | type="org.evil.Type"                                         | expression
            label="视力"                                | label="${x.run()}"                                           | expression
            type="enum"                                 | type="enum" defaultValue="${x.run()}"                        | attribute
            <camunda:formData>                          | <camunda:formData businessKey="sight">                       | attribute
            """)
    void aFormRunsNoCode(String from, String to, String rule) throws IOException {
        String model = Files.readString(MODEL);
        assertThat(model).contains(from);
        assertThat(Shipped.lint("application.bpmn", model.replace(from, to)))
                .filteredOn(f -> f.severity() == Severity.ERROR)
                .extracting(Finding::rule)
                .contains(rule);
    }
}
