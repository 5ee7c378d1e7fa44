package org.zhikao.admissions.season;

import static org.zhikao.admissions.language.Acts.NOW;
import static org.zhikao.admissions.language.Acts.anotherOfficer;
import static org.zhikao.admissions.language.Acts.theOffice;
import static org.zhikao.admissions.language.Facts.SEASON;
import static org.zhikao.admissions.language.Facts.and;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.zhikao.admissions.language.Drawings;
import org.zhikao.admissions.language.GivenWhenThen;
import org.zhikao.admissions.language.Scene;
import org.zhikao.admissions.season.SeasonCommand.ApproveProcess;
import org.zhikao.admissions.season.SeasonCommand.DraftProcess;
import org.zhikao.admissions.season.SeasonCommand.PublishProcess;
import org.zhikao.admissions.season.SeasonEvent.PhaseOpened;
import org.zhikao.admissions.season.SeasonEvent.ProcessApproved;
import org.zhikao.admissions.season.SeasonEvent.ProcessBound;
import org.zhikao.admissions.season.SeasonEvent.ProcessDrafted;
import org.zhikao.admissions.season.SeasonEvent.ProcessPublished;
import org.zhikao.admissions.season.SeasonEvent.SeasonDrafted;
import org.zhikao.admissions.shared.Act;
import org.zhikao.admissions.shared.Event;

/** 流程: drawn by one, approved and published by others, each version on top of the one before, frozen by the first exam phase. */
@GivenWhenThen
class DraftingProcessesTest {
    @Test
    void drafts() {
        given().when(draft(0, FIRST)).emits(drafted(1, FIRST));
    }

    @Test
    void draftsUponTheNewestVersion() {
        given(drafted(1, FIRST)).when(draft(1, SECOND)).emits(drafted(2, SECOND));
    }

    @Test
    void tellsWhoBeganFromAnOlderVersion() {
        given(drafted(1, FIRST), drafted(2, SECOND)).when(draft(1, BLOCKED)).refuses(SeasonRefusal.PROCESS_CHANGED);
    }

    @Test
    void keepsADraftWithErrors() {
        given().when(draft(0, BLOCKED)).emits(drafted(1, BLOCKED));
    }

    @Test
    void keepsNothingThatIsNoDrawingOfTheProcess() {
        given().when(draft(0, "season drawing")).refuses(SeasonRefusal.PROCESS_BLOCKED);
    }

    @Test
    void draftsNothingTwice() {
        given(drafted(1, FIRST)).when(draft(1, FIRST)).refuses(SeasonRefusal.SAME_PROCESS);
    }

    @Test
    void eachProcessHasVersionsOfItsOwn() {
        Scene.season(RULES)
                .given(BEGUN, drafted(1, FIRST))
                .when(new DraftProcess(SEASON, "season", 0, "season drawing", theOffice()))
                .emits(new ProcessDrafted(
                        SEASON,
                        "season",
                        1,
                        "season drawing",
                        "digest of season drawing",
                        theOffice().by(),
                        NOW));
    }

    @Test
    void draftsNothingFrozen() {
        given(FROZEN).when(draft(0, FIRST)).refuses(SeasonRefusal.PROCESS_FROZEN);
    }

    @Test
    void draftsNothingWithoutASeason() {
        Scene.season(RULES).given().when(draft(0, FIRST)).refuses(SeasonRefusal.NO_SUCH_SEASON);
    }

    @Test
    void approvesByASecondPerson() {
        given(drafted(1, FIRST)).when(approval(1, anotherOfficer())).emits(approved(1, FIRST));
    }

    @Test
    void approvesTheNewestVersionOnly() {
        given(drafted(1, FIRST), drafted(2, SECOND))
                .when(approval(1, anotherOfficer()))
                .refuses(SeasonRefusal.NO_SUCH_VERSION);
    }

    @Test
    void approvesNothingUndrawn() {
        given().when(approval(0, anotherOfficer())).refuses(SeasonRefusal.NO_SUCH_VERSION);
    }

    @Test
    void approvesAVersionOnce() {
        given(drafted(1, FIRST), approved(1, FIRST))
                .when(approval(1, anotherOfficer()))
                .refuses(SeasonRefusal.ALREADY_APPROVED);
    }

    @Test
    void letsNobodyApproveWhatHeDrew() {
        given(drafted(1, FIRST)).when(approval(1, theOffice())).refuses(SeasonRefusal.PROCESS_AUTHOR);
    }

    @Test
    void approvesNothingWithErrors() {
        given(drafted(1, BLOCKED)).when(approval(1, anotherOfficer())).refuses(SeasonRefusal.PROCESS_BLOCKED);
    }

    @Test
    void approvesNothingFrozen() {
        given(drafted(1, FIRST), FROZEN).when(approval(1, anotherOfficer())).refuses(SeasonRefusal.PROCESS_FROZEN);
    }

    @Test
    void publishesWhatWasApproved() {
        given(drafted(1, FIRST), approved(1, FIRST))
                .when(publication(1, anotherOfficer()))
                .emits(published(1, FIRST), bound(1, FIRST));
    }

    @Test
    void publishesNothingUnapproved() {
        given(drafted(1, FIRST)).when(publication(1, anotherOfficer())).refuses(SeasonRefusal.NOT_APPROVED);
    }

    @Test
    void publishesOnce() {
        given(drafted(1, FIRST), approved(1, FIRST), published(1, FIRST))
                .when(publication(1, anotherOfficer()))
                .refuses(SeasonRefusal.ALREADY_PUBLISHED);
    }

    @Test
    void letsNobodyPublishWhatHeDrew() {
        given(drafted(1, FIRST), approved(1, FIRST))
                .when(publication(1, theOffice()))
                .refuses(SeasonRefusal.PROCESS_AUTHOR);
    }

    @Test
    void whoDrewAnEarlierPublishedVersionMayApproveAnother() {
        given(
                        drafted(1, FIRST),
                        approved(1, FIRST),
                        published(1, FIRST),
                        new ProcessDrafted(
                                SEASON,
                                KEY,
                                2,
                                SECOND,
                                Drawings.REVIEW.digest(SECOND),
                                anotherOfficer().by(),
                                NOW))
                .when(approval(2, theOffice()))
                .emits(new ProcessApproved(
                        SEASON,
                        KEY,
                        2,
                        Drawings.REVIEW.digest(SECOND),
                        theOffice().by(),
                        NOW));
    }

    @Test
    void publishesNothingFrozen() {
        given(drafted(1, FIRST), approved(1, FIRST), FROZEN)
                .when(publication(1, anotherOfficer()))
                .refuses(SeasonRefusal.PROCESS_FROZEN);
    }

    private static final String KEY = "application";
    private static final String FIRST = "application drawing";
    private static final String SECOND = "application drawing with a check";
    private static final String BLOCKED = "application drawing blocked";
    private static final Rulebook RULES = new Rulebook() {
        @Override
        public List<String> findings(String rules) {
            return List.of();
        }

        @Override
        public String digest(String rules) {
            return rules;
        }
    };
    private static final SeasonDrafted BEGUN =
            new SeasonDrafted(SEASON, "shandong", 2026, "{}", "{}", theOffice().by(), NOW);
    private static final PhaseOpened FROZEN = new PhaseOpened(SEASON, Phase.EXAM, 1, NOW);

    private static Scene<Season> given(Event... facts) {
        return Scene.season(RULES).given(and(List.of(BEGUN), facts));
    }

    private static DraftProcess draft(int base, String bpmn) {
        return new DraftProcess(SEASON, KEY, base, bpmn, theOffice());
    }

    private static ApproveProcess approval(int version, Act act) {
        return new ApproveProcess(SEASON, KEY, version, act);
    }

    private static PublishProcess publication(int version, Act act) {
        return new PublishProcess(SEASON, KEY, version, act);
    }

    private static ProcessDrafted drafted(int version, String bpmn) {
        return new ProcessDrafted(
                SEASON,
                KEY,
                version,
                bpmn,
                Drawings.REVIEW.digest(bpmn),
                theOffice().by(),
                NOW);
    }

    private static ProcessApproved approved(int version, String bpmn) {
        return new ProcessApproved(
                SEASON,
                KEY,
                version,
                Drawings.REVIEW.digest(bpmn),
                anotherOfficer().by(),
                NOW);
    }

    private static ProcessBound bound(int version, String bpmn) {
        return new ProcessBound(SEASON, Drawings.REVIEW.terms(KEY, version, bpmn), NOW);
    }

    private static ProcessPublished published(int version, String bpmn) {
        return new ProcessPublished(
                SEASON,
                KEY,
                version,
                Drawings.REVIEW.digest(bpmn),
                anotherOfficer().by(),
                NOW);
    }
}
