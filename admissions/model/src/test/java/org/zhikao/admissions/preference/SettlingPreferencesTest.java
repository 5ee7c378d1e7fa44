package org.zhikao.admissions.preference;

import static org.zhikao.admissions.language.Acts.NOW;
import static org.zhikao.admissions.language.Acts.theSystem;
import static org.zhikao.admissions.language.Facts.INELIGIBLE;
import static org.zhikao.admissions.language.Facts.YU;
import static org.zhikao.admissions.language.Facts.and;
import static org.zhikao.admissions.language.Facts.locked;
import static org.zhikao.admissions.language.Facts.released;
import static org.zhikao.admissions.language.Facts.saved;
import static org.zhikao.admissions.language.Terms.during;
import static org.zhikao.admissions.season.Phase.PREFERENCE;
import static org.zhikao.admissions.season.Phase.SCORING;

import org.junit.jupiter.api.Test;
import org.zhikao.admissions.language.GivenWhenThen;
import org.zhikao.admissions.language.Scene;
import org.zhikao.admissions.preference.PreferenceCommand.SettlePreferences;
import org.zhikao.admissions.preference.PreferenceEvent.PreferencesLapsed;
import org.zhikao.admissions.preference.PreferenceEvent.PreferencesLocked;
import org.zhikao.admissions.registration.RegistrationRefusal;

/** 截止结算: the last act of the window. */
@GivenWhenThen
class SettlingPreferencesTest {
    @Test
    void locksWhatWasSaved() {
        Scene.dossier(during(PREFERENCE))
                .given(saved())
                .when(settlement())
                .emits(new PreferencesLocked(YU, 1, true, NOW));
    }

    @Test
    void recordsWhoGaveTheRoundUp() {
        Scene.dossier(during(PREFERENCE)).given(released()).when(settlement()).emits(new PreferencesLapsed(YU, 1, NOW));
    }

    @Test
    void leavesWhatIsLocked() {
        Scene.dossier(during(PREFERENCE)).given(locked()).when(settlement()).refuses(PreferenceRefusal.SETTLED);
    }

    @Test
    void happensOnce() {
        Scene.dossier(during(PREFERENCE))
                .given(and(released(), new PreferencesLapsed(YU, 1, NOW)))
                .when(settlement())
                .refuses(PreferenceRefusal.SETTLED);
    }

    @Test
    void takesNoRoundAwayBeforeItsWindow() {
        Scene.dossier(during(SCORING))
                .given(released())
                .when(settlement())
                .refuses(PreferenceRefusal.PREFERENCES_CLOSED);
    }

    @Test
    void concernsOnlyTheEntitled() {
        Scene.dossier(during(PREFERENCE))
                .given(released(INELIGIBLE))
                .when(settlement())
                .refuses(PreferenceRefusal.NOT_ENTITLED);
    }

    @Test
    void needsAnApplication() {
        Scene.dossier(during(PREFERENCE)).given().when(settlement()).refuses(RegistrationRefusal.NO_APPLICATION);
    }

    private static SettlePreferences settlement() {
        return new SettlePreferences(YU, 1, theSystem());
    }
}
