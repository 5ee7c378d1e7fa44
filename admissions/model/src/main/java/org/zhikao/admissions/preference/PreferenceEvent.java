package org.zhikao.admissions.preference;

import java.time.Instant;
import java.util.List;
import org.axonframework.serialization.Revision;
import org.zhikao.admissions.shared.CandidateEvent;
import org.zhikao.admissions.shared.CandidateId;

/** 志愿事实. */
public sealed interface PreferenceEvent extends CandidateEvent {
    int round();

    @Revision("1")
    record PreferencesSaved(CandidateId candidate, int round, List<String> units, Instant at)
            implements PreferenceEvent {}

    /** {@code byDeadline}: locked by the settlement at the deadline, not by the candidate. */
    @Revision("1")
    record PreferencesLocked(CandidateId candidate, int round, boolean byDeadline, Instant at)
            implements PreferenceEvent {}

    /** 未填志愿: the round was given up. */
    @Revision("1")
    record PreferencesLapsed(CandidateId candidate, int round, Instant at) implements PreferenceEvent {}
}
