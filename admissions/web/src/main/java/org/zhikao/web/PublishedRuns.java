package org.zhikao.web;

import java.util.Optional;
import org.zhikao.admissions.shared.SeasonId;

/** Port to the files by which anybody can compute a published run again. */
@FunctionalInterface
public interface PublishedRuns {
    /** A zip archive; empty when no run of that number was published. */
    Optional<byte[]> of(SeasonId season, int run);
}
