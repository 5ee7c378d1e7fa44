package org.zhikao.views.season;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.zhikao.admissions.season.Phase;
import org.zhikao.admissions.shared.ActorId;
import org.zhikao.admissions.shared.OrganisationId;
import org.zhikao.admissions.shared.SeasonId;
import org.zhikao.views.Rows;
import org.zhikao.views.Scope;
import org.zhikao.views.dossier.CandidateStatus;

/** 考试方案查询: seasons, phases, rules by version, draws, releases, counts. Each call is one query. */
public final class SeasonQueries {
    private final JdbcTemplate jdbc;

    public SeasonQueries(DataSource dataSource) {
        jdbc = new JdbcTemplate(dataSource);
    }

    /**
     * 考试年度方案.
     *
     * @param version sequence number of the last fact of the season itself
     * @param drafted number of the newest rules version
     * @param approved number of the newest approved version, 0 for none
     * @param published number of the newest published version, 0 for none
     * @param frozen rules may change no more
     */
    public record SeasonRow(
            SeasonId id,
            long version,
            String province,
            int year,
            int drafted,
            int approved,
            int published,
            boolean frozen,
            Instant lastAt) {}

    /** 阶段; {@code closedAt} is null while it is open for the first time. */
    public record PhaseRow(
            Phase phase,
            int round,
            boolean open,
            Instant openedAt,
            @Nullable Instant closedAt,
            int openings) {}

    /** 方案版本, without its text. */
    public record RulesVersion(
            int rules,
            String digest,
            ActorId draftedBy,
            Instant draftedAt,
            @Nullable ActorId approvedBy,
            @Nullable Instant approvedAt,
            @Nullable Instant publishedAt) {}

    /** 考场编排: the seed lets anybody repeat the draw. */
    public record DrawRow(int draw, long seed, int candidates, String digest, Instant drawnAt) {}

    /** 成绩公布. */
    public record ReleaseRow(int release, int candidates, String digest, int rules, Instant computedAt) {}

    /** 考生人数 at one status, in one track and category. */
    public record Count(CandidateStatus status, String track, String category, long candidates) {}

    public List<SeasonRow> all() {
        return jdbc.query("select * from season_view order by year desc, season", SeasonQueries::season);
    }

    public Optional<SeasonRow> find(SeasonId season) {
        return jdbc.query("select * from season_view where season = ?", SeasonQueries::season, season.value()).stream()
                .findFirst();
    }

    /** Phases that were ever opened, in the order in which they were opened last. */
    public List<PhaseRow> phases(SeasonId season) {
        return jdbc.query(
                "select * from phase_view where season = ? order by opened_at, phase, round",
                (row, number) -> new PhaseRow(
                        Phase.valueOf(Rows.text(row, "phase")),
                        row.getInt("round"),
                        row.getBoolean("open"),
                        Rows.instant(row, "opened_at"),
                        Rows.instantOrNull(row, "closed_at"),
                        row.getInt("openings")),
                season.value());
    }

    /** All versions of the rules, newest first. */
    public List<RulesVersion> versions(SeasonId season) {
        return jdbc.query(
                "select rules, digest, drafted_by, drafted_at, approved_by, approved_at, published_at from"
                        + " season_rules_view where season = ? order by rules desc",
                SeasonQueries::version,
                season.value());
    }

    /** The rules text (canonical JSON) of one version. */
    public Optional<String> rules(SeasonId season, int rules) {
        return jdbc
                .queryForList(
                        "select text from season_rules_view where season = ? and rules = ?",
                        String.class,
                        season.value(),
                        rules)
                .stream()
                .findFirst();
    }

    public List<DrawRow> draws(SeasonId season) {
        return jdbc.query(
                "select * from draw_view where season = ? order by draw",
                (row, number) -> new DrawRow(
                        row.getInt("draw"),
                        row.getLong("seed"),
                        row.getInt("candidates"),
                        Rows.text(row, "digest"),
                        Rows.instant(row, "drawn_at")),
                season.value());
    }

    public List<ReleaseRow> releases(SeasonId season) {
        return jdbc.query(
                "select * from release_view where season = ? order by release",
                (row, number) -> new ReleaseRow(
                        row.getInt("release"),
                        row.getInt("candidates"),
                        Rows.text(row, "digest"),
                        row.getInt("rules"),
                        Rows.instant(row, "computed_at")),
                season.value());
    }

    /** 工作台人数: how many candidates stand where, by status, track and category. */
    public List<Count> counts(SeasonId season) {
        return jdbc.query(
                "select status, track, category, count(*) as candidates from candidate_view where season = ?"
                        + " group by status, track, category order by status, track, category",
                SeasonQueries::count,
                season.value());
    }

    /** The same as far as one organisation sees. */
    public List<Count> counts(SeasonId season, OrganisationId organisation) {
        Object[] scope = Scope.parameters(organisation);
        return jdbc.query(
                "select status, track, category, count(*) as candidates from candidate_view where season = ? and "
                        + Scope.condition("point")
                        + " group by status, track, category order by status, track, category",
                SeasonQueries::count,
                season.value(),
                scope[0],
                scope[1],
                scope[2]);
    }

    private static Count count(ResultSet row, int number) throws SQLException {
        return new Count(
                CandidateStatus.valueOf(Rows.text(row, "status")),
                Rows.text(row, "track"),
                Rows.text(row, "category"),
                row.getLong("candidates"));
    }

    private static SeasonRow season(ResultSet row, int number) throws SQLException {
        return new SeasonRow(
                new SeasonId(Rows.text(row, "season")),
                row.getLong("version"),
                Rows.text(row, "province"),
                row.getInt("year"),
                row.getInt("drafted"),
                row.getInt("approved"),
                row.getInt("published"),
                row.getBoolean("frozen"),
                Rows.instant(row, "last_at"));
    }

    private static RulesVersion version(ResultSet row, int number) throws SQLException {
        String approvedBy = row.getString("approved_by");
        return new RulesVersion(
                row.getInt("rules"),
                Rows.text(row, "digest"),
                new ActorId(Rows.text(row, "drafted_by")),
                Rows.instant(row, "drafted_at"),
                approvedBy == null ? null : new ActorId(approvedBy),
                Rows.instantOrNull(row, "approved_at"),
                Rows.instantOrNull(row, "published_at"));
    }
}
