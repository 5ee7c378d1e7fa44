package org.zhikao.workflows;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.zhikao.admissions.season.Phase;

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

    /**
     * What a word may answer, by {@code word/variable}: a drawing that asks for it has a way for each answer, and at most one is
     * left to the default flow. Empty where every answer may take the default.
     */
    default Map<String, Set<String>> answers() {
        return Map.of();
    }

    /** Phases in which a fact can come about, by word; a word that is missing here may come in any. */
    default Map<String, Set<Phase>> phases() {
        return Map.of();
    }

    /** True when a drawing may add duties of its own. */
    default boolean ownDuties() {
        return false;
    }
}
