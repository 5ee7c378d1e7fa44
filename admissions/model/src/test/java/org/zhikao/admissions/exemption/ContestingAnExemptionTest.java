package org.zhikao.admissions.exemption;

import static org.zhikao.admissions.language.Acts.NOW;
import static org.zhikao.admissions.language.Acts.PROVINCE;
import static org.zhikao.admissions.language.Acts.anotherOfficer;
import static org.zhikao.admissions.language.Acts.at;
import static org.zhikao.admissions.language.Acts.silently;
import static org.zhikao.admissions.language.Acts.theCandidate;
import static org.zhikao.admissions.language.Acts.theOffice;
import static org.zhikao.admissions.language.Acts.theSystem;
import static org.zhikao.admissions.language.Facts.YU;
import static org.zhikao.admissions.language.Facts.and;
import static org.zhikao.admissions.language.Facts.exempt;
import static org.zhikao.admissions.language.Facts.inReview;
import static org.zhikao.admissions.language.Facts.noticed;
import static org.zhikao.admissions.language.Facts.refusedClaim;
import static org.zhikao.admissions.language.Terms.VETERAN;
import static org.zhikao.admissions.language.Terms.during;
import static org.zhikao.admissions.season.Phase.EXAM;
import static org.zhikao.admissions.season.Phase.EXEMPTION;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.zhikao.admissions.exam.ExamEvent.ExamArranged;
import org.zhikao.admissions.exemption.ExemptionCommand.AdvanceClaim;
import org.zhikao.admissions.exemption.ExemptionCommand.AppealRefusal;
import org.zhikao.admissions.exemption.ExemptionCommand.DecideObjection;
import org.zhikao.admissions.exemption.ExemptionCommand.FileObjection;
import org.zhikao.admissions.exemption.ExemptionCommand.WaiveExemption;
import org.zhikao.admissions.exemption.ExemptionEvent.ExemptionWaived;
import org.zhikao.admissions.exemption.ExemptionEvent.ObjectionDecided;
import org.zhikao.admissions.exemption.ExemptionEvent.ObjectionFiled;
import org.zhikao.admissions.exemption.ExemptionEvent.RefusalAppealed;
import org.zhikao.admissions.exemption.ExemptionEvent.ReviewerAssigned;
import org.zhikao.admissions.language.Facts;
import org.zhikao.admissions.language.GivenWhenThen;
import org.zhikao.admissions.language.Scene;
import org.zhikao.admissions.placement.Offer;
import org.zhikao.admissions.placement.PlacementEvent.CandidatePlaced;
import org.zhikao.admissions.season.Phase;
import org.zhikao.admissions.shared.Act;
import org.zhikao.admissions.shared.ActorId;
import org.zhikao.admissions.shared.Event;
import org.zhikao.admissions.shared.Role;

/** 异议、复核、放弃: what others and the candidate may say to a decision. */
@GivenWhenThen
class ContestingAnExemptionTest {
    @Test
    void takesAnObjectionDuringTheNotice() {
        Scene.dossier(during(EXEMPTION))
                .given(noticed())
                .when(objection(NOW))
                .emits(new ObjectionFiled(YU, 1, 1, DIGEST, FIVE_DAYS, NOW));
    }

    @Test
    void takesNoObjectionAfterTheNotice() {
        Scene.dossier(during(EXEMPTION))
                .given(noticed())
                .when(objection(TOMORROW.plusSeconds(1)))
                .refuses(ExemptionRefusal.DEADLINE_PAST);
    }

    @Test
    void takesNoObjectionBeforeTheNotice() {
        Scene.dossier(during(EXEMPTION)).given(inReview()).when(objection(NOW)).refuses(ExemptionRefusal.NOT_ON_NOTICE);
    }

    @Test
    void decidesAnObjection() {
        Scene.dossier(during(EXEMPTION))
                .given(objected())
                .when(decision(1, INSPECTOR))
                .emits(new ObjectionDecided(YU, 1, 1, false, "第三条", TOMORROW, INSPECTOR.by(), NOW));
    }

    @Test
    void letsNobodyDecideOnTheOwnOpinion() {
        Scene.dossier(during(EXEMPTION))
                .given(objected())
                .when(decision(1, theOffice()))
                .refuses(ExemptionRefusal.SAME_PERSON);
    }

    @Test
    void decidesNoObjectionThatIsNotOpen() {
        Scene.dossier(during(EXEMPTION))
                .given(objected())
                .when(decision(2, INSPECTOR))
                .refuses(ExemptionRefusal.NO_SUCH_OBJECTION);
    }

    @Test
    void decidesAnObjectionOnlyWithAReason() {
        Scene.dossier(during(EXEMPTION))
                .given(objected())
                .when(decision(1, silently(INSPECTOR)))
                .refuses(ExemptionRefusal.REASON_MISSING);
    }

    @Test
    void appealsAgainstARefusal() {
        Scene.dossier(during(EXEMPTION))
                .given(refusedClaim())
                .when(appeal(NOW))
                .emits(new RefusalAppealed(YU, 2, 1, VETERAN, "u1", 1, NOW));
    }

    @Test
    void isDecidedOnAppealByOthersOnly() {
        List<Reviewer> pool = List.of(reviewer("a-first"), reviewer("a-second"), reviewer("a-third"));
        Scene.dossier(during(EXEMPTION))
                .given(and(refusedClaim(), new RefusalAppealed(YU, 2, 1, VETERAN, "u1", 1, NOW)))
                .when(new AdvanceClaim(YU, 2, pool, 7, theSystem()))
                .emits(new ReviewerAssigned(
                        YU,
                        2,
                        Stage.FIRST_REVIEW,
                        new ActorId("a-third"),
                        PROVINCE,
                        7,
                        1,
                        "a-third 0",
                        FIVE_DAYS,
                        NOW));
    }

    @Test
    void appealsInTime() {
        Scene.dossier(during(EXEMPTION))
                .given(refusedClaim())
                .when(appeal(TOMORROW.plusSeconds(1)))
                .refuses(ExemptionRefusal.DEADLINE_PAST);
    }

    @Test
    void appealsOnce() {
        Scene.dossier(during(EXEMPTION))
                .given(and(refusedClaim(), new RefusalAppealed(YU, 2, 1, VETERAN, "u1", 1, NOW)))
                .when(appeal(NOW))
                .refuses(ExemptionRefusal.APPEALED);
    }

    @Test
    void appealsOnlyAgainstARefusal() {
        Scene.dossier(during(EXEMPTION)).given(exempt()).when(appeal(NOW)).refuses(ExemptionRefusal.NOT_REFUSED);
    }

    @Test
    void appealsBeforeTheExamIsArranged() {
        Scene.dossier(during(EXEMPTION))
                .given(and(refusedClaim(), new ExamArranged(YU, Facts.DRAW, Facts.SEAT, NOW)))
                .when(appeal(NOW))
                .refuses(ExemptionRefusal.EXAM_ARRANGED);
    }

    @Test
    void givesUpWhatWasApproved() {
        Scene.dossier(during(EXAM))
                .given(exempt())
                .when(new WaiveExemption(YU, 1, theCandidate()))
                .emits(new ExemptionWaived(YU, 1, false, Claims.FULL_FREE, NOW));
    }

    @Test
    void takesSilenceForAWaiverToo() {
        Scene.dossier(during(EXAM))
                .given(exempt())
                .when(new WaiveExemption(YU, 1, theSystem()))
                .emits(new ExemptionWaived(YU, 1, true, Claims.FULL_FREE, NOW));
    }

    @Test
    void givesUpNothingThatWasNotApproved() {
        Scene.dossier(during(EXAM))
                .given(inReview())
                .when(new WaiveExemption(YU, 1, theCandidate()))
                .refuses(ExemptionRefusal.NOT_APPROVED);
    }

    @Test
    void givesUpNothingOnceSeated() {
        Scene.dossier(during(EXAM, Phase.CONFIRMATION))
                .given(and(exempt(), new CandidatePlaced(YU, Facts.run(1), 1, new Offer("u1", 0, 0), NOW)))
                .when(new WaiveExemption(YU, 1, theCandidate()))
                .refuses(ExemptionRefusal.WAIVER_TOO_LATE);
    }

    private static final String DIGEST = "c".repeat(64);
    private static final Instant TOMORROW = NOW.plusSeconds(86_400);
    private static final Instant FIVE_DAYS = Instant.parse("2026-03-09T15:59:59Z");
    private static final Act INSPECTOR = anotherOfficer();

    private static FileObjection objection(Instant when) {
        return new FileObjection(YU, 1, DIGEST, at(when, theSystem()));
    }

    private static DecideObjection decision(int objection, Act by) {
        return new DecideObjection(YU, 1, objection, false, "第三条", by);
    }

    private static List<Event> objected() {
        return and(noticed(), new ObjectionFiled(YU, 1, 1, DIGEST, FIVE_DAYS, NOW));
    }

    private static AppealRefusal appeal(Instant when) {
        return new AppealRefusal(YU, 1, at(when, theCandidate()).because("证书已更正"));
    }

    private static Reviewer reviewer(String id) {
        return new Reviewer(new ActorId(id), Role.REVIEWER, PROVINCE, 0);
    }
}
