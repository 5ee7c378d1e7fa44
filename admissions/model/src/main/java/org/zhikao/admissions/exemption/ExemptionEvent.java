package org.zhikao.admissions.exemption;

import java.time.Instant;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;
import org.zhikao.admissions.shared.ActorId;
import org.zhikao.admissions.shared.CandidateEvent;
import org.zhikao.admissions.shared.CandidateId;

/** 免试免考事实. */
public sealed interface ExemptionEvent extends CandidateEvent {
    int claim();

    /** {@code unit} is null, since revision 1, when the effect is not admission without exam. */
    @Revision("1")
    record ExemptionClaimed(
            CandidateId candidate,
            int claim,
            String ground,
            @Nullable String unit,
            int rules,
            Instant at) implements ExemptionEvent {}

    @Revision("1")
    record EvidenceAdded(CandidateId candidate, int claim, String kind, String digest, Instant at)
            implements ExemptionEvent {}

    @Revision("1")
    record EvidenceRequested(CandidateId candidate, int claim, Instant until, ActorId by, Instant at)
            implements ExemptionEvent {}

    /** 初审通过. */
    @Revision("1")
    record ExemptionEndorsed(CandidateId candidate, int claim, String clause, ActorId by, Instant at)
            implements ExemptionEvent {}

    /** 复审通过: the effect holds from here. */
    @Revision("1")
    record ExemptionApproved(
            CandidateId candidate,
            int claim,
            String ground,
            String effect,
            @Nullable String unit,
            String clause,
            ActorId by,
            int rules,
            Instant at)
            implements ExemptionEvent {}

    @Revision("1")
    record ExemptionRefused(
            CandidateId candidate, int claim, String ground, String clause, ActorId by, int rules, Instant at)
            implements ExemptionEvent {}

    @Revision("1")
    record ExemptionWithdrawn(CandidateId candidate, int claim, Instant at) implements ExemptionEvent {}
}
