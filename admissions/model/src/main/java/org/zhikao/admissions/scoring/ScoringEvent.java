package org.zhikao.admissions.scoring;

import java.time.Instant;
import org.axonframework.serialization.Revision;
import org.zhikao.admissions.shared.CandidateEvent;
import org.zhikao.admissions.shared.CandidateId;

/** 成绩事实. */
public sealed interface ScoringEvent extends CandidateEvent {
    @Revision("1")
    record MarkRecorded(CandidateId candidate, String component, Mark mark, Instant at) implements ScoringEvent {}

    @Revision("1")
    record MarkCorrected(CandidateId candidate, String component, Mark before, Mark after, String document, Instant at)
            implements ScoringEvent {}

    @Revision("1")
    record ResultReleased(CandidateId candidate, String release, Result result, int rules, Instant at)
            implements ScoringEvent {}
}
