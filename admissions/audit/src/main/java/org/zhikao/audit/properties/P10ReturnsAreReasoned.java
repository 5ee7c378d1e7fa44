package org.zhikao.audit.properties;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** 每一份被退回的档案都有规定的退档理由，未退回而未录取的投档档案不存在。 */
final class P10ReturnsAreReasoned {
    private static final Set<String> REASONS =
            Set.of("NOT_ELIGIBLE", "MAJORS_FULL_NO_ADJUSTMENT", "PLAN_FULL", "OTHER");

    private P10ReturnsAreReasoned() {}

    /**
     * Checks one round.
     *
     * @param filedTo the college each candidate's file went to, {@code -1} for none
     * @param admitted the major each got, {@code -1} for none
     * @param reason the published reason of each return, null where none was given
     */
    static void check(int[] filedTo, int[] admitted, @Nullable String[] reason, Findings findings) {
        for (int i = 0; i < filedTo.length; i++) {
            boolean returned = filedTo[i] >= 0 && admitted[i] < 0;
            if (returned && (reason[i] == null || !REASONS.contains(reason[i]))) {
                findings.add(i, filedTo[i], "RETURN_WITHOUT_REASON");
            } else if (!returned && reason[i] != null) {
                findings.add(i, filedTo[i], "REASON_WITHOUT_RETURN");
            }
        }
    }
}
