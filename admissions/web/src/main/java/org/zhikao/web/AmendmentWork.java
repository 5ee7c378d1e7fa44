package org.zhikao.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.zhikao.admissions.shared.Act;
import org.zhikao.admissions.shared.CandidateId;
import org.zhikao.admissions.shared.SeasonId;
import org.zhikao.admissions.whatif.Effects.Side;

/** Port to what a change of frozen rules does to each candidate: computed as a job, kept, and shown before anything is published. */
public interface AmendmentWork {
    /** 影响名单: how many candidates, and the SHA-256 of the list that the publication names. */
    record Computed(int affected, String digest, Instant at) {}

    /** One candidate, before and after. */
    record Affected(CandidateId candidate, Side before, Side after) {}

    /** What a published change did to one candidate. */
    record Own(int amendment, Side before, Side after) {}

    /**
     * Starts the computation and answers the number of its job.
     *
     * @param rules canonical JSON of the proposed rules
     */
    String compute(SeasonId season, int amendment, String rules, Act act);

    Optional<Computed> computed(SeasonId season, int amendment);

    /** Affected candidates in the order of their ids, after the named one. */
    List<Affected> affected(SeasonId season, int amendment, String after, int most);

    List<Own> of(SeasonId season, CandidateId candidate);
}
