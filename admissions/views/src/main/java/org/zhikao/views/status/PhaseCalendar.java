package org.zhikao.views.status;

import java.time.Instant;
import java.util.Optional;
import org.zhikao.admissions.season.Phase;
import org.zhikao.admissions.shared.SeasonId;

/** 阶段日程: port to the planned ends of phases, which stand in the season's published rules. */
@FunctionalInterface
public interface PhaseCalendar {
    /** Names no date. */
    PhaseCalendar UNKNOWN = (season, phase, round) -> Optional.empty();

    /** When the phase of that round is planned to end; empty where the rules do not say. */
    Optional<Instant> end(SeasonId season, Phase phase, int round);
}
