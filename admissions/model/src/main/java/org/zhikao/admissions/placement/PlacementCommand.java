package org.zhikao.admissions.placement;

import org.zhikao.admissions.shared.Act;
import org.zhikao.admissions.shared.CandidateCommand;
import org.zhikao.admissions.shared.CandidateId;

/** 录取指令 to one candidate's dossier. */
public sealed interface PlacementCommand extends CandidateCommand {
    /** 录取: by published run {@code run}. */
    record PlaceCandidate(CandidateId candidate, String run, int round, Offer offer, Act act)
            implements PlacementCommand {}

    /** 未录取: in this round, with a reason code. */
    record LeaveUnplaced(CandidateId candidate, String run, int round, String cause, Act act)
            implements PlacementCommand {}

    /** 确认录取. */
    record ConfirmOffer(CandidateId candidate, Act act) implements PlacementCommand {}

    /** 放弃录取. */
    record DeclineOffer(CandidateId candidate, Act act) implements PlacementCommand {}
}
