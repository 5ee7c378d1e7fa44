package org.zhikao.admissions.process;

import java.util.List;

/**
 * 流程设计: what may be asked of a drawing before anybody is affected by it. Nothing is written, evaluated or fetched.
 *
 * <p>The methods other than {@link #findings} take drawings without findings of severity error.
 */
public interface ProcessStudio {
    List<ModelLint.Finding> findings(String process, String bpmn);

    /** What the newer drawing says differently. */
    List<ModelChange> changes(String before, String after);

    /** Walks fictional candidates through the draft, beside the version in force. */
    Rehearsed rehearse(String draft, String current, int candidates);
}
