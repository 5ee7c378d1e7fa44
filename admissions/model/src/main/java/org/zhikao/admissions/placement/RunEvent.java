package org.zhikao.admissions.placement;

import java.time.Instant;
import java.util.List;
import org.axonframework.serialization.Revision;
import org.zhikao.admissions.shared.Event;
import org.zhikao.admissions.shared.SeasonId;

/** 投档运行事实. */
public sealed interface RunEvent extends Event {
    SeasonId season();

    int run();

    @Revision("1")
    record RunComputed(SeasonId season, int run, int round, String mechanism, RunDigest digest, Instant at)
            implements RunEvent {}

    @Revision("1")
    record RunVerified(SeasonId season, int run, String outputDigest, List<String> properties, Instant at)
            implements RunEvent {}

    @Revision("1")
    record RunFailedVerification(SeasonId season, int run, String outputDigest, List<String> violations, Instant at)
            implements RunEvent {}

    @Revision("1")
    record RunPublished(SeasonId season, int run, int round, Instant at) implements RunEvent {}
}
