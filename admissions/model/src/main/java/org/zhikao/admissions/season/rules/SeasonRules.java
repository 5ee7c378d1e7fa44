package org.zhikao.admissions.season.rules;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * 考试招生方案: all rules of one province's season, immutable. {@code null} means "not published" and never a number; a
 * season with a null that a step needs has a blocking finding and cannot be published.
 *
 * @param schema version of the file format, {@code zhikao.season/1}
 * @param id season id, {@code s-shandong-2026}
 * @param provinceCode two digits of GB/T 2260
 * @param year the admission year (the year of a rule text, a catalogue or a graduation is named where it stands)
 * @param organiser the one provincial office that publishes this season (clauses 13.1, 13.4)
 * @param demonstration true when the file holds assumed values (演示值); such a season never leaves demonstration mode
 * @param classifiedExamMainChannel whether college intake by the ordinary gaokao is kept (13.3), as stated
 */
public record SeasonRules(
        String schema,
        String id,
        String title,
        String province,
        String provinceCode,
        int year,
        @Nullable String organiser,
        EntryLevel entryLevel,
        boolean demonstration,
        List<Source> sources,
        List<Assumption> assumptions,
        List<AudienceKind> kinds,
        List<Category> categories,
        List<Track> tracks,
        List<Phase> calendar,
        Policy policy,
        List<Deviation> deviations) {
    public static final String SCHEMA = "zhikao.season/1";

    public SeasonRules {
        sources = Lists.copy(sources);
        assumptions = Lists.copy(assumptions);
        kinds = Lists.copy(kinds);
        categories = Lists.copy(categories);
        tracks = Lists.copy(tracks);
        calendar = Lists.copy(calendar);
        deviations = Lists.copy(deviations);
        policy = policy == null ? Policy.NOTHING_STATED : policy;
        entryLevel = entryLevel == null ? EntryLevel.COLLEGE : entryLevel;
    }

    /** 培养层次入口: what the admitted enter (SEC.1); nothing in code assumes that it is a college. */
    public enum EntryLevel {
        SECONDARY,
        COLLEGE,
        UNDERGRADUATE
    }

    /** 来源: where a value was read. */
    public record Source(String id, String title, @Nullable String domain, String quality) {}

    /** 演示值: a value assumed for demonstration, named by the JSON pointer of the place it fills. */
    public record Assumption(String path, String note) {}

    /**
     * 考生类别: a kind of candidate that only this province names, such as 9+3学生.
     *
     * @param group the national group it counts to (36.3)
     */
    public record AudienceKind(String id, String name, CandidateGroup group) {}

    public Optional<Track> track(String trackId) {
        return tracks.stream().filter(t -> t.id().equals(trackId)).findFirst();
    }

    public Optional<Category> category(String categoryId) {
        return categories.stream().filter(c -> c.id().equals(categoryId)).findFirst();
    }

    public Optional<Phase> phase(String phaseId) {
        return calendar.stream().filter(p -> p.id().equals(phaseId)).findFirst();
    }

    /** 小数位数: how many decimal places every mark of the season carries; marks are {@code long} in units of 10^-n. */
    public int decimals() {
        return tracks.stream().mapToInt(Track::decimals).max().orElse(0);
    }

    /** 分值单位: units per mark, 10^{@link #decimals()}. */
    public long scale() {
        return Exact.powerOfTen(decimals());
    }

    /** The mark in units of 1/{@link #scale()}; {@link ArithmeticException} when it has more places than the season. */
    public long units(BigDecimal mark) {
        return mark.movePointRight(decimals()).longValueExact();
    }

    /** The units as an exact decimal. */
    public BigDecimal mark(long units) {
        return BigDecimal.valueOf(units, decimals());
    }
}
