package org.zhikao.admissions.season.rules;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** 方案自查: whether a season's rules hold together, and which unpublished values block. Clauses: {@link PolicyCheck}. */
public final class SeasonCheck {
    /** Marks with more decimal places than any province publishes point to a missing rounding. */
    static final int MOST_DECIMALS = 6;

    private final SeasonRules rules;
    private final Findings file = Findings.ofFile();
    private final Set<String> kinds = new LinkedHashSet<>();
    private final Set<String> categories;
    private final Set<String> sources;
    private final Set<String> tracks;

    private SeasonCheck(SeasonRules rules) {
        this.rules = rules;
        Arrays.stream(CandidateGroup.values()).map(Enum::name).forEach(kinds::add);
        rules.kinds().forEach(k -> kinds.add(k.id()));
        categories = ids(rules.categories().stream().map(Category::id));
        sources = ids(rules.sources().stream().map(SeasonRules.Source::id));
        tracks = ids(rules.tracks().stream().map(Track::id));
    }

    public static List<Finding> of(SeasonRules rules) {
        SeasonCheck check = new SeasonCheck(rules);
        check.run();
        return check.file.list();
    }

    static Set<String> ids(Stream<String> ids) {
        return ids.collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private void run() {
        head();
        file.unique("sources", rules.sources(), SeasonRules.Source::id);
        file.unique("kinds", rules.kinds(), SeasonRules.AudienceKind::id);
        file.unique("categories", rules.categories(), Category::id);
        file.unique("tracks", rules.tracks(), Track::id);
        file.unique("calendar", rules.calendar(), Phase::id);
        for (int i = 0; i < rules.categories().size(); i++) {
            source(file.under("categories").under(i), rules.categories().get(i).source());
        }
        for (int i = 0; i < rules.tracks().size(); i++) {
            track(file.under("tracks").under(i), rules.tracks().get(i));
        }
        new CalendarCheck(rules, tracks).check(file.under("calendar"), this::source);
        for (int i = 0; i < rules.deviations().size(); i++) {
            Deviation d = rules.deviations().get(i);
            Findings at = file.under("deviations").under(i);
            if (d.track() != null && !tracks.contains(d.track())) {
                at.under("track").unknown(d.track(), tracks, "通道");
            }
            if (PolicyClause.find(d.clause()).isEmpty()) {
                at.under("clause")
                        .hard("UNKNOWN_CLAUSE", "没有条款 " + d.clause() + ",见条款目录", "no such clause in the catalogue");
            }
            if (d.reason().isBlank()) {
                at.under("reason").hard("REASON_EMPTY", "偏离须写明理由", "a deviation states a reason");
            }
        }
    }

    private void head() {
        for (int i = 0; i < rules.assumptions().size(); i++) {
            SeasonRules.Assumption a = rules.assumptions().get(i);
            Findings at = file.under("assumptions").under(i);
            if (rules.demonstration()) {
                at.add(new Finding(
                        at.path(),
                        null,
                        Finding.Severity.INFO,
                        "ASSUMED",
                        a.path() + ":" + a.note() + " · assumed for demonstration"));
            } else {
                at.hard(
                        "ASSUMED_VALUE",
                        "含演示值的方案须写 demonstration: true",
                        "a season with assumed values is a demonstration");
            }
        }
    }

    void source(Findings at, @Nullable String source) {
        if (source != null && !sources.contains(source)) {
            at.under("source").unknown(source, sources, "来源");
        }
    }

    private void track(Findings at, Track t) {
        for (int i = 0; i < t.audience().size(); i++) {
            kind(at.under("audience").under(i), t.audience().get(i));
        }
        source(at, t.source());
        if (t.lastYear() != null && t.lastYear() < rules.year()) {
            at.under("lastYear")
                    .hard("TRACK_ENDED", "该通道已于 " + t.lastYear() + " 年停止", "this track ended before this season");
        }
        int findings = file.list().size();
        new TrackCheck(rules, t, at, this).check();
        new RankingCheck(rules, t, at).check();
        new ExemptionCheck(t, at, this).check();
        new PlanCheck(t, at.under("plan"), this).check();
        boolean sound = file.list().subList(findings, file.list().size()).stream()
                .allMatch(f -> f.code().equals("RULE_MISSING"));
        if (sound) {
            new TotalCheck(rules, t, at, List.copyOf(kinds)).check();
        }
    }

    void kind(Findings at, String kind) {
        if (!kinds.contains(kind)) {
            at.unknown(kind, kinds, "考生类别");
        }
    }

    void category(Findings at, String category) {
        if (!categories.contains(category)) {
            at.unknown(category, categories, "考试类别");
        }
    }

    void condition(Findings at, Condition c) {
        at.known("kinds", c.kinds(), kinds, "考生类别");
        at.known("notKinds", c.notKinds(), kinds, "考生类别");
        at.known("categories", c.categories(), categories, "考试类别");
        at.known("notCategories", c.notCategories(), categories, "考试类别");
        if (!c.kinds().isEmpty() && c.notKinds().containsAll(c.kinds())) {
            at.hard("CONDITION_EMPTY", "条件自相矛盾,无人适用", "nobody can satisfy this condition");
        }
    }
}
