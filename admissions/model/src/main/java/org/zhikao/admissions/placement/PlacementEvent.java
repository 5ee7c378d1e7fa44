package org.zhikao.admissions.placement;

import java.time.Instant;
import org.axonframework.serialization.Revision;
import org.zhikao.admissions.shared.CandidateEvent;
import org.zhikao.admissions.shared.CandidateId;

/** 录取事实 in one candidate's dossier. */
public sealed interface PlacementEvent extends CandidateEvent {
    @Revision("1")
    record CandidatePlaced(CandidateId candidate, String run, int round, Offer offer, Instant at)
            implements PlacementEvent {}

    /** {@code last}: no further round is open to this candidate. */
    @Revision("1")
    record CandidateNotPlaced(CandidateId candidate, String run, int round, String cause, boolean last, Instant at)
            implements PlacementEvent {}

    @Revision("1")
    record OfferConfirmed(CandidateId candidate, String unit, Instant at) implements PlacementEvent {}

    @Revision("1")
    record OfferDeclined(CandidateId candidate, String unit, Instant at) implements PlacementEvent {}
}
