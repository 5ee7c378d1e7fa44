package org.zhikao.admissions.season.rules;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** 成绩部分: components that are lined, compared or barred together (文化素质, 职业技能). */
public record Part(
        String id,
        String name,
        List<String> components,
        @Nullable BigDecimal max) {
    public Part {
        components = Lists.copy(components);
    }
}
