package org.zhikao.admissions.season.rules;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Tie-break chain, wishes and mechanism of one track. */
final class RankingCheck {
    private final SeasonRules rules;
    private final Track t;
    private final Findings at;

    RankingCheck(SeasonRules rules, Track t, Findings at) {
        this.rules = rules;
        this.t = t;
        this.at = at;
    }

    void check() {
        ranking(at.under("ranking"));
        preferences(at.under("preferences"));
        placement(at.under("placement"));
    }

    private void ranking(Findings here) {
        Ranking r = t.ranking();
        here.unique("lists", r.lists(), Ranking.SeparateList::id);
        if (r.listBy() == Ranking.ListBy.CATEGORY && rules.categories().isEmpty()) {
            here.under("listBy").missing("考试类别(categories 为空)", "按类别排名");
        }
        if (r.terminal() == null) {
            here.under("terminal").missing("同分末位办法", "处理完全同分(原文未说明的写 UNSTATED)");
        }
        List<Ranking.TieKey> ties = r.ties();
        if (ties == null) {
            here.under("ties").missing("同分比较次序", "排名");
            return;
        }
        Set<String> components = SeasonCheck.ids(t.components().stream().map(Component::id));
        Set<String> parts = SeasonCheck.ids(t.parts().stream().map(Part::id));
        Set<Ranking.TieKey> seen = new HashSet<>();
        for (int i = 0; i < ties.size(); i++) {
            Ranking.TieKey k = ties.get(i);
            Findings key = here.under("ties").under(i);
            if (!seen.add(k)) {
                key.hard("TIE_KEY_TWICE", "比较项重复", "this key stands in the chain already");
            }
            boolean named = switch (k.by()) {
                case COMPONENT, SUM, MAX -> {
                    key.known("of", k.of(), components, "科目");
                    yield true;
                }
                case PART -> {
                    key.known("of", k.of(), parts, "部分");
                    yield true;
                }
                case FLAG -> true;
                default -> false;
            };
            if (named == k.of().isEmpty()) {
                key.under("of")
                        .hard(
                                "TIE_KEY_OF",
                                named ? "须写 of,说明比较哪些科目、部分或标记" : k.by() + " 不写 of",
                                named ? "name what is compared in of" : "this key takes no of");
            }
        }
    }

    private void preferences(Findings here) {
        here.unique("rounds", t.preferences().rounds(), Preferences.Round::id);
        if (t.preferences().unit() == null) {
            here.under("unit").missing("志愿单位", "填报志愿");
        }
        List<Preferences.Round> rounds = t.preferences().rounds();
        if (rounds.isEmpty()) {
            here.under("rounds").missing("志愿轮次", "填报志愿");
        }
        for (int i = 0; i < rounds.size(); i++) {
            if (rounds.get(i).max() == null) {
                here.under("rounds").under(i).under("max").missing(rounds.get(i).name() + " 志愿个数", "填报志愿");
            }
        }
    }

    private void placement(Findings here) {
        Placement p = t.placement();
        if (p.mechanism() == null) {
            here.under("mechanism").missing("录取机制", "录取");
        }
        if (p.filingRatio().numerator() < p.filingRatio().denominator()) {
            here.under("filingRatio").hard("FILING_RATIO", "投档比例不能小于 1", "fewer files than seats");
        }
        if (p.filingRatio().denominator() != 1 && p.filingRounding() == null) {
            here.under("filingRounding").missing("投档人数取舍办法", "按比例投档");
        }
        if (p.mechanism() == Placement.Mechanism.COLLEGE_RANKED_MATCHING && p.proposingSide() == null) {
            here.under("proposingSide").missing("匹配的提出方", "匹配");
        }
    }
}
