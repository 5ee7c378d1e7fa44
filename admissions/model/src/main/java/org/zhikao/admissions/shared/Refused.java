package org.zhikao.admissions.shared;

import java.util.Map;
import java.util.TreeMap;

/**
 * 拒绝: a malformed or out-of-turn command; leaves no event. The text is rendered at the edge from code and parameters.
 */
public final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient RefusalCode code;
    private final transient Map<String, String> parameters;

    public Refused(RefusalCode code, Map<String, String> parameters) {
        // No stack trace: a refusal is an answer, and mass imports may give hundreds of thousands of them.
        super(code.name() + (parameters.isEmpty() ? "" : " " + new TreeMap<>(parameters)), null, false, false);
        this.code = code;
        this.parameters = Map.copyOf(parameters);
    }

    public RefusalCode code() {
        return code;
    }

    public Map<String, String> parameters() {
        return parameters;
    }
}
