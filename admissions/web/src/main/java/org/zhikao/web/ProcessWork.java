package org.zhikao.web;

import org.zhikao.admissions.shared.Act;
import org.zhikao.admissions.shared.SeasonId;

/** Port to taking published processes into force while the application runs: a job, since every case is folded anew. */
@FunctionalInterface
public interface ProcessWork {
    /** Starts it and answers the number of its job. */
    String apply(SeasonId season, Act act);
}
