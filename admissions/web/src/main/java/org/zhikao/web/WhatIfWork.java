package org.zhikao.web;

import java.util.Optional;
import org.zhikao.admissions.shared.Act;
import org.zhikao.admissions.shared.SeasonId;
import org.zhikao.admissions.whatif.WhatIfReport;
import org.zhikao.web.access.SignedIn;

/** Port to trials of a draft over a past season's facts: each is a job, its report is kept, no fact is written. */
public interface WhatIfWork {
    /**
     * Starts a trial and answers the number of its job.
     *
     * @param draft canonical JSON of rules that were found sound
     */
    String start(SeasonId past, String draft, Act act);

    /** The report of a job that has ended; empty while it runs, for another kind of job and for who may not see it. */
    Optional<WhatIfReport> report(String job, SignedIn reader);
}
