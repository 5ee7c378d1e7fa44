package org.zhikao.server.duty;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.zhikao.admissions.process.RebuildUnderWay;
import org.zhikao.admissions.shared.CandidateId;
import org.zhikao.admissions.shared.OrganisationId;
import org.zhikao.admissions.shared.Role;
import org.zhikao.admissions.shared.SeasonId;
import org.zhikao.views.Rows;
import org.zhikao.web.duty.DutyQueue;

/** Open duties beside the candidates they are about: rows of the tokens' own tables, committed with the tokens. */
public final class OpenDuties implements DutyQueue {
    private static final String OPEN = "SELECT c.candidate, d.process_key, d.case_id, d.duty, d.since, d.deadline,"
            + " d.escalated FROM workflow_duty d JOIN candidate_view c ON c.candidate = split_part(d.case_id, '/', 1)"
            + " WHERE ";
    private static final String URGENT = " ORDER BY d.deadline NULLS LAST, d.since, d.case_id, d.duty LIMIT ?";

    private final JdbcTemplate jdbc;

    public OpenDuties(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Open> owedBy(SeasonId season, Role role, @Nullable OrganisationId under, int most) {
        settled();
        String below = under == null ? "" : under.value();
        return jdbc.query(
                OPEN + "c.season = ? AND (d.role = ? OR d.escalates_to = ? AND d.escalated IS NOT NULL)"
                        + " AND (? = '' OR c.point = ? OR starts_with(c.point, ? || '/'))" + URGENT,
                OpenDuties::read,
                season.value(),
                role.name(),
                role.name(),
                below,
                below,
                below,
                most);
    }

    @Override
    public List<Open> owedBy(CandidateId candidate, int most) {
        settled();
        return jdbc.query(
                OPEN + "c.candidate = ? AND d.role = 'CANDIDATE'" + URGENT, OpenDuties::read, candidate.value(), most);
    }

    @Override
    public Optional<Open> find(String process, String about, String step) {
        settled();
        return jdbc
                .query(
                        OPEN + "d.process_key = ? AND d.case_id = ? AND d.duty = ?",
                        OpenDuties::read,
                        process,
                        about,
                        step)
                .stream()
                .findFirst();
    }

    private void settled() {
        if (Boolean.TRUE.equals(jdbc.queryForObject("SELECT EXISTS (SELECT FROM workflow_rebuild)", Boolean.class))) {
            throw new RebuildUnderWay();
        }
    }

    private static Open read(ResultSet row, int number) throws SQLException {
        return new Open(
                new CandidateId(Rows.text(row, "candidate")),
                Rows.text(row, "process_key"),
                Rows.text(row, "case_id"),
                Rows.text(row, "duty"),
                Rows.instant(row, "since"),
                Rows.instantOrNull(row, "deadline"),
                row.getObject("escalated") != null);
    }
}
