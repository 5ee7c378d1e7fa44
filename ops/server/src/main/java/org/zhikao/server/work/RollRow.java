package org.zhikao.server.work;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zhikao.admissions.scoring.Mark;
import org.zhikao.admissions.shared.CandidateId;

/**
 * 考生名册 entry: what mass work must know of one candidate, as the views have it.
 *
 * @param status code of the status catalogue
 * @param rank null for who is not ranked
 * @param preferences the list of {@code preferenceRound}, best first
 * @param outcomeRound 0 before any round decided
 */
public record RollRow(
        CandidateId candidate,
        String track,
        String category,
        String kind,
        String point,
        boolean confirmed,
        boolean exempt,
        @Nullable String ticket,
        Map<String, Mark> marks,
        boolean released,
        boolean eligible,
        List<String> failed,
        String list,
        @Nullable Integer rank,
        int preferenceRound,
        String preferenceStage,
        List<String> preferences,
        int outcomeRound,
        String run,
        boolean last,
        @Nullable String offer,
        boolean declined) {
    /** True once a seat was drawn for the exam. */
    public boolean arranged() {
        return ticket != null;
    }

    /** True when round {@code round} is open to this candidate: eligible, without a seat, left over by every round before. */
    public boolean entitled(int round) {
        return confirmed && released && eligible && !exempt && offer == null && !last && outcomeRound == round - 1;
    }

    /** The same candidate before the outcome of the round after {@code round}. */
    RollRow before(int round) {
        return new RollRow(
                candidate,
                track,
                category,
                kind,
                point,
                confirmed,
                exempt,
                ticket,
                marks,
                released,
                eligible,
                failed,
                list,
                rank,
                preferenceRound,
                preferenceStage,
                preferences,
                round,
                "",
                false,
                null,
                false);
    }
}
