package org.zhikao.admissions.season;

import static org.zhikao.admissions.language.Acts.NOW;
import static org.zhikao.admissions.language.Acts.anotherOfficer;
import static org.zhikao.admissions.language.Acts.theOffice;
import static org.zhikao.admissions.language.Facts.DIGEST;
import static org.zhikao.admissions.language.Facts.SEASON;
import static org.zhikao.admissions.language.Facts.and;
import static org.zhikao.admissions.season.Phase.CONFIRMATION;
import static org.zhikao.admissions.season.Phase.EXAM;
import static org.zhikao.admissions.season.Phase.EXEMPTION;
import static org.zhikao.admissions.season.Phase.PLACEMENT;
import static org.zhikao.admissions.season.Phase.PREFERENCE;
import static org.zhikao.admissions.season.Phase.REGISTRATION;
import static org.zhikao.admissions.season.Phase.SCORING;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.zhikao.admissions.language.GivenWhenThen;
import org.zhikao.admissions.language.Scene;
import org.zhikao.admissions.season.SeasonCommand.ClosePhase;
import org.zhikao.admissions.season.SeasonCommand.OpenPhase;
import org.zhikao.admissions.season.SeasonEvent.PhaseClosed;
import org.zhikao.admissions.season.SeasonEvent.PhaseOpened;
import org.zhikao.admissions.season.SeasonEvent.RulesApproved;
import org.zhikao.admissions.season.SeasonEvent.SeasonDrafted;
import org.zhikao.admissions.season.SeasonEvent.SeasonPublished;
import org.zhikao.admissions.shared.Event;

/** 阶段: opened and closed in the order of the season. */
@GivenWhenThen
class OpeningPhasesTest {
    @Test
    void opensRegistrationFirst() {
        Scene.season(RULES).given(published()).when(opening(REGISTRATION, 1)).emits(opened(REGISTRATION, 1));
    }

    @Test
    void opensExemptionBesideRegistration() {
        Scene.season(RULES)
                .given(and(published(), opened(REGISTRATION, 1)))
                .when(opening(EXEMPTION, 1))
                .emits(opened(EXEMPTION, 1));
    }

    @Test
    void reopensRegistrationBeforeTheExam() {
        Scene.season(RULES)
                .given(through(REGISTRATION, 1))
                .when(opening(REGISTRATION, 1))
                .emits(opened(REGISTRATION, 1));
    }

    @Test
    void reopensTheExamBeforeScoringEnds() {
        Scene.season(RULES).given(through(EXAM, 1)).when(opening(EXAM, 1)).emits(opened(EXAM, 1));
    }

    @Test
    void opensScoringAfterTheExam() {
        Scene.season(RULES).given(through(EXAM, 1)).when(opening(SCORING, 1)).emits(opened(SCORING, 1));
    }

    @Test
    void opensPreferencesAfterScoring() {
        Scene.season(RULES)
                .given(through(SCORING, 1))
                .when(opening(PREFERENCE, 1))
                .emits(opened(PREFERENCE, 1));
    }

    @Test
    void opensPlacementAfterPreferences() {
        Scene.season(RULES)
                .given(through(PREFERENCE, 1))
                .when(opening(PLACEMENT, 1))
                .emits(opened(PLACEMENT, 1));
    }

    @Test
    void opensConfirmationAfterPlacement() {
        Scene.season(RULES)
                .given(through(PLACEMENT, 1))
                .when(opening(CONFIRMATION, 1))
                .emits(opened(CONFIRMATION, 1));
    }

    @Test
    void opensTheSecondRoundAfterTheFirst() {
        Scene.season(RULES)
                .given(through(CONFIRMATION, 1))
                .when(opening(PREFERENCE, 2))
                .emits(opened(PREFERENCE, 2));
    }

    @Test
    void opensTheSecondPlacement() {
        Scene.season(RULES)
                .given(through(PREFERENCE, 2))
                .when(opening(PLACEMENT, 2))
                .emits(opened(PLACEMENT, 2));
    }

    @Test
    void refusesBeforePublication() {
        Scene.season(RULES).given(DRAFTED).when(opening(REGISTRATION, 1)).refuses(SeasonRefusal.NOT_PUBLISHED);
    }

    @Test
    void refusesWhatIsOpen() {
        Scene.season(RULES)
                .given(and(published(), opened(REGISTRATION, 1)))
                .when(opening(REGISTRATION, 1))
                .refuses(SeasonRefusal.PHASE_OPEN);
    }

    @Test
    void refusesExemptionBeforeRegistration() {
        Scene.season(RULES).given(published()).when(opening(EXEMPTION, 1)).refuses(SeasonRefusal.PHASE_OUT_OF_ORDER);
    }

    @Test
    void refusesTheExamBeforeRegistration() {
        Scene.season(RULES).given(published()).when(opening(EXAM, 1)).refuses(SeasonRefusal.PHASE_OUT_OF_ORDER);
    }

    @Test
    void refusesScoringBeforeTheExam() {
        Scene.season(RULES)
                .given(through(EXEMPTION, 1))
                .when(opening(SCORING, 1))
                .refuses(SeasonRefusal.PHASE_OUT_OF_ORDER);
    }

    @Test
    void refusesRegistrationOnceTheExamBegan() {
        Scene.season(RULES)
                .given(through(EXAM, 1))
                .when(opening(REGISTRATION, 1))
                .refuses(SeasonRefusal.PHASE_OUT_OF_ORDER);
    }

    @Test
    void refusesExemptionOnceTheExamBegan() {
        Scene.season(RULES)
                .given(through(EXAM, 1))
                .when(opening(EXEMPTION, 1))
                .refuses(SeasonRefusal.PHASE_OUT_OF_ORDER);
    }

    @Test
    void refusesTheExamOnceScoringEnded() {
        Scene.season(RULES).given(through(SCORING, 1)).when(opening(EXAM, 1)).refuses(SeasonRefusal.PHASE_OUT_OF_ORDER);
    }

    @Test
    void refusesPreferencesDuringScoring() {
        Scene.season(RULES)
                .given(and(through(EXAM, 1), opened(SCORING, 1)))
                .when(opening(PREFERENCE, 1))
                .refuses(SeasonRefusal.PHASE_OUT_OF_ORDER);
    }

    @Test
    void refusesPreferencesTwice() {
        Scene.season(RULES)
                .given(through(PREFERENCE, 1))
                .when(opening(PREFERENCE, 1))
                .refuses(SeasonRefusal.PHASE_OUT_OF_ORDER);
    }

    @Test
    void refusesPlacementBeforePreferences() {
        Scene.season(RULES)
                .given(through(SCORING, 1))
                .when(opening(PLACEMENT, 1))
                .refuses(SeasonRefusal.PHASE_OUT_OF_ORDER);
    }

    @Test
    void refusesTheSecondRoundDuringTheFirst() {
        Scene.season(RULES)
                .given(through(PLACEMENT, 1))
                .when(opening(PREFERENCE, 2))
                .refuses(SeasonRefusal.PHASE_OUT_OF_ORDER);
    }

    @Test
    void refusesASecondRegistrationRound() {
        Scene.season(RULES).given(published()).when(opening(REGISTRATION, 2)).refuses(SeasonRefusal.PHASE_OUT_OF_ORDER);
    }

    @Test
    void refusesARoundBelowOne() {
        Scene.season(RULES).given(published()).when(opening(REGISTRATION, 0)).refuses(SeasonRefusal.PHASE_OUT_OF_ORDER);
    }

    @Test
    void opensNothingUndrafted() {
        Scene.season(RULES).given().when(opening(REGISTRATION, 1)).refuses(SeasonRefusal.NO_SUCH_SEASON);
    }

    @Test
    void closes() {
        Scene.season(RULES)
                .given(and(published(), opened(REGISTRATION, 1)))
                .when(closing(REGISTRATION, 1))
                .emits(new PhaseClosed(SEASON, REGISTRATION, 1, NOW));
    }

    @Test
    void closesOnce() {
        Scene.season(RULES)
                .given(through(REGISTRATION, 1))
                .when(closing(REGISTRATION, 1))
                .refuses(SeasonRefusal.PHASE_CLOSED);
    }

    @Test
    void closesNothingUndrafted() {
        Scene.season(RULES).given().when(closing(REGISTRATION, 1)).refuses(SeasonRefusal.NO_SUCH_SEASON);
    }

    private static final Rulebook RULES = new Rulebook() {
        @Override
        public List<String> findings(String rules) {
            return List.of();
        }

        @Override
        public String digest(String rules) {
            return DIGEST;
        }
    };
    private static final SeasonDrafted DRAFTED =
            new SeasonDrafted(SEASON, "山东", 2026, "{}", DIGEST, theOffice().by(), NOW);

    private static List<Event> published() {
        return List.of(
                DRAFTED,
                new RulesApproved(SEASON, 1, DIGEST, anotherOfficer().by(), NOW),
                new SeasonPublished(SEASON, 1, DIGEST, NOW));
    }

    /** Every phase up to and with the last one named was opened and closed. */
    private static List<Event> through(Phase last, int round) {
        List<Event> all = new ArrayList<>(published());
        for (int r = 1; r <= round; r++) {
            for (Phase phase : Phase.values()) {
                boolean counts = r == 1 || phase.compareTo(PREFERENCE) >= 0;
                if (counts && (r < round || phase.compareTo(last) <= 0)) {
                    all.add(opened(phase, r));
                    all.add(new PhaseClosed(SEASON, phase, r, NOW));
                }
            }
        }
        return all;
    }

    private static PhaseOpened opened(Phase phase, int round) {
        return new PhaseOpened(SEASON, phase, round, NOW);
    }

    private static OpenPhase opening(Phase phase, int round) {
        return new OpenPhase(SEASON, phase, round, theOffice());
    }

    private static ClosePhase closing(Phase phase, int round) {
        return new ClosePhase(SEASON, phase, round, theOffice());
    }
}
