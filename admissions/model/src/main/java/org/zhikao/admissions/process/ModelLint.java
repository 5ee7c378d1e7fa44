package org.zhikao.admissions.process;

import java.util.List;

/** 模型检查: every rule that a BPMN or DMN file must keep before anybody may submit it. Never evaluates or fetches. */
@FunctionalInterface
public interface ModelLint {
    /**
     * Checks one file.
     *
     * @param file name for the findings, its ending tells BPMN from DMN where the content does not
     */
    List<Finding> check(String file, byte[] content);

    /** 严重程度. */
    enum Severity {
        /** The model must not be submitted. */
        ERROR,
        /** It may, but a reader will stumble. */
        WARNING
    }

    /**
     * 检查发现.
     *
     * @param element id of the element, empty when the file as a whole is meant
     * @param rule stable code of the rule
     * @param message what is wrong, in Chinese
     * @param fix what to do, in Chinese
     */
    record Finding(String file, String element, String rule, Severity severity, String message, String fix) {}
}
