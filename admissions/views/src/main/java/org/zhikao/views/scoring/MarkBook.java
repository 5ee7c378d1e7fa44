package org.zhikao.views.scoring;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.zhikao.admissions.scoring.Mark;
import org.zhikao.admissions.shared.CandidateId;
import org.zhikao.admissions.shared.SeasonId;
import org.zhikao.views.Page;
import org.zhikao.views.Rows;

/** 登分簿: who has which mark in one component, in ticket order, for those who record and check marks. One query a page. */
public final class MarkBook {
    private final JdbcTemplate jdbc;

    public MarkBook(DataSource dataSource) {
        jdbc = new JdbcTemplate(dataSource);
    }

    /** 登分行; {@code mark} is null while none is recorded. */
    public record Row(
            CandidateId candidate,
            String ticket,
            String site,
            String track,
            String category,
            @Nullable Mark mark) {}

    /**
     * Candidates with a ticket, and their mark in {@code component}.
     *
     * @param track only this one
     * @param category only this one, null for all
     * @param missing only those without a mark
     * @param after the {@code next} of the page before, null for the first
     */
    public Page<Row> page(
            SeasonId season,
            String component,
            String track,
            @Nullable String category,
            boolean missing,
            @Nullable String after,
            int size) {
        List<String> key = after == null ? List.of("", "") : Page.key(after, 2);
        List<Row> rows = jdbc.query(
                "select candidate, ticket, site, track, category, marks -> ? #>> '{}' as mark from candidate_view"
                        + " where season = ? and ticket is not null and track = ? and (?::text is null or category = ?)"
                        + " and (not ? or marks is null or not jsonb_exists(marks, ?))"
                        + " and (ticket, candidate) > (?, ?) order by ticket, candidate limit ?",
                MarkBook::row,
                component,
                season.value(),
                track,
                category,
                category,
                missing,
                component,
                key.get(0),
                key.get(1),
                size + 1);
        return Page.of(rows, size, r -> List.of(r.ticket(), r.candidate().value()));
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                new CandidateId(Rows.text(row, "candidate")),
                Rows.text(row, "ticket"),
                Rows.text(row, "site"),
                Rows.text(row, "track"),
                Rows.text(row, "category"),
                mark(row.getString("mark")));
    }

    private static @Nullable Mark mark(@Nullable String text) {
        if (text == null) {
            return null;
        }
        return Character.isDigit(text.charAt(0))
                ? Mark.of(Long.parseLong(text))
                : new Mark(Mark.Status.valueOf(text), 0);
    }
}
