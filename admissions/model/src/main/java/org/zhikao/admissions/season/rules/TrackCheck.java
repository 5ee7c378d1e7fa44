package org.zhikao.admissions.season.rules;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Components, conversions, parts, terms, gates and lines of one track. */
final class TrackCheck {
    private final SeasonRules rules;
    private final Track t;
    private final Findings at;
    private final SeasonCheck season;
    private final Set<String> components;
    private final Set<String> parts;

    TrackCheck(SeasonRules rules, Track t, Findings at, SeasonCheck season) {
        this.rules = rules;
        this.t = t;
        this.at = at;
        this.season = season;
        components = SeasonCheck.ids(t.components().stream().map(Component::id));
        parts = SeasonCheck.ids(t.parts().stream().map(Part::id));
    }

    void check() {
        at.unique("components", t.components(), Component::id);
        at.unique("parts", t.parts(), Part::id);
        at.unique("gates", t.gates(), Gate::id);
        at.unique("minimums", t.minimums(), Minimum::id);
        at.unique("exemptions", t.exemptions(), Exemption::id);
        for (int i = 0; i < t.components().size(); i++) {
            component(at.under("components").under(i), t.components().get(i));
        }
        for (int i = 0; i < t.parts().size(); i++) {
            Part p = t.parts().get(i);
            Findings here = at.under("parts").under(i);
            here.known("components", p.components(), components, "科目");
            if (components.contains(p.id())) {
                here.under("id").hard("DUPLICATE_ID", "部分与科目不可同号:" + p.id(), "a part and a component share this id");
            }
        }
        terms(at.under("total"));
        for (int i = 0; i < t.gates().size(); i++) {
            gate(at.under("gates").under(i), t.gates().get(i));
        }
        for (int i = 0; i < t.minimums().size(); i++) {
            minimum(at.under("minimums").under(i), t.minimums().get(i));
        }
        derived();
        gateCircles();
        if (t.components().stream().noneMatch(Countings::endless) && rules.decimals() > SeasonCheck.MOST_DECIMALS) {
            at.under("total")
                    .hard(
                            "ROUNDING_NEEDED",
                            "总分小数位过多或除不尽,请写 round,如 {step: 0.01, mode: HALF_UP}",
                            "the total does not end within six decimal places; state a rounding");
        }
    }

    private void component(Findings here, Component c) {
        season.condition(here.under("when"), c.when());
        season.source(here, c.source());
        Component.Conversion v = c.conversion();
        boolean graded = v != null && !v.grades().isEmpty();
        if (c.max() == null && !graded && !c.optional()) {
            here.under("max").missing(c.name() + " 满分", "核对成绩和总分");
        }
        if (c.max() != null && c.max().signum() == 0) {
            here.under("max").hard("MAX_ZERO", "满分须大于零", "the maximum must be above zero");
        }
        if (c.step().signum() == 0) {
            here.under("step").hard("STEP_ZERO", "最小分差须大于零", "the step must be above zero");
        } else if (c.max() != null && c.max().remainder(c.step()).signum() != 0) {
            here.under("step").hard("STEP_AND_MAX", "满分不是最小分差的整数倍", "the maximum is no multiple of the step");
        }
        if (v != null) {
            conversion(here.under("conversion"), c, v);
        }
        if (c.derived() != null) {
            here.under("derived").known("of", c.derived().of(), components, "科目");
            if (c.sittings().count() > 1) {
                here.under("sittings").hard("DERIVED_ENTERED", "合成的科目没有场次", "a derived component is not sat");
            }
        }
    }

    private void conversion(Findings here, Component c, Component.Conversion v) {
        if (!v.grades().isEmpty() && c.countedMax() == null) {
            here.under("grades").missing(c.name() + " 等级折分", "计算总分");
        }
        Component.Linear l = v.linear();
        if (l != null && l.fromHigh().compareTo(l.fromLow()) <= 0) {
            here.under("linear").hard("LINEAR_BOUNDS", "原始上界须大于下界", "fromHigh must be above fromLow");
            return;
        }
        if (l != null && c.max() != null && l.fromHigh().compareTo(c.max()) > 0) {
            here.under("linear")
                    .under("fromHigh")
                    .hard("LINEAR_BOUNDS", "原始上界超过满分 " + c.max(), "fromHigh lies above the maximum");
        }
        for (int i = 0; i < v.bands().size(); i++) {
            for (int j = 0; j < i; j++) {
                if (v.bands().get(i).from().compareTo(v.bands().get(j).from()) == 0) {
                    here.under("bands").under(i).hard("BAND_TWICE", "两档起点相同", "two bands start at the same mark");
                }
            }
        }
        if (!v.bands().isEmpty() && v.bands().stream().noneMatch(b -> b.from().signum() == 0)) {
            here.under("bands").hard("BAND_GAP", "须有一档从 0 起", "one band must start at 0");
        }
        if (v.round() != null && v.round().step().signum() == 0) {
            here.under("round").under("step").hard("STEP_ZERO", "取舍步长须大于零", "the rounding step must be above zero");
        }
        if (Countings.endless(c)) {
            here.hard("ROUNDING_NEEDED", "折算结果除不尽,请写 round", "the result never ends; state a rounding");
        }
    }

    private void terms(Findings here) {
        Set<String> seen = new HashSet<>();
        List<Total.Term> terms = t.total().terms();
        for (int i = 0; i < terms.size(); i++) {
            String id = terms.get(i).component();
            Findings term = here.under("terms").under(i);
            if (!components.contains(id)) {
                term.under("component").unknown(id, components, "科目");
            }
            if (!seen.add(id)) {
                term.hard("TERM_TWICE", "科目重复计分:" + id, "this component is counted twice");
            }
            if (terms.get(i).weight().numerator() == 0) {
                term.under("weight").hard("WEIGHT_ZERO", "权重须大于零;不计分的科目不要列入", "a weight must be above zero");
            }
        }
        season.source(here, t.total().source());
        if (t.total().max() == null) {
            here.under("max").missing("总分", "核对科目满分之和");
        }
        for (int i = 0; i < t.total().variants().size(); i++) {
            season.condition(
                    here.under("variants").under(i).under("when"),
                    t.total().variants().get(i).when());
        }
    }

    private void gate(Findings here, Gate g) {
        season.condition(here.under("when"), g.when());
        season.source(here, g.source());
        here.known("opens", g.opens(), components, "科目");
        if (g.component() == null) {
            return;
        }
        Component c = t.component(g.component()).orElse(null);
        if (c == null) {
            here.under("component").unknown(g.component(), components, "科目");
            return;
        }
        Set<String> grades =
                c.conversion() == null ? Set.of() : c.conversion().grades().keySet();
        here.known("grades", g.grades(), grades, "等级");
        here.known("barredGrades", g.barredGrades(), grades, "等级");
        if (g.atLeast() == null && g.grades().isEmpty() && g.barredGrades().isEmpty()) {
            here.under("atLeast").missing("合格线", "判断是否通过");
        }
    }

    private void minimum(Findings here, Minimum m) {
        season.condition(here.under("when"), m.when());
        season.source(here, m.source());
        boolean part = m.on() == Minimum.On.PART;
        boolean named = part || m.on() == Minimum.On.COMPONENT;
        if (named) {
            Set<String> known = part ? parts : components;
            String of = m.of() == null ? "" : m.of();
            if (!known.contains(of)) {
                here.under("of").unknown(of, known, part ? "部分" : "科目");
                return;
            }
        }
        if (m.atLeast() == null) {
            if (m.drawn() == Minimum.DrawnWhen.IN_RULES) {
                here.under("atLeast").missing(m.name(), "判断是否上线(评卷后划定的写 drawn: AFTER_MARKING)");
            }
            return;
        }
        BigDecimal most = most(m);
        if (most != null && m.atLeast().compareTo(most) > 0) {
            here.under("atLeast")
                    .hard(
                            "MINIMUM_IMPOSSIBLE",
                            m.name() + " " + m.atLeast() + " 高于满分 " + most.toPlainString(),
                            "nobody can reach this line");
        }
    }

    /** The highest value that can be compared with the line, null when some maximum is not published. */
    private @org.jspecify.annotations.Nullable BigDecimal most(Minimum m) {
        if (m.on() == Minimum.On.TOTAL || m.on() == Minimum.On.TOTAL_WITHOUT_BONUS || m.of() == null) {
            return t.total().addBonus() && m.on() == Minimum.On.TOTAL
                    ? null
                    : t.total().max();
        }
        BigDecimal sum = BigDecimal.ZERO;
        for (Component c : t.componentsOf(m.of()).toList()) {
            BigDecimal max = c.countedMax();
            if (max == null) {
                return null;
            }
            sum = sum.add(max);
        }
        return sum;
    }

    private void derived() {
        for (int i = 0; i < t.components().size(); i++) {
            Component c = t.components().get(i);
            if (reaches(c, c.id(), new HashSet<>())) {
                at.under("components")
                        .under(i)
                        .under("derived")
                        .hard(
                                "CONVERSION_CYCLE",
                                "合成关系循环:" + c.id(),
                                "components are derived from one another in a circle");
            }
        }
    }

    private boolean reaches(Component from, String target, Set<String> seen) {
        if (from.derived() == null) {
            return false;
        }
        for (String id : from.derived().of()) {
            if (id.equals(target)) {
                return true;
            }
            Component next = t.component(id).orElse(null);
            if (next != null && seen.add(id) && reaches(next, target, seen)) {
                return true;
            }
        }
        return false;
    }

    private void gateCircles() {
        for (int i = 0; i < t.gates().size(); i++) {
            Gate g = t.gates().get(i);
            Set<String> open = new HashSet<>(g.opens());
            boolean grew = true;
            while (grew) {
                grew = false;
                for (Gate next : t.gates()) {
                    grew |= next.component() != null && open.contains(next.component()) && open.addAll(next.opens());
                }
            }
            if (g.component() != null && open.contains(g.component())) {
                at.under("gates").under(i).hard("GATE_CYCLE", "前置条件循环:" + g.id(), "gates open one another in a circle");
            }
        }
    }
}
