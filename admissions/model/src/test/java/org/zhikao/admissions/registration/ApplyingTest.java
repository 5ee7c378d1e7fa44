package org.zhikao.admissions.registration;

import static org.zhikao.admissions.language.Acts.SCHOOL;
import static org.zhikao.admissions.language.Acts.anAuditor;
import static org.zhikao.admissions.language.Acts.anotherSchool;
import static org.zhikao.admissions.language.Acts.theCandidate;
import static org.zhikao.admissions.language.Acts.theSchool;
import static org.zhikao.admissions.language.Facts.SEALED;
import static org.zhikao.admissions.language.Facts.SEASON;
import static org.zhikao.admissions.language.Facts.YU;
import static org.zhikao.admissions.language.Facts.submitted;
import static org.zhikao.admissions.language.Facts.withdrawn;
import static org.zhikao.admissions.language.Terms.TRACK;
import static org.zhikao.admissions.language.Terms.closed;
import static org.zhikao.admissions.language.Terms.during;
import static org.zhikao.admissions.season.Phase.REGISTRATION;

import org.junit.jupiter.api.Test;
import org.zhikao.admissions.language.GivenWhenThen;
import org.zhikao.admissions.language.Scene;
import org.zhikao.admissions.registration.RegistrationCommand.SubmitApplication;
import org.zhikao.admissions.season.SeasonRefusal;
import org.zhikao.admissions.shared.Act;
import org.zhikao.admissions.shared.SeasonId;

/** 报名: an application and its particulars are two facts of one act. */
@GivenWhenThen
class ApplyingTest {
    @Test
    void recordsApplicationAndParticulars() {
        Scene.dossier(during(REGISTRATION))
                .given()
                .when(application())
                .emits(submitted().get(0), submitted().get(1));
    }

    @Test
    void letsTheSchoolApplyForItsPupil() {
        Scene.dossier(during(REGISTRATION))
                .given()
                .when(application(TRACK, "01", "GRADUATE", theSchool()))
                .emits(submitted().get(0), submitted().get(1));
    }

    @Test
    void refusesASecondApplication() {
        Scene.dossier(during(REGISTRATION))
                .given(submitted())
                .when(application())
                .refuses(RegistrationRefusal.ALREADY_APPLIED);
    }

    @Test
    void refusesANewApplicationAfterWithdrawal() {
        Scene.dossier(during(REGISTRATION))
                .given(withdrawn())
                .when(application())
                .refuses(RegistrationRefusal.ALREADY_APPLIED);
    }

    @Test
    void refusesOutsideTheWindow() {
        Scene.dossier(closed()).given().when(application()).refuses(RegistrationRefusal.REGISTRATION_CLOSED);
    }

    @Test
    void refusesAnUnknownTrack() {
        Scene.dossier(during(REGISTRATION))
                .given()
                .when(application("autumn", "01", "GRADUATE", theCandidate()))
                .refuses(RegistrationRefusal.UNKNOWN_TRACK);
    }

    @Test
    void refusesAnUnknownCategory() {
        Scene.dossier(during(REGISTRATION))
                .given()
                .when(application(TRACK, "99", "GRADUATE", theCandidate()))
                .refuses(RegistrationRefusal.UNKNOWN_CATEGORY);
    }

    @Test
    void refusesAnUnknownKind() {
        Scene.dossier(during(REGISTRATION))
                .given()
                .when(application(TRACK, "01", "PILOT", theCandidate()))
                .refuses(RegistrationRefusal.UNKNOWN_KIND);
    }

    @Test
    void refusesAnotherSchool() {
        Scene.dossier(during(REGISTRATION))
                .given()
                .when(application(TRACK, "01", "GRADUATE", anotherSchool()))
                .refuses(RegistrationRefusal.NOT_YOURS);
    }

    @Test
    void refusesAnAuditor() {
        Scene.dossier(during(REGISTRATION))
                .given()
                .when(application(TRACK, "01", "GRADUATE", anAuditor()))
                .refuses(RegistrationRefusal.NOT_YOURS);
    }

    @Test
    void refusesASeasonThatIsNotPublished() {
        Scene.dossier(during(REGISTRATION))
                .given()
                .when(new SubmitApplication(
                        YU, new SeasonId("s-other-2026"), TRACK, "01", "GRADUATE", SCHOOL, SEALED, theCandidate()))
                .refuses(SeasonRefusal.NO_SUCH_SEASON);
    }

    private static SubmitApplication application(String track, String category, String kind, Act by) {
        return new SubmitApplication(YU, SEASON, track, category, kind, SCHOOL, SEALED, by);
    }

    private static SubmitApplication application() {
        return application(TRACK, "01", "GRADUATE", theCandidate());
    }
}
