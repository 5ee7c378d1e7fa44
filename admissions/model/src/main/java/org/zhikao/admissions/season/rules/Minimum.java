package org.zhikao.admissions.season.rules;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * 最低要求: one line. A mark equal to the line is on the line. Lines with a {@code level} are alternatives: who is on
 * every line of one level is on that level; lines without a level bind everybody.
 *
 * @param on {@code TOTAL}, {@code TOTAL_WITHOUT_BONUS}, {@code PART} or {@code COMPONENT}
 * @param of the part or component
 * @param atLeast null = not yet drawn or not published
 */
public record Minimum(
        String id,
        String name,
        On on,
        @Nullable String of,
        @Nullable BigDecimal atLeast,
        @Nullable String level,
        Condition when,
        @Nullable Reason reason,
        DrawnWhen drawn,
        @Nullable String source) {
    public Minimum {
        when = Condition.orAlways(when);
        drawn = drawn == null ? DrawnWhen.IN_RULES : drawn;
    }

    /** 比较对象. */
    public enum On {
        TOTAL,
        TOTAL_WITHOUT_BONUS,
        PART,
        COMPONENT
    }

    /** 划线时间: fixed in the rules, or drawn by the exam office once marks are known. */
    public enum DrawnWhen {
        IN_RULES,
        AFTER_MARKING
    }
}
