package org.zhikao.workflows.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.zhikao.admissions.exemption.Stage.FIRST_REVIEW;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.Test;
import org.zhikao.admissions.process.ProcessState;
import org.zhikao.admissions.shared.CandidateId;

/** A deadline reminds and moves nothing; a reminder that fails holds nobody back. */
class RemindingAtDeadlinesTest {
    private final Workshop shop = Workshop.get();
    private final ManagementService jobs = shop.engine().getManagementService();

    @Test
    void marksTheDutyAndLeavesTheTokenWhereItIs() {
        CandidateId candidate = Facts.candidate("remind", 1);
        Facts f = Facts.of(candidate);
        shop.move(f.submitted(), f.confirmed(), f.claimed(1), f.assigned(1, FIRST_REVIEW));
        runJobs(candidate);
        runJobs(candidate);
        var duty = shop.bean(ProcessState.class).dutiesOf(candidate.value()).get(0);
        assertThat(duty.reminded()).isEqualTo(duty.deadline()).isNotNull();
        assertThat(shop.at("exemption-review", candidate + "/exemption/1")).isEqualTo("user_first_review");
        shop.move(f.opinion(1, FIRST_REVIEW), f.approved(1, true));
        assertThat(shop.at("exemption-review", candidate + "/exemption/1")).isEqualTo("end_approved");
        assertThat(shop.instances(candidate + "/exemption/1")).isZero();
    }

    @Test
    void aReminderThatNeverWentOutDoesNotKeepADecidedClaimOpen() {
        CandidateId candidate = Facts.candidate("remind", 2);
        Facts f = Facts.of(candidate);
        shop.move(f.submitted(), f.confirmed(), f.claimed(1), f.assigned(1, FIRST_REVIEW));
        runJobs(candidate); // the timer only: the instruction is a job of its own, and is left alone
        assertThat(jobsOf(candidate)).hasSize(1);
        shop.move(f.opinion(1, FIRST_REVIEW), f.refused(1));
        assertThat(shop.at("exemption-review", candidate + "/exemption/1")).isEqualTo("end_refused");
        assertThat(jobsOf(candidate)).isEmpty();
    }

    @Test
    void aClaimWaitingForEvidenceIsDueAtTheReviewersDate() {
        CandidateId candidate = Facts.candidate("remind", 3);
        Facts f = Facts.of(candidate);
        shop.move(f.submitted(), f.confirmed(), f.claimed(1), f.assigned(1, FIRST_REVIEW), f.evidenceRequested(1));
        assertThat(jobsOf(candidate))
                .singleElement()
                .satisfies(job -> assertThat(job.getDuedate().toInstant())
                        .isEqualTo(Facts.DAWN.plus(Duration.ofHours(4)).plus(Duration.ofDays(3))));
        assertThat(nudges(candidate)).containsExactly("advance-claim receive_evidence");
        assertThat(shop.at("exemption-review", candidate + "/exemption/1")).isEqualTo("receive_evidence");
        shop.move(f.evidence(1));
        assertThat(shop.at("exemption-review", candidate + "/exemption/1")).isEqualTo("receive_turn");
    }

    @Test
    void anOpinionIsTurnedIntoTheNextStageOnceItCounts() {
        CandidateId candidate = Facts.candidate("remind", 4);
        Facts f = Facts.of(candidate);
        shop.move(f.submitted(), f.confirmed(), f.claimed(1));
        assertThat(nudges(candidate)).containsExactly("advance-claim receive_turn");
        shop.move(f.assigned(1, FIRST_REVIEW), f.opinion(1, FIRST_REVIEW));
        assertThat(jobsOf(candidate))
                .singleElement()
                .satisfies(job -> assertThat(job.getDuedate().toInstant())
                        .isEqualTo(Facts.DAWN.plus(Duration.ofHours(4)).plus(Duration.ofMinutes(10))));
    }

    @Test
    void theEndOfANoticeAsksForTheNextTurn() {
        CandidateId candidate = Facts.candidate("remind", 5);
        Facts f = Facts.of(candidate);
        shop.move(f.submitted(), f.confirmed(), f.claimed(1), f.noticePosted(1));
        assertThat(nudges(candidate)).containsExactly("advance-claim receive_notice");
    }

    @Test
    void theEngineFollowsAVirtualClock() {
        EngineClock clock = shop.bean(EngineClock.class);
        try {
            clock.follow(Clock.fixed(Facts.DAWN, ZoneOffset.UTC));
            assertThat(Duration.between(
                                    Facts.DAWN,
                                    org.camunda.bpm.engine.impl.util.ClockUtil.getCurrentTime()
                                            .toInstant())
                            .abs())
                    .isLessThan(Duration.ofSeconds(30));
        } finally {
            clock.reset();
        }
    }

    @Test
    void anUnknownInstructionFails() {
        assertThatThrownBy(() -> new WorklistReminders(shop.bean(javax.sql.DataSource.class))
                        .issue("expel", "exemption-review", "c", "user_first_review"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** What the deadlines of the case ask the application for. */
    private List<String> nudges(CandidateId candidate) {
        List<String> asked = new ArrayList<>();
        Workshop.OWN.put(
                candidate + "/exemption/1",
                (instruction, process, caseKey, activity) -> asked.add(instruction + " " + activity));
        runJobs(candidate);
        runJobs(candidate);
        Workshop.OWN.remove(candidate + "/exemption/1");
        return asked;
    }

    private List<Job> jobsOf(CandidateId candidate) {
        String instance = shop
                .jdbc
                .queryForList(
                        "select instance_id from workflow_position where case_id = ? and instance_id is not null",
                        String.class,
                        candidate + "/exemption/1")
                .stream()
                .findFirst()
                .orElse("none");
        return jobs.createJobQuery().processInstanceId(instance).list();
    }

    private void runJobs(CandidateId candidate) {
        jobsOf(candidate).forEach(job -> jobs.executeJob(job.getId()));
    }
}
