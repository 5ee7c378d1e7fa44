package org.zhikao.admissions.season.rules;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 前置条件: something that must be passed and gives no marks of its own.
 *
 * @param fact a fact on record opens it ({@code certificate:…}, {@code flag:station-a})
 * @param component or a counted mark of at least {@code atLeast}, or one of {@code grades}
 * @param barredGrades or a grade that is none of these
 * @param opens components that may be sat only once it is passed; a mark without it is a data error
 */
public record Gate(
        String id,
        String name,
        @Nullable String fact,
        @Nullable String component,
        @Nullable BigDecimal atLeast,
        List<String> grades,
        List<String> barredGrades,
        List<String> opens,
        Condition when,
        Reason reason,
        @Nullable String source) {
    public Gate {
        grades = Lists.copy(grades);
        barredGrades = Lists.copy(barredGrades);
        opens = Lists.copy(opens);
        when = Condition.orAlways(when);
        reason = reason == null ? Reason.GATE_FAILED : reason;
    }
}
