package org.zhikao.admissions.season;

import java.util.List;
import org.zhikao.admissions.duty.ProcessTerms;

/** Port to the check of drawings: the model stores and approves drawings as text, others know the notation. */
public interface ProcessReview {
    /** True when the text is a drawing of this process at all; it may still have errors. */
    boolean readable(String process, String bpmn);

    /** What forbids its approval, one line a finding; empty when nothing does. */
    List<String> findings(String process, String bpmn);

    /** What the drawing, once published as this version, binds every entrance to. */
    ProcessTerms terms(String process, int version, String bpmn);

    /** SHA-256 of the drawing, 64 hex digits. */
    String digest(String bpmn);
}
