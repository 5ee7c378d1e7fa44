package org.zhikao.admissions.process;

import java.util.List;
import java.util.Map;
import org.zhikao.admissions.shared.SeasonId;

/**
 * 流程设计: what may be asked of a drawing before anybody is affected by it. Nothing is written, evaluated or fetched.
 *
 * <p>The methods other than {@link #findings} take drawings without findings of severity error.
 */
public interface ProcessStudio {
    List<ModelLint.Finding> findings(String process, String bpmn);

    /** The facts that a drawing of this process may wait for, in the order of the catalogue. */
    List<CatalogueWord> words(String process);

    /**
     * 事实目录 entry.
     *
     * @param variables what the fact brings for the gateway behind it, with their types
     */
    record CatalogueWord(String name, Map<String, String> variables) {
        public CatalogueWord {
            variables = Map.copyOf(variables);
        }
    }

    /** What the newer drawing says differently. */
    List<ModelChange> changes(String before, String after);

    /** Walks fictional candidates through the draft, beside the version in force. */
    Rehearsed rehearse(String draft, String current, int candidates);

    /** Walks the cases of a season through the draft by the facts recorded so far, beside the version in force. */
    Rehearsed rehearse(String draft, String current, SeasonId season);
}
