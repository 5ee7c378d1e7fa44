package org.zhikao.admissions.registration;

import static org.zhikao.admissions.language.Acts.NOW;
import static org.zhikao.admissions.language.Acts.anotherSchool;
import static org.zhikao.admissions.language.Acts.silently;
import static org.zhikao.admissions.language.Acts.theSchool;
import static org.zhikao.admissions.language.Facts.YU;
import static org.zhikao.admissions.language.Facts.confirmed;
import static org.zhikao.admissions.language.Facts.rejected;
import static org.zhikao.admissions.language.Facts.submitted;
import static org.zhikao.admissions.language.Terms.during;
import static org.zhikao.admissions.season.Phase.REGISTRATION;

import org.junit.jupiter.api.Test;
import org.zhikao.admissions.language.GivenWhenThen;
import org.zhikao.admissions.language.Scene;
import org.zhikao.admissions.registration.RegistrationCommand.ConfirmEligibility;
import org.zhikao.admissions.registration.RegistrationCommand.RejectEligibility;
import org.zhikao.admissions.registration.RegistrationCommand.ReturnApplication;
import org.zhikao.admissions.registration.RegistrationEvent.ApplicationReturned;
import org.zhikao.admissions.registration.RegistrationEvent.EligibilityConfirmed;
import org.zhikao.admissions.registration.RegistrationEvent.EligibilityRejected;

/** 资格审核: one decision about what was submitted. */
@GivenWhenThen
class ReviewingEligibilityTest {
    @Test
    void confirms() {
        Scene.dossier(during(REGISTRATION))
                .given(submitted())
                .when(new ConfirmEligibility(YU, theSchool()))
                .emits(new EligibilityConfirmed(YU, 1, NOW));
    }

    @Test
    void rejectsWithClauseAndReason() {
        Scene.dossier(during(REGISTRATION))
                .given(submitted())
                .when(new RejectEligibility(YU, "第三条", theSchool()))
                .emits(new EligibilityRejected(YU, "第三条", 1, NOW));
    }

    @Test
    void returnsWithReason() {
        Scene.dossier(during(REGISTRATION))
                .given(submitted())
                .when(new ReturnApplication(YU, theSchool()))
                .emits(new ApplicationReturned(YU, 1, NOW));
    }

    @Test
    void confirmsOnce() {
        Scene.dossier(during(REGISTRATION))
                .given(confirmed())
                .when(new ConfirmEligibility(YU, theSchool()))
                .refuses(RegistrationRefusal.NOTHING_TO_REVIEW);
    }

    @Test
    void doesNotRejectWhatWasConfirmed() {
        Scene.dossier(during(REGISTRATION))
                .given(confirmed())
                .when(new RejectEligibility(YU, "第三条", theSchool()))
                .refuses(RegistrationRefusal.NOTHING_TO_REVIEW);
    }

    @Test
    void doesNotReturnWhatWasRejected() {
        Scene.dossier(during(REGISTRATION))
                .given(rejected())
                .when(new ReturnApplication(YU, theSchool()))
                .refuses(RegistrationRefusal.NOTHING_TO_REVIEW);
    }

    @Test
    void rejectsOnlyWithAReason() {
        Scene.dossier(during(REGISTRATION))
                .given(submitted())
                .when(new RejectEligibility(YU, "第三条", silently(theSchool())))
                .refuses(RegistrationRefusal.REASON_MISSING);
    }

    @Test
    void rejectsOnlyWithAClause() {
        Scene.dossier(during(REGISTRATION))
                .given(submitted())
                .when(new RejectEligibility(YU, " ", theSchool()))
                .refuses(RegistrationRefusal.CLAUSE_MISSING);
    }

    @Test
    void returnsOnlyWithAReason() {
        Scene.dossier(during(REGISTRATION))
                .given(submitted())
                .when(new ReturnApplication(YU, silently(theSchool())))
                .refuses(RegistrationRefusal.REASON_MISSING);
    }

    @Test
    void isTheOwnSchoolsDuty() {
        Scene.dossier(during(REGISTRATION))
                .given(submitted())
                .when(new ConfirmEligibility(YU, anotherSchool()))
                .refuses(RegistrationRefusal.NOT_YOURS);
    }

    @Test
    void needsAnApplicationToConfirm() {
        Scene.dossier(during(REGISTRATION))
                .given()
                .when(new ConfirmEligibility(YU, theSchool()))
                .refuses(RegistrationRefusal.NO_APPLICATION);
    }

    @Test
    void needsAnApplicationToReject() {
        Scene.dossier(during(REGISTRATION))
                .given()
                .when(new RejectEligibility(YU, "第三条", theSchool()))
                .refuses(RegistrationRefusal.NO_APPLICATION);
    }

    @Test
    void needsAnApplicationToReturn() {
        Scene.dossier(during(REGISTRATION))
                .given()
                .when(new ReturnApplication(YU, theSchool()))
                .refuses(RegistrationRefusal.NO_APPLICATION);
    }
}
