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

/** 特别修订查询: changes of frozen rules, newest first. */
public final class AmendmentQueries {
    private final JdbcTemplate jdbc;

    public AmendmentQueries(DataSource dataSource) {
        jdbc = new JdbcTemplate(dataSource);
    }

    /**
     * 特别修订, without its text.
     *
     * @param carried null before the vote
     * @param rules the version it became, 0 before
     */
    public record AmendmentRow(
            int amendment,
            String digest,
            String reason,
            ActorId proposedBy,
            Instant proposedAt,
            List<String> inFavour,
            List<String> against,
            @Nullable Boolean carried,
            List<String> approvedBy,
            int rules,
            @Nullable String notice,
            int affected,
            @Nullable Instant publishedAt) {
        public boolean open() {
            return publishedAt == null && !Boolean.FALSE.equals(carried);
        }
    }

    public List<AmendmentRow> of(SeasonId season) {
        return jdbc.query(
                "select * from season_amendment_view where season = ? order by amendment desc",
                AmendmentQueries::row,
                season.value());
    }

    public Optional<AmendmentRow> find(SeasonId season, int amendment) {
        return of(season).stream().filter(a -> a.amendment() == amendment).findFirst();
    }

    /** The proposed rules, canonical JSON. */
    public Optional<String> rules(SeasonId season, int amendment) {
        return jdbc
                .queryForList(
                        "select text from season_amendment_view where season = ? and amendment = ?",
                        String.class,
                        season.value(),
                        amendment)
                .stream()
                .findFirst();
    }

    private static AmendmentRow row(ResultSet row, int number) throws SQLException {
        boolean carried = row.getBoolean("carried");
        return new AmendmentRow(
                row.getInt("amendment"),
                Rows.text(row, "digest"),
                Rows.text(row, "reason"),
                new ActorId(Rows.text(row, "proposed_by")),
                Rows.instant(row, "proposed_at"),
                lines(row.getString("in_favour")),
                lines(row.getString("against")),
                row.getTimestamp("voted_at") == null ? null : carried,
                lines(row.getString("approved_by")),
                row.getInt("rules"),
                row.getString("notice"),
                row.getInt("affected"),
                Rows.instantOrNull(row, "published_at"));
    }

    private static List<String> lines(@Nullable String text) {
        return text == null || text.isEmpty() ? List.of() : List.of(text.split("\n", -1));
    }
}
