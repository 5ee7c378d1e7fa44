package org.zhikao.admissions.season.rules;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** 志愿设置: what a wish names and how many may be saved in each round. */
public record Preferences(
        @Nullable Unit unit, List<Round> rounds, @Nullable String source) {
    public Preferences {
        rounds = Lists.copy(rounds);
    }

    /** 志愿单位. */
    public enum Unit {
        COLLEGE,
        COLLEGE_AND_MAJOR,
        MAJOR_GROUP,
        MAJOR
    }

    /**
     * 批次轮次.
     *
     * @param level 本科 or 专科 where rounds differ by it
     * @param max most wishes; null = not published
     * @param majorsPerUnit majors inside one college or group wish
     * @param supplementary 征集志愿: on seats left over
     * @param when for whom the count holds (广东: 35, veterans 10)
     */
    public record Round(
            String id,
            String name,
            @Nullable String level,
            @Nullable Integer max,
            @Nullable Integer majorsPerUnit,
            @Nullable Boolean adjust,
            boolean supplementary,
            Condition when) {
        public Round {
            when = Condition.orAlways(when);
        }
    }
}
