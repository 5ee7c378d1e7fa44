package org.zhikao.admissions.scoring;

import java.time.Instant;
import org.axonframework.serialization.Revision;
import org.zhikao.admissions.shared.Event;
import org.zhikao.admissions.shared.SeasonId;

/** 成绩公布事实. */
public sealed interface ReleaseEvent extends Event {
    SeasonId season();

    int release();

    @Revision("1")
    record ResultsComputed(SeasonId season, int release, int candidates, String digest, int rules, Instant at)
            implements ReleaseEvent {}
}
