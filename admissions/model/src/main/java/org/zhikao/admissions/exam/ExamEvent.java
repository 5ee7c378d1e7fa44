package org.zhikao.admissions.exam;

import java.time.Instant;
import org.axonframework.serialization.Revision;
import org.zhikao.admissions.shared.CandidateEvent;
import org.zhikao.admissions.shared.CandidateId;

/** 考试组织事实. */
public sealed interface ExamEvent extends CandidateEvent {
    @Revision("1")
    record ExamArranged(CandidateId candidate, String draw, Seat seat, Instant at) implements ExamEvent {}

    @Revision("1")
    record TicketIssued(CandidateId candidate, String ticket, Instant at) implements ExamEvent {}

    @Revision("1")
    record ExamAttended(CandidateId candidate, String sitting, Instant at) implements ExamEvent {}

    @Revision("1")
    record ExamMissed(CandidateId candidate, String sitting, Instant at) implements ExamEvent {}
}
