package org.zhikao.admissions.exemption;

import static org.zhikao.admissions.language.Acts.CLASS;
import static org.zhikao.admissions.language.Acts.NOW;
import static org.zhikao.admissions.language.Acts.PROVINCE;
import static org.zhikao.admissions.language.Acts.SCHOOL;
import static org.zhikao.admissions.language.Acts.aReviewer;
import static org.zhikao.admissions.language.Acts.aSecondReviewer;
import static org.zhikao.admissions.language.Acts.act;
import static org.zhikao.admissions.language.Acts.at;
import static org.zhikao.admissions.language.Acts.silently;
import static org.zhikao.admissions.language.Acts.theOffice;
import static org.zhikao.admissions.language.Facts.YU;
import static org.zhikao.admissions.language.Facts.agreed;
import static org.zhikao.admissions.language.Facts.and;
import static org.zhikao.admissions.language.Facts.assigned;
import static org.zhikao.admissions.language.Facts.awaiting;
import static org.zhikao.admissions.language.Facts.claimed;
import static org.zhikao.admissions.language.Facts.confirmed;
import static org.zhikao.admissions.language.Facts.endorsed;
import static org.zhikao.admissions.language.Facts.evidenced;
import static org.zhikao.admissions.language.Facts.exempt;
import static org.zhikao.admissions.language.Facts.finallyAssigned;
import static org.zhikao.admissions.language.Facts.inReview;
import static org.zhikao.admissions.language.Facts.opinion;
import static org.zhikao.admissions.language.Terms.VETERAN;
import static org.zhikao.admissions.language.Terms.during;
import static org.zhikao.admissions.season.Phase.EXEMPTION;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.zhikao.admissions.exemption.ExemptionCommand.ApproveExemption;
import org.zhikao.admissions.exemption.ExemptionCommand.ApproveInBulk;
import org.zhikao.admissions.exemption.ExemptionCommand.RefuseExemption;
import org.zhikao.admissions.exemption.ExemptionCommand.RequestEvidence;
import org.zhikao.admissions.exemption.ExemptionCommand.TakeBackOpinion;
import org.zhikao.admissions.exemption.ExemptionEvent.ClaimAssessed;
import org.zhikao.admissions.exemption.ExemptionEvent.ClaimHandedBack;
import org.zhikao.admissions.exemption.ExemptionEvent.EvidenceRequested;
import org.zhikao.admissions.exemption.ExemptionEvent.NoticeClosed;
import org.zhikao.admissions.exemption.ExemptionEvent.ObjectionDecided;
import org.zhikao.admissions.exemption.ExemptionEvent.ObjectionFiled;
import org.zhikao.admissions.exemption.ExemptionEvent.OpinionGiven;
import org.zhikao.admissions.exemption.ExemptionEvent.OpinionTakenBack;
import org.zhikao.admissions.language.Acts;
import org.zhikao.admissions.language.Facts;
import org.zhikao.admissions.language.GivenWhenThen;
import org.zhikao.admissions.language.Scene;
import org.zhikao.admissions.registration.RegistrationEvent.ApplicationWithdrawn;
import org.zhikao.admissions.registration.RegistrationRefusal;
import org.zhikao.admissions.season.ReviewProcedure;
import org.zhikao.admissions.season.WorkingDays;
import org.zhikao.admissions.shared.Act;
import org.zhikao.admissions.shared.Event;
import org.zhikao.admissions.shared.Role;

/** 审核意见: only by who was drawn, with clause and reason, and for some minutes it may be taken back. */
@GivenWhenThen
class ReviewingAnExemptionTest {
    @Test
    void agreesFirst() {
        Scene.dossier(during(EXEMPTION))
                .given(inReview())
                .when(approval(aReviewer()))
                .emits(opinion(Stage.FIRST_REVIEW, true, aReviewer()));
    }

    @Test
    void agreesSecond() {
        Scene.dossier(during(EXEMPTION))
                .given(endorsed())
                .when(approval(aSecondReviewer()))
                .emits(opinion(Stage.SECOND_REVIEW, true, aSecondReviewer()));
    }

    @Test
    void disagreesWithClauseAndReason() {
        Scene.dossier(during(EXEMPTION))
                .given(inReview())
                .when(refusal(aReviewer()))
                .emits(opinion(Stage.FIRST_REVIEW, false, aReviewer()));
    }

    @Test
    void decidesForTheProvince() {
        Scene.dossier(during(EXEMPTION))
                .given(agreed())
                .when(approval(theOffice()))
                .emits(opinion(Stage.PROVINCE_REVIEW, true, theOffice()));
    }

    @Test
    void asksForEvidence() {
        Scene.dossier(during(EXEMPTION))
                .given(inReview())
                .when(request(aReviewer()))
                .emits(new EvidenceRequested(YU, 1, TOMORROW, aReviewer().by(), NOW));
    }

    // ---- in effect only after the configured minutes

    @Test
    void takesEffectAfterTheConfiguredMinutes() {
        Scene.dossier(during(EXEMPTION).reviewed(SLOW))
                .given(inReview())
                .when(approval(aReviewer()))
                .emits(slow());
    }

    @Test
    void isTakenBackWithinThem() {
        Scene.dossier(during(EXEMPTION).reviewed(SLOW))
                .given(and(inReview(), slow()))
                .when(new TakeBackOpinion(YU, 1, at(IN_EFFECT.minusMillis(1), aReviewer())))
                .emits(new OpinionTakenBack(
                        YU, 1, Stage.FIRST_REVIEW, MONDAY_AFTER, aReviewer().by(), IN_EFFECT.minusMillis(1)));
    }

    @Test
    void maySayTheContraryOnceTakenBack() {
        Scene.dossier(during(EXEMPTION))
                .given(and(
                        inReview(),
                        slow(),
                        new OpinionTakenBack(
                                YU,
                                1,
                                Stage.FIRST_REVIEW,
                                MONDAY_AFTER,
                                aReviewer().by(),
                                NOW)))
                .when(refusal(aReviewer()))
                .emits(opinion(Stage.FIRST_REVIEW, false, aReviewer()));
    }

    @Test
    void isNotTakenBackOnceInEffect() {
        Scene.dossier(during(EXEMPTION).reviewed(SLOW))
                .given(and(inReview(), slow()))
                .when(new TakeBackOpinion(YU, 1, at(IN_EFFECT, aReviewer())))
                .refuses(ExemptionRefusal.IN_EFFECT);
    }

    @Test
    void isTakenBackByNobodyElse() {
        Scene.dossier(during(EXEMPTION).reviewed(SLOW))
                .given(and(inReview(), slow()))
                .when(new TakeBackOpinion(YU, 1, aSecondReviewer()))
                .refuses(ExemptionRefusal.NOT_ASSIGNED);
    }

    // ---- who may

    @Test
    void keepsOutWhoWasNotDrawn() {
        Scene.dossier(during(EXEMPTION))
                .given(inReview())
                .when(approval(aSecondReviewer()))
                .refuses(ExemptionRefusal.NOT_ASSIGNED);
    }

    @Test
    void letsNobodyDecideBeforeTheDraw() {
        Scene.dossier(during(EXEMPTION))
                .given(evidenced())
                .when(approval(aReviewer()))
                .refuses(ExemptionRefusal.NOT_ASSIGNED);
    }

    @Test
    void letsAReviewerDecideNothingForTheProvince() {
        Scene.dossier(during(EXEMPTION))
                .given(agreed())
                .when(approval(act("a-third", Role.REVIEWER, PROVINCE)))
                .refuses(ExemptionRefusal.NOT_AT_THIS_STAGE);
    }

    @Test
    void letsNobodyDecideTwice() {
        Scene.dossier(during(EXEMPTION))
                .given(endorsed())
                .when(approval(aReviewer()))
                .refuses(ExemptionRefusal.SAME_PERSON);
    }

    @Test
    void countsTheSecondOfTwoDecisionsAtOnceForNothing() {
        Scene.dossier(during(EXEMPTION))
                .given(and(inReview(), opinion(Stage.FIRST_REVIEW, true, aReviewer())))
                .when(refusal(aReviewer()))
                .refuses(ExemptionRefusal.SAME_PERSON);
    }

    @Test
    void keepsOutWhoHandedBack() {
        Scene.dossier(during(EXEMPTION))
                .given(and(
                        inReview(),
                        new ClaimHandedBack(
                                YU, 1, Stage.FIRST_REVIEW, aReviewer().by(), NOW)))
                .when(approval(aReviewer()))
                .refuses(ExemptionRefusal.SAME_PERSON);
    }

    @Test
    void keepsTheOwnSchoolOut() {
        Scene.dossier(during(EXEMPTION))
                .given(and(evidenced(), assigned(Stage.FIRST_REVIEW, act("a-local", Role.REVIEWER, SCHOOL))))
                .when(approval(act("a-local", Role.REVIEWER, SCHOOL)))
                .refuses(ExemptionRefusal.OWN_SCHOOL);
    }

    @Test
    void keepsABranchOfTheOwnSchoolFromRefusing() {
        Scene.dossier(during(EXEMPTION))
                .given(and(evidenced(), assigned(Stage.FIRST_REVIEW, act("a-local", Role.REVIEWER, CLASS))))
                .when(refusal(act("a-local", Role.REVIEWER, CLASS)))
                .refuses(ExemptionRefusal.OWN_SCHOOL);
    }

    // ---- many at once

    @Test
    void agreesInBulkWhereTheRegisterConfirms() {
        Scene.dossier(during(EXEMPTION))
                .given(assessed(Assessment.Match.MATCH))
                .when(bulk())
                .emits(new OpinionGiven(
                        YU,
                        1,
                        Stage.FIRST_REVIEW,
                        true,
                        true,
                        "第三条",
                        aReviewer().by(),
                        NOW,
                        NOW));
    }

    @Test
    void agreesInBulkToNothingElse() {
        for (Assessment.Match match : Assessment.Match.values()) {
            if (match != Assessment.Match.MATCH) {
                Scene.dossier(during(EXEMPTION))
                        .given(assessed(match))
                        .when(bulk())
                        .refuses(ExemptionRefusal.NOT_CONFIRMED_BY_REGISTER);
            }
        }
    }

    @Test
    void agreesInBulkToNothingThatNoRegisterWasAskedAbout() {
        Scene.dossier(during(EXEMPTION))
                .given(inReview())
                .when(bulk())
                .refuses(ExemptionRefusal.NOT_CONFIRMED_BY_REGISTER);
    }

    // ---- on what

    @Test
    void agreesToNothingWithoutEvidence() {
        Scene.dossier(during(EXEMPTION))
                .given(and(claimed(), assigned(Stage.FIRST_REVIEW, aReviewer())))
                .when(approval(aReviewer()))
                .refuses(ExemptionRefusal.EVIDENCE_MISSING);
    }

    @Test
    void agreesToNothingWhileEvidenceIsAwaited() {
        Scene.dossier(during(EXEMPTION))
                .given(awaiting())
                .when(approval(aReviewer()))
                .refuses(ExemptionRefusal.EVIDENCE_AWAITED);
    }

    @Test
    void agreesToNothingAgainstAnObjectionThatWasUpheld() {
        Scene.dossier(during(EXEMPTION))
                .given(and(
                        Facts.noticed(),
                        new ObjectionFiled(YU, 1, 1, "d", TOMORROW, NOW),
                        new ObjectionDecided(
                                YU,
                                1,
                                1,
                                true,
                                "第三条",
                                TOMORROW,
                                Acts.anAuditor().by(),
                                NOW),
                        new NoticeClosed(YU, 1, 1, true, TOMORROW),
                        assigned(Stage.FINAL_DECISION, Acts.anotherOfficer())))
                .when(approval(Acts.anotherOfficer()))
                .refuses(ExemptionRefusal.OBJECTION_UPHELD);
    }

    @Test
    void agreesToNoGroundThatTheRulesForgot() {
        Scene.dossier(during(EXEMPTION).without(VETERAN))
                .given(endorsed())
                .when(approval(aSecondReviewer()))
                .refuses(ExemptionRefusal.UNKNOWN_GROUND);
    }

    @Test
    void asksOnceAtATime() {
        Scene.dossier(during(EXEMPTION))
                .given(awaiting())
                .when(request(aReviewer()))
                .refuses(ExemptionRefusal.EVIDENCE_AWAITED);
    }

    @Test
    void asksOnlyForTheFuture() {
        Scene.dossier(during(EXEMPTION))
                .given(inReview())
                .when(new RequestEvidence(YU, 1, NOW, aReviewer()))
                .refuses(ExemptionRefusal.DEADLINE_PAST);
    }

    @Test
    void asksOnlyWithAReason() {
        Scene.dossier(during(EXEMPTION))
                .given(inReview())
                .when(request(silently(aReviewer())))
                .refuses(ExemptionRefusal.REASON_MISSING);
    }

    @Test
    void agreesOnlyWithAReason() {
        Scene.dossier(during(EXEMPTION))
                .given(inReview())
                .when(approval(silently(aReviewer())))
                .refuses(ExemptionRefusal.REASON_MISSING);
    }

    @Test
    void agreesOnlyWithAClause() {
        Scene.dossier(during(EXEMPTION))
                .given(inReview())
                .when(new ApproveExemption(YU, 1, " ", aReviewer()))
                .refuses(ExemptionRefusal.CLAUSE_MISSING);
    }

    @Test
    void disagreesOnlyWithAReason() {
        Scene.dossier(during(EXEMPTION))
                .given(inReview())
                .when(refusal(silently(aReviewer())))
                .refuses(ExemptionRefusal.REASON_MISSING);
    }

    @Test
    void disagreesOnlyWithAClause() {
        Scene.dossier(during(EXEMPTION))
                .given(inReview())
                .when(new RefuseExemption(YU, 1, " ", aReviewer()))
                .refuses(ExemptionRefusal.CLAUSE_MISSING);
    }

    @Test
    void decidesNoUnknownClaim() {
        Scene.dossier(during(EXEMPTION))
                .given(confirmed())
                .when(approval(aReviewer()))
                .refuses(ExemptionRefusal.NO_SUCH_CLAIM);
    }

    @Test
    void decidesNothingTwice() {
        Scene.dossier(during(EXEMPTION))
                .given(exempt())
                .when(refusal(act("a-third", Role.REVIEWER, PROVINCE)))
                .refuses(ExemptionRefusal.ALREADY_DECIDED);
    }

    @Test
    void agreesToNobodyWhoWithdrew() {
        Scene.dossier(during(EXEMPTION))
                .given(and(inReview(), new ApplicationWithdrawn(YU, NOW)))
                .when(approval(aReviewer()))
                .refuses(RegistrationRefusal.WITHDRAWN);
    }

    @Test
    void decidesOnlyWithAnApplication() {
        for (ExemptionCommand command : List.of(
                approval(aReviewer()),
                refusal(aReviewer()),
                request(aReviewer()),
                bulk(),
                new TakeBackOpinion(YU, 1, aReviewer()))) {
            Scene.dossier(during(EXEMPTION)).given().when(command).refuses(RegistrationRefusal.NO_APPLICATION);
        }
    }

    @Test
    void approvesAfterTheNotice() {
        Scene.dossier(during(EXEMPTION))
                .given(finallyAssigned())
                .when(approval(Acts.anotherOfficer()))
                .emits(opinion(Stage.FINAL_DECISION, true, Acts.anotherOfficer()));
    }

    private static final Instant TOMORROW = NOW.plusSeconds(86_400);
    private static final Instant IN_EFFECT = NOW.plus(Duration.ofMinutes(10));
    /** Five working days after Monday, 2 March. */
    private static final Instant MONDAY_AFTER = Instant.parse("2026-03-09T15:59:59Z");

    private static final ReviewProcedure SLOW =
            new ReviewProcedure(false, false, 5, 0, 5, Duration.ofMinutes(10), false, false, false, WorkingDays.PLAIN);

    private static OpinionGiven slow() {
        return new OpinionGiven(
                YU, 1, Stage.FIRST_REVIEW, true, false, "第三条", aReviewer().by(), IN_EFFECT, NOW);
    }

    private static ApproveExemption approval(Act by) {
        return new ApproveExemption(YU, 1, "第三条", by);
    }

    private static RefuseExemption refusal(Act by) {
        return new RefuseExemption(YU, 1, "第三条", by);
    }

    private static RequestEvidence request(Act by) {
        return new RequestEvidence(YU, 1, TOMORROW, by);
    }

    private static ApproveInBulk bulk() {
        return new ApproveInBulk(YU, 1, "第三条", aReviewer());
    }

    private static List<Event> assessed(Assessment.Match match) {
        @Nullable String entry = match == Assessment.Match.MATCH ? "7" : null;
        return and(
                inReview(),
                new ClaimAssessed(
                        YU,
                        1,
                        new Assessment(
                                match,
                                "prizes",
                                "d",
                                entry,
                                "姓名相符",
                                "",
                                "",
                                Map.of(),
                                List.of(),
                                Assessment.Proposal.OPEN),
                        NOW));
    }
}
