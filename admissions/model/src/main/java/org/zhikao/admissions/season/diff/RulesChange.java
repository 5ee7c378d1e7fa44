package org.zhikao.admissions.season.diff;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 方案变更: one difference between two versions of a season's rules.
 *
 * @param path place in the rules, elements of lists by their ids: {@code /tracks/spring/components/chinese/max}
 * @param chinese the same place in words
 * @param english the same place in words
 * @param before null where there was nothing
 * @param after null where there is nothing any more
 * @param tracks ids of the tracks whose candidates it can touch
 * @param clauses ids of the national clauses whose check reads this place
 */
public record RulesChange(
        Kind kind,
        String path,
        String chinese,
        String english,
        @Nullable String before,
        @Nullable String after,
        List<String> tracks,
        List<String> clauses) {
    public RulesChange {
        tracks = List.copyOf(tracks);
        clauses = List.copyOf(clauses);
    }

    /** 变更种类. */
    public enum Kind {
        ADDED("新增", "added"),
        REMOVED("删去", "removed"),
        CHANGED("修改", "changed"),
        /** The same entries in another order, where the order decides. */
        MOVED("次序改变", "order changed");

        private final String chinese;
        private final String english;

        Kind(String chinese, String english) {
            this.chinese = chinese;
            this.english = english;
        }

        public String chinese() {
            return chinese;
        }

        public String english() {
            return english;
        }
    }
}
