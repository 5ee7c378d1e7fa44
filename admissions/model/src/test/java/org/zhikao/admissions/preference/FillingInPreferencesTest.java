package org.zhikao.admissions.preference;

import static org.zhikao.admissions.language.Acts.NOW;
import static org.zhikao.admissions.language.Acts.theCandidate;
import static org.zhikao.admissions.language.Facts.INELIGIBLE;
import static org.zhikao.admissions.language.Facts.YU;
import static org.zhikao.admissions.language.Facts.and;
import static org.zhikao.admissions.language.Facts.exempt;
import static org.zhikao.admissions.language.Facts.leftOver;
import static org.zhikao.admissions.language.Facts.locked;
import static org.zhikao.admissions.language.Facts.marked;
import static org.zhikao.admissions.language.Facts.placed;
import static org.zhikao.admissions.language.Facts.released;
import static org.zhikao.admissions.language.Facts.saved;
import static org.zhikao.admissions.language.Terms.closed;
import static org.zhikao.admissions.language.Terms.during;
import static org.zhikao.admissions.season.Phase.PREFERENCE;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.zhikao.admissions.language.GivenWhenThen;
import org.zhikao.admissions.language.Scene;
import org.zhikao.admissions.preference.PreferenceCommand.LockPreferences;
import org.zhikao.admissions.preference.PreferenceCommand.SavePreferences;
import org.zhikao.admissions.preference.PreferenceEvent.PreferencesLapsed;
import org.zhikao.admissions.preference.PreferenceEvent.PreferencesLocked;
import org.zhikao.admissions.preference.PreferenceEvent.PreferencesSaved;
import org.zhikao.admissions.registration.RegistrationRefusal;
import org.zhikao.admissions.shared.Event;

/** 填报志愿: saved as often as wished, locked once, by who is entitled to the round. */
@GivenWhenThen
class FillingInPreferencesTest {
    @Test
    void savesTheList() {
        Scene.dossier(during(PREFERENCE))
                .given(released())
                .when(list(1, "u1", "u2"))
                .emits(new PreferencesSaved(YU, 1, List.of("u1", "u2"), NOW));
    }

    @Test
    void replacesTheList() {
        Scene.dossier(during(PREFERENCE))
                .given(saved())
                .when(list(1, "u3"))
                .emits(new PreferencesSaved(YU, 1, List.of("u3"), NOW));
    }

    @Test
    void opensTheSecondRoundToWhoWasLeft() {
        Scene.dossier(closed().in(PREFERENCE, 2))
                .given(leftOver())
                .when(list(2, "u3"))
                .emits(new PreferencesSaved(YU, 2, List.of("u3"), NOW));
    }

    @Test
    void refusesOutsideTheWindow() {
        Scene.dossier(closed()).given(released()).when(list(1, "u1")).refuses(PreferenceRefusal.PREFERENCES_CLOSED);
    }

    @Test
    void refusesBeforeTheResult() {
        Scene.dossier(during(PREFERENCE)).given(marked()).when(list(1, "u1")).refuses(PreferenceRefusal.NOT_ENTITLED);
    }

    @Test
    void refusesWhoMissedTheMinimum() {
        Scene.dossier(during(PREFERENCE))
                .given(released(INELIGIBLE))
                .when(list(1, "u1"))
                .refuses(PreferenceRefusal.NOT_ENTITLED);
    }

    @Test
    void refusesWhoIsAdmittedWithoutExam() {
        Scene.dossier(during(PREFERENCE)).given(exempt()).when(list(1, "u1")).refuses(PreferenceRefusal.NOT_ENTITLED);
    }

    @Test
    void refusesTheSecondRoundToWhoHoldsASeat() {
        Scene.dossier(closed().in(PREFERENCE, 2))
                .given(placed())
                .when(list(2, "u1"))
                .refuses(PreferenceRefusal.NOT_ENTITLED);
    }

    @Test
    void refusesToSkipTheFirstRound() {
        Scene.dossier(closed().in(PREFERENCE, 2))
                .given(released())
                .when(list(2, "u1"))
                .refuses(PreferenceRefusal.NOT_ENTITLED);
    }

    @Test
    void refusesAnEmptyList() {
        Scene.dossier(during(PREFERENCE)).given(released()).when(list(1)).refuses(PreferenceRefusal.EMPTY_LIST);
    }

    @Test
    void refusesTooLongAList() {
        Scene.dossier(during(PREFERENCE))
                .given(released())
                .when(list(1, "u1", "u2", "u3", "u4"))
                .refuses(PreferenceRefusal.TOO_MANY);
    }

    @Test
    void refusesAUnitTwice() {
        Scene.dossier(during(PREFERENCE))
                .given(released())
                .when(list(1, "u1", "u1"))
                .refuses(PreferenceRefusal.DUPLICATE_UNIT);
    }

    @Test
    void refusesAUnitNotOffered() {
        Scene.dossier(during(PREFERENCE))
                .given(released())
                .when(list(1, "u1", "x9"))
                .refuses(PreferenceRefusal.UNKNOWN_UNIT);
    }

    @Test
    void refusesToSaveWhatIsLocked() {
        Scene.dossier(during(PREFERENCE)).given(locked()).when(list(1, "u1")).refuses(PreferenceRefusal.LOCKED);
    }

    @Test
    void refusesToSaveWhatWasGivenUp() {
        Scene.dossier(during(PREFERENCE)).given(lapsed()).when(list(1, "u1")).refuses(PreferenceRefusal.SETTLED);
    }

    @Test
    void savesOnlyWithAnApplication() {
        Scene.dossier(during(PREFERENCE)).given().when(list(1, "u1")).refuses(RegistrationRefusal.NO_APPLICATION);
    }

    @Test
    void locksWhatWasSaved() {
        Scene.dossier(during(PREFERENCE)).given(saved()).when(lock(1)).emits(new PreferencesLocked(YU, 1, false, NOW));
    }

    @Test
    void locksNothingUnsaved() {
        Scene.dossier(during(PREFERENCE)).given(released()).when(lock(1)).refuses(PreferenceRefusal.NOTHING_SAVED);
    }

    @Test
    void locksNotTheListOfTheRoundBefore() {
        Scene.dossier(closed().in(PREFERENCE, 2))
                .given(leftOver())
                .when(lock(2))
                .refuses(PreferenceRefusal.NOTHING_SAVED);
    }

    @Test
    void locksOnce() {
        Scene.dossier(during(PREFERENCE)).given(locked()).when(lock(1)).refuses(PreferenceRefusal.LOCKED);
    }

    @Test
    void locksNothingGivenUp() {
        Scene.dossier(during(PREFERENCE)).given(lapsed()).when(lock(1)).refuses(PreferenceRefusal.SETTLED);
    }

    @Test
    void locksNothingOutsideTheWindow() {
        Scene.dossier(closed()).given(saved()).when(lock(1)).refuses(PreferenceRefusal.PREFERENCES_CLOSED);
    }

    @Test
    void locksOnlyForTheEntitled() {
        Scene.dossier(during(PREFERENCE)).given(marked()).when(lock(1)).refuses(PreferenceRefusal.NOT_ENTITLED);
    }

    @Test
    void locksOnlyWithAnApplication() {
        Scene.dossier(during(PREFERENCE)).given().when(lock(1)).refuses(RegistrationRefusal.NO_APPLICATION);
    }

    private static SavePreferences list(int round, String... units) {
        return new SavePreferences(YU, round, List.of(units), theCandidate());
    }

    private static LockPreferences lock(int round) {
        return new LockPreferences(YU, round, theCandidate());
    }

    private static List<Event> lapsed() {
        return and(released(), new PreferencesLapsed(YU, 1, NOW));
    }
}
