package org.zhikao.server.security;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.zhikao.admissions.exemption.Assessment;
import org.zhikao.admissions.exemption.Assessment.Match;
import org.zhikao.admissions.exemption.Assessment.Proposal;
import org.zhikao.admissions.exemption.Registers;
import org.zhikao.admissions.shared.CandidateId;
import org.zhikao.admissions.shared.SeasonId;
import org.zhikao.formats.sealing.BlindIndex;
import org.zhikao.formats.sealing.PersonName;

/**
 * 名册核对 over the imported lists. The number decides; the name alone is near, and so is the number with another award. An entry
 * that another standing claim rests on is used already.
 */
public final class TableRegisters implements Registers {
    private final JdbcTemplate jdbc;
    private final Function<CandidateId, String> names;
    private final BlindIndex index;

    /** {@code names}: the candidate's name, empty once it is erased. */
    public TableRegisters(JdbcTemplate jdbc, Function<CandidateId, String> names, BlindIndex index) {
        this.jdbc = jdbc;
        this.names = names;
        this.index = index;
    }

    private record Entry(String list, long line, String register, String ground, String award, int year) {
        String id() {
            return register + " " + award;
        }
    }

    @Override
    public Assessment look(SeasonId season, CandidateId candidate, int claim, String ground) {
        List<Entry> of = entries("e.season = ? AND e.ground = ? LIMIT 1", season.value(), ground);
        if (of.isEmpty()) {
            return said(Match.UNAVAILABLE, null, "没有可以核对这一条件的名册");
        }
        List<Entry> own = entries(
                "e.season = ? AND e.identity IN (SELECT digest FROM identity_index WHERE season = e.season AND subject = ?)"
                        + " ORDER BY e.ground = ? DESC, e.year DESC, e.award LIMIT 1",
                season.value(),
                candidate.value(),
                ground);
        if (!own.isEmpty()) {
            Entry entry = own.get(0);
            if (!entry.ground().equals(ground)) {
                return said(Match.NEAR, entry, "证件号相符,名册所载为 " + entry.ground());
            }
            return used(season, candidate, claim, entry)
                    ? said(Match.USED_TWICE, entry, "同一奖项(" + entry.award() + ")已用于另一项申请")
                    : said(Match.MATCH, entry, "证件号与奖项相符");
        }
        List<Entry> namesake = namesakes(season, candidate, ground);
        return namesake.isEmpty() ? said(Match.NONE, null, "名册中没有此人") : said(Match.NEAR, namesake.get(0), "姓名相符,证件号不符");
    }

    private List<Entry> namesakes(SeasonId season, CandidateId candidate, String ground) {
        String name = names.apply(candidate);
        return name.isBlank()
                ? List.of()
                : entries(
                        "e.season = ? AND e.person = ? AND e.ground = ? ORDER BY e.year DESC, e.award LIMIT 1",
                        season.value(),
                        index.of(new PersonName(name)),
                        ground);
    }

    private boolean used(SeasonId season, CandidateId candidate, int claim, Entry entry) {
        return !jdbc.queryForList(
                        "SELECT candidate FROM claim_view WHERE season = ? AND handling->'assessment'->>'entry' = ?"
                                + " AND (candidate, claim) <> (?, ?) AND stage NOT IN ('REFUSED', 'WITHDRAWN', 'WAIVED') LIMIT 1",
                        String.class,
                        season.value(),
                        entry.id(),
                        candidate.value(),
                        claim)
                .isEmpty();
    }

    private List<Entry> entries(String where, Object... values) {
        return jdbc.query(
                "SELECT e.list, e.line, e.register, e.ground, e.award, e.year FROM register_entry e WHERE " + where,
                (row, number) -> new Entry(
                        row.getString(1),
                        row.getLong(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getInt(6)),
                values);
    }

    private static Assessment said(Match match, @Nullable Entry entry, String reason) {
        return new Assessment(
                match,
                entry == null ? "" : entry.register(),
                entry == null ? null : entry.list(),
                entry == null ? null : entry.id(),
                reason,
                "",
                "",
                Map.of(),
                List.of(),
                match == Match.MATCH ? Proposal.GRANT : Proposal.OPEN);
    }
}
