package org.zhikao.admissions.placement;

import static org.zhikao.admissions.language.Acts.NOW;
import static org.zhikao.admissions.language.Acts.theCandidate;
import static org.zhikao.admissions.language.Facts.YU;
import static org.zhikao.admissions.language.Facts.and;
import static org.zhikao.admissions.language.Facts.leftOver;
import static org.zhikao.admissions.language.Facts.locked;
import static org.zhikao.admissions.language.Facts.placed;
import static org.zhikao.admissions.language.Terms.closed;
import static org.zhikao.admissions.language.Terms.during;
import static org.zhikao.admissions.season.Phase.CONFIRMATION;

import org.junit.jupiter.api.Test;
import org.zhikao.admissions.language.GivenWhenThen;
import org.zhikao.admissions.language.Scene;
import org.zhikao.admissions.placement.PlacementCommand.ConfirmOffer;
import org.zhikao.admissions.placement.PlacementCommand.DeclineOffer;
import org.zhikao.admissions.placement.PlacementEvent.OfferConfirmed;
import org.zhikao.admissions.placement.PlacementEvent.OfferDeclined;
import org.zhikao.admissions.registration.RegistrationRefusal;

/** 录取确认: one answer, in the window of the round. */
@GivenWhenThen
class AnsweringAnOfferTest {
    @Test
    void confirms() {
        Scene.dossier(during(CONFIRMATION)).given(placed()).when(yes()).emits(CONFIRMED);
    }

    @Test
    void declines() {
        Scene.dossier(during(CONFIRMATION)).given(placed()).when(no()).emits(DECLINED);
    }

    @Test
    void confirmsNoOfferThereIsNot() {
        Scene.dossier(during(CONFIRMATION)).given(leftOver()).when(yes()).refuses(PlacementRefusal.NO_OFFER);
    }

    @Test
    void declinesNoOfferThereIsNot() {
        Scene.dossier(during(CONFIRMATION)).given(locked()).when(no()).refuses(PlacementRefusal.NO_OFFER);
    }

    @Test
    void confirmsOnce() {
        Scene.dossier(during(CONFIRMATION))
                .given(and(placed(), CONFIRMED))
                .when(yes())
                .refuses(PlacementRefusal.ALREADY_ANSWERED);
    }

    @Test
    void doesNotConfirmWhatWasDeclined() {
        Scene.dossier(during(CONFIRMATION))
                .given(and(placed(), DECLINED))
                .when(yes())
                .refuses(PlacementRefusal.ALREADY_ANSWERED);
    }

    @Test
    void doesNotDeclineWhatWasConfirmed() {
        Scene.dossier(during(CONFIRMATION))
                .given(and(placed(), CONFIRMED))
                .when(no())
                .refuses(PlacementRefusal.ALREADY_ANSWERED);
    }

    @Test
    void confirmsOnlyInTheWindow() {
        Scene.dossier(closed()).given(placed()).when(yes()).refuses(PlacementRefusal.CONFIRMATION_CLOSED);
    }

    @Test
    void declinesOnlyInTheWindowOfTheRound() {
        Scene.dossier(closed().in(CONFIRMATION, 2))
                .given(placed())
                .when(no())
                .refuses(PlacementRefusal.CONFIRMATION_CLOSED);
    }

    @Test
    void confirmsOnlyWithAnApplication() {
        Scene.dossier(during(CONFIRMATION)).given().when(yes()).refuses(RegistrationRefusal.NO_APPLICATION);
    }

    @Test
    void declinesOnlyWithAnApplication() {
        Scene.dossier(during(CONFIRMATION)).given().when(no()).refuses(RegistrationRefusal.NO_APPLICATION);
    }

    private static final OfferConfirmed CONFIRMED = new OfferConfirmed(YU, "u1", NOW);
    private static final OfferDeclined DECLINED = new OfferDeclined(YU, "u1", NOW);

    private static ConfirmOffer yes() {
        return new ConfirmOffer(YU, theCandidate());
    }

    private static DeclineOffer no() {
        return new DeclineOffer(YU, theCandidate());
    }
}
