package org.zhikao.admissions.registration;

import static org.zhikao.admissions.language.Acts.NOW;
import static org.zhikao.admissions.language.Acts.anotherSchool;
import static org.zhikao.admissions.language.Acts.theCandidate;
import static org.zhikao.admissions.language.Acts.theSchool;
import static org.zhikao.admissions.language.Facts.YU;
import static org.zhikao.admissions.language.Facts.and;
import static org.zhikao.admissions.language.Facts.returned;
import static org.zhikao.admissions.language.Facts.submitted;
import static org.zhikao.admissions.language.Terms.TRACK;
import static org.zhikao.admissions.language.Terms.closed;
import static org.zhikao.admissions.language.Terms.during;
import static org.zhikao.admissions.season.Phase.REGISTRATION;

import org.junit.jupiter.api.Test;
import org.zhikao.admissions.language.GivenWhenThen;
import org.zhikao.admissions.language.Scene;
import org.zhikao.admissions.registration.RegistrationCommand.ConfirmEligibility;
import org.zhikao.admissions.registration.RegistrationCommand.ResubmitApplication;
import org.zhikao.admissions.registration.RegistrationEvent.ApplicationResubmitted;
import org.zhikao.admissions.registration.RegistrationEvent.EligibilityConfirmed;

/** 补正后重新提交: only what was returned, only while the window is open. */
@GivenWhenThen
class ResubmittingTest {
    @Test
    void recordsWhatWasMended() {
        Scene.dossier(during(REGISTRATION))
                .given(returned())
                .when(again())
                .emits(new ApplicationResubmitted(YU, TRACK, "02", "VETERAN", 1, NOW));
    }

    @Test
    void refusesWhatWasNotReturned() {
        Scene.dossier(during(REGISTRATION)).given(submitted()).when(again()).refuses(RegistrationRefusal.NOT_RETURNED);
    }

    @Test
    void refusesOutsideTheWindow() {
        Scene.dossier(closed()).given(returned()).when(again()).refuses(RegistrationRefusal.REGISTRATION_CLOSED);
    }

    @Test
    void refusesAnUnknownTrack() {
        Scene.dossier(during(REGISTRATION))
                .given(returned())
                .when(again("autumn", "01", "GRADUATE"))
                .refuses(RegistrationRefusal.UNKNOWN_TRACK);
    }

    @Test
    void refusesAnUnknownCategory() {
        Scene.dossier(during(REGISTRATION))
                .given(returned())
                .when(again(TRACK, "99", "GRADUATE"))
                .refuses(RegistrationRefusal.UNKNOWN_CATEGORY);
    }

    @Test
    void refusesAnUnknownKind() {
        Scene.dossier(during(REGISTRATION))
                .given(returned())
                .when(again(TRACK, "01", "PILOT"))
                .refuses(RegistrationRefusal.UNKNOWN_KIND);
    }

    @Test
    void refusesWhereNothingWasSubmitted() {
        Scene.dossier(during(REGISTRATION)).given().when(again()).refuses(RegistrationRefusal.NO_APPLICATION);
    }

    @Test
    void refusesAnotherSchool() {
        Scene.dossier(during(REGISTRATION))
                .given(returned())
                .when(new ResubmitApplication(YU, TRACK, "01", "GRADUATE", anotherSchool()))
                .refuses(RegistrationRefusal.NOT_YOURS);
    }

    @Test
    void canBeReviewedAgain() {
        Scene.dossier(during(REGISTRATION))
                .given(and(returned(), new ApplicationResubmitted(YU, TRACK, "01", "GRADUATE", 1, NOW)))
                .when(new ConfirmEligibility(YU, theSchool()))
                .emits(new EligibilityConfirmed(YU, 1, NOW));
    }

    private static ResubmitApplication again(String track, String category, String kind) {
        return new ResubmitApplication(YU, track, category, kind, theCandidate());
    }

    private static ResubmitApplication again() {
        return again(TRACK, "02", "VETERAN");
    }
}
