package org.zhikao.views.season;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.zhikao.admissions.shared.ActorId;
import org.zhikao.admissions.shared.SeasonId;
import org.zhikao.views.Rows;

/** 流程版本查询. Each call is one query. */
public final class ProcessQueries {
    private static final String COLUMNS =
            "process, process_version, digest, drafted_by, drafted_at, approved_by, approved_at,"
                    + " published_by, published_at";

    private final JdbcTemplate jdbc;

    public ProcessQueries(DataSource dataSource) {
        jdbc = new JdbcTemplate(dataSource);
    }

    /** 流程版本, without its drawing. */
    public record ProcessVersion(
            String process,
            int version,
            String digest,
            ActorId draftedBy,
            Instant draftedAt,
            @Nullable ActorId approvedBy,
            @Nullable Instant approvedAt,
            @Nullable ActorId publishedBy,
            @Nullable Instant publishedAt) {}

    /** All versions of all processes of a season: by process, newest first. */
    public List<ProcessVersion> versions(SeasonId season) {
        return jdbc.query(
                "select " + COLUMNS
                        + " from season_process_view where season = ? order by process, process_version desc",
                ProcessQueries::version,
                season.value());
    }

    /** The drawing of one version. */
    public Optional<String> bpmn(SeasonId season, String process, int version) {
        return jdbc
                .queryForList(
                        "select bpmn from season_process_view where season = ? and process = ? and process_version = ?",
                        String.class,
                        season.value(),
                        process,
                        version)
                .stream()
                .findFirst();
    }

    private static ProcessVersion version(ResultSet row, int number) throws SQLException {
        return new ProcessVersion(
                Rows.text(row, "process"),
                row.getInt("process_version"),
                Rows.text(row, "digest"),
                new ActorId(Rows.text(row, "drafted_by")),
                Rows.instant(row, "drafted_at"),
                actor(row, "approved_by"),
                Rows.instantOrNull(row, "approved_at"),
                actor(row, "published_by"),
                Rows.instantOrNull(row, "published_at"));
    }

    private static @Nullable ActorId actor(ResultSet row, String column) throws SQLException {
        String actor = row.getString(column);
        return actor == null ? null : new ActorId(actor);
    }
}
