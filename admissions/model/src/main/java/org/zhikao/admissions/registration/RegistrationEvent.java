package org.zhikao.admissions.registration;

import java.time.Instant;
import org.axonframework.serialization.Revision;
import org.zhikao.admissions.shared.CandidateEvent;
import org.zhikao.admissions.shared.CandidateId;
import org.zhikao.admissions.shared.OrganisationId;
import org.zhikao.admissions.shared.Sealed;
import org.zhikao.admissions.shared.SeasonId;

/** 报名事实. */
public sealed interface RegistrationEvent extends CandidateEvent {
    @Revision("1")
    record ApplicationSubmitted(
            CandidateId candidate,
            SeasonId season,
            String track,
            String category,
            String kind,
            OrganisationId point,
            int rules,
            Instant at)
            implements RegistrationEvent {}

    @Revision("1")
    record ParticularsRecorded(CandidateId candidate, Sealed particulars, Instant at) implements RegistrationEvent {}

    @Revision("1")
    record ParticularsCorrected(CandidateId candidate, Sealed particulars, Instant at) implements RegistrationEvent {}

    @Revision("1")
    record ApplicationResubmitted(
            CandidateId candidate, String track, String category, String kind, int rules, Instant at)
            implements RegistrationEvent {}

    @Revision("1")
    record EligibilityConfirmed(CandidateId candidate, int rules, Instant at) implements RegistrationEvent {}

    @Revision("1")
    record EligibilityRejected(CandidateId candidate, String clause, int rules, Instant at)
            implements RegistrationEvent {}

    @Revision("1")
    record ApplicationReturned(CandidateId candidate, int rules, Instant at) implements RegistrationEvent {}

    @Revision("1")
    record ApplicationWithdrawn(CandidateId candidate, Instant at) implements RegistrationEvent {}
}
