package org.zhikao.admissions.exemption;

import static org.zhikao.admissions.language.Acts.COUNTY;
import static org.zhikao.admissions.language.Acts.NOW;
import static org.zhikao.admissions.language.Acts.OTHER_SCHOOL;
import static org.zhikao.admissions.language.Acts.PROVINCE;
import static org.zhikao.admissions.language.Acts.SCHOOL;
import static org.zhikao.admissions.language.Acts.aReviewer;
import static org.zhikao.admissions.language.Acts.aSecondReviewer;
import static org.zhikao.admissions.language.Acts.act;
import static org.zhikao.admissions.language.Acts.anotherOfficer;
import static org.zhikao.admissions.language.Acts.at;
import static org.zhikao.admissions.language.Acts.silently;
import static org.zhikao.admissions.language.Acts.theOffice;
import static org.zhikao.admissions.language.Acts.theSchool;
import static org.zhikao.admissions.language.Acts.theSystem;
import static org.zhikao.admissions.language.Facts.YU;
import static org.zhikao.admissions.language.Facts.agreed;
import static org.zhikao.admissions.language.Facts.and;
import static org.zhikao.admissions.language.Facts.approved;
import static org.zhikao.admissions.language.Facts.assigned;
import static org.zhikao.admissions.language.Facts.awaiting;
import static org.zhikao.admissions.language.Facts.claimed;
import static org.zhikao.admissions.language.Facts.confirmed;
import static org.zhikao.admissions.language.Facts.evidenced;
import static org.zhikao.admissions.language.Facts.exempt;
import static org.zhikao.admissions.language.Facts.finallyAssigned;
import static org.zhikao.admissions.language.Facts.inReview;
import static org.zhikao.admissions.language.Facts.noticed;
import static org.zhikao.admissions.language.Facts.opinion;
import static org.zhikao.admissions.language.Terms.AWARD;
import static org.zhikao.admissions.language.Terms.BONUS;
import static org.zhikao.admissions.language.Terms.VETERAN;
import static org.zhikao.admissions.language.Terms.during;
import static org.zhikao.admissions.season.Phase.EXEMPTION;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.zhikao.admissions.exemption.ExemptionCommand.AdvanceClaim;
import org.zhikao.admissions.exemption.ExemptionCommand.AssessClaim;
import org.zhikao.admissions.exemption.ExemptionCommand.AttestClaim;
import org.zhikao.admissions.exemption.ExemptionCommand.DeclareRelation;
import org.zhikao.admissions.exemption.ExemptionCommand.HandBackClaim;
import org.zhikao.admissions.exemption.ExemptionEvent.ClaimAssessed;
import org.zhikao.admissions.exemption.ExemptionEvent.ClaimAttested;
import org.zhikao.admissions.exemption.ExemptionEvent.ClaimHandedBack;
import org.zhikao.admissions.exemption.ExemptionEvent.EvidenceAdded;
import org.zhikao.admissions.exemption.ExemptionEvent.ExemptionApproved;
import org.zhikao.admissions.exemption.ExemptionEvent.ExemptionClaimed;
import org.zhikao.admissions.exemption.ExemptionEvent.ExemptionRefused;
import org.zhikao.admissions.exemption.ExemptionEvent.ExemptionWaived;
import org.zhikao.admissions.exemption.ExemptionEvent.NoticeClosed;
import org.zhikao.admissions.exemption.ExemptionEvent.NoticePosted;
import org.zhikao.admissions.exemption.ExemptionEvent.ObjectionFiled;
import org.zhikao.admissions.exemption.ExemptionEvent.OpinionGiven;
import org.zhikao.admissions.exemption.ExemptionEvent.RelationDeclared;
import org.zhikao.admissions.exemption.ExemptionEvent.ReviewerAssigned;
import org.zhikao.admissions.language.Facts;
import org.zhikao.admissions.language.GivenWhenThen;
import org.zhikao.admissions.language.Scene;
import org.zhikao.admissions.language.Terms;
import org.zhikao.admissions.registration.RegistrationEvent.ApplicationWithdrawn;
import org.zhikao.admissions.registration.RegistrationRefusal;
import org.zhikao.admissions.season.ReviewProcedure;
import org.zhikao.admissions.season.WorkingDays;
import org.zhikao.admissions.shared.Act;
import org.zhikao.admissions.shared.ActorId;
import org.zhikao.admissions.shared.Event;
import org.zhikao.admissions.shared.OrganisationId;
import org.zhikao.admissions.shared.Role;

/** 推进审核: reviewers are drawn among those who may, stages follow the season's procedure, and law is looked at once more. */
@GivenWhenThen
class AdvancingAClaimTest {
    // ---- drawn, never chosen

    @Test
    void drawsOneOfTheIdlestAndSaysAmongWhom() {
        turn(evidenced(), pool(reviewer("a-busy", 3), reviewer("a-first", 1), reviewer("a-second", 1)))
                .emits(drawn(Stage.FIRST_REVIEW, "a-second", 3, "a-busy 3,a-first 1,a-second 1"));
    }

    @Test
    void leavesOutTheSchoolTheCollegeAndWhoIsOfAnotherRole() {
        turn(
                        evidenced(),
                        pool(
                                sits(SCHOOL, "a-own"),
                                sits(new OrganisationId("37/u1"), "a-college"),
                                new Reviewer(theOffice().by(), Role.EXAM_OFFICE, PROVINCE, 0),
                                sits(COUNTY, "a-county"),
                                reviewer("a-first", 9)))
                .emits(new ReviewerAssigned(
                        YU,
                        1,
                        Stage.FIRST_REVIEW,
                        new ActorId("a-county"),
                        COUNTY,
                        SEED,
                        2,
                        "a-county 0,a-first 9",
                        FIVE_DAYS,
                        NOW));
    }

    @Test
    void leavesOutTheCountyWhereTheSeasonSaysSo() {
        Terms terms = during(EXEMPTION).reviewed(procedure(0, true, false));
        Scene.dossier(terms)
                .given(evidenced())
                .when(advance(pool(sits(COUNTY, "a-county"), sits(OTHER_SCHOOL, "a-other"), reviewer("a-first", 1))))
                .emits(drawn(Stage.FIRST_REVIEW, "a-first", 1, "a-first 1"));
    }

    @Test
    void takesTheSecondFromAnotherOfficeWhereTheSeasonSaysSo() {
        Scene.dossier(during(EXEMPTION).reviewed(procedure(0, false, true)))
                .given(and(inReview(), opinion(Stage.FIRST_REVIEW, true, aReviewer())))
                .when(advance(pool(reviewer("a-second", 0), sits(COUNTY, "a-county"))))
                .emits(new ReviewerAssigned(
                        YU,
                        1,
                        Stage.SECOND_REVIEW,
                        new ActorId("a-county"),
                        COUNTY,
                        SEED,
                        1,
                        "a-county 0",
                        FIVE_DAYS,
                        NOW));
    }

    @Test
    void neverDrawsWhoDecidedBefore() {
        turn(and(inReview(), opinion(Stage.FIRST_REVIEW, true, aReviewer())), pool(reviewer("a-first", 0)))
                .refuses(ExemptionRefusal.NO_REVIEWER);
    }

    @Test
    void neverDrawsARelative() {
        turn(
                        and(
                                evidenced(),
                                new RelationDeclared(
                                        YU,
                                        1,
                                        aReviewer().by(),
                                        false,
                                        theSchool().by(),
                                        NOW)),
                        pool(reviewer("a-first", 0), reviewer("a-second", 5)))
                .emits(drawn(Stage.FIRST_REVIEW, "a-second", 1, "a-second 5"));
    }

    @Test
    void drawsAnewOnceHandedBack() {
        turn(
                        and(
                                inReview(),
                                new ClaimHandedBack(
                                        YU, 1, Stage.FIRST_REVIEW, aReviewer().by(), NOW)),
                        pool(reviewer("a-first", 0), reviewer("a-second", 5)))
                .emits(drawn(Stage.FIRST_REVIEW, "a-second", 1, "a-second 5"));
    }

    @Test
    void leavesTheCaseInTheSameHandsOnceEvidenceHasCome() {
        turn(
                        and(awaiting(), new EvidenceAdded(YU, 1, "MERIT", "b".repeat(64), NOW)),
                        pool(reviewer("a-first", 8), reviewer("a-second", 0)))
                .emits(drawn(Stage.FIRST_REVIEW, "a-first", 2, "a-first 8,a-second 0"));
    }

    @Test
    void handsBackWithAReason() {
        Scene.dossier(during(EXEMPTION))
                .given(inReview())
                .when(new HandBackClaim(YU, 1, aReviewer()))
                .emits(new ClaimHandedBack(
                        YU, 1, Stage.FIRST_REVIEW, aReviewer().by(), NOW));
    }

    @Test
    void handsNothingBackInSilence() {
        Scene.dossier(during(EXEMPTION))
                .given(inReview())
                .when(new HandBackClaim(YU, 1, silently(aReviewer())))
                .refuses(ExemptionRefusal.REASON_MISSING);
    }

    @Test
    void takesACaseFromARelative() {
        Scene.dossier(during(EXEMPTION))
                .given(inReview())
                .when(new DeclareRelation(YU, 1, aReviewer().by(), theSchool()))
                .emits(new RelationDeclared(
                        YU, 1, aReviewer().by(), true, theSchool().by(), NOW));
    }

    @Test
    void letsAReviewerDeclareOnlyForHimself() {
        Scene.dossier(during(EXEMPTION))
                .given(inReview())
                .when(new DeclareRelation(YU, 1, aReviewer().by(), aSecondReviewer()))
                .refuses(ExemptionRefusal.NOT_ASSIGNED);
    }

    // ---- the school

    @Test
    void asksTheSchoolOnce() {
        Scene.dossier(during(EXEMPTION))
                .given(atSchool())
                .when(new AttestClaim(YU, 1, true, theSchool()))
                .emits(new ClaimAttested(YU, 1, true, theSchool().by(), NOW));
        Scene.dossier(during(EXEMPTION))
                .given(and(
                        atSchool(), new ClaimAttested(YU, 1, true, theSchool().by(), NOW)))
                .when(new AttestClaim(YU, 1, true, theSchool()))
                .refuses(ExemptionRefusal.NOT_AT_THIS_STAGE);
    }

    @Test
    void lacksTheSchoolsConfirmationOnlyWithAReason() {
        Scene.dossier(during(EXEMPTION))
                .given(atSchool())
                .when(new AttestClaim(YU, 1, false, silently(theSchool())))
                .refuses(ExemptionRefusal.REASON_MISSING);
    }

    @Test
    void goesToReviewAfterTheSchool() {
        turn(and(atSchool(), new ClaimAttested(YU, 1, false, theSchool().by(), NOW)), pool(reviewer("a-first", 0)))
                .emits(drawn(Stage.FIRST_REVIEW, "a-first", 1, "a-first 0"));
    }

    @Test
    void waitsForTheSchool() {
        turn(atSchool(), pool(reviewer("a-first", 0))).refuses(ExemptionRefusal.NOTHING_DUE);
    }

    // ---- from stage to stage

    @Test
    void goesOnOnlyOnceTheOpinionCounts() {
        OpinionGiven slow = new OpinionGiven(
                YU, 1, Stage.FIRST_REVIEW, true, false, "第三条", aReviewer().by(), NOW.plusMillis(1), NOW);
        turn(and(inReview(), slow), pool(reviewer("a-second", 0))).refuses(ExemptionRefusal.NOTHING_DUE);
    }

    @Test
    void leavesACaseThatIsInHand() {
        turn(inReview(), pool(reviewer("a-second", 0))).refuses(ExemptionRefusal.NOTHING_DUE);
    }

    @Test
    void goesToAThirdWhereTwoDisagree() {
        turn(said(true, false), pool(reviewer("a-third", 0)))
                .emits(drawn(Stage.THIRD_REVIEW, "a-third", 1, "a-third 0"));
    }

    @Test
    void isRefusedByTwoOfThree() {
        turn(
                        and(
                                said(true, false),
                                assigned(Stage.THIRD_REVIEW, THIRD),
                                opinion(Stage.THIRD_REVIEW, false, THIRD)),
                        pool())
                .emits(refused(THIRD));
    }

    @Test
    void isRefusedByBoth() {
        turn(said(false, false), pool()).emits(refused(aSecondReviewer()));
    }

    @Test
    void goesToTheProvinceByTwoOfThree() {
        turn(
                        and(
                                said(false, true),
                                assigned(Stage.THIRD_REVIEW, THIRD),
                                opinion(Stage.THIRD_REVIEW, true, THIRD)),
                        pool(officer("a-office")))
                .emits(drawn(Stage.PROVINCE_REVIEW, "a-office", 1, "a-office 0"));
    }

    @Test
    void isRefusedByTheProvince() {
        turn(and(agreed(), opinion(Stage.PROVINCE_REVIEW, false, theOffice())), pool())
                .emits(refused(theOffice()));
    }

    /** 2013-3.3: the file of this season names neither province nor notice for the ground, the law does. */
    @Test
    void isPublishedBeforeAdmissionWithoutExamWhateverTheFileSays() {
        turn(and(agreed(), opinion(Stage.PROVINCE_REVIEW, true, theOffice())), pool())
                .emits(new NoticePosted(YU, 1, 1, Instant.parse("2026-03-03T15:59:59Z"), NOW));
    }

    @Test
    void staysOnNoticeUntilItsEnd() {
        Scene.dossier(during(EXEMPTION))
                .given(noticed())
                .when(advance(TOMORROW, pool()))
                .refuses(ExemptionRefusal.NOTHING_DUE);
    }

    @Test
    void staysOnNoticeWhileAnObjectionIsOpen() {
        Scene.dossier(during(EXEMPTION))
                .given(and(noticed(), new ObjectionFiled(YU, 1, 1, "d", TOMORROW, NOW)))
                .when(advance(TOMORROW.plusSeconds(1), pool()))
                .refuses(ExemptionRefusal.NOTHING_DUE);
    }

    @Test
    void leavesTheNoticeAtItsEnd() {
        Scene.dossier(during(EXEMPTION))
                .given(noticed())
                .when(advance(TOMORROW.plusSeconds(1), pool()))
                .emits(new NoticeClosed(YU, 1, 0, false, TOMORROW.plusSeconds(1)));
    }

    @Test
    void isDecidedAtLastByAnotherOfficer() {
        turn(and(noticed(), new NoticeClosed(YU, 1, 0, false, NOW)), pool(officer("a-office"), officer("a-officer")))
                .emits(drawn(Stage.FINAL_DECISION, "a-officer", 1, "a-officer 0"));
    }

    @Test
    void isApprovedOnceTheFinalDecisionCounts() {
        turn(and(finallyAssigned(), opinion(Stage.FINAL_DECISION, true, anotherOfficer())), pool())
                .emits(approved());
    }

    @Test
    void isApprovedByTwoReviewersWhereTheEffectIsLess() {
        turn(bonus(), pool())
                .emits(new ExemptionApproved(
                        YU, 1, AWARD, BONUS, null, "第三条", aSecondReviewer().by(), 1, NOW));
    }

    /** The rules changed while the review was under way: what is admission without exam now was never published. */
    @Test
    void isNotApprovedWhereTheLawAsksForMoreThanWasDone() {
        Scene.dossier(during(EXEMPTION).freeing(AWARD).reviewed(ReviewProcedure.PLAIN))
                .given(and(
                        bonus(),
                        assigned(Stage.FINAL_DECISION, anotherOfficer()),
                        opinion(Stage.FINAL_DECISION, true, anotherOfficer())))
                .when(advance(pool()))
                .refuses(ExemptionRefusal.NOT_AT_THIS_STAGE);
    }

    @Test
    void isNotApprovedByAGroundThatTheRulesForgot() {
        Scene.dossier(during(EXEMPTION).without(VETERAN))
                .given(and(finallyAssigned(), opinion(Stage.FINAL_DECISION, true, anotherOfficer())))
                .when(advance(pool()))
                .refuses(ExemptionRefusal.UNKNOWN_GROUND);
    }

    @Test
    void takesSilenceForAWaiver() {
        Scene.dossier(during(EXEMPTION))
                .given(awaiting())
                .when(advance(TOMORROW.plusSeconds(1), pool()))
                .emits(new ExemptionWaived(YU, 1, true, "", TOMORROW.plusSeconds(1)));
    }

    @Test
    void takesNoSilenceBeforeTheDeadline() {
        Scene.dossier(during(EXEMPTION))
                .given(awaiting())
                .when(advance(TOMORROW, pool()))
                .refuses(ExemptionRefusal.NOTHING_DUE);
    }

    @Test
    void recordsWhatRegisterAndTableSay() {
        Assessment said = new Assessment(
                Assessment.Match.NEAR,
                "prizes",
                "d",
                "7",
                "姓名相符",
                "top-talent",
                "t",
                Map.of("level", "NATIONAL_1"),
                List.of(2),
                Assessment.Proposal.OPEN);
        Scene.dossier(during(EXEMPTION))
                .given(claimed())
                .when(new AssessClaim(YU, 1, said, theSystem()))
                .emits(new ClaimAssessed(YU, 1, said, NOW));
    }

    @Test
    void leavesTheDecidedAlone() {
        turn(exempt(), pool()).refuses(ExemptionRefusal.ALREADY_DECIDED);
    }

    @Test
    void leavesWhoWithdrewAlone() {
        turn(and(evidenced(), new ApplicationWithdrawn(YU, NOW)), pool(reviewer("a-first", 0)))
                .refuses(RegistrationRefusal.WITHDRAWN);
    }

    @Test
    void needsAClaimAndAnApplication() {
        turn(confirmed(), pool()).refuses(ExemptionRefusal.NO_SUCH_CLAIM);
        turn(List.of(), pool()).refuses(RegistrationRefusal.NO_APPLICATION);
    }

    private static final long SEED = 7;
    private static final Instant TOMORROW = NOW.plusSeconds(86_400);
    /** Five working days after Monday, 2 March. */
    private static final Instant FIVE_DAYS = Instant.parse("2026-03-09T15:59:59Z");

    private static final Act THIRD = act("a-third", Role.REVIEWER, PROVINCE);

    private static Scene.Then<?> turn(List<Event> given, List<Reviewer> pool) {
        return Scene.dossier(during(EXEMPTION)).given(given).when(advance(pool));
    }

    private static AdvanceClaim advance(List<Reviewer> pool) {
        return advance(NOW, pool);
    }

    private static AdvanceClaim advance(Instant when, List<Reviewer> pool) {
        return new AdvanceClaim(YU, 1, pool, SEED, at(when, theSystem()));
    }

    private static ReviewProcedure procedure(int notice, boolean otherCounty, boolean otherOffice) {
        return new ReviewProcedure(
                false, false, 5, notice, 5, Duration.ZERO, otherCounty, otherOffice, false, WorkingDays.PLAIN);
    }

    private static List<Reviewer> pool(Reviewer... all) {
        return List.of(all);
    }

    private static Reviewer reviewer(String id, int load) {
        return new Reviewer(new ActorId(id), Role.REVIEWER, PROVINCE, load);
    }

    private static Reviewer officer(String id) {
        return new Reviewer(new ActorId(id), Role.EXAM_OFFICE, PROVINCE, 0);
    }

    private static Reviewer sits(OrganisationId office, String id) {
        return new Reviewer(new ActorId(id), Role.REVIEWER, office, 0);
    }

    private static ReviewerAssigned drawn(Stage stage, String id, int eligible, String among) {
        return new ReviewerAssigned(YU, 1, stage, new ActorId(id), PROVINCE, SEED, eligible, among, FIVE_DAYS, NOW);
    }

    private static ExemptionRefused refused(Act last) {
        return new ExemptionRefused(YU, 1, VETERAN, "第三条", last.by(), FIVE_DAYS, 1, NOW);
    }

    private static List<Event> said(boolean first, boolean second) {
        return and(
                inReview(),
                opinion(Stage.FIRST_REVIEW, first, aReviewer()),
                assigned(Stage.SECOND_REVIEW, aSecondReviewer()),
                opinion(Stage.SECOND_REVIEW, second, aSecondReviewer()));
    }

    private static List<Event> atSchool() {
        return and(confirmed(), new ExemptionClaimed(YU, 1, VETERAN, "u1", Stage.SCHOOL_CHECK, FIVE_DAYS, 1, NOW));
    }

    /** Two reviewers agreed to a bonus. */
    private static List<Event> bonus() {
        return and(
                Facts.claimed(AWARD, null),
                new EvidenceAdded(YU, 1, "MERIT", Facts.DIGEST, NOW),
                assigned(Stage.FIRST_REVIEW, aReviewer()),
                opinion(Stage.FIRST_REVIEW, true, aReviewer()),
                assigned(Stage.SECOND_REVIEW, aSecondReviewer()),
                opinion(Stage.SECOND_REVIEW, true, aSecondReviewer()));
    }
}
