package org.zhikao.web;

import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zhikao.admissions.shared.Act;
import org.zhikao.admissions.shared.SeasonId;
import org.zhikao.web.access.SignedIn;

/** Port to the long work of a season: it runs in the background, one job at a time a season, and can be watched. */
public interface SeasonWork {
    /** 导入种类. */
    enum ImportKind {
        /** 考生 */
        CANDIDATES,
        /** 成绩 */
        MARKS,
        /** 招生计划 */
        PLANS,
        /** 获奖与证书名册 */
        REGISTER
    }

    /** 作业状态. */
    enum State {
        QUEUED,
        RUNNING,
        DONE,
        FAILED
    }

    /**
     * 后台作业 as it stands.
     *
     * @param kind message key below {@code job.kind.}
     * @param total rows or candidates, 0 while it is not known
     * @param refused rows that were refused, each with its line in the error file
     * @param failure message key or refusal code of what ended the job early
     */
    record Job(
            String id,
            String kind,
            State state,
            long done,
            long total,
            long refused,
            Instant started,
            @Nullable Instant ended,
            @Nullable String failure) {
        public boolean running() {
            return state == State.QUEUED || state == State.RUNNING;
        }
    }

    /** 错误行: one row that an import refused. */
    record RowError(long line, String column, String code, String message) {}

    /**
     * Accepts a file durably and starts its import.
     *
     * @param name the file's name, for the kind of file only
     * @throws org.zhikao.web.shared.Unusable when the file cannot be accepted at all
     */
    String startImport(ImportKind kind, SeasonId season, String name, InputStream bytes, Act act);

    /** Draws rooms and seats by {@code seed}, arranges and issues the tickets. */
    String arrangeExam(SeasonId season, long seed, Act act);

    /** Computes all results and releases them. */
    String releaseResults(SeasonId season, Act act);

    /** At the deadline: locked lists stay, saved ones count, the others lapse. */
    String settlePreferences(SeasonId season, int round, Act act);

    /** Computes a placement run and has it verified. */
    String computePlacement(SeasonId season, int round, Act act);

    /** Publishes a verified run: one fact a candidate. */
    String publishPlacement(SeasonId season, int run, Act act);

    Optional<Job> job(String id, SignedIn reader);

    /** Latest first. */
    List<Job> jobs(SeasonId season, SignedIn reader, int limit);

    List<RowError> errors(String id, SignedIn reader);

    /** True where a demonstration season may be moved on by its virtual clock. */
    boolean demonstration();

    /** Moves the demonstration season to its next phase. */
    String nextPhase(SeasonId season, Act act);
}
