package org.zhikao.admissions.season;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zhikao.admissions.season.rules.Exemption;
import org.zhikao.admissions.season.rules.Exemption.Step;
import org.zhikao.admissions.season.rules.Review;
import org.zhikao.admissions.season.rules.SeasonRules;

/** 审核程序 as the rules state them: stages by the steps of the ground's exemption, terms by the season's {@link Review}. */
final class Procedures {
    private static final Set<Step> NOTICES =
            Set.of(Step.EXAM_AUTHORITY_NOTICE, Step.COLLEGE_NOTICE, Step.NATIONAL_NOTICE);
    /** 公示期: no clause names one; seven working days are the usual. */
    private static final int NOTICE_DAYS = 7;

    private Procedures() {}

    static ReviewProcedure of(SeasonRules rules, String track, String ground) {
        Review stated = rules.policy().review();
        Review review = stated == null ? Review.USUAL : stated;
        List<Exemption> resting = rules.track(track).stream()
                .flatMap(t -> t.exemptions().stream())
                .filter(e -> e.restsOn(ground))
                .toList();
        // The most careful of the exemptions that rest on the ground decides for all of them.
        boolean free = resting.stream().anyMatch(e -> e.effect() == Exemption.Effect.FULL_FREE);
        boolean noticed =
                free || resting.stream().anyMatch(e -> e.steps().stream().anyMatch(NOTICES::contains));
        ReviewProcedure usual = ReviewProcedure.PLAIN;
        return new ReviewProcedure(
                        asks(resting, Step.SCHOOL_CHECK),
                        asks(resting, Step.PROVINCIAL_VERIFICATION),
                        or(review.reviewDays(), usual.reviewDays()),
                        noticed ? or(review.noticeDays(), NOTICE_DAYS) : 0,
                        or(review.appealDays(), usual.appealDays()),
                        Duration.ofMinutes(or(review.effectMinutes(), 0)),
                        review.otherCounty(),
                        review.otherOffice(),
                        review.lateAwards(),
                        new WorkingDays(Set.copyOf(review.holidays()), Set.copyOf(review.workedWeekends())))
                .asLawAsks(free);
    }

    private static boolean asks(List<Exemption> resting, Step step) {
        return resting.stream().anyMatch(e -> e.steps().contains(step));
    }

    private static int or(@Nullable Integer stated, int usual) {
        return stated == null ? usual : stated;
    }
}
