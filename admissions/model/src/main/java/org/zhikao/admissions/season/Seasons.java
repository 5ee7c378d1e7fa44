package org.zhikao.admissions.season;

import org.zhikao.admissions.shared.SeasonId;

/**
 * Port to the seasons as their facts stand now. An answer is valid for the running transaction: an implementation holds a
 * lock shared with the act that opens or closes a phase, so that no fact can slip in behind a closed phase.
 */
public interface Seasons {
    /** The published terms; refuses with {@link SeasonRefusal#NO_SUCH_SEASON} when nothing is published under the id. */
    SeasonTerms terms(SeasonId season);
}
