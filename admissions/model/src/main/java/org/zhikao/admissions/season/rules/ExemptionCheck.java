package org.zhikao.admissions.season.rules;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether every exemption of a track says what its effect needs. */
final class ExemptionCheck {
    private final Track t;
    private final Findings at;
    private final SeasonCheck season;
    private final Set<String> components;

    ExemptionCheck(Track t, Findings at, SeasonCheck season) {
        this.t = t;
        this.at = at;
        this.season = season;
        components = SeasonCheck.ids(t.components().stream().map(Component::id));
    }

    void check() {
        for (int i = 0; i < t.exemptions().size(); i++) {
            exemption(at.under("exemptions").under(i), t.exemptions().get(i));
        }
        for (int i = 0; i < t.ranking().lists().size(); i++) {
            season.condition(
                    at.under("ranking").under("lists").under(i).under("when"),
                    t.ranking().lists().get(i).when());
        }
        for (int i = 0; i < t.preferences().rounds().size(); i++) {
            season.condition(
                    at.under("preferences").under("rounds").under(i).under("when"),
                    t.preferences().rounds().get(i).when());
        }
    }

    private void exemption(Findings here, Exemption e) {
        season.condition(here.under("when"), e.when());
        season.source(here, e.source());
        here.known("components", e.components(), components, "科目");
        switch (e.effect()) {
            case SKILL_ASSIGNED_BY_AWARD -> {
                components(here, e);
                assigned(here, e);
            }
            case SKILL_COUNTED_FULL, CULTURE_WAIVED_FULL_MARKS -> components(here, e);
            case CULTURE_WAIVED_DROPPED -> components(here, e);
            case SKILL_WAIVED_BY_CERTIFICATE -> {
                components(here, e);
                if (e.counts() == null) {
                    here.under("counts").missing("免考科目如何计分", "计算总分");
                }
                if (e.counts() == Exemption.Counts.RESCALED) {
                    needed(here.under("rescaleTo"), e.rescaleTo(), "折算到的总分", "折算");
                }
            }
            case FREE_AFTER_CULTURE_PASS -> {
                if (e.part() == null || t.part(e.part()).isEmpty()) {
                    here.under("part").hard("EXEMPTION_PART", "须写先过线的部分", "name the part that must be passed first");
                }
                needed(here.under("atLeast"), e.atLeast(), "先过的线", "判断是否过线");
            }
            case BONUS_POINTS -> needed(here.under("points"), e.points(), "加分分值", "计算总分");
            case CULTURE_WAIVED_UNSPECIFIED -> here.under("effect").missing("免考文化后总分如何计算", "计算总分(查到后改写为其他效果)");
            case FULL_FREE, FREE_BUT_MUST_SIT, BOTH_WAIVED_INTERVIEW -> {}
        }
        if (e.rescaleTo() != null && t.total().round() == null && !rescaleEnds(e)) {
            here.under("rescaleTo")
                    .hard("ROUNDING_NEEDED", "折算除不尽,请在 total 写 round", "rescaling never ends; state total.round");
        }
    }

    private boolean rescaleEnds(Exemption e) {
        BigDecimal rest = BigDecimal.ZERO;
        for (Total.Term term : t.total().terms()) {
            BigDecimal max =
                    t.component(term.component()).map(Component::countedMax).orElse(null);
            if (!e.components().contains(term.component()) && max != null) {
                rest = rest.add(max.multiply(BigDecimal.valueOf(term.weight().numerator()))
                        .divide(BigDecimal.valueOf(term.weight().denominator()), 9, java.math.RoundingMode.HALF_UP));
            }
        }
        return e.rescaleTo() == null
                || rest.signum() == 0
                || Fraction.of(e.rescaleTo()).over(Fraction.of(rest)).denominator() == 1;
    }

    private static void components(Findings here, Exemption e) {
        if (e.components().isEmpty()) {
            here.under("components").hard("EXEMPTION_COMPONENTS", "须写涉及的科目", "name the components concerned");
        }
    }

    private static void needed(Findings here, @Nullable BigDecimal value, String what, String use) {
        if (value == null) {
            here.missing(what, use);
        }
    }

    private void assigned(Findings here, Exemption e) {
        if (e.assigned().isEmpty()) {
            here.under("assigned").missing("各奖项赋分", "计算总分");
        }
        for (Map.Entry<String, @Nullable BigDecimal> a : e.assigned().entrySet()) {
            Findings mark = here.under("assigned").under(a.getKey());
            BigDecimal value = a.getValue();
            if (value == null) {
                mark.missing(a.getKey() + " 赋分", "计算总分");
                continue;
            }
            for (String id : e.components()) {
                BigDecimal max = t.component(id).map(Component::countedMax).orElse(null);
                if (max != null && value.compareTo(max) > 0) {
                    mark.hard(
                            "ASSIGNED_ABOVE_MAX",
                            "赋分 " + value + " 高于满分 " + max,
                            "the assigned mark is above the maximum");
                }
            }
        }
    }
}
