package org.zhikao.web;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zhikao.admissions.process.ModelChange;
import org.zhikao.admissions.process.ModelLint.Finding;
import org.zhikao.admissions.process.ModelLint.Severity;
import org.zhikao.admissions.process.ProcessModels;
import org.zhikao.admissions.process.ProcessModels.ProcessModel;
import org.zhikao.admissions.process.ProcessStudio;
import org.zhikao.admissions.process.Rehearsed;
import org.zhikao.admissions.shared.ActorId;
import org.zhikao.admissions.shared.SeasonId;
import org.zhikao.views.season.ProcessQueries;
import org.zhikao.views.season.ProcessQueries.ProcessVersion;

/** Two versions of one process: the first has an error, the second waits for approval. */
final class PlayedProcesses {
    static final String IN_FORCE = drawing("等待资格审核");
    static final String BROKEN = drawing("BROKEN");
    static final String SOUND = drawing("复核报名资格");

    private PlayedProcesses() {}

    private static String drawing(String name) {
        return "<bpmn:definitions xmlns:bpmn=\"http://www.omg.org/spec/BPMN/20100524/MODEL\""
                + " xmlns:bpmndi=\"http://www.omg.org/spec/BPMN/20100524/DI\""
                + " xmlns:dc=\"http://www.omg.org/spec/DD/20100524/DC\" id=\"definitions_played\""
                + " targetNamespace=\"https://zhikao.org/bpmn\">"
                + "<bpmn:process id=\"application\" isExecutable=\"true\">"
                + "<bpmn:receiveTask id=\"receive_eligibility\" name=\"" + name + "\"/></bpmn:process>"
                + "<bpmndi:BPMNDiagram id=\"diagram\"><bpmndi:BPMNPlane id=\"plane\" bpmnElement=\"application\">"
                + "<bpmndi:BPMNShape id=\"shape\" bpmnElement=\"receive_eligibility\">"
                + "<dc:Bounds x=\"10\" y=\"10\" width=\"120\" height=\"70\"/></bpmndi:BPMNShape>"
                + "</bpmndi:BPMNPlane></bpmndi:BPMNDiagram></bpmn:definitions>";
    }

    static ProcessQueries queries() {
        ProcessQueries queries = mock(ProcessQueries.class);
        when(queries.versions(any())).thenReturn(List.of(version(2, "b"), version(1, "a")));
        when(queries.bpmn(any(), any(), anyInt())).thenReturn(Optional.empty());
        when(queries.bpmn(any(), eq("application"), eq(1))).thenReturn(Optional.of(BROKEN));
        when(queries.bpmn(any(), eq("application"), eq(2))).thenReturn(Optional.of(SOUND));
        return queries;
    }

    private static ProcessVersion version(int version, String digest) {
        return new ProcessVersion(
                "application", version, digest.repeat(64), new ActorId("a-one"), Played.AT, null, null, null, null);
    }

    static ProcessModels models() {
        ProcessModel model =
                new ProcessModel("application", "报名到录取", "application:1", "0".repeat(64), IN_FORCE, List.of());
        return new ProcessModels() {
            @Override
            public List<ProcessModel> all() {
                return List.of(model);
            }

            @Override
            public ProcessModel model(String process) {
                return model;
            }
        };
    }

    static ProcessStudio studio() {
        return new ProcessStudio() {
            @Override
            public List<Finding> findings(String process, String bpmn) {
                return bpmn.contains("BROKEN")
                        ? List.of(new Finding(
                                "application.bpmn",
                                "receive_eligibility",
                                "wait-unbounded",
                                Severity.ERROR,
                                "等待没有所属阶段也没有期限",
                                "填写属性 phase"))
                        : List.of();
            }

            @Override
            public List<CatalogueWord> words(String process) {
                return List.of(
                        new CatalogueWord("exam.settled", Map.of("exempt", "BOOLEAN")),
                        new CatalogueWord("preference.settled", Map.of()));
            }

            @Override
            public List<ModelChange> changes(String before, String after) {
                return List.of(new ModelChange(
                        ModelChange.Kind.CHANGED,
                        "element",
                        "receive_eligibility",
                        "复核报名资格",
                        List.of(new ModelChange.Difference("name", "等待资格审核", "复核报名资格"))));
            }

            @Override
            public Rehearsed rehearse(String draft, String current, SeasonId season) {
                return rehearse(draft, current, 3);
            }

            @Override
            public Rehearsed rehearse(String draft, String current, int candidates) {
                return new Rehearsed(
                        "application",
                        "b".repeat(64),
                        "0".repeat(64),
                        candidates,
                        7L * candidates,
                        List.of(),
                        List.of(new Rehearsed.Flow("flow_submitted", "", "a", "b", candidates, candidates)),
                        List.of(new Rehearsed.Wait("receive_eligibility", "等待资格审核", 9, 1, 0, 3600, 7200, 9000)),
                        List.of(new Rehearsed.End("end_confirmed", "确认录取", 3, 4)),
                        List.of(new Rehearsed.Stuck("user_check", "exam.settled", 5, List.of())),
                        List.of(),
                        List.of(new Rehearsed.Moved("end_confirmed", "user_check", true, 5, List.of())),
                        List.of(),
                        List.of(),
                        List.of());
            }
        };
    }
}
