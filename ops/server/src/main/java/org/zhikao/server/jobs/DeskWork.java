package org.zhikao.server.jobs;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.AccessDeniedException;
import org.zhikao.admissions.placement.PlacementRefusal;
import org.zhikao.admissions.shared.Act;
import org.zhikao.admissions.shared.Refused;
import org.zhikao.admissions.shared.SeasonId;
import org.zhikao.server.season.SeasonStates;
import org.zhikao.server.work.Acting;
import org.zhikao.server.work.ExamWork;
import org.zhikao.server.work.PlacementWork;
import org.zhikao.server.work.PreferenceWork;
import org.zhikao.server.work.Readers;
import org.zhikao.server.work.ReleaseWork;
import org.zhikao.web.SeasonWork;
import org.zhikao.web.access.SignedIn;

/** The long work of the desks: one job at a time, so that no two of them decide on a half-done third. */
public final class DeskWork implements SeasonWork, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DeskWork.class);
    private static final Duration READERS = Duration.ofMinutes(10);

    private final Works works;
    private final Imports imports;
    private final RegisterImport registers;
    private final JobStore store;
    private final JdbcTemplate jdbc;
    private final Clock clock;
    private final @Nullable NextPhase demonstration;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "zhikao-jobs");
        thread.setDaemon(true);
        return thread;
    });

    /** The parts that do the work. */
    public record Works(
            SeasonStates seasons,
            ExamWork exam,
            ReleaseWork release,
            PreferenceWork preferences,
            PlacementWork placement,
            Readers readers) {}

    /** Moves a demonstration on; there is one in demonstration mode only. */
    @FunctionalInterface
    public interface NextPhase {
        void advance();
    }

    DeskWork(
            Works works,
            Imports imports,
            RegisterImport registers,
            JdbcTemplate jdbc,
            Clock clock,
            @Nullable NextPhase demonstration) {
        this.works = works;
        this.imports = imports;
        this.registers = registers;
        this.jdbc = jdbc;
        this.clock = clock;
        this.demonstration = demonstration;
        store = new JobStore(jdbc);
        store.interrupted(clock.instant());
    }

    /** What a job does. */
    @FunctionalInterface
    interface Task {
        void run(Watch watch) throws IOException;
    }

    /** Accepts a job, which runs once those before it have ended, and answers its number. */
    String start(SeasonId season, String kind, Act act, Task task) {
        String id = store.create(season, kind, act);
        worker.execute(() -> run(id, task));
        return id;
    }

    private void run(String id, Task task) {
        Watch watch = new Watch(store, id);
        String failure = null;
        try {
            store.running(id);
            works.readers().awaitHead(READERS);
            task.run(watch);
        } catch (Refused e) {
            failure = e.code().name();
        } catch (IOException | RuntimeException e) {
            // The job is the last one who can tell: code for the page, cause for the operator.
            LOG.error("ADM-JOB-001 job {} failed", id, e);
            failure = "UNEXPECTED";
        }
        store.ended(id, failure, clock.instant());
    }

    private static Acting acting(Act act) {
        return new Acting(act.by(), act.role(), act.organisation(), act.request());
    }

    @Override
    public String startImport(ImportKind kind, SeasonId season, String name, InputStream bytes, Act act) {
        Path file = stored(name, bytes);
        return start(season, kind.name(), act, watch -> {
            try {
                switch (kind) {
                    case CANDIDATES -> imports.candidates(season, file, act, watch);
                    case MARKS -> imports.marks(season, file, act, watch);
                    case PLANS -> imports.plans(season, file, act, watch);
                    case REGISTER -> registers.run(season, file, name, act, watch);
                }
            } finally {
                Files.deleteIfExists(file);
            }
        });
    }

    /** Own name outside any web root; the ending alone is taken from what was sent. */
    private static Path stored(String name, InputStream bytes) {
        try {
            Path file = Files.createTempFile("zhikao-import-", name.endsWith(".xlsx") ? ".xlsx" : ".csv");
            Files.copy(bytes, file, StandardCopyOption.REPLACE_EXISTING);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException("an uploaded file could not be stored", e);
        }
    }

    @Override
    public String arrangeExam(SeasonId season, long seed, Act act) {
        return start(season, "ARRANGE", act, watch -> {
            int year = works.seasons().state(season).terms().rules().year();
            watch.finished(works.exam().arrangeAll(season, year, seed, acting(act), watch::done));
        });
    }

    @Override
    public String releaseResults(SeasonId season, Act act) {
        return start(season, "RELEASE", act, watch -> {
            int next = count("scoring.computed", season) + 1;
            watch.finished(works.release().release(season, next, acting(act), watch::done));
        });
    }

    @Override
    public String settlePreferences(SeasonId season, int round, Act act) {
        return start(
                season,
                "SETTLE",
                act,
                watch -> watch.finished(works.preferences().settle(season, round, acting(act), watch::done)));
    }

    @Override
    public String computePlacement(SeasonId season, int round, Act act) {
        return start(season, "COMPUTE", act, watch -> {
            PlacementWork.Computed run =
                    works.placement().compute(season, works.placement().nextRun(season), round);
            boolean clean = works.placement().record(run, acting(act));
            watch.finished(run.digest().candidates());
            PlacementRefusal.RUN_FAILED_VERIFICATION.unless(
                    clean, "violations", run.violations().size());
        });
    }

    @Override
    public String publishPlacement(SeasonId season, int run, Act act) {
        return start(season, "PUBLISH", act, watch -> {
            RunRow row = run(season, run);
            // Computed anew from the same facts: what is published is what was verified, or nothing is.
            PlacementWork.Computed again = works.placement().compute(season, run, row.round());
            PlacementRefusal.OTHER_OUTPUT.unless(again.digest().output().equals(row.output()));
            works.placement().publish(again, acting(act), watch::done);
            watch.finished(again.digest().candidates());
        });
    }

    private record RunRow(int round, String output) {}

    private RunRow run(SeasonId season, int run) {
        return jdbc
                .query(
                        "SELECT round, output_digest FROM run_view WHERE season = ? AND run = ?",
                        (row, n) -> new RunRow(row.getInt(1), row.getString(2)),
                        season.value(),
                        run)
                .stream()
                .findFirst()
                .orElseThrow(() -> new Refused(PlacementRefusal.RUN_NOT_COMPUTED, java.util.Map.of()));
    }

    private int count(String name, SeasonId season) {
        Integer n = jdbc.queryForObject(
                "SELECT count(*) FROM domain_event_entry WHERE case_id = ? AND payload_type = ?",
                Integer.class,
                season.value(),
                name);
        return n == null ? 0 : n;
    }

    @Override
    public Optional<Job> job(String id, SignedIn reader) {
        return store.find(id)
                .filter(owned -> reader.organisation().covers(owned.organisation()))
                .map(JobStore.Owned::job);
    }

    @Override
    public List<Job> jobs(SeasonId season, SignedIn reader, int limit) {
        return store.latest(season, reader.organisation(), limit).stream()
                .map(JobStore.Owned::job)
                .toList();
    }

    @Override
    public List<RowError> errors(String id, SignedIn reader) {
        return job(id, reader).map(job -> store.errors(id)).orElse(List.of());
    }

    @Override
    public boolean demonstration() {
        return demonstration != null;
    }

    @Override
    public String nextPhase(SeasonId season, Act act) {
        NextPhase next = demonstration;
        if (next == null) {
            throw new AccessDeniedException("only a demonstration has a next phase");
        }
        return start(season, "NEXT_PHASE", act, watch -> next.advance());
    }

    @Override
    public void close() throws InterruptedException {
        worker.shutdown();
        if (!worker.awaitTermination(30, TimeUnit.SECONDS)) {
            worker.shutdownNow();
        }
    }
}
