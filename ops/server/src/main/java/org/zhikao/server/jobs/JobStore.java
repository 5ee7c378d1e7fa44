package org.zhikao.server.jobs;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.zhikao.admissions.shared.Act;
import org.zhikao.admissions.shared.OrganisationId;
import org.zhikao.admissions.shared.SeasonId;
import org.zhikao.web.SeasonWork.Job;
import org.zhikao.web.SeasonWork.RowError;
import org.zhikao.web.SeasonWork.State;

/** 后台作业 in their table. */
final class JobStore {
    private final JdbcTemplate jdbc;

    JobStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** A job and who may see it. */
    record Owned(Job job, OrganisationId organisation, String by) {}

    String create(SeasonId season, String kind, Act act) {
        String id = UUID.randomUUID().toString();
        jdbc.update(
                "INSERT INTO job (id, season, kind, state, by_actor, organisation, started_at)"
                        + " VALUES (?, ?, ?, 'QUEUED', ?, ?, ?)",
                id,
                season.value(),
                kind,
                act.by().value(),
                act.organisation().value(),
                act.at().atOffset(ZoneOffset.UTC));
        return id;
    }

    void running(String id) {
        jdbc.update("UPDATE job SET state = 'RUNNING' WHERE id = ?", id);
    }

    void progress(String id, long done, long total) {
        jdbc.update("UPDATE job SET done = ?, total = ? WHERE id = ?", done, total, id);
    }

    void ended(String id, @Nullable String failure, Instant at) {
        jdbc.update(
                "UPDATE job SET state = ?, failure = ?, ended_at = ? WHERE id = ?",
                failure == null ? "DONE" : "FAILED",
                failure,
                at.atOffset(ZoneOffset.UTC),
                id);
    }

    void error(String id, int number, RowError error) {
        jdbc.update(
                "INSERT INTO job_error (job, number, line, col, code, message) VALUES (?, ?, ?, ?, ?, ?)",
                id,
                number,
                error.line(),
                error.column(),
                error.code(),
                error.message());
        jdbc.update("UPDATE job SET refused = ? WHERE id = ?", number, id);
    }

    /** Jobs that a stop of the server cut off: what they did stands, the rest was not done. */
    void interrupted(Instant at) {
        jdbc.update(
                "UPDATE job SET state = 'FAILED', failure = 'INTERRUPTED', ended_at = ?"
                        + " WHERE state IN ('QUEUED', 'RUNNING')",
                at.atOffset(ZoneOffset.UTC));
    }

    Optional<Owned> find(String id) {
        return jdbc.query("SELECT * FROM job WHERE id = ?", JobStore::row, id).stream()
                .findFirst();
    }

    List<Owned> latest(SeasonId season, OrganisationId scope, int limit) {
        return jdbc.query(
                "SELECT * FROM job WHERE season = ? AND (organisation = ? OR starts_with(organisation, ? || '/'))"
                        + " ORDER BY started_at DESC, id LIMIT ?",
                JobStore::row,
                season.value(),
                scope.value(),
                scope.value(),
                limit);
    }

    List<RowError> errors(String id) {
        return jdbc.query(
                "SELECT line, col, code, message FROM job_error WHERE job = ? ORDER BY number",
                (row, n) -> new RowError(row.getLong(1), row.getString(2), row.getString(3), row.getString(4)),
                id);
    }

    private static Owned row(ResultSet row, int n) throws SQLException {
        OffsetDateTime ended = row.getObject("ended_at", OffsetDateTime.class);
        return new Owned(
                new Job(
                        row.getString("id"),
                        row.getString("kind"),
                        State.valueOf(row.getString("state")),
                        row.getLong("done"),
                        row.getLong("total"),
                        row.getLong("refused"),
                        row.getObject("started_at", OffsetDateTime.class).toInstant(),
                        ended == null ? null : ended.toInstant(),
                        row.getString("failure")),
                new OrganisationId(row.getString("organisation")),
                row.getString("by_actor"));
    }
}
