package org.zhikao.admissions.shared;

import java.util.regex.Pattern;

/** 考试年度方案号: one province's season, such as {@code s-shandong-2026}. */
public record SeasonId(String value) implements Comparable<SeasonId> {
    private static final Pattern SHAPE = Pattern.compile("s-[a-z0-9]+(-[a-z0-9]+)*");

    public SeasonId {
        Ids.require(SHAPE, value, "season id");
    }

    @Override
    public int compareTo(SeasonId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
