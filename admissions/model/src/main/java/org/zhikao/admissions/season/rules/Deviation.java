package org.zhikao.admissions.season.rules;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * 偏离说明: a recorded reason for departing from a clause; the software never judges the reason.
 *
 * @param track the track it holds for; null = all of the season
 */
public record Deviation(
        String clause,
        @Nullable String track,
        @Nullable String observed,
        String reason,
        @Nullable String basis,
        @Nullable String by,
        @Nullable LocalDate on) {}
