package org.zhikao.admissions.scoring;

import static org.zhikao.admissions.language.Acts.NOW;
import static org.zhikao.admissions.language.Acts.theOffice;
import static org.zhikao.admissions.language.Facts.DIGEST;
import static org.zhikao.admissions.language.Facts.ELIGIBLE;
import static org.zhikao.admissions.language.Facts.RELEASE;
import static org.zhikao.admissions.language.Facts.SEASON;
import static org.zhikao.admissions.language.Facts.YU;
import static org.zhikao.admissions.language.Facts.marked;
import static org.zhikao.admissions.language.Facts.released;
import static org.zhikao.admissions.language.Terms.closed;
import static org.zhikao.admissions.language.Terms.during;
import static org.zhikao.admissions.season.Phase.SCORING;

import org.junit.jupiter.api.Test;
import org.zhikao.admissions.language.GivenWhenThen;
import org.zhikao.admissions.language.Scene;
import org.zhikao.admissions.registration.RegistrationRefusal;
import org.zhikao.admissions.scoring.ReleaseCommand.RecordRelease;
import org.zhikao.admissions.scoring.ReleaseEvent.ResultsComputed;
import org.zhikao.admissions.scoring.ScoringCommand.ReleaseResult;
import org.zhikao.admissions.scoring.ScoringEvent.ResultReleased;

/** 公布成绩: once, as computed. */
@GivenWhenThen
class ReleasingAResultTest {
    @Test
    void recordsTheResult() {
        Scene.dossier(during(SCORING).having(RELEASE))
                .given(marked())
                .when(release())
                .emits(new ResultReleased(YU, RELEASE, ELIGIBLE, 1, NOW));
    }

    @Test
    void refusesOutsideTheWindow() {
        Scene.dossier(closed().having(RELEASE)).given(marked()).when(release()).refuses(ScoringRefusal.SCORING_CLOSED);
    }

    @Test
    void refusesWhatWasNotComputed() {
        Scene.dossier(during(SCORING)).given(marked()).when(release()).refuses(ScoringRefusal.NOT_COMPUTED);
    }

    @Test
    void happensOnce() {
        Scene.dossier(during(SCORING).having(RELEASE))
                .given(released())
                .when(release())
                .refuses(ScoringRefusal.ALREADY_RELEASED);
    }

    @Test
    void needsAnApplication() {
        Scene.dossier(during(SCORING).having(RELEASE))
                .given()
                .when(release())
                .refuses(RegistrationRefusal.NO_APPLICATION);
    }

    @Test
    void bindsTheReleaseToItsDigest() {
        Scene.release(during(SCORING)).given().when(computation()).emits(COMPUTED);
    }

    @Test
    void computesARunningNumberOnce() {
        Scene.release(during(SCORING)).given(COMPUTED).when(computation()).refuses(ScoringRefusal.ALREADY_RELEASED);
    }

    @Test
    void computesOnlyWhileScoring() {
        Scene.release(closed()).given().when(computation()).refuses(ScoringRefusal.SCORING_CLOSED);
    }

    private static final ResultsComputed COMPUTED = new ResultsComputed(SEASON, 1, 900, DIGEST, 1, NOW);

    private static ReleaseResult release() {
        return new ReleaseResult(YU, RELEASE, ELIGIBLE, theOffice());
    }

    private static RecordRelease computation() {
        return new RecordRelease(SEASON, 1, 900, DIGEST, theOffice());
    }
}
