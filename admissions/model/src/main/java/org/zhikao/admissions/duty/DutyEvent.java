package org.zhikao.admissions.duty;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;
import org.zhikao.admissions.shared.ActorId;
import org.zhikao.admissions.shared.CandidateEvent;
import org.zhikao.admissions.shared.CandidateId;
import org.zhikao.admissions.shared.Role;
import org.zhikao.admissions.shared.Sealed;

/** 职责事实. */
public sealed interface DutyEvent extends CandidateEvent {
    /**
     * 履行职责: what was decided on a duty that only the drawing knows.
     *
     * @param about business key of the case: the candidate, or one claim
     * @param version the published version of the process that declared the duty
     * @param bars what the outcome keeps the candidate from, as that version says
     * @param answers the form by field, without what is personal
     * @param personal the personal fields as one sealed text, null when none was filled in
     */
    @Revision("1")
    record DutyDecided(
            CandidateId candidate,
            String process,
            String about,
            String duty,
            int version,
            String outcome,
            List<Bar> bars,
            Map<String, String> answers,
            @Nullable Sealed personal,
            Role role,
            ActorId by,
            String reason,
            Instant at)
            implements DutyEvent {
        public DutyDecided {
            bars = List.copyOf(bars);
            answers = Map.copyOf(answers);
        }
    }
}
