package org.zhikao.seeds;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 免试申请经过: what a candidate claims and how the review of it goes.
 *
 * @param ground 免试条件 code
 * @param effect its effect, as the rules have it for the candidate's track
 * @param unit the programme asked for where the effect is admission without exam, else null
 * @param evidence handed in with the claim, at least one
 * @param late handed in after the first reviewer returned the claim for more, null when nothing more is asked
 * @param withdrawn 撤回申请, before any review
 * @param endorsed what the first reviewer says
 * @param approved what the second reviewer says when the first endorsed; false when there is no second review
 */
public record ExemptionStory(
        String ground,
        String effect,
        @Nullable String unit,
        List<Evidence> evidence,
        @Nullable Evidence late,
        boolean withdrawn,
        boolean endorsed,
        boolean approved) {
    public ExemptionStory {
        evidence = List.copyOf(evidence);
        if (evidence.isEmpty() || (approved && (!endorsed || withdrawn))) {
            throw new IllegalArgumentException("not an exemption story: " + ground);
        }
    }

    /** 证明材料: kind of document and SHA-256 in 64 hex digits. */
    public record Evidence(String kind, String digest) {}
}
