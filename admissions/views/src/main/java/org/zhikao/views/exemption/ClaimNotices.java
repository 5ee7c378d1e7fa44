package org.zhikao.views.exemption;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.zhikao.admissions.shared.CandidateId;
import org.zhikao.views.Rows;

/** 通知: what a candidate is told about claims; each is a fact, told once and read when the candidate says so. */
public final class ClaimNotices {
    /** Stored names of the facts that are told: what the candidate must act on, or what was decided. */
    public static final List<String> TOLD = List.of(
            "exemption.evidence-requested",
            "exemption.attested",
            "exemption.notice-posted",
            "exemption.objection",
            "exemption.objection-decided",
            "exemption.notice-closed",
            "exemption.approved",
            "exemption.refused",
            "exemption.waived");

    private static final int NEWEST = 100;

    private final JdbcTemplate jdbc;

    public ClaimNotices(DataSource dataSource) {
        jdbc = new JdbcTemplate(dataSource);
    }

    /**
     * 一条通知.
     *
     * @param name stored name of the fact
     * @param reason as the person gave it who acted; empty where none was asked for
     * @param until a deadline that begins with this notice, else null
     */
    public record Notice(
            long fact,
            int claim,
            String name,
            String reason,
            @Nullable Instant until,
            Instant at,
            boolean seen) {}

    /** Newest first. */
    public List<Notice> of(CandidateId candidate) {
        return jdbc.query(
                "select n.fact, n.seen_at is not null as seen, e.payload_type,"
                        + " (convert_from(e.payload, 'UTF8')::jsonb ->> 'claim')::int as claim,"
                        + " convert_from(e.payload, 'UTF8')::jsonb ->> 'at' as at,"
                        + " coalesce(convert_from(e.payload, 'UTF8')::jsonb ->> 'until',"
                        + " convert_from(e.payload, 'UTF8')::jsonb ->> 'appealUntil') as until,"
                        + " convert_from(e.meta_data, 'UTF8')::jsonb ->> 'reason' as reason"
                        + " from claim_notice n join domain_event_entry e on e.global_index = n.fact"
                        + " where n.candidate = ? order by n.fact desc limit " + NEWEST,
                ClaimNotices::notice,
                candidate.value());
    }

    private static Notice notice(ResultSet row, int number) throws SQLException {
        String until = row.getString("until");
        return new Notice(
                row.getLong("fact"),
                row.getInt("claim"),
                Rows.text(row, "payload_type"),
                Rows.text(row, "reason"),
                until == null ? null : Instant.parse(until),
                Instant.parse(Rows.text(row, "at")),
                row.getBoolean("seen"));
    }

    public int unread(CandidateId candidate) {
        Integer count = jdbc.queryForObject(
                "select count(*) from claim_notice where candidate = ? and seen_at is null",
                Integer.class,
                candidate.value());
        return count == null ? 0 : count;
    }

    /** Marks as read up to the newest one that was shown, and nothing that came meanwhile. */
    public void seen(CandidateId candidate, long through, Instant at) {
        OffsetDateTime when = at.atOffset(ZoneOffset.UTC);
        jdbc.update(
                "update claim_notice set seen_at = ? where candidate = ? and fact <= ? and seen_at is null",
                when,
                candidate.value(),
                through);
    }
}
