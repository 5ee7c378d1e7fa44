package org.zhikao.workflows.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.zhikao.admissions.process.ModelLint.Finding;
import org.zhikao.workflows.ProcessContract;
import org.zhikao.workflows.Word;
import org.zhikao.workflows.release.ReleaseContracts;

/** The shipped models keep every convention, and each convention notices when it is broken. */
class KeepingTheConventionsTest {
    static Iterable<Path> models() {
        return Shipped.models();
    }

    @ParameterizedTest
    @MethodSource("models")
    void aShippedModelHasNoFindingAtAll(Path model) throws IOException {
        assertThat(Shipped.lint(model.toString(), Files.readString(model))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            exemption-review.bpmn | cancelActivity="false" attachedToRef="user_first_review" | cancelActivity="true" attachedToRef="user_first_review" | deadline-interrupting
            exemption-review.bpmn | <bpmn:terminateEventDefinition id="event_end_approved"/> | | deadline-scope
            exemption-review.bpmn | camunda:candidateGroups="REVIEWER" | camunda:candidateGroups="REFEREE" | duty-role
            exemption-review.bpmn | name="fact" value="exemption.reviewed" | name="fact" value="exemption.seen" | unknown-word
            exemption-review.bpmn | name="fact" value="exemption.reviewed" | name="other" value="exemption.reviewed" | duty-fact
            exemption-review.bpmn | attachedToRef="user_second_review" | attachedToRef="user_first_review" | duty-deadline
            exemption-review.bpmn | camunda:asyncBefore="true" | camunda:asyncBefore="false" | instruction-job
            exemption-review.bpmn | value="remind" | value="expel" | instruction-name
            exemption-review.bpmn | ${deadline} | ${due} | variable
            exemption-review.bpmn | ${review == 'EVIDENCE_REQUESTED'} | ${decision == 'EVIDENCE_REQUESTED'} | variable
            exemption-review.bpmn | ${instruction} | ${dataSource} | expression
            exemption-review.bpmn | ${stage == 'THIRD_REVIEW'} | ${stage == 'SECOND_REVIEW'} | answer-missing
            exemption-review.bpmn | ${stage == 'THIRD_REVIEW'} | ${stage == 'FOURTH_REVIEW'} | answer-unknown
            application.bpmn | default="flow_confirmed" | | gateway-default
            application.bpmn | ${exempt} | ${exempt.class} | expression
            application.bpmn | ${exempt} | ${execution == exempt} | expression
            application.bpmn | ${exempt} | ${eligible} | variable
            application.bpmn | name="phase" value="EXAM" | name="phase" value="PARTY" | wait-unbounded
            application.bpmn | name="phase" value="SCORING" | name="phase" value="EXAM" | wait-phase
            application.bpmn | name="exam.settled" | name="exam.unsettled" | unknown-word
            application.bpmn | targetRef="end_rejected" | targetRef="end_nowhere" | dangling-flow
            application.bpmn | <bpmn:property | <bpmn:property | namespace
            application.bpmn | name="等待资格审核" | name="" | label
            application.bpmn | name="等待资格审核" | name="wait" | label
            application.bpmn | bpmnElement="receive_answer" | bpmnElement="receive_nothing" | not-drawn
            application.bpmn | camunda:historyTimeToLive="P180D" | | history-ttl
            application.bpmn | isExecutable="true" | isExecutable="false" | executable
            application.bpmn | <bpmn:receiveTask id="receive_result" | <bpmn:intermediateCatchEvent id="receive_result" | not-xml
            season.bpmn | name="season.phase-opened/exemption" | name="season.phase-closed/registration" | competing-waits
            """)
    void aBrokenConventionIsNoticed(String file, String from, String to, String rule) {
        String model = Shipped.text(file);
        if (!from.equals(to == null ? "" : to)) {
            assertThat(model).contains(from);
        } else {
            model = model.replaceFirst("camunda:property ", "ev:property xmlns:ev=\"urn:ev\" ");
        }
        String broken = model.replace(from, to == null ? "" : to);
        assertThat(Shipped.lint(file, broken)).extracting(Finding::rule).contains(rule);
    }

    @Test
    void anElementOutsideTheFourWordsIsRefused() {
        for (String element : new String[] {
            "intermediateCatchEvent",
            "eventBasedGateway",
            "serviceTask",
            "scriptTask",
            "callActivity",
            "businessRuleTask",
            "inclusiveGateway",
            "ioSpecification",
            "import"
        }) {
            String broken = Shipped.text("application.bpmn")
                    .replace("<bpmn:endEvent id=\"end_rejected\"", "<bpmn:" + element + " id=\"end_rejected\"")
                    .replaceFirst("</bpmn:endEvent>", "</bpmn:" + element + ">");
            assertThat(Shipped.lint("application.bpmn", broken))
                    .extracting(Finding::rule)
                    .containsAnyOf("element", "not-xml");
        }
    }

    @Test
    void aTokenThatCannotReachAnEndIsNoticed() {
        String broken = Shipped.text("application.bpmn")
                .replaceAll("(?s)<bpmn:sequenceFlow id=\"flow_(accepted|declined)\".*?</bpmn:sequenceFlow>", "")
                .replaceAll("<bpmn:sequenceFlow id=\"flow_declined\"[^>]*/>", "");
        assertThat(Shipped.lint("application.bpmn", broken))
                .filteredOn(f -> f.rule().equals("dead-end"))
                .extracting(Finding::element)
                .contains("receive_answer", "xor_answer");
    }

    @Test
    void modelsAndContractsSpeakTheSameWords() {
        for (ProcessContract contract : ReleaseContracts.with(season -> 2).all()) {
            String model = Shipped.text(contract.key() + ".bpmn");
            Set<String> spoken = new TreeSet<>();
            Matcher matcher = Pattern.compile(
                            "<bpmn:message id=\"[^\"]*\" name=\"([^\"]*)\"|name=\"(?:fact|endsAt)\" value=\"([^\"]*)\"")
                    .matcher(model);
            while (matcher.find()) {
                String words = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
                spoken.addAll(Set.of(words.split(" ", -1)));
            }
            Set<String> agreed = new HashSet<>();
            contract.words().stream().map(Word::name).forEach(agreed::add);
            assertThat(spoken).as(contract.key()).isEqualTo(agreed);
        }
    }

    @Test
    void readsAModelOfTwoHundredElementsInAnInstant() {
        StringBuilder nodes = new StringBuilder();
        StringBuilder flows = new StringBuilder();
        for (int i = 0; i < 200; i++) {
            nodes.append("<bpmn:receiveTask id=\"receive_w").append(i).append("\" name=\"等待\" messageRef=\"m\"/>");
            flows.append("<bpmn:sequenceFlow id=\"flow_f")
                    .append(i)
                    .append("\" sourceRef=\"receive_w")
                    .append(i)
                    .append("\" targetRef=\"receive_w")
                    .append(i + 1)
                    .append("\"/>");
        }
        String model = "<bpmn:definitions xmlns:bpmn=\"" + Linter.BPMN + "\"><bpmn:message id=\"m\" name=\"w\"/>"
                + "<bpmn:process id=\"p\">" + nodes + flows + "</bpmn:process></bpmn:definitions>";
        Shipped.lint("p.bpmn", model);
        long begun = System.nanoTime();
        assertThat(Shipped.lint("p.bpmn", model)).isNotEmpty();
        // A bound against quadratic rules, thirty times above what is measured; no benchmark.
        assertThat(System.nanoTime() - begun).isLessThan(3_000_000_000L);
    }
}
