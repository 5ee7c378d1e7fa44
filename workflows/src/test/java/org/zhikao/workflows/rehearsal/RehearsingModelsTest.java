package org.zhikao.workflows.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.zhikao.admissions.exam.ExamEvent.ExamArranged;
import org.zhikao.admissions.exam.Seat;
import org.zhikao.admissions.exemption.ExemptionEvent.ExemptionApproved;
import org.zhikao.admissions.exemption.ExemptionEvent.ExemptionClaimed;
import org.zhikao.admissions.exemption.ExemptionEvent.OpinionGiven;
import org.zhikao.admissions.exemption.ExemptionEvent.ReviewerAssigned;
import org.zhikao.admissions.exemption.Stage;
import org.zhikao.admissions.process.Rehearsed;
import org.zhikao.admissions.registration.RegistrationEvent.ApplicationReturned;
import org.zhikao.admissions.registration.RegistrationEvent.ApplicationSubmitted;
import org.zhikao.admissions.registration.RegistrationEvent.ApplicationWithdrawn;
import org.zhikao.admissions.registration.RegistrationEvent.EligibilityConfirmed;
import org.zhikao.admissions.registration.RegistrationEvent.EligibilityRejected;
import org.zhikao.admissions.shared.ActorId;
import org.zhikao.admissions.shared.CandidateId;
import org.zhikao.admissions.shared.Event;
import org.zhikao.admissions.shared.OrganisationId;
import org.zhikao.admissions.shared.SeasonId;
import org.zhikao.workflows.release.ReleaseContracts;

/** A rehearsal counts what the facts make of a model: by hand for a few cases here, against the engine elsewhere. */
class RehearsingModelsTest {
    private static final Instant DAWN = Instant.parse("2026-03-01T00:00:00Z");
    private static final CandidateId ANNA = candidate(1);
    private static final CandidateId BEN = candidate(2);
    private static final CandidateId CARA = candidate(3);

    @Test
    void countsFlowsWaitsAndPlaces() {
        Rehearsed r = rehearse(
                text("application.bpmn"),
                List.of(
                        submitted(ANNA, 0),
                        submitted(BEN, 0),
                        submitted(CARA, 0),
                        new ApplicationReturned(BEN, 1, day(4)),
                        new EligibilityRejected(CARA, "13.2", 1, day(2)),
                        new EligibilityConfirmed(ANNA, 1, day(1)),
                        arranged(ANNA, 11)));
        assertThat(r.cases()).isEqualTo(3);
        assertThat(r.facts()).isEqualTo(7);
        assertThat(flows(r))
                .containsEntry("flow_submitted", 3L)
                .containsEntry("flow_decided", 3L)
                .containsEntry("flow_returned", 1L)
                .containsEntry("flow_rejected", 1L)
                .containsEntry("flow_examined", 1L)
                .containsEntry("flow_exempt", 0L);
        Rehearsed.Wait eligibility = wait(r, "receive_eligibility");
        assertThat(List.of(eligibility.left(), eligibility.standing())).containsExactly(3L, 0L);
        assertThat(List.of(eligibility.p50Seconds(), eligibility.p90Seconds(), eligibility.maxSeconds()))
                .containsExactly(days(2), days(4), days(4));
        assertThat(wait(r, "receive_result").standing()).isOne();
        assertThat(r.ends()).containsExactly(new Rehearsed.End("end_rejected", "审核不通过", 1, 1));
        assertThat(r.moved()).isEmpty();
        assertThat(r.deadEnds()).isEmpty();
        assertThat(r.neverReached())
                .contains("receive_placement", "end_withdrawn")
                .doesNotContain("xor_exempt");
    }

    @Test
    void aDutyThatNobodyDecidesIsADeadEndAndMovesCases() throws IOException {
        Rehearsed r = rehearse(
                withCheck(),
                List.of(submitted(ANNA, 0), new EligibilityConfirmed(ANNA, 1, day(1)), arranged(ANNA, 11)));
        assertThat(r.deadEnds())
                .containsExactly(new Rehearsed.Stuck("user_check", "exam.settled", 1, List.of(ANNA.value())));
        assertThat(r.moved())
                .containsExactly(new Rehearsed.Moved("receive_result", "user_check", false, 1, List.of(ANNA.value())));
        assertThat(r.duties()).containsExactly(new Rehearsed.Duties("REVIEWER", 1, 0, 0, 1));
        // Three days after it came up, the fact of day 11 finds it overdue.
        assertThat(flows(r)).containsEntry("flow_check_due", 1L).containsEntry("flow_check_reminded", 1L);
    }

    @Test
    void aFactThatCameEarlyIsTakenAsSoonAsItsWaitIsReached() throws IOException {
        Rehearsed r = rehearse(
                withCheck(),
                List.of(
                        submitted(ANNA, 0),
                        arranged(ANNA, 1),
                        new EligibilityConfirmed(ANNA, 1, day(2)),
                        new EligibilityConfirmed(ANNA, 1, day(9))));
        assertThat(wait(r, "receive_result").standing()).isOne();
        assertThat(wait(r, "receive_arrangement").maxSeconds()).isZero();
        assertThat(r.duties()).containsExactly(new Rehearsed.Duties("REVIEWER", 1, 1, 1, 0));
    }

    @Test
    void aWithdrawalEndsTheCaseWhereverItStandsAndItsClaimsToo() {
        List<Event> facts = List.of(
                submitted(ANNA, 0),
                new ExemptionClaimed(ANNA, 1, "NATIONAL_SKILL_PRIZE", "u1", Stage.FIRST_REVIEW, day(1), 1, day(1)),
                new ApplicationWithdrawn(ANNA, day(2)));
        assertThat(rehearse(text("application.bpmn"), facts).ends())
                .containsExactly(new Rehearsed.End("end_withdrawn", "撤回报名", 1, 1));
        assertThat(rehearse(text("exemption-review.bpmn"), facts).ends())
                .containsExactly(new Rehearsed.End("end_withdrawn", "撤回申请", 1, 1));
    }

    @Test
    void deadlinesFallDueInLegalTime() {
        Rehearsed r = rehearse(
                text("exemption-review.bpmn"),
                List.of(
                        new ExemptionClaimed(
                                ANNA, 1, "NATIONAL_SKILL_PRIZE", "u1", Stage.FIRST_REVIEW, day(0), 1, day(0)),
                        assigned(Stage.FIRST_REVIEW, day(0)),
                        opinion(Stage.FIRST_REVIEW, day(6)),
                        assigned(Stage.SECOND_REVIEW, day(6)),
                        opinion(Stage.SECOND_REVIEW, day(7)),
                        new ExemptionApproved(
                                ANNA,
                                1,
                                "NATIONAL_SKILL_PRIZE",
                                "FULL_FREE",
                                "u1",
                                "5.2",
                                new ActorId("reviewer-2"),
                                1,
                                day(7))));
        assertThat(flows(r)).containsEntry("flow_first_review_due", 1L).containsEntry("flow_second_review_due", 0L);
        assertThat(wait(r, "user_first_review").late()).isOne();
        assertThat(wait(r, "user_second_review").late()).isZero();
        assertThat(r.duties()).contains(new Rehearsed.Duties("REVIEWER", 2, 2, 1, 0));
    }

    @Test
    void aConditionThatTheEngineCannotDecideParksTheCase() {
        Rehearsed r = rehearse(
                text("application.bpmn").replace("${decision == 'REJECTED'}", "${decision == 1}"),
                List.of(submitted(ANNA, 0), new EligibilityConfirmed(ANNA, 1, day(1))));
        assertThat(r.failures()).containsExactly(new Rehearsed.Stuck("xor_eligibility", "", 1, List.of(ANNA.value())));
    }

    private static Event assigned(Stage stage, Instant at) {
        return new ReviewerAssigned(
                ANNA,
                1,
                stage,
                new ActorId("reviewer-1"),
                new OrganisationId("37"),
                7,
                3,
                "0".repeat(64),
                at.plus(Duration.ofDays(5)),
                at);
    }

    private static Event opinion(Stage stage, Instant at) {
        return new OpinionGiven(ANNA, 1, stage, true, false, "5.2", new ActorId("reviewer-1"), at, at);
    }

    private static Rehearsed rehearse(String draft, List<Event> facts) {
        String current =
                draft.contains("<bpmn:process id=\"exemption-review\"") ? "exemption-review.bpmn" : "application.bpmn";
        Rehearsal rehearsal = new Rehearsal(
                ReleaseContracts.with(season -> 2),
                draft.getBytes(StandardCharsets.UTF_8),
                text(current).getBytes(StandardCharsets.UTF_8));
        facts.forEach(rehearsal::take);
        return rehearsal.result();
    }

    private static String withCheck() throws IOException {
        return Files.readString(Path.of("src/test/resources/rehearsal/application-with-check.bpmn"));
    }

    private static String text(String name) {
        try {
            return Files.readString(Path.of("bpmn", name));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Map<String, Long> flows(Rehearsed r) {
        return r.flows().stream().collect(Collectors.toMap(Rehearsed.Flow::id, Rehearsed.Flow::times));
    }

    private static Rehearsed.Wait wait(Rehearsed r, String id) {
        return r.waits().stream().filter(w -> w.id().equals(id)).findFirst().orElseThrow();
    }

    private static CandidateId candidate(int number) {
        return new CandidateId("c000000000000000000000" + number);
    }

    private static Event submitted(CandidateId who, int day) {
        return new ApplicationSubmitted(
                who,
                new SeasonId("s-shandong-2026"),
                "spring",
                "01",
                "GRADUATE",
                new OrganisationId("shandong/jinan/licheng/s1"),
                1,
                day(day));
    }

    private static Event arranged(CandidateId who, int day) {
        return new ExamArranged(who, "s-shandong-2026/exam/1", new Seat("26370001", "370101", 1, 1), day(day));
    }

    private static Instant day(int day) {
        return DAWN.plus(Duration.ofDays(day));
    }

    private static long days(int days) {
        return Duration.ofDays(days).toSeconds();
    }
}
