package org.zhikao.server.work;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.zhikao.admissions.exemption.Reviewer;
import org.zhikao.admissions.shared.ActorId;
import org.zhikao.admissions.shared.OrganisationId;
import org.zhikao.admissions.shared.Role;
import org.zhikao.admissions.shared.SeasonId;

/** Everybody with an active account of a reviewer or of the exam office, as accounts and views say now. */
public final class AccountPool implements ReviewerPool {
    private final JdbcTemplate jdbc;

    public AccountPool(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Reviewer> of(SeasonId season) {
        return jdbc.query(
                "SELECT a.id, a.role, a.organisation, (SELECT count(*) FROM claim_view c WHERE c.season = ? AND c.reviewer = a.id)"
                        + " FROM account a WHERE a.role IN ('REVIEWER', 'EXAM_OFFICE') AND a.state = 'ACTIVE' ORDER BY a.id",
                (row, number) -> new Reviewer(
                        new ActorId(row.getString(1)),
                        Role.valueOf(row.getString(2)),
                        new OrganisationId(row.getString(3)),
                        row.getInt(4)),
                season.value());
    }
}
