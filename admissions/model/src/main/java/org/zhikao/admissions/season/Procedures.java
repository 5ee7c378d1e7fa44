package org.zhikao.admissions.season;

import java.util.List;
import java.util.Set;
import org.zhikao.admissions.season.rules.Exemption;
import org.zhikao.admissions.season.rules.Exemption.Step;
import org.zhikao.admissions.season.rules.SeasonRules;

/** 审核程序 as the rules state them: the steps of the first exemption that rests on the ground. */
final class Procedures {
    private static final Set<Step> NOTICES =
            Set.of(Step.EXAM_AUTHORITY_NOTICE, Step.COLLEGE_NOTICE, Step.NATIONAL_NOTICE);
    /** 公示期: no clause names one; seven working days are the usual. */
    private static final int NOTICE_DAYS = 7;

    private Procedures() {}

    static ReviewProcedure of(SeasonRules rules, String track, String ground) {
        List<Exemption> resting = rules.track(track).stream()
                .flatMap(t -> t.exemptions().stream())
                .filter(e -> e.restsOn(ground))
                .toList();
        if (resting.isEmpty()) {
            return ReviewProcedure.PLAIN;
        }
        Exemption first = resting.get(0);
        ReviewProcedure plain = ReviewProcedure.PLAIN;
        boolean noticed =
                first.steps().stream().anyMatch(NOTICES::contains) || first.effect() == Exemption.Effect.FULL_FREE;
        return new ReviewProcedure(
                        first.steps().contains(Step.SCHOOL_CHECK),
                        first.steps().contains(Step.PROVINCIAL_VERIFICATION),
                        plain.reviewDays(),
                        noticed ? NOTICE_DAYS : 0,
                        plain.appealDays(),
                        plain.effect(),
                        plain.otherCounty(),
                        plain.otherOffice(),
                        plain.late(),
                        plain.days())
                .asLawAsks(first.effect() == Exemption.Effect.FULL_FREE);
    }
}
