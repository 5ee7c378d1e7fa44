package org.zhikao.workflows.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
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
        shop.move(f.submitted(), f.confirmed(), f.claimed(1));
        runJobs(candidate);
        runJobs(candidate);
        var duty = shop.bean(ProcessState.class).dutiesOf(candidate.value()).get(0);
        assertThat(duty.reminded()).isEqualTo(duty.deadline()).isNotNull();
        assertThat(shop.at("exemption-review", candidate + "/exemption/1")).isEqualTo("user_first_review");
        shop.move(f.endorsed(1), f.approved(1, true));
        assertThat(shop.at("exemption-review", candidate + "/exemption/1")).isEqualTo("end_approved");
        assertThat(shop.instances(candidate + "/exemption/1")).isZero();
    }

    @Test
    void aReminderThatNeverWentOutDoesNotKeepADecidedClaimOpen() {
        CandidateId candidate = Facts.candidate("remind", 2);
        Facts f = Facts.of(candidate);
        shop.move(f.submitted(), f.confirmed(), f.claimed(1));
        runJobs(candidate); // the timer only: the instruction is a job of its own, and is left alone
        assertThat(jobsOf(candidate)).hasSize(1);
        shop.move(f.refused(1));
        assertThat(shop.at("exemption-review", candidate + "/exemption/1")).isEqualTo("end_refused");
        assertThat(jobsOf(candidate)).isEmpty();
    }

    @Test
    void aClaimWaitingForEvidenceIsDueAtTheReviewersDate() {
        CandidateId candidate = Facts.candidate("remind", 3);
        Facts f = Facts.of(candidate);
        shop.move(f.submitted(), f.confirmed(), f.claimed(1), f.evidenceRequested(1));
        assertThat(jobsOf(candidate))
                .singleElement()
                .satisfies(job -> assertThat(job.getDuedate().toInstant())
                        .isEqualTo(Facts.DAWN.plus(Duration.ofHours(3)).plus(Duration.ofDays(3))));
        runJobs(candidate);
        runJobs(candidate);
        assertThat(shop.at("exemption-review", candidate + "/exemption/1")).isEqualTo("receive_evidence");
        shop.move(f.evidence(1));
        assertThat(shop.at("exemption-review", candidate + "/exemption/1")).isEqualTo("user_first_review");
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
