package org.zhikao.admissions.exam;

import static org.zhikao.admissions.language.Acts.NOW;
import static org.zhikao.admissions.language.Acts.theOffice;
import static org.zhikao.admissions.language.Facts.DRAW;
import static org.zhikao.admissions.language.Facts.YU;
import static org.zhikao.admissions.language.Facts.and;
import static org.zhikao.admissions.language.Facts.arranged;
import static org.zhikao.admissions.language.Facts.ticketed;
import static org.zhikao.admissions.language.Terms.closed;
import static org.zhikao.admissions.language.Terms.during;
import static org.zhikao.admissions.season.Phase.EXAM;

import org.junit.jupiter.api.Test;
import org.zhikao.admissions.exam.ExamCommand.RecordAttendance;
import org.zhikao.admissions.exam.ExamEvent.ExamAttended;
import org.zhikao.admissions.exam.ExamEvent.ExamMissed;
import org.zhikao.admissions.language.GivenWhenThen;
import org.zhikao.admissions.language.Scene;
import org.zhikao.admissions.registration.RegistrationRefusal;

/** 登记到考与缺考: once a sitting. */
@GivenWhenThen
class RecordingAttendanceTest {
    @Test
    void recordsPresence() {
        Scene.dossier(during(EXAM).having(DRAW))
                .given(ticketed())
                .when(attendance("CULTURE", true))
                .emits(new ExamAttended(YU, "CULTURE", NOW));
    }

    @Test
    void recordsAbsence() {
        Scene.dossier(during(EXAM).having(DRAW))
                .given(ticketed())
                .when(attendance("CULTURE", false))
                .emits(new ExamMissed(YU, "CULTURE", NOW));
    }

    @Test
    void recordsEachSittingByItself() {
        Scene.dossier(during(EXAM).having(DRAW))
                .given(and(ticketed(), new ExamMissed(YU, "SKILL", NOW)))
                .when(attendance("CULTURE", true))
                .emits(new ExamAttended(YU, "CULTURE", NOW));
    }

    @Test
    void refusesBeforeTheExamPhase() {
        Scene.dossier(closed())
                .given(ticketed())
                .when(attendance("CULTURE", true))
                .refuses(ExamRefusal.EXAM_NOT_OPEN);
    }

    @Test
    void refusesWithoutATicket() {
        Scene.dossier(during(EXAM).having(DRAW))
                .given(arranged())
                .when(attendance("CULTURE", true))
                .refuses(ExamRefusal.NO_TICKET);
    }

    @Test
    void refusesASittingWithoutName() {
        Scene.dossier(during(EXAM).having(DRAW))
                .given(ticketed())
                .when(attendance(" ", true))
                .refuses(ExamRefusal.UNKNOWN_SITTING);
    }

    @Test
    void doesNotTurnPresenceIntoAbsence() {
        Scene.dossier(during(EXAM).having(DRAW))
                .given(and(ticketed(), new ExamAttended(YU, "CULTURE", NOW)))
                .when(attendance("CULTURE", false))
                .refuses(ExamRefusal.ATTENDANCE_RECORDED);
    }

    @Test
    void doesNotTurnAbsenceIntoPresence() {
        Scene.dossier(during(EXAM).having(DRAW))
                .given(and(ticketed(), new ExamMissed(YU, "CULTURE", NOW)))
                .when(attendance("CULTURE", true))
                .refuses(ExamRefusal.ATTENDANCE_RECORDED);
    }

    @Test
    void needsAnApplication() {
        Scene.dossier(during(EXAM).having(DRAW))
                .given()
                .when(attendance("CULTURE", true))
                .refuses(RegistrationRefusal.NO_APPLICATION);
    }

    private static RecordAttendance attendance(String sitting, boolean present) {
        return new RecordAttendance(YU, sitting, present, theOffice());
    }
}
