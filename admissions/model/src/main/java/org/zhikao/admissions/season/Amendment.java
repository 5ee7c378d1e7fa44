package org.zhikao.admissions.season;

import java.util.HashSet;
import java.util.Set;
import org.zhikao.admissions.season.SeasonEvent.AmendmentApproved;
import org.zhikao.admissions.season.SeasonEvent.AmendmentProposed;
import org.zhikao.admissions.season.SeasonEvent.AmendmentVoted;
import org.zhikao.admissions.shared.ActorId;

/**
 * 特别修订: what later decisions need of the newest proposal to change frozen rules.
 *
 * @param number counts the proposals of the season, 0 for none
 */
record Amendment(int number, String rules, String digest, ActorId proposer, Stage stage, Set<ActorId> approvers) {
    /** How many persons vote at least, and how many approve. */
    static final int LEAST_VOTERS = 3;

    static final int APPROVALS = 2;

    static final Amendment NONE = new Amendment(0, "", "", new ActorId("nobody"), Stage.CLOSED, Set.of());

    Amendment {
        approvers = Set.copyOf(approvers);
    }

    /** 修订阶段. */
    enum Stage {
        PROPOSED,
        CARRIED,
        /** Voted down or published. */
        CLOSED
    }

    static Amendment of(AmendmentProposed e) {
        return new Amendment(e.amendment(), e.rules(), e.digest(), e.by(), Stage.PROPOSED, Set.of());
    }

    Amendment with(AmendmentVoted e) {
        return in(e.carried() ? Stage.CARRIED : Stage.CLOSED);
    }

    Amendment with(AmendmentApproved e) {
        Set<ActorId> more = new HashSet<>(approvers);
        more.add(e.by());
        return new Amendment(number, rules, digest, proposer, stage, more);
    }

    Amendment in(Stage next) {
        return new Amendment(number, rules, digest, proposer, next, approvers);
    }

    boolean approved() {
        return approvers.size() >= APPROVALS;
    }
}
