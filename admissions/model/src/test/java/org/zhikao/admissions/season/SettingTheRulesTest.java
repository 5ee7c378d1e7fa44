package org.zhikao.admissions.season;

import static org.zhikao.admissions.language.Acts.NOW;
import static org.zhikao.admissions.language.Acts.anotherOfficer;
import static org.zhikao.admissions.language.Acts.theOffice;
import static org.zhikao.admissions.language.Facts.SEASON;
import static org.zhikao.admissions.language.Facts.and;
import static org.zhikao.admissions.season.Phase.EXAM;
import static org.zhikao.admissions.season.Phase.REGISTRATION;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.zhikao.admissions.language.GivenWhenThen;
import org.zhikao.admissions.language.Scene;
import org.zhikao.admissions.season.SeasonCommand.ApproveRules;
import org.zhikao.admissions.season.SeasonCommand.DraftSeason;
import org.zhikao.admissions.season.SeasonCommand.PublishSeason;
import org.zhikao.admissions.season.SeasonCommand.ReviseRules;
import org.zhikao.admissions.season.SeasonEvent.PhaseOpened;
import org.zhikao.admissions.season.SeasonEvent.RulesApproved;
import org.zhikao.admissions.season.SeasonEvent.RulesRevised;
import org.zhikao.admissions.season.SeasonEvent.SeasonDrafted;
import org.zhikao.admissions.season.SeasonEvent.SeasonPublished;
import org.zhikao.admissions.shared.Act;
import org.zhikao.admissions.shared.Event;

/** 方案: drafted, approved by a second person, published, frozen by the first exam phase. */
@GivenWhenThen
class SettingTheRulesTest {
    @Test
    void drafts() {
        Scene.season(RULES).given().when(draft()).emits(DRAFTED);
    }

    @Test
    void draftsOnce() {
        Scene.season(RULES).given(DRAFTED).when(draft()).refuses(SeasonRefusal.SEASON_EXISTS);
    }

    @Test
    void revises() {
        Scene.season(RULES).given(DRAFTED).when(revision(REVISED)).emits(SECOND);
    }

    @Test
    void revisesWhatWasPublished() {
        Scene.season(RULES).given(published()).when(revision(REVISED)).emits(SECOND);
    }

    @Test
    void revisesOnlyToOtherRules() {
        Scene.season(RULES).given(DRAFTED).when(revision(TEXT)).refuses(SeasonRefusal.SAME_RULES);
    }

    @Test
    void revisesNothingFrozen() {
        Scene.season(RULES)
                .given(and(published(), frozen()))
                .when(revision(REVISED))
                .refuses(SeasonRefusal.RULES_FROZEN);
    }

    @Test
    void revisesNothingUndrafted() {
        Scene.season(RULES).given().when(revision(REVISED)).refuses(SeasonRefusal.NO_SUCH_SEASON);
    }

    @Test
    void approvesByASecondPerson() {
        Scene.season(RULES).given(DRAFTED).when(approval(1, anotherOfficer())).emits(APPROVED);
    }

    @Test
    void approvesTheLatestVersionOnly() {
        Scene.season(RULES)
                .given(DRAFTED, SECOND)
                .when(approval(1, anotherOfficer()))
                .refuses(SeasonRefusal.NO_SUCH_VERSION);
    }

    @Test
    void approvesAVersionOnce() {
        Scene.season(RULES)
                .given(DRAFTED, APPROVED)
                .when(approval(1, anotherOfficer()))
                .refuses(SeasonRefusal.ALREADY_APPROVED);
    }

    @Test
    void letsNoDrafterApprove() {
        Scene.season(RULES)
                .given(DRAFTED)
                .when(approval(1, theOffice()))
                .refuses(SeasonRefusal.DRAFTER_MAY_NOT_APPROVE);
    }

    @Test
    void letsNoDrafterOfAnEarlierVersionApprove() {
        Scene.season(RULES)
                .given(
                        DRAFTED,
                        new RulesRevised(
                                SEASON,
                                2,
                                REVISED,
                                RULES.digest(REVISED),
                                anotherOfficer().by(),
                                NOW))
                .when(approval(2, theOffice()))
                .refuses(SeasonRefusal.DRAFTER_MAY_NOT_APPROVE);
    }

    @Test
    void approvesNothingBlocked() {
        Scene.season(RULES)
                .given(
                        DRAFTED,
                        new RulesRevised(
                                SEASON,
                                2,
                                "blocked",
                                RULES.digest("blocked"),
                                theOffice().by(),
                                NOW))
                .when(approval(2, anotherOfficer()))
                .refuses(SeasonRefusal.RULES_BLOCKED);
    }

    @Test
    void approvesNothingFrozen() {
        Scene.season(RULES)
                .given(and(and(published(), SECOND), frozen()))
                .when(approval(2, anotherOfficer()))
                .refuses(SeasonRefusal.RULES_FROZEN);
    }

    @Test
    void approvesNothingUndrafted() {
        Scene.season(RULES).given().when(approval(0, anotherOfficer())).refuses(SeasonRefusal.NO_SUCH_SEASON);
    }

    @Test
    void publishesWhatWasApproved() {
        Scene.season(RULES).given(DRAFTED, APPROVED).when(publication()).emits(PUBLISHED);
    }

    @Test
    void publishesNothingUnapproved() {
        Scene.season(RULES).given(DRAFTED).when(publication()).refuses(SeasonRefusal.NOT_APPROVED);
    }

    @Test
    void publishesNoRevisionUnapproved() {
        Scene.season(RULES).given(and(published(), SECOND)).when(publication()).refuses(SeasonRefusal.NOT_APPROVED);
    }

    @Test
    void publishesOnce() {
        Scene.season(RULES).given(published()).when(publication()).refuses(SeasonRefusal.ALREADY_PUBLISHED);
    }

    @Test
    void publishesNothingFrozen() {
        Scene.season(RULES)
                .given(and(
                        and(
                                published(),
                                SECOND,
                                new RulesApproved(
                                        SEASON,
                                        2,
                                        RULES.digest(REVISED),
                                        anotherOfficer().by(),
                                        NOW)),
                        frozen()))
                .when(publication())
                .refuses(SeasonRefusal.RULES_FROZEN);
    }

    @Test
    void letsNoDrafterPublish() {
        Scene.season(RULES)
                .given(DRAFTED, APPROVED)
                .when(new PublishSeason(SEASON, theOffice()))
                .refuses(SeasonRefusal.DRAFTER_MAY_NOT_PUBLISH);
    }

    @Test
    void publishesNothingUndrafted() {
        Scene.season(RULES).given().when(publication()).refuses(SeasonRefusal.NO_SUCH_SEASON);
    }

    private static final String TEXT = "{\"rules\":1}";
    private static final String REVISED = "{\"rules\":2}";
    /** Rules that say {@code blocked} have a finding; the digest tells texts apart. */
    private static final Rulebook RULES = new Rulebook() {
        @Override
        public List<String> findings(String rules) {
            return rules.contains("blocked") ? List.of("第三条 weights do not add up") : List.of();
        }

        @Override
        public String digest(String rules) {
            return "digest of " + rules;
        }
    };

    private static final SeasonDrafted DRAFTED = new SeasonDrafted(
            SEASON, "山东", 2026, TEXT, RULES.digest(TEXT), theOffice().by(), NOW);
    private static final RulesApproved APPROVED =
            new RulesApproved(SEASON, 1, RULES.digest(TEXT), anotherOfficer().by(), NOW);
    private static final SeasonPublished PUBLISHED = new SeasonPublished(SEASON, 1, RULES.digest(TEXT), NOW);
    private static final RulesRevised SECOND = new RulesRevised(
            SEASON, 2, REVISED, RULES.digest(REVISED), theOffice().by(), NOW);

    private static List<Event> published() {
        return List.of(DRAFTED, APPROVED, PUBLISHED);
    }

    private static Event[] frozen() {
        return new Event[] {new PhaseOpened(SEASON, REGISTRATION, 1, NOW), new PhaseOpened(SEASON, EXAM, 1, NOW)};
    }

    private static DraftSeason draft() {
        return new DraftSeason(SEASON, "山东", 2026, TEXT, theOffice());
    }

    private static ReviseRules revision(String rules) {
        return new ReviseRules(SEASON, rules, theOffice());
    }

    private static ApproveRules approval(int version, Act by) {
        return new ApproveRules(SEASON, version, by);
    }

    private static PublishSeason publication() {
        return new PublishSeason(SEASON, anotherOfficer());
    }
}
