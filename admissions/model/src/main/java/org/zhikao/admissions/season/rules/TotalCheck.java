package org.zhikao.admissions.season.rules;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether published totals are the sums of their components, for every kind and category that may differ. */
final class TotalCheck {
    private final SeasonRules rules;
    private final Track t;
    private final Findings at;

    TotalCheck(SeasonRules rules, Track t, Findings at, List<String> kinds) {
        this.rules = rules;
        this.t = t;
        this.at = at;
    }

    void check() {
        TreeSet<String> wrong = new TreeSet<>();
        for (String kind : t.audience()) {
            List<String> categories = Stream.concat(
                            Stream.of(""), rules.categories().stream().map(Category::id))
                    .toList();
            for (String category : categories) {
                Optional<BigDecimal> sum = t.highestTotal(kind, category);
                BigDecimal stated = stated(kind, category);
                if (varied(kind, category).isEmpty()
                        && Countings.rescaledTotal(t, kind, category).isPresent()) {
                    continue; // a rescaled total is a scale of its own and never merged into the general list
                }
                // Somebody without a component has no total of this track, only an exemption effect.
                if (sum.isPresent()
                        && stated != null
                        && sum.get().signum() > 0
                        && sum.get().compareTo(stated) != 0) {
                    wrong.add(kind + (category.isEmpty() ? "" : "/" + category) + " "
                            + sum.get().toPlainString() + "≠" + stated.toPlainString());
                }
            }
        }
        if (!wrong.isEmpty()) {
            at.under("total")
                    .under("max")
                    .hard(
                            "TOTAL_MISMATCH",
                            "科目满分之和与总分不符:" + wrong.stream().limit(5).collect(Collectors.joining("、")),
                            "components do not add up to the stated total; correct one of them or add a variant,"
                                    + " like total.variants: [{when: {kinds: [VETERAN]}, max: 350}]");
        }
        for (int i = 0; i < t.parts().size(); i++) {
            Part p = t.parts().get(i);
            BigDecimal sum = sum(p);
            if (p.max() != null && sum != null && p.max().compareTo(sum) != 0) {
                at.under("parts")
                        .under(i)
                        .under("max")
                        .hard(
                                "TOTAL_MISMATCH",
                                "科目之和 " + sum.toPlainString() + " ≠ " + p.max().toPlainString(),
                                "the part does not add up");
            }
        }
        for (int i = 0; i < t.components().size(); i++) {
            Component c = t.components().get(i);
            if (c.derived() != null && c.derived().op() == Component.Derived.Op.SUM && c.max() != null) {
                BigDecimal sum = sum(new Part(c.id(), c.name(), c.derived().of(), null));
                if (sum != null && sum.compareTo(c.max()) != 0) {
                    at.under("components")
                            .under(i)
                            .under("max")
                            .hard(
                                    "TOTAL_MISMATCH",
                                    "合成之和 " + sum.toPlainString() + " ≠ "
                                            + c.max().toPlainString(),
                                    "the sum does not add up");
                }
            }
        }
    }

    private @org.jspecify.annotations.Nullable BigDecimal sum(Part p) {
        BigDecimal sum = BigDecimal.ZERO;
        for (String id : p.components()) {
            BigDecimal max = t.component(id).map(Component::countedMax).orElse(null);
            if (max == null) {
                return null;
            }
            sum = sum.add(max);
        }
        return sum;
    }

    private Optional<Total.Variant> varied(String kind, String category) {
        return t.total().variants().stream()
                .filter(v -> v.when().admits(kind, category))
                .findFirst();
    }

    private @org.jspecify.annotations.Nullable BigDecimal stated(String kind, String category) {
        return varied(kind, category).map(Total.Variant::max).orElse(t.total().max());
    }
}
