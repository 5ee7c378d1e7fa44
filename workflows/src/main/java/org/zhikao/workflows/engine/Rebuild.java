package org.zhikao.workflows.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhikao.admissions.process.ProcessRebuild;
import org.zhikao.admissions.process.PublishedDrawings;

/**
 * 重建: empties what the process derived and folds it anew, case by case, up to where each reader stood.
 *
 * <p>A row in {@code workflow_rebuild} keeps everybody out meanwhile; a rebuild that was killed is done again before the next
 * start takes facts. Deadlines come back as they were, but no job runs before the fold is done.
 */
final class Rebuild implements ProcessRebuild, SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Rebuild.class);
    private static final int CASES = 300;
    private static final int THREADS = 2;
    private static final String MARK = "insert into workflow_rebuild default values on conflict do nothing";
    private static final String EMPTY = MARK + """
            ;
            create temp table zhikao_starts on commit drop as
              select * from act_ru_event_subscr where proc_inst_id_ is null and execution_id_ is null;
            create temp table zhikao_stacks on commit drop as
              select exception_stack_id_ as id from act_ru_job
               where process_instance_id_ is not null and exception_stack_id_ is not null;
            truncate act_ru_execution cascade;
            insert into act_ru_event_subscr select * from zhikao_starts;
            delete from act_ru_job where process_instance_id_ is not null;
            delete from act_ge_bytearray b using zhikao_stacks s where b.id_ = s.id;
            truncate workflow_position, workflow_pending, workflow_duty;""";

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final ObjectProvider<EventProcessingConfiguration> processing;
    private final ObjectProvider<TokenStore> tokenStore;
    private final FactTable facts;
    private final Mover mover;
    private final Growth growth;
    private final JobExecutor jobs;
    private final Definitions definitions;
    private final ObjectProvider<PublishedDrawings> published;
    private volatile boolean running;

    Rebuild(
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions,
            ObjectProvider<EventProcessingConfiguration> processing,
            ObjectProvider<TokenStore> tokenStore,
            FactTable facts,
            Mover mover,
            Growth growth,
            ProcessEngine engine,
            Definitions definitions,
            ObjectProvider<PublishedDrawings> published) {
        this.definitions = definitions;
        this.published = published;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.processing = processing;
        this.tokenStore = tokenStore;
        this.facts = facts;
        this.mover = mover;
        this.growth = growth;
        this.jobs = ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getJobExecutor();
    }

    @Override
    public boolean unfinished() {
        return Boolean.TRUE.equals(jdbc.queryForObject("select exists (select from workflow_rebuild)", Boolean.class));
    }

    @Override
    public synchronized Report rebuild(LongConsumer progress) {
        StreamingEventProcessor ingress = processing
                .getObject()
                .eventProcessor(Ingress.GROUP, StreamingEventProcessor.class)
                .orElseThrow(() -> new IllegalStateException("no reader named " + Ingress.GROUP));
        boolean live = ingress.isRunning();
        if (live) {
            ingress.shutDown();
        }
        try {
            return withoutJobs(progress);
        } finally {
            if (live) {
                ingress.start();
            }
        }
    }

    @Override
    public synchronized Report apply(LongConsumer progress) {
        // Committed first: whoever is killed from here on folds again at the next start, which deploys as well.
        jdbc.update(MARK);
        definitions.deployInForce(published.getIfAvailable(() -> process -> Optional.empty()));
        return rebuild(progress);
    }

    private Report withoutJobs(LongConsumer progress) {
        boolean active = jobs.isActive();
        if (active) {
            jobs.shutdown();
        }
        try {
            return refold(progress);
        } finally {
            if (active) {
                jobs.start();
            }
        }
    }

    private Report refold(LongConsumer progress) {
        long begun = System.nanoTime();
        Map<Segment, TrackingToken> reached = new TreeMap<>();
        transaction.executeWithoutResult(status -> {
            reached.putAll(reached());
            jdbc.execute(EMPTY);
        });
        growth.restart();
        AtomicLong folded = new AtomicLong();
        AtomicLong cases = new AtomicLong();
        String middle = facts.middleCase();
        ExecutorService pool = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<?>> halves = new ArrayList<>();
            halves.add(pool.submit(() -> fold("", middle, reached, folded, cases, progress)));
            if (middle != null) {
                halves.add(pool.submit(() -> fold(middle, null, reached, folded, cases, progress)));
            }
            for (Future<?> half : halves) {
                half.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the rebuild was interrupted and will be done again at the next start", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(
                    "the rebuild failed and will be done again at the next start", e.getCause());
        } finally {
            pool.shutdownNow();
        }
        jdbc.update("delete from workflow_rebuild");
        return new Report(folded.get(), cases.get(), (System.nanoTime() - begun) / 1_000_000);
    }

    private void fold(
            String from,
            @Nullable String to,
            Map<Segment, TrackingToken> reached,
            AtomicLong folded,
            AtomicLong cases,
            LongConsumer progress) {
        facts.byCase(from, to, CASES, page -> {
            List<Mover.Fact> covered = new ArrayList<>(page.size());
            String last = "";
            for (FactTable.Row row : page) {
                if (!covered(row, reached)) {
                    continue;
                }
                covered.add(row.fact());
                if (!row.caseId().equals(last)) {
                    cases.incrementAndGet();
                    last = row.caseId();
                }
            }
            transaction.executeWithoutResult(status -> mover.refold(covered));
            progress.accept(folded.addAndGet(covered.size()));
        });
    }

    /** What each reader had handled; the rest comes to it live, as if nothing had happened. */
    private Map<Segment, TrackingToken> reached() {
        TokenStore store = tokenStore.getObject();
        int[] segments = store.fetchSegments(Ingress.GROUP);
        Map<Segment, TrackingToken> reached = new TreeMap<>();
        for (Segment segment : Segment.computeSegments(segments)) {
            TrackingToken token = store.fetchToken(Ingress.GROUP, segment.getSegmentId());
            if (token != null) {
                reached.put(segment, token);
            }
        }
        return reached;
    }

    private static boolean covered(FactTable.Row row, Map<Segment, TrackingToken> reached) {
        for (Map.Entry<Segment, TrackingToken> entry : reached.entrySet()) {
            if (entry.getKey().matches(row.caseId().hashCode())) {
                if (entry.getValue() instanceof GapAwareTrackingToken token) {
                    return row.index() <= token.getIndex() && !token.getGaps().contains(row.index());
                }
                throw new IllegalStateException(
                        "a reader's place of kind " + entry.getValue().getClass());
            }
        }
        return false;
    }

    /** Before any reader starts: a half-folded state is never served. */
    @Override
    public void start() {
        running = true;
        if (unfinished()) {
            LOG.warn("ADM-WF-004 a rebuild of the workflow was not finished and is done again");
            Report report = withoutJobs(folded -> {});
            LOG.info("ADM-WF-005 rebuilt {} cases from {} facts", report.cases(), report.facts());
        }
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return Integer.MIN_VALUE;
    }
}
