package org.zhikao.admissions.registration;

import static org.zhikao.admissions.language.Acts.NOW;
import static org.zhikao.admissions.language.Acts.anotherSchool;
import static org.zhikao.admissions.language.Acts.silently;
import static org.zhikao.admissions.language.Acts.theCandidate;
import static org.zhikao.admissions.language.Acts.theOffice;
import static org.zhikao.admissions.language.Facts.SEALED;
import static org.zhikao.admissions.language.Facts.YU;
import static org.zhikao.admissions.language.Facts.confirmed;
import static org.zhikao.admissions.language.Facts.submitted;
import static org.zhikao.admissions.language.Facts.withdrawn;
import static org.zhikao.admissions.language.Terms.during;
import static org.zhikao.admissions.season.Phase.REGISTRATION;

import org.junit.jupiter.api.Test;
import org.zhikao.admissions.language.GivenWhenThen;
import org.zhikao.admissions.language.Scene;
import org.zhikao.admissions.registration.RegistrationCommand.CorrectParticulars;
import org.zhikao.admissions.registration.RegistrationEvent.ParticularsCorrected;

/** 更正个人信息: identity is bound once. */
@GivenWhenThen
class CorrectingParticularsTest {
    @Test
    void letsTheCandidateCorrectBeforeConfirmation() {
        Scene.dossier(during(REGISTRATION))
                .given(submitted())
                .when(new CorrectParticulars(YU, SEALED, theCandidate()))
                .emits(new ParticularsCorrected(YU, SEALED, NOW));
    }

    @Test
    void letsTheOfficeCorrectAfterwards() {
        Scene.dossier(during(REGISTRATION))
                .given(confirmed())
                .when(new CorrectParticulars(YU, SEALED, theOffice()))
                .emits(new ParticularsCorrected(YU, SEALED, NOW));
    }

    @Test
    void isFixedForTheCandidateAfterConfirmation() {
        Scene.dossier(during(REGISTRATION))
                .given(confirmed())
                .when(new CorrectParticulars(YU, SEALED, theCandidate()))
                .refuses(RegistrationRefusal.PARTICULARS_FIXED);
    }

    @Test
    void asksTheOfficeForAReason() {
        Scene.dossier(during(REGISTRATION))
                .given(confirmed())
                .when(new CorrectParticulars(YU, SEALED, silently(theOffice())))
                .refuses(RegistrationRefusal.REASON_MISSING);
    }

    @Test
    void refusesAfterWithdrawal() {
        Scene.dossier(during(REGISTRATION))
                .given(withdrawn())
                .when(new CorrectParticulars(YU, SEALED, theOffice()))
                .refuses(RegistrationRefusal.WITHDRAWN);
    }

    @Test
    void needsAnApplication() {
        Scene.dossier(during(REGISTRATION))
                .given()
                .when(new CorrectParticulars(YU, SEALED, theCandidate()))
                .refuses(RegistrationRefusal.NO_APPLICATION);
    }

    @Test
    void refusesAnotherSchool() {
        Scene.dossier(during(REGISTRATION))
                .given(submitted())
                .when(new CorrectParticulars(YU, SEALED, anotherSchool()))
                .refuses(RegistrationRefusal.NOT_YOURS);
    }
}
