package org.zhikao.workflows.binding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.zhikao.admissions.dossier.FactKeys;
import org.zhikao.admissions.duty.Bar;
import org.zhikao.admissions.duty.DutyTerms;
import org.zhikao.admissions.duty.FormField;
import org.zhikao.admissions.duty.ProcessTerms;
import org.zhikao.admissions.shared.Role;
import org.zhikao.workflows.Contracts;
import org.zhikao.workflows.lint.Drawing;
import org.zhikao.workflows.lint.Drawing.Element;
import org.zhikao.workflows.release.ReleaseContracts;

/** 流程约束: what is derived from a drawing is what trying every run of it finds. */
class DerivingBindingsTest {
    private static final int DRAWINGS = 3_000;
    private static final Contracts CONTRACTS = ReleaseContracts.with(season -> 2);

    @Test
    void whatIsDerivedIsWhatEveryRunHasBehindIt() {
        int bound = 0;
        for (int seed = 0; seed < DRAWINGS; seed++) {
            Drawing drawing = new RandomDrawing(new Random(seed)).draw();
            Precedence derived = new Precedence(drawing);
            Map<String, Set<String>> found = new EveryRun(drawing).behind();
            for (Element element : drawing.elements().values()) {
                if (element.kind().equals("receiveTask") || element.kind().equals("userTask")) {
                    Set<String> expected = found.getOrDefault(element.id(), Set.of());
                    assertThat(derived.before(element.id()))
                            .as(
                                    "drawing %d, %s of %s",
                                    seed, element.id(), drawing.flows().values())
                            .isEqualTo(expected);
                    bound += expected.size();
                }
            }
        }
        assertThat(bound).as("drawings in which nothing is bound prove nothing").isGreaterThan(DRAWINGS);
    }

    @Test
    void aPhysicalCheckBeforeTheExamBindsBothWaysToIt() throws IOException {
        ProcessTerms terms = withPhysical();
        Map<String, List<String>> bound = new TreeMap<>();
        terms.bindings().forEach(b -> bound.put(b.fact(), b.duties()));
        assertThat(bound)
                .containsEntry("exam.arranged", List.of("physical"))
                .containsEntry("exemption.approved/FULL_FREE", List.of("physical"))
                .containsEntry("placement.placed", List.of("physical"))
                // from anywhere, or before the duty
                .doesNotContainKeys(
                        "placement.not-placed",
                        "registration.withdrawn",
                        "registration.confirmed",
                        "exemption.approved",
                        "duty.decided/physical");
    }

    @Test
    void readsTheDutyAsItIsDrawn() throws IOException {
        DutyTerms physical = withPhysical().duty("physical").orElseThrow();
        assertThat(physical.label()).isEqualTo("体检");
        assertThat(physical.role()).isEqualTo(Role.REGISTRATION_POINT);
        assertThat(physical.escalatesTo()).isEqualTo(Role.EXAM_OFFICE);
        assertThat(physical.again()).isFalse();
        assertThat(physical.outcomes())
                .containsExactly(
                        new DutyTerms.Outcome("FIT", "合格", List.of()),
                        new DutyTerms.Outcome("UNFIT", "不合格", List.of(Bar.EXAM, Bar.PREFERENCE, Bar.PLACEMENT)));
        assertThat(physical.form())
                .containsExactly(
                        new FormField(
                                "sight",
                                "视力",
                                FormField.Kind.CHOICE,
                                true,
                                false,
                                "以矫正后的视力为准",
                                List.of(new FormField.Choice("GOOD", "正常"), new FormField.Choice("WEAK", "偏弱"))),
                        new FormField("illness", "既往病史", FormField.Kind.TEXT, false, true, "", List.of()));
    }

    @Test
    void theShippedProcessesBindNothing() throws IOException {
        for (String key : List.of("application", "exemption-review", "season")) {
            ProcessTerms terms = new ProcessBindings(CONTRACTS)
                    .of(Drawing.read(Files.readAllBytes(Path.of("bpmn", key + ".bpmn"))), 1);
            assertThat(terms).isEqualTo(new ProcessTerms(key, 1, List.of(), List.of()));
        }
    }

    /** The model names facts and cases as the contracts do, without knowing them. */
    @Test
    void everyFactThatCanBeBoundIsCalledTheSameInDossiers() {
        Set<String> variants = new TreeSet<>();
        CONTRACTS
                .all()
                .forEach(contract -> contract.rules().forEach(rule -> {
                    if (rule.fact().contains("/")) {
                        variants.add(rule.fact());
                    }
                }));
        assertThat(variants).containsExactly("exemption.approved/FULL_FREE");
        assertThat(CONTRACTS.all().stream().filter(c -> c.ownDuties()).map(c -> c.key()))
                .containsExactly(FactKeys.APPLICATION, FactKeys.REVIEW);
    }

    private static ProcessTerms withPhysical() throws IOException {
        byte[] drawn = Files.readAllBytes(Path.of("src/test/resources/rehearsal/application-with-physical.bpmn"));
        return new ProcessBindings(CONTRACTS).of(Drawing.read(drawn), 2);
    }
}
