package org.zhikao.admissions.season.rules;

import org.jspecify.annotations.Nullable;

/**
 * 检查结果: something to mend, to justify or to know about a season's rules.
 *
 * @param path JSON pointer into the season file, {@code /tracks/0/components/2/max}
 * @param clause id of the national clause, null for a rule of the format itself
 * @param code stable code
 * @param message what is wrong and what to write instead, Chinese and English
 */
public record Finding(String path, @Nullable String clause, Severity severity, String code, String message) {
    /** 检查级别. */
    public enum Severity {
        /** Blocks; no reason helps. */
        HARD,
        /** Blocks until a deviation with a reason is recorded. */
        DEVIATION,
        /** Shown. */
        INFO
    }

    public static Finding hard(String path, String code, String message) {
        return new Finding(path, null, Severity.HARD, code, message);
    }

    public boolean blocks() {
        return severity != Severity.INFO;
    }
}
