package org.zhikao.web.duty;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zhikao.admissions.shared.CandidateId;
import org.zhikao.admissions.shared.OrganisationId;
import org.zhikao.admissions.shared.Role;
import org.zhikao.admissions.shared.SeasonId;

/** Port to the open duties of a season, as the tokens stand. */
public interface DutyQueue {
    /**
     * 待办.
     *
     * @param about business key of the case
     * @param step the element of the drawing
     * @param escalated shown to a second role, since the deadline has passed
     */
    record Open(
            CandidateId candidate,
            String process,
            String about,
            String step,
            Instant since,
            @Nullable Instant deadline,
            boolean escalated) {}

    /** What a role owes, the most urgent first; {@code under}: about candidates of points below it, null for all. */
    List<Open> owedBy(SeasonId season, Role role, @Nullable OrganisationId under, int most);

    /** What one candidate owes. */
    List<Open> owedBy(CandidateId candidate, int most);

    Optional<Open> find(String process, String about, String step);
}
