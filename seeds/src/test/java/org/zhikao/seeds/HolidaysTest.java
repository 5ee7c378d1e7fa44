package org.zhikao.seeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.zhikao.admissions.process.WorkingDays;

/** 工作日: weekends, holidays, and the weekend days worked instead. */
class HolidaysTest {
    private final WorkingDays china = Holidays.china();

    @Test
    void knowsHolidaysAndTheWeekendsWorkedForThem() {
        assertThat(china.works(LocalDate.parse("2026-02-16"))).as("春节").isFalse();
        assertThat(china.works(LocalDate.parse("2026-02-14")))
                .as("a Saturday worked")
                .isTrue();
        assertThat(china.works(LocalDate.parse("2026-02-24"))).isTrue();
        assertThat(china.works(LocalDate.parse("2026-03-07"))).as("a Saturday").isFalse();
    }

    @Test
    void countsFromTheDayAfterToTheEndOfTheLastDayInBeijing() {
        // Friday evening before 春节, in Beijing: Saturday is worked, then nothing until Tuesday the 24th.
        Instant friday = Instant.parse("2026-02-13T10:00:00Z");
        assertThat(china.end(friday, 1)).isEqualTo(Instant.parse("2026-02-14T16:00:00Z"));
        assertThat(china.end(friday, 2)).isEqualTo(Instant.parse("2026-02-24T16:00:00Z"));
        assertThat(WorkingDays.weekdays().end(friday, 2)).isEqualTo(Instant.parse("2026-02-17T16:00:00Z"));
    }

    @Test
    void theDayIsThatOfBeijing() {
        // 23:00 UTC on Sunday is Monday morning in Beijing.
        assertThat(china.end(Instant.parse("2026-03-01T23:00:00Z"), 1))
                .isEqualTo(Instant.parse("2026-03-03T16:00:00Z"));
    }
}
