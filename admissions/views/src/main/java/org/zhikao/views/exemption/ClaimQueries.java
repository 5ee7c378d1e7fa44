package org.zhikao.views.exemption;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.zhikao.admissions.exemption.Stage;
import org.zhikao.admissions.shared.ActorId;
import org.zhikao.admissions.shared.CandidateId;
import org.zhikao.admissions.shared.OrganisationId;
import org.zhikao.admissions.shared.SeasonId;
import org.zhikao.views.Page;
import org.zhikao.views.Rows;
import org.zhikao.views.Scope;
import org.zhikao.views.exemption.ClaimCase.Opening;

/** 免试审核查询: the queue by deadline, one claim, who has opened it. Each call is one query. */
public final class ClaimQueries {
    private final JdbcTemplate jdbc;

    public ClaimQueries(DataSource dataSource) {
        jdbc = new JdbcTemplate(dataSource);
    }

    /**
     * 队列中的申请.
     *
     * @param openedBy who opened it last, null when nobody has
     */
    public record QueueRow(
            ClaimCase claim,
            @Nullable ActorId openedBy,
            @Nullable Instant openedAt) {}

    /**
     * 筛选.
     *
     * @param organisation whose candidates
     * @param stages only these; empty for all undecided
     * @param reviewer leaves out what this person has decided on or may not decide on as of the own school; null for all
     * @param school the reviewer's own organisation, null for all
     */
    public record Filter(
            SeasonId season,
            OrganisationId organisation,
            Set<Stage> stages,
            @Nullable ActorId reviewer,
            @Nullable OrganisationId school) {}

    /**
     * What waits, most urgent first.
     *
     * @param after the {@code next} of the page before, null for the first
     */
    public Page<QueueRow> queue(Filter filter, @Nullable String after, int size) {
        StringBuilder sql =
                new StringBuilder("select c.*, o.actor as opened_by, o.last_at as opened_at from claim_view c"
                        + " left join lateral (select actor, last_at from claim_opening p where p.candidate = c.candidate and"
                        + " p.claim = c.claim order by last_at desc limit 1) o on true"
                        + " where c.due is not null and c.season = ? and c.stage = any(?) and ");
        List<Object> parameters = new ArrayList<>();
        parameters.add(filter.season().value());
        parameters.add(names(filter.stages()));
        sql.append(Scope.condition("c.point"));
        parameters.addAll(List.of(Scope.parameters(filter.organisation())));
        if (filter.reviewer() != null) {
            sql.append(" and not jsonb_exists(c.reviewers, ?)");
            parameters.add(filter.reviewer().value());
        }
        if (filter.school() != null) {
            sql.append(" and c.point <> ?");
            parameters.add(filter.school().value());
        }
        if (after != null) {
            List<String> key = Page.key(after, 3);
            sql.append(" and (c.due, c.candidate, c.claim) > (?::timestamptz, ?, ?::int)");
            parameters.addAll(key);
        }
        sql.append(" order by c.due, c.candidate, c.claim limit ?");
        parameters.add(size + 1);
        List<QueueRow> rows = jdbc.query(sql.toString(), ClaimQueries::queueRow, parameters.toArray());
        return Page.of(rows, size, r -> {
            Instant due = r.claim().due();
            return List.of(
                    due == null ? "" : due.toString(),
                    r.claim().candidate().value(),
                    String.valueOf(r.claim().claim()));
        });
    }

    /** One claim. Its history is {@code Timeline.ofClaim}. */
    public Optional<ClaimCase> find(CandidateId candidate, int claim) {
        return jdbc
                .query(
                        "select * from claim_view where candidate = ? and claim = ?",
                        ClaimRow::read,
                        candidate.value(),
                        claim)
                .stream()
                .findFirst();
    }

    /** All claims of one candidate, in their order. */
    public List<ClaimCase> of(CandidateId candidate) {
        return jdbc.query(
                "select * from claim_view where candidate = ? order by claim", ClaimRow::read, candidate.value());
    }

    /** Every claim of a season that is not decided, by candidate. */
    public List<ClaimCase> undecided(SeasonId season) {
        return jdbc.query(
                "select * from claim_view where season = ? and due is not null order by candidate, claim",
                ClaimRow::read,
                season.value());
    }

    /** How many claims stand at each stage, as far as the organisation sees. */
    public Map<Stage, Long> counts(SeasonId season, OrganisationId organisation) {
        Map<Stage, Long> counts = new TreeMap<>();
        Object[] scope = Scope.parameters(organisation);
        jdbc.query(
                "select stage, count(*) from claim_view where season = ? and " + Scope.condition("point")
                        + " group by stage",
                row -> {
                    counts.put(Stage.valueOf(row.getString(1)), row.getLong(2));
                },
                season.value(),
                scope[0],
                scope[1],
                scope[2]);
        return counts;
    }

    /** 打开记录 of one claim, first who opened it first. */
    public List<Opening> openings(CandidateId candidate, int claim) {
        return jdbc.query(
                "select actor, first_at, last_at from claim_opening where candidate = ? and claim = ? order by first_at, actor",
                (row, number) -> new Opening(
                        new ActorId(Rows.text(row, "actor")),
                        Rows.instant(row, "first_at"),
                        Rows.instant(row, "last_at")),
                candidate.value(),
                claim);
    }

    /** Notes that somebody has opened the claim: each time for an inquiry, and the last time so that others see it. */
    public void opened(CandidateId candidate, int claim, ActorId by, Instant at) {
        OffsetDateTime when = at.atOffset(ZoneOffset.UTC);
        jdbc.update(
                "insert into claim_access (candidate, claim, actor, at) values (?, ?, ?, ?)",
                candidate.value(),
                claim,
                by.value(),
                when);
        jdbc.update(
                "insert into claim_opening (candidate, claim, actor, first_at, last_at) values (?, ?, ?, ?, ?)"
                        + " on conflict (candidate, claim, actor) do update set last_at = excluded.last_at",
                candidate.value(),
                claim,
                by.value(),
                when,
                when);
    }

    private static String[] names(Set<Stage> stages) {
        Set<Stage> undecided = EnumSet.allOf(Stage.class);
        undecided.removeIf(Stage::ended);
        return (stages.isEmpty() ? undecided : stages).stream().map(Stage::name).toArray(String[]::new);
    }

    private static QueueRow queueRow(ResultSet row, int number) throws SQLException {
        String by = row.getString("opened_by");
        return new QueueRow(
                ClaimRow.read(row, number), by == null ? null : new ActorId(by), Rows.instantOrNull(row, "opened_at"));
    }
}
