package org.zhikao.admissions.season.rules;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 免试审核办法: how long each stage of an exemption review takes and who is kept out; which stages there are, the {@code steps} of
 * each exemption say. What is absent takes the usual value.
 *
 * @param reviewDays working days for school, reviewer and officer; usually 5
 * @param noticeDays working days of public notice; usually 7
 * @param appealDays working days for an appeal against a refusal, 0 for none; usually 5
 * @param effectMinutes for how long a decision may be taken back; usually at once in effect
 * @param otherCounty whether reviewers of the candidate's county are kept out
 * @param otherOffice whether the second reviewer comes from another office than the first
 * @param lateAwards whether an award that comes after the window may still be claimed (补录取)
 * @param holidays days off beside weekends (放假)
 * @param workedWeekends weekend days that are worked (调休上班)
 */
public record Review(
        @Nullable Integer reviewDays,
        @Nullable Integer noticeDays,
        @Nullable Integer appealDays,
        @Nullable Integer effectMinutes,
        boolean otherCounty,
        boolean otherOffice,
        boolean lateAwards,
        List<LocalDate> holidays,
        List<LocalDate> workedWeekends,
        @Nullable String source) {
    public static final Review USUAL =
            new Review(null, null, null, null, false, false, false, List.of(), List.of(), null);

    public Review {
        holidays = Lists.copy(holidays);
        workedWeekends = Lists.copy(workedWeekends);
    }
}
