package org.zhikao.workflows.lint;

import java.util.ArrayList;
import java.util.List;
import org.zhikao.admissions.process.ModelLint.Finding;
import org.zhikao.admissions.process.ModelLint.Severity;

/** What is found in one file, in the order of finding. */
final class Findings {
    /** A hostile file must not produce a hostile report. */
    private static final int MOST = 500;

    private final String file;
    private final List<Finding> list = new ArrayList<>();

    Findings(String file) {
        this.file = file;
    }

    void error(String element, String rule, String message, String fix) {
        add(element, rule, Severity.ERROR, message, fix);
    }

    void warning(String element, String rule, String message, String fix) {
        add(element, rule, Severity.WARNING, message, fix);
    }

    private void add(String element, String rule, Severity severity, String message, String fix) {
        if (list.size() < MOST) {
            list.add(new Finding(file, element, rule, severity, message, fix));
        }
    }

    boolean hasErrors() {
        return list.stream().anyMatch(f -> f.severity() == Severity.ERROR);
    }

    List<Finding> list() {
        return List.copyOf(list);
    }
}
