package org.zhikao.admissions.registration;

import static org.zhikao.admissions.language.Acts.NOW;
import static org.zhikao.admissions.language.Acts.SCHOOL;
import static org.zhikao.admissions.language.Acts.act;
import static org.zhikao.admissions.language.Acts.theCandidate;
import static org.zhikao.admissions.language.Acts.theOffice;
import static org.zhikao.admissions.language.Facts.DRAW;
import static org.zhikao.admissions.language.Facts.SEAT;
import static org.zhikao.admissions.language.Facts.YU;
import static org.zhikao.admissions.language.Facts.confirmed;
import static org.zhikao.admissions.language.Facts.leftOver;
import static org.zhikao.admissions.language.Facts.leftOverForGood;
import static org.zhikao.admissions.language.Facts.placed;
import static org.zhikao.admissions.language.Facts.rejected;
import static org.zhikao.admissions.language.Facts.withdrawn;
import static org.zhikao.admissions.language.Terms.during;
import static org.zhikao.admissions.season.Phase.EXAM;
import static org.zhikao.admissions.season.Phase.REGISTRATION;

import org.junit.jupiter.api.Test;
import org.zhikao.admissions.exam.ExamCommand.ArrangeExam;
import org.zhikao.admissions.language.GivenWhenThen;
import org.zhikao.admissions.language.Scene;
import org.zhikao.admissions.registration.RegistrationCommand.WithdrawApplication;
import org.zhikao.admissions.registration.RegistrationEvent.ApplicationWithdrawn;
import org.zhikao.admissions.shared.Role;

/** 撤回报名: until a seat was given. */
@GivenWhenThen
class WithdrawingTest {
    @Test
    void givesTheSeasonUp() {
        Scene.dossier(during(REGISTRATION))
                .given(confirmed())
                .when(new WithdrawApplication(YU, theCandidate()))
                .emits(new ApplicationWithdrawn(YU, NOW));
    }

    @Test
    void isStillPossibleWithoutASeat() {
        Scene.dossier(during(REGISTRATION))
                .given(leftOver())
                .when(new WithdrawApplication(YU, theCandidate()))
                .emits(new ApplicationWithdrawn(YU, NOW));
    }

    @Test
    void happensOnce() {
        Scene.dossier(during(REGISTRATION))
                .given(withdrawn())
                .when(new WithdrawApplication(YU, theCandidate()))
                .refuses(RegistrationRefusal.WITHDRAWN);
    }

    @Test
    void hasNothingToGiveUpOnceRejected() {
        Scene.dossier(during(REGISTRATION))
                .given(rejected())
                .when(new WithdrawApplication(YU, theCandidate()))
                .refuses(RegistrationRefusal.NOTHING_TO_REVIEW);
    }

    @Test
    void isTooLateWithASeat() {
        Scene.dossier(during(REGISTRATION))
                .given(placed())
                .when(new WithdrawApplication(YU, theCandidate()))
                .refuses(RegistrationRefusal.ALREADY_PLACED);
    }

    @Test
    void isTooLateOnceTheOutcomeIsFinal() {
        Scene.dossier(during(REGISTRATION))
                .given(leftOverForGood())
                .when(new WithdrawApplication(YU, theCandidate()))
                .refuses(RegistrationRefusal.OUTCOME_FINAL);
    }

    @Test
    void needsAnApplication() {
        Scene.dossier(during(REGISTRATION))
                .given()
                .when(new WithdrawApplication(YU, theCandidate()))
                .refuses(RegistrationRefusal.NO_APPLICATION);
    }

    @Test
    void isNobodyElsesToOrder() {
        Scene.dossier(during(REGISTRATION))
                .given(confirmed())
                .when(new WithdrawApplication(YU, act("k-cZz00000000000000000009", Role.CANDIDATE, SCHOOL)))
                .refuses(RegistrationRefusal.NOT_YOURS);
    }

    @Test
    void endsEveryFurtherStep() {
        Scene.dossier(during(EXAM).having(DRAW))
                .given(withdrawn())
                .when(new ArrangeExam(YU, DRAW, SEAT, theOffice()))
                .refuses(RegistrationRefusal.WITHDRAWN);
    }
}
