package org.zhikao.workflows.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.zhikao.admissions.exemption.Stage.FIRST_REVIEW;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.modelling.command.ConcurrencyException;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.UnexpectedRollbackException;
import org.zhikao.admissions.dossier.Dossier;
import org.zhikao.admissions.exam.Draw;
import org.zhikao.admissions.placement.PlacementRun;
import org.zhikao.admissions.plan.Plan;
import org.zhikao.admissions.process.Instructions;
import org.zhikao.admissions.process.ProcessState;
import org.zhikao.admissions.registration.RegistrationCommand.SubmitApplication;
import org.zhikao.admissions.registration.RegistrationCommand.WithdrawApplication;
import org.zhikao.admissions.scoring.Release;
import org.zhikao.admissions.season.Season;
import org.zhikao.admissions.shared.Act;
import org.zhikao.admissions.shared.ActorId;
import org.zhikao.admissions.shared.CandidateId;
import org.zhikao.admissions.shared.Refused;
import org.zhikao.admissions.shared.Role;
import org.zhikao.admissions.shared.Sealed;
import org.zhikao.server.axon.CommandBatches;

/** Each step in one transaction or not at all: the experiments that forced the wiring, repeated for ever. */
class KeepingOneTransactionTest {
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final Workshop shop = Workshop.get();
    private final RuntimeService runtime = shop.engine().getRuntimeService();

    /** T2: an exception of the engine dooms the transaction even when it is caught. */
    @Test
    void aCaughtEngineExceptionStillRollsEverythingBack() {
        assertThatThrownBy(() -> shop.transaction.executeWithoutResult(status -> {
                    try {
                        runtime.createMessageCorrelation("nobody.waits").correlate();
                        throw new AssertionError("correlated with nobody");
                    } catch (MismatchingMessageCorrelationException e) {
                        assertThat(e).isNotNull();
                    }
                }))
                .isInstanceOf(UnexpectedRollbackException.class);
        assertThat(shop.transaction.<Integer>execute(status -> runtime.createMessageCorrelation("nobody.waits")
                        .correlateAllWithResult()
                        .size()))
                .isZero();
    }

    /** T3: a nested command that fails and is caught takes nothing with it that was done before. */
    @Test
    void workBeforeAFailedNestedCommandIsKept() {
        CandidateId candidate = next();
        CommandGateway gateway = shop.bean(CommandGateway.class);
        DefaultUnitOfWork<?> unit = DefaultUnitOfWork.startAndGet(new GenericMessage<>("batch"));
        unit.attachTransaction(shop.bean(TransactionManager.class));
        unit.execute(() -> {
            shop.bean(Mover.class)
                    .apply(List.of(new Mover.Fact(
                            9_000_000_000L + NUMBER.get(),
                            shop.bean(org.zhikao.workflows.Contracts.class)
                                    .moves(Facts.of(candidate).submitted()))));
            assertThatThrownBy(() -> gateway.sendAndWait(new WithdrawApplication(next(), act(candidate))))
                    .isInstanceOf(RuntimeException.class);
        });
        assertThat(shop.at(candidate)).isEqualTo("receive_eligibility");
        assertThat(shop.instances(candidate.value())).isOne();
    }

    /** T6: two hundred creations leave in one transaction; a refused one loses its own events only; all or nothing outside. */
    @Test
    void twoHundredCommandsShareOneTransaction() {
        List<SubmitApplication> commands = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            commands.add(submit(i == 150 ? commands.get(0).candidate() : next()));
        }
        List<Refused> answers = shop.bean(CommandBatches.class).send(commands);
        assertThat(answers.stream().filter(a -> a != null)).hasSize(1);
        assertThat(answers.get(150)).isNotNull();
        String[] ids =
                commands.stream().map(c -> c.candidate().value()).distinct().toArray(String[]::new);
        Map<String, Object> stored = shop.jdbc.queryForMap(
                "select count(*) as events, count(distinct tx::text) as transactions from domain_event_entry"
                        + " where case_id = any(?)",
                (Object) ids);
        assertThat(stored).containsEntry("events", 398L).containsEntry("transactions", 1L);
        CandidateId undone = next();
        assertThatThrownBy(() -> shop.transaction.executeWithoutResult(status -> {
                    shop.bean(CommandBatches.class).send(List.of(submit(undone)));
                    throw new IllegalStateException("outer failure");
                }))
                .hasMessage("outer failure");
        assertThat(events(undone)).isZero();
    }

    /** A batch inside somebody's transaction is not repeated when another act came first: that transaction can only be begun again. */
    @Test
    void aBatchInsideATransactionTellsOfAConflict() throws Exception {
        CommandBatches batches = shop.bean(CommandBatches.class);
        CandidateId candidate = next();
        batches.send(List.of(submit(candidate)));
        CountDownLatch written = new CountDownLatch(1);
        CompletableFuture<Void> other =
                CompletableFuture.runAsync(() -> shop.transaction.executeWithoutResult(status -> {
                    batches.send(List.of(new WithdrawApplication(candidate, act(candidate))));
                    written.countDown();
                    Awaitility.await().until(this::somebodyWaitsForALock);
                }));
        written.await();
        assertThatThrownBy(() -> shop.transaction.executeWithoutResult(
                        status -> batches.send(List.of(new WithdrawApplication(candidate, act(candidate))))))
                .isInstanceOf(ConcurrencyException.class);
        other.get(10, TimeUnit.SECONDS);
    }

    private boolean somebodyWaitsForALock() {
        return shop.jdbc.queryForObject(
                        "select count(*) from pg_stat_activity where datname = current_database()"
                                + " and wait_event_type = 'Lock'",
                        Integer.class)
                > 0;
    }

    /** T7: a checked exception thrown after an event was applied would leave the event stored. */
    @Test
    void noCommandHandlerThrowsAnythingChecked() {
        int handlers = 0;
        for (Class<?> aggregate :
                List.of(Dossier.class, Season.class, Plan.class, Draw.class, Release.class, PlacementRun.class)) {
            for (Method method : aggregate.getDeclaredMethods()) {
                if (method.isAnnotationPresent(CommandHandler.class)) {
                    handlers++;
                    assertThat(method.getExceptionTypes()).as(method.toString()).isEmpty();
                }
            }
        }
        assertThat(handlers).isGreaterThan(20);
    }

    /** T8: what an instruction commands commits with its job, and is undone with it; a refusal is an incident at once. */
    @Test
    void anInstructionAndItsJobSucceedOrFailTogether() {
        CandidateId fine = next();
        instruct(fine, (i, p, k, a) -> shop.bean(CommandGateway.class).sendAndWait(submit(other(fine))));
        assertThat(events(other(fine))).isEqualTo(2);

        CandidateId failing = next();
        instruct(failing, (i, p, k, a) -> {
            shop.bean(CommandGateway.class).sendAndWait(submit(other(failing)));
            throw new IllegalStateException("later failure");
        });
        assertThat(events(other(failing))).isZero();
        assertThat(jobsOf(failing))
                .singleElement()
                .satisfies(job -> assertThat(job.getRetries()).isEqualTo(2));

        CandidateId late = next();
        instruct(late, (i, p, k, a) -> {
            throw new ConcurrencyException("somebody else came first");
        });
        assertThat(jobsOf(late))
                .singleElement()
                .satisfies(job -> assertThat(job.getRetries()).isEqualTo(3));

        long before = shop.bean(ProcessState.class).incidentCount();
        CandidateId refused = next();
        instruct(refused, (i, p, k, a) -> shop.bean(CommandGateway.class).sendAndWait(submit(other(fine))));
        assertThat(jobsOf(refused))
                .singleElement()
                .satisfies(job -> assertThat(job.getRetries()).isZero());
        assertThat(shop.bean(ProcessState.class).incidentCount()).isEqualTo(before + 1);
        assertThat(shop.bean(ProcessState.class).incidents(1000)).anySatisfy(incident -> {
            assertThat(incident.caseKey()).isEqualTo(refused + "/exemption/1");
            assertThat(incident.process()).isEqualTo("exemption-review");
            assertThat(incident.message()).contains("ALREADY_APPLIED");
        });
    }

    /** T9: inside one engine command nothing started there is visible to a query, and one bad call undoes all. */
    @Test
    void oneEngineCommandIsAllOrNothing() {
        var commands = ((ProcessEngineConfigurationImpl) shop.engine().getProcessEngineConfiguration())
                .getCommandExecutorTxRequired();
        String definition = shop.bean(Definitions.class).current("application");
        String key = next().value();
        long inside = commands.execute(context -> {
            runtime.startProcessInstanceById(definition, key);
            return shop.instances(key);
        });
        assertThat(inside).isZero();
        assertThat(shop.instances(key)).isOne();
        String doomed = next().value();
        assertThatThrownBy(() -> shop.transaction.executeWithoutResult(status -> commands.execute(context -> {
                    runtime.startProcessInstanceById(definition, doomed);
                    try {
                        runtime.signal("no such execution");
                    } catch (ProcessEngineException e) {
                        assertThat(e).isNotNull();
                    }
                    return null;
                })))
                .isInstanceOf(UnexpectedRollbackException.class);
        assertThat(shop.instances(doomed)).isZero();
    }

    /** T10: two writers of one place are a conflict that can be retried, not a failure of the store. */
    @Test
    void twoWritersOfOnePlaceAreAConflict() {
        CandidateId candidate = next();
        EventStore store = shop.bean(EventStore.class);
        shop.record(List.of(Facts.of(candidate).submitted(), Facts.of(candidate).confirmed()));
        assertThatThrownBy(() -> shop.bean(TransactionManager.class)
                        .executeInTransaction(() -> store.publish(new GenericDomainEventMessage<>(
                                "Dossier",
                                candidate.value(),
                                1,
                                Facts.of(candidate).rejected()))))
                .isInstanceOf(ConcurrencyException.class);
    }

    private void instruct(CandidateId candidate, Instructions own) {
        String key = candidate + "/exemption/1";
        Workshop.OWN.put(key, own);
        Facts f = Facts.of(candidate);
        shop.move(f.submitted(), f.confirmed(), f.claimed(1), f.assigned(1, FIRST_REVIEW));
        ManagementService jobs = shop.engine().getManagementService();
        jobsOf(candidate).forEach(job -> jobs.executeJob(job.getId())); // the deadline
        for (Job job : jobsOf(candidate)) {
            try {
                jobs.executeJob(job.getId());
            } catch (RuntimeException e) {
                assertThat(e).isNotNull(); // what a failed job leaves behind is what is looked at
            }
        }
        Workshop.OWN.remove(key);
    }

    private List<Job> jobsOf(CandidateId candidate) {
        return shop.engine()
                .getManagementService()
                .createJobQuery()
                .processInstanceId(shop.jdbc.queryForObject(
                        "select instance_id from workflow_position where case_id = ?",
                        String.class,
                        candidate + "/exemption/1"))
                .list();
    }

    private long events(CandidateId candidate) {
        return shop.jdbc.queryForObject(
                "select count(*) from domain_event_entry where case_id = ?", Long.class, candidate.value());
    }

    private static CandidateId next() {
        return Facts.candidate("tx", NUMBER.incrementAndGet());
    }

    private static CandidateId other(CandidateId candidate) {
        return new CandidateId(candidate.value().replace("ctx", "cty"));
    }

    private static SubmitApplication submit(CandidateId candidate) {
        return new SubmitApplication(
                candidate,
                Facts.Season.ID,
                "spring",
                "01",
                "GRADUATE",
                Facts.point(),
                new Sealed("k", "c", "d"),
                act(candidate));
    }

    private static Act act(CandidateId candidate) {
        return new Act(Facts.DAWN, ActorId.of(candidate), Role.CANDIDATE, Facts.point(), "", "r-" + candidate);
    }
}
