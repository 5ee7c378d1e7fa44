package org.zhikao.admissions.season.rules;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 考试类别: a provincial exam category (科目组, 专业类别) and the national 专业大类 it serves. The two axes are mapped many to
 * many and never derived from one another.
 */
public record Category(
        String id,
        String name,
        List<MajorClass> majorClasses,
        @Nullable String source) {
    public Category {
        majorClasses = Lists.copy(majorClasses);
    }

    /** 专业大类: identified by catalogue year, education level and code together (CAT.1); "51" alone is ambiguous. */
    public record MajorClass(
            int catalogueYear,
            Level level,
            String code,
            @Nullable String name) {}

    /** 教育层次 of the catalogue. */
    public enum Level {
        SECONDARY,
        COLLEGE,
        VOCATIONAL_UNDERGRADUATE
    }
}
