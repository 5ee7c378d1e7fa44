package org.zhikao.web.shared;

import java.util.Map;

/**
 * 不可用的输入: a form or file that never became a command; rendered like a refusal.
 *
 * <p>The code is a message key below {@code unusable.}; parameters fill its text.
 */
public final class Unusable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final transient Map<String, String> parameters;

    public Unusable(String code, Map<String, String> parameters) {
        super(code + (parameters.isEmpty() ? "" : " " + parameters), null, false, false);
        this.code = code;
        this.parameters = Map.copyOf(parameters);
    }

    public Unusable(String code) {
        this(code, Map.of());
    }

    public String code() {
        return code;
    }

    public Map<String, String> parameters() {
        return parameters;
    }
}
