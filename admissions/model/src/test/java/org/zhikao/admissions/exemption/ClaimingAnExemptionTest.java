package org.zhikao.admissions.exemption;

import static org.zhikao.admissions.language.Acts.NOW;
import static org.zhikao.admissions.language.Acts.theCandidate;
import static org.zhikao.admissions.language.Facts.YU;
import static org.zhikao.admissions.language.Facts.and;
import static org.zhikao.admissions.language.Facts.arranged;
import static org.zhikao.admissions.language.Facts.claimed;
import static org.zhikao.admissions.language.Facts.confirmed;
import static org.zhikao.admissions.language.Facts.exempt;
import static org.zhikao.admissions.language.Facts.placed;
import static org.zhikao.admissions.language.Facts.refusedClaim;
import static org.zhikao.admissions.language.Facts.rejected;
import static org.zhikao.admissions.language.Facts.withdrawn;
import static org.zhikao.admissions.language.Terms.AWARD;
import static org.zhikao.admissions.language.Terms.VETERAN;
import static org.zhikao.admissions.language.Terms.closed;
import static org.zhikao.admissions.language.Terms.during;
import static org.zhikao.admissions.season.Phase.EXEMPTION;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.zhikao.admissions.exemption.ExemptionCommand.ClaimExemption;
import org.zhikao.admissions.exemption.ExemptionEvent.ExemptionClaimed;
import org.zhikao.admissions.exemption.ExemptionEvent.ExemptionWithdrawn;
import org.zhikao.admissions.language.GivenWhenThen;
import org.zhikao.admissions.language.Scene;
import org.zhikao.admissions.registration.RegistrationRefusal;
import org.zhikao.admissions.season.ReviewProcedure;
import org.zhikao.admissions.season.WorkingDays;

/** 申请免试: one open claim a ground, before the exam is arranged. */
@GivenWhenThen
class ClaimingAnExemptionTest {
    @Test
    void recordsTheClaim() {
        Scene.dossier(during(EXEMPTION))
                .given(confirmed())
                .when(claim())
                .emits(new ExemptionClaimed(YU, 1, VETERAN, "u1", Stage.FIRST_REVIEW, NOW, 1, NOW));
    }

    @Test
    void needsNoUnitForABonus() {
        Scene.dossier(during(EXEMPTION))
                .given(confirmed())
                .when(claim(AWARD, null))
                .emits(new ExemptionClaimed(YU, 1, AWARD, null, Stage.FIRST_REVIEW, NOW, 1, NOW));
    }

    @Test
    void numbersASecondGround() {
        Scene.dossier(during(EXEMPTION))
                .given(claimed())
                .when(claim(AWARD, null))
                .emits(new ExemptionClaimed(YU, 2, AWARD, null, Stage.FIRST_REVIEW, NOW, 1, NOW));
    }

    @Test
    void mayClaimAgainAfterWithdrawal() {
        Scene.dossier(during(EXEMPTION))
                .given(and(claimed(), new ExemptionWithdrawn(YU, 1, NOW)))
                .when(claim())
                .emits(new ExemptionClaimed(YU, 2, VETERAN, "u1", Stage.FIRST_REVIEW, NOW, 1, NOW));
    }

    @Test
    void mayClaimAgainAfterRefusal() {
        Scene.dossier(during(EXEMPTION))
                .given(refusedClaim())
                .when(claim())
                .emits(new ExemptionClaimed(YU, 2, VETERAN, "u1", Stage.FIRST_REVIEW, NOW, 1, NOW));
    }

    @Test
    void beginsAtTheSchoolWhereTheSeasonAsksIt() {
        Scene.dossier(during(EXEMPTION).reviewed(AT_SCHOOL))
                .given(confirmed())
                .when(claim(AWARD, null))
                .emits(new ExemptionClaimed(YU, 1, AWARD, null, Stage.SCHOOL_CHECK, IN_TWO_DAYS, 1, NOW));
    }

    @Test
    void comesLateWhereTheSeasonTakesLateAwards() {
        Scene.dossier(closed().reviewed(LATE))
                .given(arranged())
                .when(claim(AWARD, null))
                .emits(new ExemptionClaimed(YU, 1, AWARD, null, Stage.FIRST_REVIEW, NOW, 1, NOW));
    }

    @Test
    void comesTooLateOnceSeated() {
        Scene.dossier(closed().reviewed(LATE))
                .given(placed())
                .when(claim(AWARD, null))
                .refuses(ExemptionRefusal.CLAIMS_CLOSED);
    }

    @Test
    void asksForAdmissionWithoutExamByOneGroundOnly() {
        Scene.dossier(during(EXEMPTION).freeing(AWARD))
                .given(claimed())
                .when(claim(AWARD, "u2"))
                .refuses(ExemptionRefusal.ALREADY_EXEMPT);
    }

    @Test
    void refusesOutsideTheWindow() {
        Scene.dossier(closed()).given(confirmed()).when(claim()).refuses(ExemptionRefusal.CLAIMS_CLOSED);
    }

    @Test
    void refusesAfterTheExamIsArranged() {
        Scene.dossier(during(EXEMPTION)).given(arranged()).when(claim()).refuses(ExemptionRefusal.EXAM_ARRANGED);
    }

    @Test
    void refusesAnUnknownGround() {
        Scene.dossier(during(EXEMPTION))
                .given(confirmed())
                .when(claim("LUCK", null))
                .refuses(ExemptionRefusal.UNKNOWN_GROUND);
    }

    @Test
    void asksForTheUnitOfAdmissionWithoutExam() {
        Scene.dossier(during(EXEMPTION))
                .given(confirmed())
                .when(claim(VETERAN, null))
                .refuses(ExemptionRefusal.UNIT_MISSING);
    }

    @Test
    void refusesTheSameGroundTwice() {
        Scene.dossier(during(EXEMPTION)).given(claimed()).when(claim()).refuses(ExemptionRefusal.ALREADY_CLAIMED);
    }

    @Test
    void refusesTheSameGroundOnceApproved() {
        Scene.dossier(during(EXEMPTION)).given(exempt()).when(claim()).refuses(ExemptionRefusal.ALREADY_CLAIMED);
    }

    @Test
    void refusesAfterWithdrawal() {
        Scene.dossier(during(EXEMPTION)).given(withdrawn()).when(claim()).refuses(RegistrationRefusal.WITHDRAWN);
    }

    @Test
    void refusesWhoWasRejected() {
        Scene.dossier(during(EXEMPTION)).given(rejected()).when(claim()).refuses(RegistrationRefusal.NOT_CONFIRMED);
    }

    @Test
    void needsAnApplication() {
        Scene.dossier(during(EXEMPTION)).given().when(claim()).refuses(RegistrationRefusal.NO_APPLICATION);
    }

    /** The second working day after a Monday ends on Wednesday night. */
    private static final Instant IN_TWO_DAYS = Instant.parse("2026-03-04T15:59:59Z");

    private static final ReviewProcedure AT_SCHOOL = procedure(true, false);
    private static final ReviewProcedure LATE = procedure(false, true);

    private static ReviewProcedure procedure(boolean school, boolean late) {
        return new ReviewProcedure(school, false, 2, 0, 5, Duration.ZERO, false, false, late, WorkingDays.PLAIN);
    }

    private static ClaimExemption claim(String ground, @Nullable String unit) {
        return new ClaimExemption(YU, ground, unit, theCandidate());
    }

    private static ClaimExemption claim() {
        return claim(VETERAN, "u1");
    }
}
