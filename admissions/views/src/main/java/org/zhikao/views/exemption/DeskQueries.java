package org.zhikao.views.exemption;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.axonframework.common.DateTimeUtils;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.zhikao.admissions.shared.ActorId;
import org.zhikao.admissions.shared.CandidateId;
import org.zhikao.admissions.shared.SeasonId;
import org.zhikao.views.Page;

/** 审核员工作台查询: the cases in one person's hands, which is next, and how fast they go. Each call is one query. */
public final class DeskQueries {
    private static final String RISK =
            " and coalesce(c.handling #>> '{assessment,match}', 'NOT_ASKED') not in ('MATCH', 'NOT_ASKED')";

    private final JdbcTemplate jdbc;

    public DeskQueries(DataSource dataSource) {
        jdbc = new JdbcTemplate(dataSource);
    }

    /**
     * 筛选.
     *
     * @param ground only claims on it, null for all
     * @param risk only claims that the register does not confirm
     */
    public record Filter(
            SeasonId season, ActorId reviewer, @Nullable String ground, boolean risk) {}

    /** 办理进度 of one person: opinions and returns within the last hour and the last day. */
    public record Pace(int hour, int day) {}

    /** What is assigned to one person, most urgent first. */
    public Page<ClaimCase> assigned(Filter filter, @Nullable String after, int size) {
        List<Object> parameters = new ArrayList<>();
        StringBuilder sql = new StringBuilder("select c.* from claim_view c where ").append(mine(filter, parameters));
        if (after != null) {
            sql.append(" and (c.due, c.candidate, c.claim) > (?::timestamptz, ?, ?::int)");
            parameters.addAll(Page.key(after, 3));
        }
        sql.append(" order by c.due, c.candidate, c.claim limit ?");
        parameters.add(size + 1);
        List<ClaimCase> rows = jdbc.query(sql.toString(), ClaimRow::read, parameters.toArray());
        return Page.of(rows, size, DeskQueries::key);
    }

    /** The next case behind the one just left, or the most urgent one when there is none behind it. */
    public Optional<ClaimCase> next(Filter filter, @Nullable CandidateId left, int claim) {
        List<Object> parameters = new ArrayList<>();
        String mine = mine(filter, parameters);
        StringBuilder sql = new StringBuilder("select c.* from claim_view c where ").append(mine);
        if (left == null) {
            sql.append(" order by c.due, c.candidate, c.claim limit 1");
        } else {
            sql.append(
                    " and not (c.candidate = ? and c.claim = ?) order by (c.due, c.candidate, c.claim) <= (select l.due,"
                            + " l.candidate, l.claim from claim_view l where l.candidate = ? and l.claim = ? and l.reviewer = ?)"
                            + " nulls first, c.due, c.candidate, c.claim limit 1");
            parameters.addAll(List.of(
                    left.value(), claim, left.value(), claim, filter.reviewer().value()));
        }
        return jdbc.query(sql.toString(), ClaimRow::read, parameters.toArray()).stream()
                .findFirst();
    }

    private static String mine(Filter filter, List<Object> parameters) {
        parameters.add(filter.season().value());
        parameters.add(filter.reviewer().value());
        String sql = "c.season = ? and c.reviewer = ? and c.due is not null";
        if (filter.ground() != null) {
            sql += " and c.ground = ?";
            parameters.add(filter.ground());
        }
        return filter.risk() ? sql + RISK : sql;
    }

    /** What the person said last and may still take back, newest first. */
    public List<ClaimCase> pending(SeasonId season, ActorId reviewer, Instant now) {
        return jdbc.query(
                "select c.* from claim_view c where c.season = ? and c.due > ? and c.reviewers ->> -1 = ?"
                        + " and c.handling ->> 'effective' is not null and c.reviewer is null order by c.due desc limit 20",
                ClaimRow::read,
                season.value(),
                now.atOffset(ZoneOffset.UTC),
                reviewer.value());
    }

    /** Counted from the facts themselves, over the time they were recorded at. */
    public Pace pace(ActorId reviewer, Instant now) {
        return jdbc.query(
                        "select count(*) filter (where time_stamp >= ?), count(*) from domain_event_entry where time_stamp >= ?"
                                + " and payload_type in ('exemption.opinion', 'exemption.evidence-requested')"
                                + " and convert_from(meta_data, 'UTF8')::jsonb ->> 'by' = ?",
                        DeskQueries::pace,
                        DateTimeUtils.formatInstant(now.minus(Duration.ofHours(1))),
                        DateTimeUtils.formatInstant(now.minus(Duration.ofDays(1))),
                        reviewer.value())
                .get(0);
    }

    private static Pace pace(ResultSet row, int number) throws SQLException {
        return new Pace(row.getInt(1), row.getInt(2));
    }

    /** What is on public notice, or was: a page at a time in the order the claims were made. */
    public Page<ClaimCase> notices(SeasonId season, boolean over, @Nullable String after, int size) {
        List<Object> parameters = new ArrayList<>(List.of(season.value()));
        StringBuilder sql = new StringBuilder("select c.* from claim_view c where c.season = ? and ")
                .append(
                        over
                                ? "c.stage <> 'PUBLIC_NOTICE' and c.handling ->> 'noticeUntil' is not null"
                                : "c.stage = 'PUBLIC_NOTICE'");
        if (after != null) {
            sql.append(" and (c.claimed_at, c.candidate, c.claim) > (?::timestamptz, ?, ?::int)");
            parameters.addAll(Page.key(after, 3));
        }
        sql.append(" order by c.claimed_at, c.candidate, c.claim limit ?");
        parameters.add(size + 1);
        List<ClaimCase> rows = jdbc.query(sql.toString(), ClaimRow::read, parameters.toArray());
        return Page.of(
                rows, size, c -> List.of(c.claimedAt().toString(), c.candidate().value(), String.valueOf(c.claim())));
    }

    /** Digests of the objections' statements, as filed. */
    public List<String> objections(CandidateId candidate, int claim) {
        return jdbc.queryForList(
                "select convert_from(payload, 'UTF8')::jsonb ->> 'statement' from domain_event_entry where case_id = ?"
                        + " and payload_type = 'exemption.objection'"
                        + " and (convert_from(payload, 'UTF8')::jsonb ->> 'claim')::int = ? order by global_index",
                String.class,
                candidate.value(),
                claim);
    }

    private static List<String> key(ClaimCase claim) {
        Instant due = claim.due();
        return List.of(due == null ? "" : due.toString(), claim.candidate().value(), String.valueOf(claim.claim()));
    }
}
