package org.zhikao.admissions.process;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.function.Predicate;

/** 工作日: how deadlines count days; which days are holidays is told by a calendar. */
@FunctionalInterface
public interface WorkingDays {
    /** 北京时间, which has no summer time. */
    ZoneOffset BEIJING = ZoneOffset.ofHours(8);

    boolean works(LocalDate day);

    /** Monday to Friday, where no calendar is known. */
    static WorkingDays weekdays() {
        Predicate<LocalDate> weekday =
                day -> day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
        return weekday::test;
    }

    /** The end of the {@code days}-th working day after the day of {@code from}: that day itself is not counted. */
    default Instant end(Instant from, int days) {
        LocalDate day = from.atOffset(BEIJING).toLocalDate();
        for (int left = days; left > 0; ) {
            day = day.plusDays(1);
            if (works(day)) {
                left--;
            }
        }
        return day.plusDays(1).atStartOfDay().toInstant(BEIJING);
    }
}
