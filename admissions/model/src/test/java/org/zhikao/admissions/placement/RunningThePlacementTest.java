package org.zhikao.admissions.placement;

import static org.zhikao.admissions.language.Acts.NOW;
import static org.zhikao.admissions.language.Acts.theOffice;
import static org.zhikao.admissions.language.Acts.theSystem;
import static org.zhikao.admissions.language.Facts.DIGEST;
import static org.zhikao.admissions.language.Facts.SEASON;
import static org.zhikao.admissions.language.Terms.closed;
import static org.zhikao.admissions.language.Terms.during;
import static org.zhikao.admissions.season.Phase.PLACEMENT;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.zhikao.admissions.language.GivenWhenThen;
import org.zhikao.admissions.language.Scene;
import org.zhikao.admissions.placement.RunCommand.PublishRun;
import org.zhikao.admissions.placement.RunCommand.RecordRun;
import org.zhikao.admissions.placement.RunCommand.RecordVerification;
import org.zhikao.admissions.placement.RunEvent.RunComputed;
import org.zhikao.admissions.placement.RunEvent.RunFailedVerification;
import org.zhikao.admissions.placement.RunEvent.RunPublished;
import org.zhikao.admissions.placement.RunEvent.RunVerified;

/** 投档运行: computed, verified, published, in this order and once each. */
@GivenWhenThen
class RunningThePlacementTest {
    @Test
    void recordsWhatWasComputed() {
        Scene.run(during(PLACEMENT)).given().when(computation()).emits(COMPUTED);
    }

    @Test
    void computesARunOnce() {
        Scene.run(during(PLACEMENT)).given(COMPUTED).when(computation()).refuses(PlacementRefusal.RUN_EXISTS);
    }

    @Test
    void computesOnlyInThePhase() {
        Scene.run(closed()).given().when(computation()).refuses(PlacementRefusal.PLACEMENT_NOT_OPEN);
    }

    @Test
    void recordsThatEveryPropertyHolds() {
        Scene.run(during(PLACEMENT)).given(COMPUTED).when(verification(OUTPUT)).emits(VERIFIED);
    }

    @Test
    void recordsTheViolations() {
        Scene.run(during(PLACEMENT))
                .given(COMPUTED)
                .when(verification(OUTPUT, "P3 u1"))
                .emits(FAILED);
    }

    @Test
    void verifiesNothingThatWasNotComputed() {
        Scene.run(during(PLACEMENT)).given().when(verification(OUTPUT)).refuses(PlacementRefusal.RUN_NOT_COMPUTED);
    }

    @Test
    void verifiesOnce() {
        Scene.run(during(PLACEMENT))
                .given(COMPUTED, FAILED)
                .when(verification(OUTPUT))
                .refuses(PlacementRefusal.RUN_NOT_COMPUTED);
    }

    @Test
    void verifiesThatOutputOnly() {
        Scene.run(during(PLACEMENT)).given(COMPUTED).when(verification(DIGEST)).refuses(PlacementRefusal.OTHER_OUTPUT);
    }

    @Test
    void publishesWhatWasVerified() {
        Scene.run(during(PLACEMENT))
                .given(COMPUTED, VERIFIED)
                .when(publication())
                .emits(PUBLISHED);
    }

    @Test
    void publishesOnce() {
        Scene.run(during(PLACEMENT))
                .given(COMPUTED, VERIFIED, PUBLISHED)
                .when(publication())
                .refuses(PlacementRefusal.RUN_PUBLISHED);
    }

    @Test
    void publishesNothingThatFailed() {
        Scene.run(during(PLACEMENT))
                .given(COMPUTED, FAILED)
                .when(publication())
                .refuses(PlacementRefusal.RUN_FAILED_VERIFICATION);
    }

    @Test
    void publishesNothingUnverified() {
        Scene.run(during(PLACEMENT)).given(COMPUTED).when(publication()).refuses(PlacementRefusal.RUN_NOT_VERIFIED);
    }

    @Test
    void publishesNothingThatWasNotComputed() {
        Scene.run(during(PLACEMENT)).given().when(publication()).refuses(PlacementRefusal.RUN_NOT_COMPUTED);
    }

    @Test
    void publishesOnlyInThePhase() {
        Scene.run(closed()).given(COMPUTED, VERIFIED).when(publication()).refuses(PlacementRefusal.PLACEMENT_NOT_OPEN);
    }

    private static final String OUTPUT = "b".repeat(64);
    private static final RunDigest FIGURES = new RunDigest(DIGEST, OUTPUT, 900, 700);
    private static final RunComputed COMPUTED = new RunComputed(SEASON, 1, 1, "PARALLEL", FIGURES, NOW);
    private static final RunVerified VERIFIED = new RunVerified(SEASON, 1, OUTPUT, List.of("P1"), NOW);
    private static final RunFailedVerification FAILED =
            new RunFailedVerification(SEASON, 1, OUTPUT, List.of("P3 u1"), NOW);
    private static final RunPublished PUBLISHED = new RunPublished(SEASON, 1, 1, NOW);

    private static RecordRun computation() {
        return new RecordRun(SEASON, 1, 1, "PARALLEL", FIGURES, theOffice());
    }

    private static RecordVerification verification(String output, String... violations) {
        return new RecordVerification(SEASON, 1, output, List.of("P1"), List.of(violations), theSystem());
    }

    private static PublishRun publication() {
        return new PublishRun(SEASON, 1, theOffice());
    }
}
