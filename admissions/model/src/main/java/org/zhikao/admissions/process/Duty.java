package org.zhikao.admissions.process;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * 职责: a decision that somebody owes.
 *
 * @param duty id of the user task in the model
 * @param role who may decide, a name of {@link org.zhikao.admissions.shared.Role}
 * @param since legal instant of the fact that made it due
 * @param deadline until when, null where the model sets none
 * @param reminded the deadline for which a reminder went out, null before
 * @param escalated the deadline for which a second role was told, null before
 */
public record Duty(
        String process,
        String caseKey,
        String duty,
        String role,
        Instant since,
        @Nullable Instant deadline,
        @Nullable Instant reminded,
        @Nullable Instant escalated) {}
