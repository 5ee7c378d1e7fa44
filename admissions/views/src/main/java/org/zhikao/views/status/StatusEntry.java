package org.zhikao.views.status;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zhikao.admissions.season.Phase;
import org.zhikao.admissions.shared.Role;

/**
 * 状态 as screens name it.
 *
 * @param step the step of the journey it stands at, empty where there are no steps
 * @param acts who acts next; null at the end
 * @param next codes of the statuses that may follow
 */
public record StatusEntry(
        String code,
        String zh,
        String en,
        String descriptionZh,
        String descriptionEn,
        String step,
        @Nullable Role acts,
        Deadline deadline,
        Set<String> next) {
    public StatusEntry {
        next = Set.copyOf(next);
    }

    /** True when nothing follows. */
    public boolean ends() {
        return next.isEmpty();
    }

    /**
     * 期限规则.
     *
     * @param phase the phase whose planned end counts, for {@link Kind#PHASE_END}
     * @param days calendar days after the status began, for {@link Kind#DAYS}
     */
    public record Deadline(Kind kind, @Nullable Phase phase, int days) {
        /** 期限种类. */
        public enum Kind {
            /** 无期限 */
            NONE,
            /** 阶段截止 */
            PHASE_END,
            /** 若干日内 */
            DAYS,
            /** 事实中写明 */
            STATED
        }
    }
}
