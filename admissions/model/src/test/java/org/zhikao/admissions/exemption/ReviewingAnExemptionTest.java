package org.zhikao.admissions.exemption;

import static org.zhikao.admissions.language.Acts.CLASS;
import static org.zhikao.admissions.language.Acts.COUNTY;
import static org.zhikao.admissions.language.Acts.NOW;
import static org.zhikao.admissions.language.Acts.OTHER_SCHOOL;
import static org.zhikao.admissions.language.Acts.PROVINCE;
import static org.zhikao.admissions.language.Acts.SCHOOL;
import static org.zhikao.admissions.language.Acts.aReviewer;
import static org.zhikao.admissions.language.Acts.aSecondReviewer;
import static org.zhikao.admissions.language.Acts.act;
import static org.zhikao.admissions.language.Acts.silently;
import static org.zhikao.admissions.language.Facts.YU;
import static org.zhikao.admissions.language.Facts.and;
import static org.zhikao.admissions.language.Facts.approved;
import static org.zhikao.admissions.language.Facts.awaiting;
import static org.zhikao.admissions.language.Facts.claimed;
import static org.zhikao.admissions.language.Facts.confirmed;
import static org.zhikao.admissions.language.Facts.endorsed;
import static org.zhikao.admissions.language.Facts.evidenced;
import static org.zhikao.admissions.language.Facts.exempt;
import static org.zhikao.admissions.language.Terms.VETERAN;
import static org.zhikao.admissions.language.Terms.during;
import static org.zhikao.admissions.season.Phase.EXEMPTION;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.zhikao.admissions.exemption.ExemptionCommand.ApproveExemption;
import org.zhikao.admissions.exemption.ExemptionCommand.RefuseExemption;
import org.zhikao.admissions.exemption.ExemptionCommand.RequestEvidence;
import org.zhikao.admissions.exemption.ExemptionEvent.EvidenceAdded;
import org.zhikao.admissions.exemption.ExemptionEvent.EvidenceRequested;
import org.zhikao.admissions.exemption.ExemptionEvent.ExemptionEndorsed;
import org.zhikao.admissions.exemption.ExemptionEvent.ExemptionRefused;
import org.zhikao.admissions.language.GivenWhenThen;
import org.zhikao.admissions.language.Scene;
import org.zhikao.admissions.registration.RegistrationEvent.ApplicationWithdrawn;
import org.zhikao.admissions.registration.RegistrationRefusal;
import org.zhikao.admissions.shared.Act;
import org.zhikao.admissions.shared.Event;
import org.zhikao.admissions.shared.OrganisationId;
import org.zhikao.admissions.shared.Role;

/** 初审与复审: two persons, neither of the candidate's school, with clause and reason. */
@GivenWhenThen
class ReviewingAnExemptionTest {
    @Test
    void endorsesFirst() {
        Scene.dossier(during(EXEMPTION))
                .given(evidenced())
                .when(approval(aReviewer()))
                .emits(new ExemptionEndorsed(YU, 1, "第三条", aReviewer().by(), NOW));
    }

    @Test
    void approvesByASecondPerson() {
        Scene.dossier(during(EXEMPTION))
                .given(endorsed())
                .when(approval(aSecondReviewer()))
                .emits(approved());
    }

    @Test
    void refusesWithClauseAndReason() {
        Scene.dossier(during(EXEMPTION))
                .given(evidenced())
                .when(refusal(aReviewer()))
                .emits(new ExemptionRefused(YU, 1, VETERAN, "第三条", aReviewer().by(), 1, NOW));
    }

    @Test
    void refusesAtTheSecondReview() {
        Scene.dossier(during(EXEMPTION))
                .given(endorsed())
                .when(refusal(aSecondReviewer()))
                .emits(new ExemptionRefused(
                        YU, 1, VETERAN, "第三条", aSecondReviewer().by(), 1, NOW));
    }

    @Test
    void asksForEvidence() {
        Scene.dossier(during(EXEMPTION))
                .given(evidenced())
                .when(request(aReviewer()))
                .emits(new EvidenceRequested(YU, 1, TOMORROW, aReviewer().by(), NOW));
    }

    @Test
    void startsAgainWithOthersOnceAskedAtTheSecondReview() {
        Scene.dossier(during(EXEMPTION))
                .given(asked())
                .when(approval(act("a-third", Role.REVIEWER, PROVINCE)))
                .emits(new ExemptionEndorsed(
                        YU, 1, "第三条", act("a-third", Role.REVIEWER, PROVINCE).by(), NOW));
    }

    @Test
    void keepsTheFirstReviewerOutForGood() {
        Scene.dossier(during(EXEMPTION))
                .given(asked())
                .when(approval(aReviewer()))
                .refuses(ExemptionRefusal.SAME_PERSON);
    }

    @Test
    void letsNobodyApproveTwice() {
        Scene.dossier(during(EXEMPTION))
                .given(endorsed())
                .when(approval(aReviewer()))
                .refuses(ExemptionRefusal.SAME_PERSON);
    }

    @Test
    void letsNobodyRefuseWhatHeEndorsed() {
        Scene.dossier(during(EXEMPTION))
                .given(endorsed())
                .when(refusal(aReviewer()))
                .refuses(ExemptionRefusal.SAME_PERSON);
    }

    @Test
    void letsNobodyAskAboutWhatHeEndorsed() {
        Scene.dossier(during(EXEMPTION))
                .given(endorsed())
                .when(request(aReviewer()))
                .refuses(ExemptionRefusal.SAME_PERSON);
    }

    @Test
    void keepsTheOwnSchoolOut() {
        Scene.dossier(during(EXEMPTION))
                .given(evidenced())
                .when(approval(reviewerOf(SCHOOL)))
                .refuses(ExemptionRefusal.OWN_SCHOOL);
    }

    @Test
    void keepsABranchOfTheOwnSchoolOut() {
        Scene.dossier(during(EXEMPTION))
                .given(evidenced())
                .when(approval(reviewerOf(CLASS)))
                .refuses(ExemptionRefusal.OWN_SCHOOL);
    }

    @Test
    void keepsTheOwnSchoolFromRefusing() {
        Scene.dossier(during(EXEMPTION))
                .given(evidenced())
                .when(refusal(reviewerOf(CLASS)))
                .refuses(ExemptionRefusal.OWN_SCHOOL);
    }

    @Test
    void keepsTheOwnSchoolFromAsking() {
        Scene.dossier(during(EXEMPTION))
                .given(evidenced())
                .when(request(reviewerOf(CLASS)))
                .refuses(ExemptionRefusal.OWN_SCHOOL);
    }

    @Test
    void letsTheCountyAboveReview() {
        Scene.dossier(during(EXEMPTION))
                .given(evidenced())
                .when(approval(reviewerOf(COUNTY)))
                .emits(new ExemptionEndorsed(YU, 1, "第三条", reviewerOf(COUNTY).by(), NOW));
    }

    @Test
    void letsAnotherSchoolReview() {
        Scene.dossier(during(EXEMPTION))
                .given(evidenced())
                .when(approval(reviewerOf(OTHER_SCHOOL)))
                .emits(new ExemptionEndorsed(
                        YU, 1, "第三条", reviewerOf(OTHER_SCHOOL).by(), NOW));
    }

    @Test
    void approvesNothingWithoutEvidence() {
        Scene.dossier(during(EXEMPTION))
                .given(claimed())
                .when(approval(aReviewer()))
                .refuses(ExemptionRefusal.EVIDENCE_MISSING);
    }

    @Test
    void approvesNothingWhileEvidenceIsAwaited() {
        Scene.dossier(during(EXEMPTION))
                .given(awaiting())
                .when(approval(aSecondReviewer()))
                .refuses(ExemptionRefusal.EVIDENCE_AWAITED);
    }

    @Test
    void asksOnceAtATime() {
        Scene.dossier(during(EXEMPTION))
                .given(awaiting())
                .when(request(aSecondReviewer()))
                .refuses(ExemptionRefusal.EVIDENCE_AWAITED);
    }

    @Test
    void asksOnlyForTheFuture() {
        Scene.dossier(during(EXEMPTION))
                .given(evidenced())
                .when(new RequestEvidence(YU, 1, NOW, aReviewer()))
                .refuses(ExemptionRefusal.DEADLINE_PAST);
    }

    @Test
    void asksOnlyWithAReason() {
        Scene.dossier(during(EXEMPTION))
                .given(evidenced())
                .when(request(silently(aReviewer())))
                .refuses(ExemptionRefusal.REASON_MISSING);
    }

    @Test
    void approvesOnlyWithAReason() {
        Scene.dossier(during(EXEMPTION))
                .given(evidenced())
                .when(approval(silently(aReviewer())))
                .refuses(ExemptionRefusal.REASON_MISSING);
    }

    @Test
    void approvesOnlyWithAClause() {
        Scene.dossier(during(EXEMPTION))
                .given(evidenced())
                .when(new ApproveExemption(YU, 1, " ", aReviewer()))
                .refuses(ExemptionRefusal.CLAUSE_MISSING);
    }

    @Test
    void refusesOnlyWithAReason() {
        Scene.dossier(during(EXEMPTION))
                .given(evidenced())
                .when(refusal(silently(aReviewer())))
                .refuses(ExemptionRefusal.REASON_MISSING);
    }

    @Test
    void refusesOnlyWithAClause() {
        Scene.dossier(during(EXEMPTION))
                .given(evidenced())
                .when(new RefuseExemption(YU, 1, " ", aReviewer()))
                .refuses(ExemptionRefusal.CLAUSE_MISSING);
    }

    @Test
    void approvesNoGroundThatTheRulesForgot() {
        Scene.dossier(during(EXEMPTION).without(VETERAN))
                .given(endorsed())
                .when(approval(aSecondReviewer()))
                .refuses(ExemptionRefusal.UNKNOWN_GROUND);
    }

    @Test
    void approvesNoUnknownClaim() {
        Scene.dossier(during(EXEMPTION))
                .given(confirmed())
                .when(approval(aReviewer()))
                .refuses(ExemptionRefusal.NO_SUCH_CLAIM);
    }

    @Test
    void refusesNoUnknownClaim() {
        Scene.dossier(during(EXEMPTION))
                .given(confirmed())
                .when(refusal(aReviewer()))
                .refuses(ExemptionRefusal.NO_SUCH_CLAIM);
    }

    @Test
    void asksAboutNoUnknownClaim() {
        Scene.dossier(during(EXEMPTION))
                .given(confirmed())
                .when(request(aReviewer()))
                .refuses(ExemptionRefusal.NO_SUCH_CLAIM);
    }

    @Test
    void approvesOnce() {
        Scene.dossier(during(EXEMPTION))
                .given(exempt())
                .when(approval(act("a-third", Role.REVIEWER, PROVINCE)))
                .refuses(ExemptionRefusal.ALREADY_DECIDED);
    }

    @Test
    void refusesNothingDecided() {
        Scene.dossier(during(EXEMPTION))
                .given(exempt())
                .when(refusal(act("a-third", Role.REVIEWER, PROVINCE)))
                .refuses(ExemptionRefusal.ALREADY_DECIDED);
    }

    @Test
    void asksNothingOnceDecided() {
        Scene.dossier(during(EXEMPTION))
                .given(exempt())
                .when(request(act("a-third", Role.REVIEWER, PROVINCE)))
                .refuses(ExemptionRefusal.ALREADY_DECIDED);
    }

    @Test
    void approvesNobodyWhoWithdrew() {
        Scene.dossier(during(EXEMPTION))
                .given(and(evidenced(), new ApplicationWithdrawn(YU, NOW)))
                .when(approval(aReviewer()))
                .refuses(RegistrationRefusal.WITHDRAWN);
    }

    @Test
    void approvesOnlyWithAnApplication() {
        Scene.dossier(during(EXEMPTION))
                .given()
                .when(approval(aReviewer()))
                .refuses(RegistrationRefusal.NO_APPLICATION);
    }

    @Test
    void refusesOnlyWithAnApplication() {
        Scene.dossier(during(EXEMPTION)).given().when(refusal(aReviewer())).refuses(RegistrationRefusal.NO_APPLICATION);
    }

    @Test
    void asksOnlyWithAnApplication() {
        Scene.dossier(during(EXEMPTION)).given().when(request(aReviewer())).refuses(RegistrationRefusal.NO_APPLICATION);
    }

    private static final Instant TOMORROW = NOW.plusSeconds(86_400);

    private static ApproveExemption approval(Act by) {
        return new ApproveExemption(YU, 1, "第三条", by);
    }

    private static RefuseExemption refusal(Act by) {
        return new RefuseExemption(YU, 1, "第三条", by);
    }

    private static RequestEvidence request(Act by) {
        return new RequestEvidence(YU, 1, TOMORROW, by);
    }

    /** Evidence was asked for at the second review and came. */
    private static List<Event> asked() {
        return and(
                endorsed(),
                new EvidenceRequested(YU, 1, TOMORROW, aSecondReviewer().by(), NOW),
                new EvidenceAdded(YU, 1, "MERIT", "b".repeat(64), NOW));
    }

    private static Act reviewerOf(OrganisationId organisation) {
        return act("a-local", Role.REVIEWER, organisation);
    }
}
