package org.zhikao.admissions.season;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;

/**
 * 工作日历: which days count, as the season publishes them. Days are those of China Standard Time, which has no summer time.
 *
 * @param holidays days off, weekends apart (放假)
 * @param made weekend days that are worked (调休上班)
 */
public record WorkingDays(Set<LocalDate> holidays, Set<LocalDate> made) {
    /** Weekends only: a season that publishes no calendar. */
    public static final WorkingDays PLAIN = new WorkingDays(Set.of(), Set.of());

    private static final ZoneOffset CHINA = ZoneOffset.ofHours(8);

    public WorkingDays {
        holidays = Set.copyOf(holidays);
        made = Set.copyOf(made);
    }

    public boolean works(LocalDate day) {
        boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        return made.contains(day) || !weekend && !holidays.contains(day);
    }

    /** The last second of the {@code days}th working day after the day of {@code from}, which itself never counts. */
    public Instant end(Instant from, int days) {
        LocalDate day = from.atOffset(CHINA).toLocalDate();
        for (int left = days; left > 0; ) {
            day = day.plusDays(1);
            if (works(day)) {
                left--;
            }
        }
        return day.atTime(23, 59, 59).toInstant(CHINA);
    }
}
