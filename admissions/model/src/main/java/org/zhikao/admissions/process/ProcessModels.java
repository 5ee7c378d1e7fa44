package org.zhikao.admissions.process;

import java.util.List;

/** 流程模型: the models that new cases start on, as drawn. */
public interface ProcessModels {
    List<ProcessModel> all();

    /**
     * The model of a process.
     *
     * @throws IllegalArgumentException for an unknown key
     */
    ProcessModel model(String process);

    /**
     * 流程模型 as deployed.
     *
     * @param key key of the process
     * @param name its Chinese name
     * @param definition the deployed version
     * @param digest SHA-256 of the BPMN, 64 hex digits
     * @param bpmn the BPMN as XML
     * @param steps the elements with a place on the picture, in document order
     */
    record ProcessModel(String key, String name, String definition, String digest, String bpmn, List<Step> steps) {
        public ProcessModel {
            steps = List.copyOf(steps);
        }
    }

    /**
     * 步骤 of a model.
     *
     * @param kind {@code start}, {@code receive}, {@code user}, {@code send}, {@code xor}, {@code and}, {@code timer} or {@code end}
     * @param actor who acts here, a name of {@link org.zhikao.admissions.shared.Role}; empty where nobody does
     * @param phase the phase in which it is done; empty where there is none
     */
    record Step(String id, String kind, String name, String actor, String phase) {}
}
