package org.zhikao.views.dossier;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhikao.admissions.shared.Role;
import org.zhikao.views.status.StatusCatalogue;
import org.zhikao.views.status.StatusEntry;

/**
 * 办理进度, "where am I": the one current status, who acts next and by when, and every step of the way.
 *
 * @param acts who acts next, null at the end
 * @param by until when, null when no date is known
 */
public record Journey(
        Candidate candidate,
        StatusEntry status,
        @Nullable Role acts,
        @Nullable Instant by,
        List<Step> steps) {
    public Journey {
        steps = List.copyOf(steps);
    }

    /** One step as it stands for this candidate. */
    public record Step(StatusCatalogue.Step step, State state) {}

    /** 步骤状态. */
    public enum State {
        /** 已完成 */
        DONE,
        /** 当前 */
        CURRENT,
        /** 未到 */
        AHEAD,
        /** 不需要 */
        NOT_NEEDED
    }
}
