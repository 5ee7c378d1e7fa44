package org.zhikao.views.placement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.zhikao.admissions.placement.FilingRules;
import org.zhikao.admissions.placement.Offer;
import org.zhikao.admissions.placement.WishReason;
import org.zhikao.admissions.placement.WishReason.Last;
import org.zhikao.admissions.placement.WishReason.UnitLimit;
import org.zhikao.admissions.placement.rank.TieRule;
import org.zhikao.views.Json;
import org.zhikao.views.Rows;
import org.zhikao.views.dossier.Candidate;

/** 逐志愿说明查询: the limits that a candidate's preferences met, read from who was admitted. One query a list. */
final class ReasonQueries {
    /** 全部志愿均未录取: the cause of those who took part in a run and were placed nowhere. */
    private static final String ALL_FULL = "ALL_FULL";

    private final JdbcTemplate jdbc;

    ReasonQueries(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Why each preference of the round that decided last came true or not; empty for who took no part in it. */
    List<WishReason> of(Candidate candidate, FilingRules rules) {
        Candidate.Decision outcome = candidate.outcome();
        Candidate.Wishes wishes = candidate.wishes();
        Candidate.Released released = candidate.released();
        if (outcome == null || wishes == null || released == null || wishes.round() != outcome.round()) {
            return List.of();
        }
        Integer rank = released.result().rank();
        if (rank == null || !filed(outcome)) {
            return List.of();
        }
        Candidate.Seating seating = candidate.seating();
        String ticket = seating == null ? "" : seating.seat().ticket();
        return WishReason.explain(rules, candidate.kind(), rank, ticket, limits(candidate, outcome.round(), rules));
    }

    private static boolean filed(Candidate.Decision outcome) {
        Offer offer = outcome.offer();
        return offer == null ? ALL_FULL.equals(outcome.cause()) : offer.preference() > 0;
    }

    private List<UnitLimit> limits(Candidate candidate, int round, FilingRules rules) {
        Candidate.Wishes wishes = candidate.wishes();
        List<String> units = wishes == null ? List.of() : wishes.units();
        boolean byNumber = rules.choiceByChoice();
        // What stands last among equals is what decides among them.
        String among = rules.ties() == TieRule.SYSTEM_ORDER ? "ticket" : "offer_preference";
        return jdbc.query(
                "select w.unit, u.quota, u.kinds, t.taken, p.placed, p.earlier, l.rank, l.offer_preference, l.ticket, l.total"
                        + " from unnest(?::text[]) with ordinality w(unit, number)"
                        + " join plan_unit_view u on u.season = ? and u.unit = w.unit"
                        + " cross join lateral (select count(*)::int as taken from candidate_view where season = u.season"
                        + " and offer_unit = w.unit and (outcome_round < ? and status <> 'OFFER_DECLINED'"
                        + " or outcome_round = ? and offer_preference = 0)) t"
                        + " cross join lateral (select count(*)::int as placed, count(*) filter (where offer_preference < w.number)::int"
                        + " as earlier from candidate_view where season = u.season and offer_unit = w.unit"
                        + " and outcome_round = ? and offer_preference > 0) p"
                        + " left join lateral (select rank, offer_preference, ticket, total from candidate_view"
                        + " where season = u.season and offer_unit = w.unit and outcome_round = ? and offer_preference > 0"
                        + " and (not ? or offer_preference = w.number) order by rank desc, " + among
                        + " desc limit 1) l on true"
                        + " order by w.number",
                (row, n) -> limit(row),
                units.toArray(String[]::new),
                candidate.season().value(),
                round,
                round,
                round,
                round,
                byNumber);
    }

    private static UnitLimit limit(ResultSet row) throws SQLException {
        Integer rank = Rows.integerOrNull(row, "rank");
        String ticket = row.getString("ticket");
        @Nullable
        Last last = rank == null
                ? null
                : new Last(rank, row.getInt("offer_preference"), ticket == null ? "" : ticket, row.getLong("total"));
        return new UnitLimit(
                Rows.text(row, "unit"),
                Math.max(0, row.getInt("quota") - row.getInt("taken")),
                row.getInt("earlier"),
                row.getInt("placed"),
                Json.texts(row.getString("kinds")),
                last);
    }
}
