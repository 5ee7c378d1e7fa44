package org.zhikao.views.registration;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.zhikao.admissions.shared.CandidateId;
import org.zhikao.admissions.shared.OrganisationId;
import org.zhikao.admissions.shared.SeasonId;
import org.zhikao.views.Page;
import org.zhikao.views.Rows;
import org.zhikao.views.Scope;
import org.zhikao.views.dossier.CandidateStatus;

/** 报名审核队列: applications that wait for a registration point, longest waiting first. Each call is one query. */
public final class RegistrationQueue {
    private final JdbcTemplate jdbc;

    public RegistrationQueue(DataSource dataSource) {
        jdbc = new JdbcTemplate(dataSource);
    }

    /** 报名 as the queue shows it. */
    public record Row(
            CandidateId candidate,
            OrganisationId point,
            String track,
            String category,
            CandidateStatus status,
            Instant submittedAt,
            Instant since,
            int openClaims) {}

    /**
     * 筛选.
     *
     * @param organisation whose candidates: itself and everything below
     * @param track only this one, null for all
     * @param category only this one, null for all
     */
    public record Filter(
            SeasonId season,
            OrganisationId organisation,
            @Nullable String track,
            @Nullable String category) {}

    /**
     * What waits for review.
     *
     * @param after the {@code next} of the page before, null for the first
     */
    public Page<Row> waiting(Filter filter, @Nullable String after, int size) {
        StringBuilder sql =
                new StringBuilder("select candidate, point, track, category, status, submitted_at, status_at,"
                        + " open_claims from candidate_view where status = 'SUBMITTED' and season = ? and ");
        List<Object> parameters = new ArrayList<>(List.of(filter.season().value()));
        sql.append(Scope.condition("point"));
        parameters.addAll(List.of(Scope.parameters(filter.organisation())));
        if (filter.track() != null) {
            sql.append(" and track = ?");
            parameters.add(filter.track());
        }
        if (filter.category() != null) {
            sql.append(" and category = ?");
            parameters.add(filter.category());
        }
        if (after != null) {
            List<String> key = Page.key(after, 2);
            sql.append(" and (submitted_at, candidate) > (?::timestamptz, ?)");
            parameters.addAll(key);
        }
        sql.append(" order by submitted_at, candidate limit ?");
        parameters.add(size + 1);
        List<Row> rows = jdbc.query(sql.toString(), RegistrationQueue::row, parameters.toArray());
        return Page.of(
                rows,
                size,
                r -> List.of(r.submittedAt().toString(), r.candidate().value()));
    }

    /** How many wait, as far as the organisation sees. */
    public long count(SeasonId season, OrganisationId organisation) {
        Object[] scope = Scope.parameters(organisation);
        Long count = jdbc.queryForObject(
                "select count(*) from candidate_view where status = 'SUBMITTED' and season = ? and "
                        + Scope.condition("point"),
                Long.class,
                season.value(),
                scope[0],
                scope[1],
                scope[2]);
        return count == null ? 0 : count;
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                new CandidateId(Rows.text(row, "candidate")),
                new OrganisationId(Rows.text(row, "point")),
                Rows.text(row, "track"),
                Rows.text(row, "category"),
                CandidateStatus.valueOf(Rows.text(row, "status")),
                Rows.instant(row, "submitted_at"),
                Rows.instant(row, "status_at"),
                row.getInt("open_claims"));
    }
}
