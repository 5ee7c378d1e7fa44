package org.zhikao.views.exemption;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.zhikao.admissions.shared.CandidateId;
import org.zhikao.views.Rows;

/**
 * 申请草稿: what a candidate has prepared and not yet sent, so that a bad connection costs one piece and not all. No fact and
 * not derived from facts; a rebuild leaves it alone.
 */
public final class ClaimDrafts {
    /** The number under which pieces of a claim wait that is not made yet. */
    public static final int NEW = 0;

    private final JdbcTemplate jdbc;

    public ClaimDrafts(DataSource dataSource) {
        jdbc = new JdbcTemplate(dataSource);
    }

    /** 草稿. */
    public record Draft(String ground, @Nullable String unit, Instant savedAt) {}

    /** 已上传、未提交的材料. */
    public record Attached(String kind, String digest, Instant at) {}

    public Optional<Draft> of(CandidateId candidate) {
        return jdbc
                .query(
                        "select ground, unit, saved_at from claim_draft where candidate = ?",
                        (row, number) -> new Draft(
                                Rows.text(row, "ground"), row.getString("unit"), Rows.instant(row, "saved_at")),
                        candidate.value())
                .stream()
                .findFirst();
    }

    /** What is to be claimed; the last word counts. */
    public void save(CandidateId candidate, String ground, @Nullable String unit, Instant at) {
        jdbc.update(
                "insert into claim_draft (candidate, ground, unit, saved_at) values (?, ?, ?, ?) on conflict (candidate)"
                        + " do update set ground = excluded.ground, unit = excluded.unit, saved_at = excluded.saved_at",
                candidate.value(),
                ground,
                unit,
                at.atOffset(ZoneOffset.UTC));
    }

    /** What waits for a claim, in the order it came. */
    public List<Attached> pieces(CandidateId candidate, int claim) {
        return jdbc.query(
                "select kind, digest, added_at from claim_draft_piece where candidate = ? and claim = ?"
                        + " order by added_at, digest",
                (row, number) ->
                        new Attached(Rows.text(row, "kind"), Rows.text(row, "digest"), Rows.instant(row, "added_at")),
                candidate.value(),
                claim);
    }

    /** Puts a kept piece to a claim; the same piece again is the same, under the kind named last. */
    public void attach(CandidateId candidate, int claim, String kind, String digest, Instant at) {
        jdbc.update(
                "insert into claim_draft_piece (candidate, claim, digest, kind, added_at) values (?, ?, ?, ?, ?)"
                        + " on conflict (candidate, claim, digest) do update set kind = excluded.kind",
                candidate.value(),
                claim,
                digest,
                kind,
                at.atOffset(ZoneOffset.UTC));
    }

    /** The piece stays kept; it is only no longer meant for the claim. */
    public void detach(CandidateId candidate, int claim, String digest) {
        jdbc.update(
                "delete from claim_draft_piece where candidate = ? and claim = ? and digest = ?",
                candidate.value(),
                claim,
                digest);
    }

    /** Forgets what has been sent. */
    public void sent(CandidateId candidate, int claim) {
        jdbc.update("delete from claim_draft_piece where candidate = ? and claim = ?", candidate.value(), claim);
        if (claim == NEW) {
            jdbc.update("delete from claim_draft where candidate = ?", candidate.value());
        }
    }
}
