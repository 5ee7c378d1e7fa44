package org.zhikao.views.placement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.zhikao.admissions.placement.FilingRules;
import org.zhikao.admissions.placement.Offer;
import org.zhikao.admissions.placement.WishReason;
import org.zhikao.admissions.shared.CandidateId;
import org.zhikao.admissions.shared.OrganisationId;
import org.zhikao.admissions.shared.SeasonId;
import org.zhikao.views.Json;
import org.zhikao.views.Page;
import org.zhikao.views.Rows;
import org.zhikao.views.dossier.Candidate;
import org.zhikao.views.dossier.CandidateStatus;

/** 录取查询: runs, cut-offs, admission lists. Each call is one query. */
public final class PlacementQueries {
    private final JdbcTemplate jdbc;
    private final ReasonQueries reasons;

    public PlacementQueries(DataSource dataSource) {
        jdbc = new JdbcTemplate(dataSource);
        reasons = new ReasonQueries(jdbc);
    }

    /** 投档运行阶段. */
    public enum RunStage {
        /** 已计算，待核验 */
        COMPUTED,
        /** 核验通过，待公布 */
        VERIFIED,
        /** 核验未通过 */
        FAILED,
        /** 已公布 */
        PUBLISHED
    }

    /** 投档运行; {@code version} is the sequence number of its last fact. */
    public record RunRow(
            int run,
            long version,
            int round,
            String mechanism,
            String inputDigest,
            String outputDigest,
            int candidates,
            int placed,
            RunStage stage,
            Instant computedAt,
            @Nullable Instant checkedAt,
            @Nullable Instant publishedAt,
            List<String> properties,
            List<String> violations) {}

    /**
     * 投档线 of one unit in one round.
     *
     * @param withoutExam of those placed, how many were admitted without exam; they do not count for position and totals
     * @param lastPosition merit position of the last one placed, null when nobody was placed by score
     * @param lowestTotal in season units (marks × scale)
     */
    public record CutoffRow(
            String unit,
            String unitName,
            OrganisationId college,
            String collegeName,
            String track,
            String category,
            int round,
            int quota,
            int placed,
            int withoutExam,
            int confirmed,
            int declined,
            @Nullable Integer lastPosition,
            @Nullable Long lowestTotal,
            @Nullable Long highestTotal) {}

    /** 拟录取名单; {@code total} is null for who was admitted without exam. */
    public record AdmittedRow(
            CandidateId candidate,
            Offer offer,
            int round,
            @Nullable Long total,
            CandidateStatus status) {}

    public List<RunRow> runs(SeasonId season) {
        return jdbc.query(
                "select * from run_view where season = ? order by run", PlacementQueries::run, season.value());
    }

    public Optional<RunRow> run(SeasonId season, int run) {
        return jdbc
                .query(
                        "select * from run_view where season = ? and run = ?",
                        PlacementQueries::run,
                        season.value(),
                        run)
                .stream()
                .findFirst();
    }

    /**
     * 投档线 by unit and round.
     *
     * @param college only this one, null for all
     * @param after the {@code next} of the page before, null for the first
     */
    public Page<CutoffRow> cutoffs(
            SeasonId season, @Nullable OrganisationId college, @Nullable String after, int size) {
        // The page of units comes first, so that only their candidates are aggregated.
        StringBuilder sql = new StringBuilder("with page as (select u.*, p.name as college_name from plan_unit_view u"
                + " join plan_view p using (season, college) where u.season = ? and u.unit > ?");
        List<Object> parameters = new ArrayList<>(
                List.of(season.value(), after == null ? "" : Page.key(after, 1).get(0)));
        if (college != null) {
            sql.append(" and u.college = ?");
            parameters.add(college.value());
        }
        sql.append(" and exists (select 1 from candidate_view a where a.season = u.season and a.offer_unit = u.unit)"
                + " order by u.unit limit ?) select page.*, v.* from page cross join lateral (select round, placed,"
                + " without_exam, confirmed, declined, last_position, lowest_total, highest_total from unit_cutoff_view v"
                + " where v.season = page.season and v.unit = page.unit) v order by page.unit, v.round");
        parameters.add(size + 1);
        List<CutoffRow> rows = jdbc.query(sql.toString(), PlacementQueries::cutoff, parameters.toArray());
        return byUnit(rows, size);
    }

    /** A unit may have several rounds: the page counts units. */
    private static Page<CutoffRow> byUnit(List<CutoffRow> rows, int size) {
        List<String> units = rows.stream().map(CutoffRow::unit).distinct().toList();
        Page<String> page = Page.of(units, size, List::of);
        return new Page<>(
                rows.stream().filter(r -> page.rows().contains(r.unit())).toList(), page.next());
    }

    /**
     * 拟录取名单 of a unit, in merit order; who was admitted without exam comes first.
     *
     * @param after the {@code next} of the page before, null for the first
     */
    public Page<AdmittedRow> admitted(SeasonId season, String unit, @Nullable String after, int size) {
        List<String> key = after == null ? List.of("-1", "") : Page.key(after, 2);
        List<AdmittedRow> rows = jdbc.query(
                "select candidate, offer_unit, offer_preference, offer_position, outcome_round, total, status from"
                        + " candidate_view where season = ? and offer_unit = ? and (offer_position, candidate) > (?::int, ?)"
                        + " order by offer_position, candidate limit ?",
                PlacementQueries::admittedRow,
                season.value(),
                unit,
                key.get(0),
                key.get(1),
                size + 1);
        return Page.of(
                rows,
                size,
                r -> List.of(String.valueOf(r.offer().position()), r.candidate().value()));
    }

    /** Why each preference of the round that decided last came true or not; empty for who took no part in it. */
    public List<WishReason> reasons(Candidate candidate, FilingRules rules) {
        return reasons.of(candidate, rules);
    }

    /** How many were placed by each preference number; 0 is admission without exam. */
    public Map<Integer, Long> placedByPreference(SeasonId season) {
        Map<Integer, Long> counts = new TreeMap<>();
        jdbc.query(
                "select offer_preference, count(*) from candidate_view where season = ? and offer_unit is not null"
                        + " group by offer_preference",
                row -> {
                    counts.put(row.getInt(1), row.getLong(2));
                },
                season.value());
        return counts;
    }

    private static RunRow run(ResultSet row, int number) throws SQLException {
        return new RunRow(
                row.getInt("run"),
                row.getLong("version"),
                row.getInt("round"),
                Rows.text(row, "mechanism"),
                Rows.text(row, "input_digest"),
                Rows.text(row, "output_digest"),
                row.getInt("candidates"),
                row.getInt("placed"),
                RunStage.valueOf(Rows.text(row, "stage")),
                Rows.instant(row, "computed_at"),
                Rows.instantOrNull(row, "checked_at"),
                Rows.instantOrNull(row, "published_at"),
                Json.texts(row.getString("properties")),
                Json.texts(row.getString("violations")));
    }

    private static CutoffRow cutoff(ResultSet row, int number) throws SQLException {
        return new CutoffRow(
                Rows.text(row, "unit"),
                Rows.text(row, "name"),
                new OrganisationId(Rows.text(row, "college")),
                Rows.text(row, "college_name"),
                Rows.text(row, "track"),
                Rows.text(row, "category"),
                row.getInt("round"),
                row.getInt("quota"),
                row.getInt("placed"),
                row.getInt("without_exam"),
                row.getInt("confirmed"),
                row.getInt("declined"),
                Rows.integerOrNull(row, "last_position"),
                Rows.longOrNull(row, "lowest_total"),
                Rows.longOrNull(row, "highest_total"));
    }

    private static AdmittedRow admittedRow(ResultSet row, int number) throws SQLException {
        return new AdmittedRow(
                new CandidateId(Rows.text(row, "candidate")),
                new Offer(Rows.text(row, "offer_unit"), row.getInt("offer_preference"), row.getInt("offer_position")),
                row.getInt("outcome_round"),
                Rows.longOrNull(row, "total"),
                CandidateStatus.valueOf(Rows.text(row, "status")));
    }
}
