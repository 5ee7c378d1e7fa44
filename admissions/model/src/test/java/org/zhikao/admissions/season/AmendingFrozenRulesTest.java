package org.zhikao.admissions.season;

import static org.zhikao.admissions.language.Acts.NOW;
import static org.zhikao.admissions.language.Acts.PROVINCE;
import static org.zhikao.admissions.language.Acts.act;
import static org.zhikao.admissions.language.Acts.anotherOfficer;
import static org.zhikao.admissions.language.Acts.theOffice;
import static org.zhikao.admissions.language.Facts.SEASON;
import static org.zhikao.admissions.language.Facts.and;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.zhikao.admissions.language.GivenWhenThen;
import org.zhikao.admissions.language.Scene;
import org.zhikao.admissions.season.SeasonCommand.ApproveAmendment;
import org.zhikao.admissions.season.SeasonCommand.ProposeAmendment;
import org.zhikao.admissions.season.SeasonCommand.PublishAmendment;
import org.zhikao.admissions.season.SeasonCommand.RecordVote;
import org.zhikao.admissions.season.SeasonEvent.AmendmentApproved;
import org.zhikao.admissions.season.SeasonEvent.AmendmentProposed;
import org.zhikao.admissions.season.SeasonEvent.AmendmentPublished;
import org.zhikao.admissions.season.SeasonEvent.AmendmentVoted;
import org.zhikao.admissions.season.SeasonEvent.PhaseOpened;
import org.zhikao.admissions.season.SeasonEvent.RulesApproved;
import org.zhikao.admissions.season.SeasonEvent.RulesRevised;
import org.zhikao.admissions.season.SeasonEvent.SeasonDrafted;
import org.zhikao.admissions.season.SeasonEvent.SeasonPublished;
import org.zhikao.admissions.shared.Act;
import org.zhikao.admissions.shared.Event;
import org.zhikao.admissions.shared.Role;

/** 特别修订: frozen rules change by a recorded vote of three named persons, two approvals and a public notice. */
@GivenWhenThen
class AmendingFrozenRulesTest {
    private static final String TEXT = "{\"rules\":1}";
    private static final String AMENDED = "{\"rules\":2}";
    private static final String EFFECT = "e".repeat(64);
    private static final Rulebook RULES = new Rulebook() {
        @Override
        public List<String> findings(String rules) {
            return rules.contains("blocked") ? List.of("totals do not add up") : List.of();
        }

        @Override
        public String digest(String rules) {
            return "digest of " + rules;
        }
    };

    private static final Event[] FROZEN = {
        new SeasonDrafted(
                SEASON, "山东", 2026, TEXT, RULES.digest(TEXT), theOffice().by(), NOW),
        new RulesApproved(SEASON, 1, RULES.digest(TEXT), anotherOfficer().by(), NOW),
        new SeasonPublished(SEASON, 1, RULES.digest(TEXT), NOW),
        new PhaseOpened(SEASON, Phase.REGISTRATION, 1, NOW),
        new PhaseOpened(SEASON, Phase.EXAM, 1, NOW)
    };

    private static final Act THIRD = act("a-third", Role.EXAM_OFFICE, PROVINCE);
    private static final Act FOURTH = act("a-fourth", Role.EXAM_OFFICE, PROVINCE);
    private static final List<Ballot> CARRIED =
            List.of(new Ballot("周明", true), new Ballot("吴清", true), new Ballot("郑和平", false));

    private static AmendmentProposed proposed(String rules) {
        return new AmendmentProposed(
                SEASON, 1, rules, RULES.digest(rules), "依据第三条", anotherOfficer().by(), NOW);
    }

    private static AmendmentVoted voted(boolean carried) {
        return new AmendmentVoted(SEASON, 1, CARRIED, carried, anotherOfficer().by(), NOW);
    }

    private static AmendmentApproved approvedBy(Act who) {
        return new AmendmentApproved(SEASON, 1, RULES.digest(AMENDED), who.by(), NOW);
    }

    private static List<Event> with(Event... more) {
        return and(List.of(FROZEN), more);
    }

    private static ProposeAmendment proposal(String rules, Act by) {
        return new ProposeAmendment(SEASON, rules, by);
    }

    private static RecordVote vote(List<Ballot> ballots) {
        return new RecordVote(SEASON, 1, ballots, anotherOfficer());
    }

    private static PublishAmendment publication(String notice, Act by) {
        return new PublishAmendment(SEASON, 1, notice, 12, EFFECT, by);
    }

    @Test
    void proposesAfterTheFreeze() {
        Scene.season(RULES)
                .given(with())
                .when(proposal(AMENDED, anotherOfficer()))
                .emits(proposed(AMENDED));
    }

    @Test
    void proposesNothingThatCanStillBeRevised() {
        Scene.season(RULES)
                .given(List.of(FROZEN).subList(0, 4))
                .when(proposal(AMENDED, anotherOfficer()))
                .refuses(SeasonRefusal.RULES_NOT_FROZEN);
    }

    @Test
    void proposesOnlyOtherRules() {
        Scene.season(RULES).given(with()).when(proposal(TEXT, anotherOfficer())).refuses(SeasonRefusal.SAME_RULES);
    }

    @Test
    void proposesOnlyWithAReason() {
        Scene.season(RULES)
                .given(with())
                .when(proposal(AMENDED, anotherOfficer().because("")))
                .refuses(SeasonRefusal.AMENDMENT_REASON);
    }

    @Test
    void recordsTheVote() {
        Scene.season(RULES).given(with(proposed(AMENDED))).when(vote(CARRIED)).emits(voted(true));
    }

    @Test
    void recordsAVoteThatFails() {
        List<Ballot> against = List.of(new Ballot("周明", true), new Ballot("吴清", false), new Ballot("郑和平", false));
        Scene.season(RULES)
                .given(with(proposed(AMENDED)))
                .when(vote(against))
                .emits(new AmendmentVoted(
                        SEASON, 1, against, false, anotherOfficer().by(), NOW));
    }

    @Test
    void recordsNoVoteOfTwo() {
        Scene.season(RULES)
                .given(with(proposed(AMENDED)))
                .when(vote(CARRIED.subList(0, 2)))
                .refuses(SeasonRefusal.TOO_FEW_VOTERS);
    }

    @Test
    void countsNobodyTwice() {
        Scene.season(RULES)
                .given(with(proposed(AMENDED)))
                .when(vote(List.of(CARRIED.get(0), CARRIED.get(1), new Ballot(" 周明 ", true))))
                .refuses(SeasonRefusal.TOO_FEW_VOTERS);
    }

    @Test
    void votesOnce() {
        Scene.season(RULES)
                .given(with(proposed(AMENDED), voted(true)))
                .when(vote(CARRIED))
                .refuses(SeasonRefusal.AMENDMENT_OUT_OF_TURN);
    }

    @Test
    void approvesByWhoDraftedNothing() {
        Scene.season(RULES)
                .given(with(proposed(AMENDED), voted(true)))
                .when(new ApproveAmendment(SEASON, 1, THIRD))
                .emits(approvedBy(THIRD));
    }

    @Test
    void letsNoDrafterOfAnyVersionApprove() {
        Scene.season(RULES)
                .given(with(proposed(AMENDED), voted(true)))
                .when(new ApproveAmendment(SEASON, 1, theOffice()))
                .refuses(SeasonRefusal.DRAFTER_MAY_NOT_APPROVE);
    }

    @Test
    void letsNoProposerApprove() {
        Scene.season(RULES)
                .given(with(proposed(AMENDED), voted(true)))
                .when(new ApproveAmendment(SEASON, 1, anotherOfficer()))
                .refuses(SeasonRefusal.DRAFTER_MAY_NOT_APPROVE);
    }

    @Test
    void letsNobodyApproveTwice() {
        Scene.season(RULES)
                .given(with(proposed(AMENDED), voted(true), approvedBy(THIRD)))
                .when(new ApproveAmendment(SEASON, 1, THIRD))
                .refuses(SeasonRefusal.ALREADY_APPROVED);
    }

    @Test
    void approvesNothingVotedDown() {
        Scene.season(RULES)
                .given(with(proposed(AMENDED), voted(false)))
                .when(new ApproveAmendment(SEASON, 1, THIRD))
                .refuses(SeasonRefusal.AMENDMENT_OUT_OF_TURN);
    }

    @Test
    void approvesNothingBlocked() {
        Scene.season(RULES)
                .given(with(proposed("blocked"), voted(true)))
                .when(new ApproveAmendment(SEASON, 1, THIRD))
                .refuses(SeasonRefusal.RULES_BLOCKED);
    }

    @Test
    void publishesAsANewVersionWithItsNotice() {
        Scene.season(RULES)
                .given(with(proposed(AMENDED), voted(true), approvedBy(THIRD), approvedBy(FOURTH)))
                .when(publication("公告:控制线调整", FOURTH))
                .emits(
                        new AmendmentPublished(
                                SEASON, 1, 2, RULES.digest(AMENDED), "公告:控制线调整", 12, EFFECT, FOURTH.by(), NOW),
                        new RulesRevised(
                                SEASON,
                                2,
                                AMENDED,
                                RULES.digest(AMENDED),
                                anotherOfficer().by(),
                                NOW),
                        new RulesApproved(SEASON, 2, RULES.digest(AMENDED), FOURTH.by(), NOW),
                        new SeasonPublished(SEASON, 2, RULES.digest(AMENDED), NOW));
    }

    @Test
    void publishesNothingThatOnePersonApproved() {
        Scene.season(RULES)
                .given(with(proposed(AMENDED), voted(true), approvedBy(THIRD)))
                .when(publication("公告", THIRD))
                .refuses(SeasonRefusal.NOT_APPROVED);
    }

    @Test
    void publishesNothingWithoutANotice() {
        Scene.season(RULES)
                .given(with(proposed(AMENDED), voted(true), approvedBy(THIRD), approvedBy(FOURTH)))
                .when(publication(" ", THIRD))
                .refuses(SeasonRefusal.NOTICE_MISSING);
    }

    @Test
    void letsNoProposerPublish() {
        Scene.season(RULES)
                .given(with(proposed(AMENDED), voted(true), approvedBy(THIRD), approvedBy(FOURTH)))
                .when(publication("公告", anotherOfficer()))
                .refuses(SeasonRefusal.DRAFTER_MAY_NOT_PUBLISH);
    }

    @Test
    void knowsNoOtherAmendment() {
        Scene.season(RULES).given(with()).when(vote(CARRIED)).refuses(SeasonRefusal.NO_SUCH_VERSION);
    }
}
