package org.zhikao.admissions.season.rules;

import java.time.LocalDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** 日程核对: windows open before they close, and what needs a result comes after it. */
final class CalendarCheck {
    private final SeasonRules rules;
    private final Set<String> tracks;

    CalendarCheck(SeasonRules rules, Set<String> tracks) {
        this.rules = rules;
        this.tracks = tracks;
    }

    void check(Findings at, BiConsumer<Findings, @Nullable String> source) {
        List<Phase> phases = rules.calendar();
        for (int i = 0; i < phases.size(); i++) {
            Phase p = phases.get(i);
            Findings here = at.under(i);
            here.known("tracks", p.tracks(), tracks, "通道");
            source.accept(here, p.source());
            if (p.opens() == null) {
                here.under("opens").missing(p.name() + " 开始时间", "安排阶段");
            }
            if (p.closes() == null) {
                here.under("closes").missing(p.name() + " 结束时间", "安排阶段");
            }
            if (p.opens() != null && p.closes() != null && !p.closes().isAfter(p.opens())) {
                here.under("closes").hard("DATES_OUT_OF_ORDER", "结束时间须晚于开始时间", "it closes before it opens");
            }
            for (LocalDateTime date : new LocalDateTime[] {p.opens(), p.closes()}) {
                if (date != null && (date.getYear() < rules.year() - 1 || date.getYear() > rules.year())) {
                    here.hard(
                            "DATE_OUTSIDE_SEASON",
                            "日期不在 " + (rules.year() - 1) + "–" + rules.year() + " 年",
                            "the date lies outside this season");
                }
            }
        }
        for (Track t : rules.tracks()) {
            order(at, t);
        }
    }

    private void order(Findings at, Track t) {
        Map<Phase.Kind, Phase> first = new EnumMap<>(Phase.Kind.class);
        for (Phase p : rules.calendar()) {
            if (p.serves(t.id())) {
                first.putIfAbsent(p.kind(), p);
            }
        }
        need(at, t, first, Phase.Kind.REGISTRATION, "报名");
        need(at, t, first, Phase.Kind.PREFERENCES, "志愿填报");
        need(at, t, first, Phase.Kind.PLACEMENT, "录取");
        boolean sat = t.components().stream().anyMatch(c -> c.origin() == Component.Origin.EXAM && c.derived() == null);
        if (sat
                && rules.calendar().stream()
                        .noneMatch(p -> p.serves(t.id()) && p.kind().isExam())) {
            at.hard(
                    "RULE_MISSING",
                    "通道 " + t.id() + " 没有考试阶段,请写一行,如 " + example("EXAM_SKILL", t),
                    "this track has exams and no exam phase; add one like the example");
        }
        for (int i = 0; i < rules.calendar().size(); i++) {
            Phase p = rules.calendar().get(i);
            if (p.serves(t.id()) && p.opens() != null) {
                for (Phase.Kind earlier : Phase.Kind.values()) {
                    if (mustFollow(p.kind(), earlier)) {
                        follows(at.under(i), t, p, earlier);
                    }
                }
            }
        }
    }

    /** A phase of which there is one follows all it depends on; one of several rounds needs only its own round before it. */
    private void follows(Findings at, Track t, Phase p, Phase.Kind earlier) {
        boolean only = rules.calendar().stream()
                        .filter(o -> o.kind() == p.kind() && o.serves(t.id()))
                        .count()
                == 1;
        List<Phase> before = rules.calendar().stream()
                .filter(o -> o.kind() == earlier && o.serves(t.id()))
                .toList();
        List<Phase> late = before.stream().filter(b -> early(p, b)).toList();
        if (!late.isEmpty() && (only || late.size() == before.size())) {
            at.under("opens")
                    .hard(
                            "DATES_OUT_OF_ORDER",
                            p.name() + " 早于 " + late.get(0).name() + " 结束",
                            "it opens before the phase it depends on is over");
        }
    }

    private static boolean early(Phase p, Phase before) {
        LocalDateTime end = before.kind() == Phase.Kind.RELEASE ? before.opens() : before.closes();
        return end != null && p.opens() != null && p.opens().isBefore(end);
    }

    /** Only what cannot be otherwise: wishes may be saved before or after exams, by province. */
    private static boolean mustFollow(Phase.Kind later, Phase.Kind earlier) {
        return switch (later) {
            case EXAM_SKILL, EXAM_CULTURE, EXAM_ADAPTABILITY, EXEMPTION_NOTICE -> earlier == Phase.Kind.REGISTRATION;
            case RELEASE -> earlier.isExam() || earlier == Phase.Kind.MARKING;
            case RECHECK -> earlier == Phase.Kind.RELEASE;
            case SECOND_REVIEW -> earlier == Phase.Kind.RECHECK;
            case PLACEMENT -> earlier == Phase.Kind.PREFERENCES || earlier == Phase.Kind.RELEASE;
            case CONFIRMATION -> false;
            case SUPPLEMENTARY_PREFERENCES -> earlier == Phase.Kind.PREFERENCES;
            case SUPPLEMENTARY_PLACEMENT ->
                earlier == Phase.Kind.SUPPLEMENTARY_PREFERENCES || earlier == Phase.Kind.PLACEMENT;
            default -> false;
        };
    }

    private static void need(Findings at, Track t, Map<Phase.Kind, Phase> phases, Phase.Kind kind, String name) {
        if (!phases.containsKey(kind)) {
            at.hard(
                    "RULE_MISSING",
                    "通道 " + t.id() + " 没有" + name + "阶段,请写一行,如 " + example(kind.name(), t),
                    "this track lacks a phase of this kind; add one like the example");
        }
    }

    private static String example(String kind, Track t) {
        return "{id: " + kind.toLowerCase(Locale.ROOT).replace('_', '-') + "-" + t.id() + ", kind: " + kind
                + ", name: …, opens: \"2026-03-01T09:00:00\", closes: \"2026-03-05T18:00:00\", tracks: [" + t.id()
                + "]}";
    }
}
