package org.zhikao.admissions.season;

import java.time.Duration;

/**
 * 免试审核程序: which stages a claim on one ground passes, and how long each may take; data of the season's rules. Two reviewers
 * decide in every season, and a third where they disagree.
 *
 * @param school the registration point states first whether the papers are genuine (学校核实)
 * @param province an officer of the province decides after the reviewers (省级审核)
 * @param reviewDays working days within which school, reviewer or officer acts
 * @param noticeDays working days of public notice before the final decision (公示); 0 for none
 * @param appealDays working days within which a refusal may be appealed against; 0 for never
 * @param effect how long a decision may be taken back before it takes effect
 * @param otherCounty a reviewer of the candidate's own county is left out
 * @param otherOffice the second reviewer comes from another office than the first
 * @param late an award that comes after the window makes a new claim (补录取)
 */
public record ReviewProcedure(
        boolean school,
        boolean province,
        int reviewDays,
        int noticeDays,
        int appealDays,
        Duration effect,
        boolean otherCounty,
        boolean otherOffice,
        boolean late,
        WorkingDays days) {
    public ReviewProcedure {
        if (reviewDays < 1 || noticeDays < 0 || appealDays < 0 || effect.isNegative()) {
            throw new IllegalArgumentException("days and minutes of a review are never negative");
        }
    }

    /** Two reviewers and nothing else: what a season asks for that states nothing. */
    public static final ReviewProcedure PLAIN =
            new ReviewProcedure(false, false, 5, 0, 5, Duration.ZERO, false, false, false, WorkingDays.PLAIN);

    /** 2013-3.3: admission without exam is verified by the province and published before it takes effect, whatever the file says. */
    public ReviewProcedure asLawAsks(boolean admitsWithoutExam) {
        return admitsWithoutExam ? with(true, Math.max(1, noticeDays)) : this;
    }

    private ReviewProcedure with(boolean byProvince, int notice) {
        return new ReviewProcedure(
                school, byProvince, reviewDays, notice, appealDays, effect, otherCounty, otherOffice, late, days);
    }
}
