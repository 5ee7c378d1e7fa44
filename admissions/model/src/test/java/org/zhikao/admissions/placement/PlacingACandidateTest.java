package org.zhikao.admissions.placement;

import static org.zhikao.admissions.language.Acts.NOW;
import static org.zhikao.admissions.language.Acts.theSystem;
import static org.zhikao.admissions.language.Facts.INELIGIBLE;
import static org.zhikao.admissions.language.Facts.OFFER;
import static org.zhikao.admissions.language.Facts.YU;
import static org.zhikao.admissions.language.Facts.and;
import static org.zhikao.admissions.language.Facts.exempt;
import static org.zhikao.admissions.language.Facts.leftOver;
import static org.zhikao.admissions.language.Facts.locked;
import static org.zhikao.admissions.language.Facts.placed;
import static org.zhikao.admissions.language.Facts.released;
import static org.zhikao.admissions.language.Facts.run;
import static org.zhikao.admissions.language.Facts.saved;
import static org.zhikao.admissions.language.Terms.closed;
import static org.zhikao.admissions.language.Terms.during;
import static org.zhikao.admissions.season.Phase.PLACEMENT;

import org.junit.jupiter.api.Test;
import org.zhikao.admissions.language.GivenWhenThen;
import org.zhikao.admissions.language.Scene;
import org.zhikao.admissions.language.Terms;
import org.zhikao.admissions.placement.PlacementCommand.LeaveUnplaced;
import org.zhikao.admissions.placement.PlacementCommand.PlaceCandidate;
import org.zhikao.admissions.placement.PlacementEvent.CandidateNotPlaced;
import org.zhikao.admissions.placement.PlacementEvent.CandidatePlaced;
import org.zhikao.admissions.registration.RegistrationRefusal;

/** 录取与未录取: one outcome a round, by a published run. */
@GivenWhenThen
class PlacingACandidateTest {
    @Test
    void givesTheSeat() {
        Scene.dossier(during(PLACEMENT).having(run(1)))
                .given(locked())
                .when(placing(1))
                .emits(new CandidatePlaced(YU, run(1), 1, OFFER, NOW));
    }

    @Test
    void placesWithoutExamInTheFirstRound() {
        Scene.dossier(during(PLACEMENT).having(run(1)))
                .given(exempt())
                .when(placing(1))
                .emits(new CandidatePlaced(YU, run(1), 1, OFFER, NOW));
    }

    @Test
    void refusesOutsideThePhase() {
        Scene.dossier(closed().having(run(1)))
                .given(locked())
                .when(placing(1))
                .refuses(PlacementRefusal.PLACEMENT_NOT_OPEN);
    }

    @Test
    void refusesARunThatIsNotPublished() {
        Scene.dossier(during(PLACEMENT)).given(locked()).when(placing(1)).refuses(PlacementRefusal.RUN_NOT_PUBLISHED);
    }

    @Test
    void givesOneSeatASeason() {
        Scene.dossier(during(PLACEMENT).having(run(1)))
                .given(placed())
                .when(placing(1))
                .refuses(PlacementRefusal.ALREADY_PLACED);
    }

    @Test
    void refusesWhoTookNoPart() {
        Scene.dossier(during(PLACEMENT).having(run(1)))
                .given(saved())
                .when(placing(1))
                .refuses(PlacementRefusal.NOT_IN_ROUND);
    }

    @Test
    void decidesARoundOnce() {
        Scene.dossier(during(PLACEMENT).having(run(1)))
                .given(leftOver())
                .when(placing(1))
                .refuses(PlacementRefusal.ROUND_DECIDED);
    }

    @Test
    void placesOnlyWithAnApplication() {
        Scene.dossier(during(PLACEMENT).having(run(1)))
                .given()
                .when(placing(1))
                .refuses(RegistrationRefusal.NO_APPLICATION);
    }

    @Test
    void leavesTheNextRoundOpen() {
        Scene.dossier(during(PLACEMENT).having(run(1)))
                .given(locked())
                .when(leaving(1))
                .emits(new CandidateNotPlaced(YU, run(1), 1, "NO_SEAT", false, NOW));
    }

    @Test
    void closesTheSeasonAfterTheLastRound() {
        Scene.dossier(secondRound())
                .given(leftOver())
                .when(leaving(2))
                .emits(new CandidateNotPlaced(YU, run(2), 2, "NO_SEAT", true, NOW));
    }

    @Test
    void closesTheSeasonForTheIneligible() {
        Scene.dossier(during(PLACEMENT).having(run(1)))
                .given(released(INELIGIBLE))
                .when(leaving(1))
                .emits(new CandidateNotPlaced(YU, run(1), 1, "NO_SEAT", true, NOW));
    }

    @Test
    void leavesNobodyOutsideThePhase() {
        Scene.dossier(closed().having(run(1)))
                .given(locked())
                .when(leaving(1))
                .refuses(PlacementRefusal.PLACEMENT_NOT_OPEN);
    }

    @Test
    void leavesNobodyByAnUnpublishedRun() {
        Scene.dossier(during(PLACEMENT)).given(locked()).when(leaving(1)).refuses(PlacementRefusal.RUN_NOT_PUBLISHED);
    }

    @Test
    void leavesNobodyWhoHoldsASeat() {
        Scene.dossier(during(PLACEMENT).having(run(1)))
                .given(placed())
                .when(leaving(1))
                .refuses(PlacementRefusal.ALREADY_PLACED);
    }

    @Test
    void leavesNobodyTwiceInARound() {
        Scene.dossier(during(PLACEMENT).having(run(1)))
                .given(leftOver())
                .when(leaving(1))
                .refuses(PlacementRefusal.ROUND_DECIDED);
    }

    @Test
    void leavesNobodyAfterTheLastRound() {
        Scene.dossier(secondRound())
                .given(and(locked(), new CandidateNotPlaced(YU, run(1), 1, "NO_SEAT", true, NOW)))
                .when(leaving(2))
                .refuses(PlacementRefusal.ROUND_DECIDED);
    }

    @Test
    void leavesOnlyWithAnApplication() {
        Scene.dossier(during(PLACEMENT).having(run(1)))
                .given()
                .when(leaving(1))
                .refuses(RegistrationRefusal.NO_APPLICATION);
    }

    private static PlaceCandidate placing(int round) {
        return new PlaceCandidate(YU, run(round), round, OFFER, theSystem());
    }

    private static LeaveUnplaced leaving(int round) {
        return new LeaveUnplaced(YU, run(round), round, "NO_SEAT", theSystem());
    }

    private static Terms secondRound() {
        return closed().in(PLACEMENT, 2).having(run(2));
    }
}
