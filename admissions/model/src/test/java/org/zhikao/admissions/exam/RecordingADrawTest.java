package org.zhikao.admissions.exam;

import static org.zhikao.admissions.language.Acts.NOW;
import static org.zhikao.admissions.language.Acts.theOffice;
import static org.zhikao.admissions.language.Facts.DIGEST;
import static org.zhikao.admissions.language.Facts.SEASON;
import static org.zhikao.admissions.language.Terms.closed;
import static org.zhikao.admissions.language.Terms.during;
import static org.zhikao.admissions.season.Phase.EXAM;

import org.junit.jupiter.api.Test;
import org.zhikao.admissions.exam.DrawCommand.RecordDraw;
import org.zhikao.admissions.exam.DrawEvent.SeatsDrawn;
import org.zhikao.admissions.language.GivenWhenThen;
import org.zhikao.admissions.language.Scene;

/** 登记抽签编排: once a draw. */
@GivenWhenThen
class RecordingADrawTest {
    @Test
    void makesTheSeedAFact() {
        Scene.draw(during(EXAM)).given().when(record()).emits(DRAWN);
    }

    @Test
    void happensOnce() {
        Scene.draw(during(EXAM)).given(DRAWN).when(record()).refuses(ExamRefusal.ALREADY_ARRANGED);
    }

    @Test
    void waitsForTheExamPhase() {
        Scene.draw(closed()).given().when(record()).refuses(ExamRefusal.EXAM_NOT_OPEN);
    }

    private static final SeatsDrawn DRAWN = new SeatsDrawn(SEASON, 1, 42, 900, DIGEST, NOW);

    private static RecordDraw record() {
        return new RecordDraw(SEASON, 1, 42, 900, DIGEST, theOffice());
    }
}
