package org.zhikao.admissions.season.rules;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 总分: the weighted sum of counted marks.
 *
 * @param max the published full total, checked against the components; null = not published
 * @param addBonus whether policy bonus enters the total
 * @param bonusCap most bonus that counts; null = no cap stated
 * @param round only where a province rounds its composite
 * @param variants another full total for some candidates (arts without the theory paper)
 */
public record Total(
        @Nullable BigDecimal max,
        List<Term> terms,
        boolean addBonus,
        @Nullable BigDecimal bonusCap,
        @Nullable Rounding round,
        List<Variant> variants,
        @Nullable String source) {
    public Total {
        terms = Lists.copy(terms);
        variants = Lists.copy(variants);
    }

    /** 计分项. */
    public record Term(String component, Fraction weight) {
        public Term {
            weight = weight == null ? Fraction.ONE : weight;
        }
    }

    /** 另计总分. */
    public record Variant(Condition when, @Nullable BigDecimal max) {
        public Variant {
            when = Condition.orAlways(when);
        }
    }
}
