package org.zhikao.admissions.season.rules;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 排序规则: how eligible candidates are put in order.
 *
 * @param ties keys after one another; the first is normally the total; null = not published
 * @param terminal what happens to those whose keys are all equal; null = not published
 * @param listBy whether everybody, each exam category or each kind of candidate forms a list
 * @param lists lists apart from the general one, first match wins
 */
public record Ranking(
        @Nullable List<TieKey> ties,
        @Nullable TerminalPolicy terminal,
        ListBy listBy,
        List<SeparateList> lists,
        @Nullable String source) {
    public Ranking {
        ties = ties == null ? null : List.copyOf(ties);
        listBy = listBy == null ? ListBy.TRACK : listBy;
        lists = Lists.copy(lists);
    }

    /** 同分比较项: what is compared; higher first unless {@code ASC}. */
    public record TieKey(By by, List<String> of, Order order) {
        public TieKey {
            of = Lists.copy(of);
            order = order == null
                    ? by == By.PREFERENCE_POSITION || by == By.RANDOM_NUMBER ? Order.ASC : Order.DESC
                    : order;
        }
    }

    /** 比较内容. */
    public enum By {
        TOTAL,
        TOTAL_WITHOUT_BONUS,
        BONUS,
        COMPONENT,
        PART,
        SUM,
        MAX,
        FLAG,
        PREFERENCE_POSITION,
        RANDOM_NUMBER
    }

    /** 方向. */
    public enum Order {
        DESC,
        ASC
    }

    /** 同分末位办法. */
    public enum TerminalPolicy {
        ADMIT_ALL,
        SHARED_RANK,
        SYSTEM_ORDER,
        /** The tied group is reported and never split. */
        UNSTATED
    }

    /** 排序范围. */
    public enum ListBy {
        TRACK,
        CATEGORY,
        KIND
    }

    /** 单列名单: never merged into the general list. */
    public record SeparateList(String id, String name, Condition when) {
        public SeparateList {
            when = Condition.orAlways(when);
        }
    }
}
