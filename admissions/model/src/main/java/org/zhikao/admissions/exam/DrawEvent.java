package org.zhikao.admissions.exam;

import java.time.Instant;
import org.axonframework.serialization.Revision;
import org.zhikao.admissions.shared.Event;
import org.zhikao.admissions.shared.SeasonId;

/** 编排事实. */
public sealed interface DrawEvent extends Event {
    SeasonId season();

    int draw();

    @Revision("1")
    record SeatsDrawn(SeasonId season, int draw, long seed, int candidates, String digest, Instant at)
            implements DrawEvent {}
}
