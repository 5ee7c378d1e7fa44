package org.zhikao.admissions.scoring;

import static org.zhikao.admissions.language.Acts.NOW;
import static org.zhikao.admissions.language.Acts.theOffice;
import static org.zhikao.admissions.language.Facts.RELEASE;
import static org.zhikao.admissions.language.Facts.YU;
import static org.zhikao.admissions.language.Facts.exempt;
import static org.zhikao.admissions.language.Facts.marked;
import static org.zhikao.admissions.language.Facts.released;
import static org.zhikao.admissions.language.Facts.ticketed;
import static org.zhikao.admissions.language.Terms.CULTURE;
import static org.zhikao.admissions.language.Terms.closed;
import static org.zhikao.admissions.language.Terms.during;
import static org.zhikao.admissions.season.Phase.SCORING;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.zhikao.admissions.language.GivenWhenThen;
import org.zhikao.admissions.language.Scene;
import org.zhikao.admissions.registration.RegistrationRefusal;
import org.zhikao.admissions.scoring.ScoringCommand.RecordMarks;
import org.zhikao.admissions.scoring.ScoringEvent.MarkRecorded;

/** 登分: all marks of a command or none. */
@GivenWhenThen
class RecordingMarksTest {
    @Test
    void recordsOneFactAComponent() {
        Scene.dossier(during(SCORING).having(RELEASE))
                .given(ticketed())
                .when(marks(Map.of(CULTURE, Mark.of(150), "MATHS", new Mark(Mark.Status.ABSENT, 0))))
                .emits(
                        new MarkRecorded(YU, CULTURE, Mark.of(150), NOW),
                        new MarkRecorded(YU, "MATHS", new Mark(Mark.Status.ABSENT, 0), NOW));
    }

    @Test
    void refusesOutsideTheWindow() {
        Scene.dossier(closed()).given(ticketed()).when(mark(CULTURE, 100)).refuses(ScoringRefusal.SCORING_CLOSED);
    }

    @Test
    void refusesAfterRelease() {
        Scene.dossier(during(SCORING).having(RELEASE))
                .given(released())
                .when(mark("MATHS", 100))
                .refuses(ScoringRefusal.RELEASED);
    }

    @Test
    void refusesNoMarksAtAll() {
        Scene.dossier(during(SCORING).having(RELEASE))
                .given(ticketed())
                .when(marks(Map.of()))
                .refuses(ScoringRefusal.MARKS_MISSING);
    }

    @Test
    void refusesAnUnknownComponent() {
        Scene.dossier(during(SCORING).having(RELEASE))
                .given(ticketed())
                .when(mark("DANCE", 100))
                .refuses(ScoringRefusal.UNKNOWN_COMPONENT);
    }

    @Test
    void refusesMoreThanTheMaximum() {
        Scene.dossier(during(SCORING).having(RELEASE))
                .given(ticketed())
                .when(mark(CULTURE, 151))
                .refuses(ScoringRefusal.OVER_MAXIMUM);
    }

    @Test
    void refusesASecondMark() {
        Scene.dossier(during(SCORING).having(RELEASE))
                .given(marked())
                .when(marks(Map.of(CULTURE, Mark.of(100), "MATHS", Mark.of(90))))
                .refuses(ScoringRefusal.ALREADY_MARKED);
    }

    @Test
    void refusesWhoIsAdmittedWithoutExam() {
        Scene.dossier(during(SCORING).having(RELEASE))
                .given(exempt())
                .when(mark(CULTURE, 100))
                .refuses(ScoringRefusal.MARK_NOT_OWED);
    }

    @Test
    void needsAnApplication() {
        Scene.dossier(during(SCORING).having(RELEASE))
                .given()
                .when(mark(CULTURE, 100))
                .refuses(RegistrationRefusal.NO_APPLICATION);
    }

    private static RecordMarks marks(Map<String, Mark> marks) {
        return new RecordMarks(YU, marks, theOffice());
    }

    private static RecordMarks mark(String component, long value) {
        return marks(Map.of(component, Mark.of(value)));
    }
}
