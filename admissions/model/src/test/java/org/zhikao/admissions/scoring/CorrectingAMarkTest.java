package org.zhikao.admissions.scoring;

import static org.zhikao.admissions.language.Acts.NOW;
import static org.zhikao.admissions.language.Acts.silently;
import static org.zhikao.admissions.language.Acts.theOffice;
import static org.zhikao.admissions.language.Facts.DOCUMENT;
import static org.zhikao.admissions.language.Facts.RELEASE;
import static org.zhikao.admissions.language.Facts.YU;
import static org.zhikao.admissions.language.Facts.and;
import static org.zhikao.admissions.language.Facts.marked;
import static org.zhikao.admissions.language.Facts.released;
import static org.zhikao.admissions.language.Terms.CULTURE;
import static org.zhikao.admissions.language.Terms.closed;
import static org.zhikao.admissions.language.Terms.during;
import static org.zhikao.admissions.season.Phase.SCORING;

import org.junit.jupiter.api.Test;
import org.zhikao.admissions.language.GivenWhenThen;
import org.zhikao.admissions.language.Scene;
import org.zhikao.admissions.registration.RegistrationRefusal;
import org.zhikao.admissions.scoring.ScoringCommand.CorrectMark;
import org.zhikao.admissions.scoring.ScoringEvent.MarkCorrected;

/** 更正成绩: another mark, by document and reason, before release. */
@GivenWhenThen
class CorrectingAMarkTest {
    @Test
    void recordsBothMarks() {
        Scene.dossier(during(SCORING).having(RELEASE))
                .given(marked())
                .when(correction(CULTURE, 105))
                .emits(new MarkCorrected(YU, CULTURE, Mark.of(100), Mark.of(105), DOCUMENT, NOW));
    }

    @Test
    void correctsTheCorrection() {
        Scene.dossier(during(SCORING).having(RELEASE))
                .given(and(marked(), new MarkCorrected(YU, CULTURE, Mark.of(100), Mark.of(105), DOCUMENT, NOW)))
                .when(correction(CULTURE, 100))
                .emits(new MarkCorrected(YU, CULTURE, Mark.of(105), Mark.of(100), DOCUMENT, NOW));
    }

    @Test
    void refusesOutsideTheWindow() {
        Scene.dossier(closed()).given(marked()).when(correction(CULTURE, 105)).refuses(ScoringRefusal.SCORING_CLOSED);
    }

    @Test
    void refusesAfterRelease() {
        Scene.dossier(during(SCORING).having(RELEASE))
                .given(released())
                .when(correction(CULTURE, 105))
                .refuses(ScoringRefusal.RELEASED);
    }

    @Test
    void refusesWithoutADocument() {
        Scene.dossier(during(SCORING).having(RELEASE))
                .given(marked())
                .when(new CorrectMark(YU, CULTURE, Mark.of(105), " ", theOffice()))
                .refuses(ScoringRefusal.DOCUMENT_MISSING);
    }

    @Test
    void refusesWithoutAReason() {
        Scene.dossier(during(SCORING).having(RELEASE))
                .given(marked())
                .when(new CorrectMark(YU, CULTURE, Mark.of(105), DOCUMENT, silently(theOffice())))
                .refuses(ScoringRefusal.REASON_MISSING);
    }

    @Test
    void refusesAnUnknownComponent() {
        Scene.dossier(during(SCORING).having(RELEASE))
                .given(marked())
                .when(correction("DANCE", 105))
                .refuses(ScoringRefusal.UNKNOWN_COMPONENT);
    }

    @Test
    void refusesMoreThanTheMaximum() {
        Scene.dossier(during(SCORING).having(RELEASE))
                .given(marked())
                .when(correction(CULTURE, 151))
                .refuses(ScoringRefusal.OVER_MAXIMUM);
    }

    @Test
    void refusesWhatWasNeverMarked() {
        Scene.dossier(during(SCORING).having(RELEASE))
                .given(marked())
                .when(correction("MATHS", 105))
                .refuses(ScoringRefusal.NOT_MARKED);
    }

    @Test
    void refusesTheSameMark() {
        Scene.dossier(during(SCORING).having(RELEASE))
                .given(marked())
                .when(correction(CULTURE, 100))
                .refuses(ScoringRefusal.SAME_MARK);
    }

    @Test
    void needsAnApplication() {
        Scene.dossier(during(SCORING).having(RELEASE))
                .given()
                .when(correction(CULTURE, 105))
                .refuses(RegistrationRefusal.NO_APPLICATION);
    }

    private static CorrectMark correction(String component, long value) {
        return new CorrectMark(YU, component, Mark.of(value), DOCUMENT, theOffice());
    }
}
