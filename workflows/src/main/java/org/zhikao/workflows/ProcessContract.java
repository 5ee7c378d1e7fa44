package org.zhikao.workflows;

import java.util.List;

/** 流程契约: the agreement between one model and the facts; a model may be redrawn freely within it. */
public interface ProcessContract {
    /** Key of the process, the same in the model. */
    String key();

    /** Where the model that ships with the software lies on the class path. */
    default String resource() {
        return "bpmn/" + key() + ".bpmn";
    }

    /** Every word that a model of this process may wait for, start on or end at. */
    List<Word> words();

    List<FactRule<?>> rules();
}
