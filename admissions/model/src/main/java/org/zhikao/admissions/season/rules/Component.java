package org.zhikao.admissions.season.rules;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * 考试科目(成绩组成): one thing that is marked, graded or merely passed.
 *
 * @param max highest mark as entered, before conversion; null = not published
 * @param step smallest difference between two marks, {@code 1}, {@code 0.5} …
 * @param optional whether an applicable candidate may lack a mark and still have a total
 * @param when for whom the component exists; a mark for anybody else is a data error
 * @param derived computed from other components instead of being entered
 * @param conversion how the entered mark becomes the counted one; null = as entered
 * @param sittings how often it may be sat, and which sitting counts
 * @param validYears for how many years a mark may be used
 * @param mixed the published component mixes theory and operation and no split is published (15.3)
 */
public record Component(
        String id,
        String name,
        Kind kind,
        @Nullable BigDecimal max,
        BigDecimal step,
        boolean optional,
        Condition when,
        @Nullable Derived derived,
        @Nullable Conversion conversion,
        Sittings sittings,
        @Nullable Integer validYears,
        @Nullable Organiser organiser,
        Origin origin,
        boolean mixed,
        @Nullable Standard standard,
        @Nullable String skillContent,
        @Nullable String technologyContent,
        @Nullable String source) {
    public Component {
        step = step == null ? BigDecimal.ONE : step;
        when = Condition.orAlways(when);
        sittings = sittings == null ? Sittings.ONE : sittings;
        origin = origin == null ? Origin.EXAM : origin;
    }

    /** 科目性质. */
    public enum Kind {
        CULTURE,
        THEORY,
        OPERATION,
        ADAPTABILITY,
        ACADEMIC_LEVEL,
        CERTIFICATE,
        INTERVIEW,
        BONUS,
        COMPOSITE;

        /** Whether the national texts count it to the skill part (15.2). */
        public boolean isSkill() {
            return this == THEORY || this == OPERATION || this == ADAPTABILITY || this == CERTIFICATE;
        }

        public boolean isCulture() {
            return this == CULTURE || this == ACADEMIC_LEVEL;
        }
    }

    /** 组织者: who sets and runs it (15.1). */
    public enum Organiser {
        PROVINCE,
        LEAD_COLLEGE,
        COLLEGE,
        CITY
    }

    /** 成绩来源: a paper of this season or marks taken from elsewhere (15.5). */
    public enum Origin {
        EXAM,
        ACADEMIC_LEVEL_TEST,
        ACADEMIC_RECORD
    }

    /** 标准: the syllabus or test standard behind the component (15.4, 15.9). */
    public record Standard(
            String name,
            @Nullable String edition,
            @Nullable Organiser issuer,
            List<Category.MajorClass> majorClasses,
            @Nullable String form) {
        public Standard {
            majorClasses = Lists.copy(majorClasses);
        }
    }

    /** 考试次数: sittings a year and the one that counts. */
    public record Sittings(int count, Take take) {
        static final Sittings ONE = new Sittings(1, Take.BEST);

        public Sittings {
            take = take == null ? Take.BEST : take;
        }

        /** 取分办法. */
        public enum Take {
            BEST,
            LAST,
            FIRST
        }
    }

    /** 合成: the sum, or the best, of other components' counted marks; conversions of such components must not run in circles. */
    public record Derived(Op op, List<String> of) {
        public Derived {
            of = Lists.copy(of);
        }

        /** 合成办法. */
        public enum Op {
            SUM,
            BEST
        }
    }

    /**
     * 折算: exactly one of the tables is given.
     *
     * @param grades counted mark of each grade; a null mark bars the candidate from the total with {@code failReason}
     * @param bands counted marks by raw mark, highest {@code from} first
     * @param linear raw bounds to counted bounds
     * @param factor plain multiplication
     * @param round how a result between two steps is rounded; needed when it can fall between them
     */
    public record Conversion(
            Map<String, @Nullable BigDecimal> grades,
            List<Band> bands,
            @Nullable Linear linear,
            @Nullable Fraction factor,
            @Nullable Rounding round,
            @Nullable Reason failReason) {
        public Conversion {
            grades = Lists.copy(grades);
            bands = Lists.copy(bands);
        }
    }

    /** 分档赋分: from this raw mark on, this counted mark. */
    public record Band(BigDecimal from, BigDecimal marks) {}

    /** 线性折算: raw {@code fromLow..fromHigh} to counted {@code toLow..toHigh}; outside the bounds the bound counts. */
    public record Linear(BigDecimal fromLow, BigDecimal fromHigh, BigDecimal toLow, BigDecimal toHigh) {}

    /** The highest counted mark, null when it cannot be known from what is published. */
    public @Nullable BigDecimal countedMax() {
        return Countings.max(this);
    }
}
