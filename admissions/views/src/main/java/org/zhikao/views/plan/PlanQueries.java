package org.zhikao.views.plan;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.zhikao.admissions.plan.PlanUnit;
import org.zhikao.admissions.shared.OrganisationId;
import org.zhikao.admissions.shared.SeasonId;
import org.zhikao.views.Json;
import org.zhikao.views.Page;
import org.zhikao.views.Rows;

/** 招生计划查询: colleges, their units, units open to a track and category. Each call is one query. */
public final class PlanQueries {
    private static final String UNITS =
            "select u.*, p.name as college_name from plan_unit_view u join plan_view p using (season, college) where ";

    private final JdbcTemplate jdbc;

    public PlanQueries(DataSource dataSource) {
        jdbc = new JdbcTemplate(dataSource);
    }

    /** 院校计划 in sum; {@code version} is the sequence number of the plan's last fact. */
    public record CollegeRow(
            OrganisationId college, String name, long version, Instant declaredAt, int units, long quota) {}

    /**
     * 投档单位.
     *
     * @param unit with its quota as it stands now
     * @param declared the quota as first declared
     * @param document of the last change of quota, null when there was none
     */
    public record UnitRow(
            PlanUnit unit,
            OrganisationId college,
            String collegeName,
            int declared,
            @Nullable String document,
            @Nullable Instant changedAt) {}

    /** All colleges with a plan, in the order of their ids. */
    public List<CollegeRow> colleges(SeasonId season) {
        return jdbc.query(
                "select p.college, p.name, p.version, p.declared_at, count(u.unit) as units, coalesce(sum(u.quota), 0) as quota"
                        + " from plan_view p left join plan_unit_view u using (season, college) where p.season = ?"
                        + " group by p.season, p.college order by p.college",
                (row, number) -> new CollegeRow(
                        new OrganisationId(Rows.text(row, "college")),
                        Rows.text(row, "name"),
                        row.getLong("version"),
                        Rows.instant(row, "declared_at"),
                        row.getInt("units"),
                        row.getLong("quota")),
                season.value());
    }

    /** A college's plan. */
    public List<UnitRow> of(SeasonId season, OrganisationId college) {
        return jdbc.query(
                UNITS + "u.season = ? and u.college = ? order by u.unit",
                PlanQueries::unit,
                season.value(),
                college.value());
    }

    /**
     * Units a candidate of that track, category and kind may name.
     *
     * @param text part of a unit's or a college's name, or the beginning of a code; null for all
     * @param after the {@code next} of the page before, null for the first
     */
    public Page<UnitRow> open(
            SeasonId season,
            String track,
            String category,
            String kind,
            @Nullable String text,
            @Nullable String after,
            int size) {
        StringBuilder sql = new StringBuilder(UNITS + "u.season = ? and u.track = ? and u.category = ?"
                + " and (u.kinds = '[]' or jsonb_exists(u.kinds, ?)) and u.unit > ?");
        List<Object> parameters = new ArrayList<>(List.of(
                season.value(),
                track,
                category,
                kind,
                after == null ? "" : Page.key(after, 1).get(0)));
        if (text != null && !text.isBlank()) {
            sql.append(" and (strpos(u.name, ?) > 0 or strpos(p.name, ?) > 0 or starts_with(u.unit, ?))");
            parameters.addAll(List.of(text.strip(), text.strip(), text.strip()));
        }
        sql.append(" order by u.unit limit ?");
        parameters.add(size + 1);
        return Page.of(
                jdbc.query(sql.toString(), PlanQueries::unit, parameters.toArray()),
                size,
                u -> List.of(u.unit().code()));
    }

    public Optional<UnitRow> find(SeasonId season, String unit) {
        return jdbc.query(UNITS + "u.season = ? and u.unit = ?", PlanQueries::unit, season.value(), unit).stream()
                .findFirst();
    }

    /** Units by code, for a list that names several; unknown codes are missing from the answer. */
    public Map<String, UnitRow> findAll(SeasonId season, Collection<String> units) {
        Map<String, UnitRow> found = new TreeMap<>();
        jdbc.query(
                        UNITS + "u.season = ? and u.unit = any(?)",
                        PlanQueries::unit,
                        season.value(),
                        units.toArray(String[]::new))
                .forEach(u -> found.put(u.unit().code(), u));
        return found;
    }

    private static UnitRow unit(ResultSet row, int number) throws SQLException {
        return new UnitRow(
                new PlanUnit(
                        Rows.text(row, "unit"),
                        Rows.text(row, "name"),
                        Rows.text(row, "level"),
                        Rows.text(row, "track"),
                        Rows.text(row, "category"),
                        Json.texts(Rows.text(row, "kinds")),
                        row.getInt("quota")),
                new OrganisationId(Rows.text(row, "college")),
                Rows.text(row, "college_name"),
                row.getInt("declared"),
                row.getString("document"),
                Rows.instantOrNull(row, "changed_at"));
    }
}
