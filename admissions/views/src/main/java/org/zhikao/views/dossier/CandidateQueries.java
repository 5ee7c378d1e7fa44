package org.zhikao.views.dossier;

import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.zhikao.admissions.shared.CandidateId;
import org.zhikao.admissions.shared.OrganisationId;
import org.zhikao.admissions.shared.SeasonId;
import org.zhikao.views.Page;
import org.zhikao.views.Scope;

/** 考生查询: one candidate by id or ticket, lists by status, the mass stream. Each call is one query. */
public final class CandidateQueries {
    private static final int FETCHED = 2000;
    private static final String ALL = "select * from candidate_view where ";

    private final JdbcTemplate jdbc;
    private final JdbcTemplate streaming;

    public CandidateQueries(DataSource dataSource) {
        jdbc = new JdbcTemplate(dataSource);
        streaming = new JdbcTemplate(dataSource);
        streaming.setFetchSize(FETCHED);
    }

    /** Everything about one candidate: status, seat, marks, result, preferences, offer. */
    public Optional<Candidate> find(CandidateId candidate) {
        return jdbc.query(ALL + "candidate = ?", CandidateRow::read, candidate.value()).stream()
                .findFirst();
    }

    /** Those of the candidates that are known, by id. */
    public Map<CandidateId, Candidate> findAll(Collection<CandidateId> candidates) {
        Map<CandidateId, Candidate> found = new LinkedHashMap<>();
        String[] ids = candidates.stream().map(CandidateId::value).toArray(String[]::new);
        jdbc.query(ALL + "candidate = any(?)", CandidateRow::read, (Object) ids).forEach(c -> found.put(c.id(), c));
        return found;
    }

    /** Sequence number of the last fact seen of this candidate; empty for an unknown one. */
    public OptionalLong version(CandidateId candidate) {
        List<Long> version = jdbc.queryForList(
                "select version from candidate_view where candidate = ?", Long.class, candidate.value());
        return version.isEmpty() ? OptionalLong.empty() : OptionalLong.of(version.get(0));
    }

    /** 按准考证号查询; more than one only if tickets were not unique. */
    public List<Candidate> byTicket(SeasonId season, String ticket) {
        return jdbc.query(ALL + "season = ? and ticket = ?", CandidateRow::read, season.value(), ticket);
    }

    /** Tickets to candidates, for imports; unknown tickets are missing from the answer. */
    public Map<String, CandidateId> byTickets(SeasonId season, Collection<String> tickets) {
        Map<String, CandidateId> found = new TreeMap<>();
        jdbc.query(
                "select ticket, candidate from candidate_view where season = ? and ticket = any(?)",
                row -> {
                    found.put(row.getString(1), new CandidateId(row.getString(2)));
                },
                season.value(),
                tickets.toArray(String[]::new));
        return found;
    }

    /**
     * Candidates of a season in the order of their ids, as far as {@code organisation} sees them.
     *
     * @param statuses only these; empty for all
     * @param after the {@code next} of the page before, null for the first
     */
    public Page<Candidate> page(
            SeasonId season,
            OrganisationId organisation,
            Set<CandidateStatus> statuses,
            @Nullable String after,
            int size) {
        Object[] scope = Scope.parameters(organisation);
        List<Candidate> rows = jdbc.query(
                ALL + "season = ? and " + Scope.condition("point")
                        + " and status = any(?) and candidate > ? order by candidate limit ?",
                CandidateRow::read,
                season.value(),
                scope[0],
                scope[1],
                scope[2],
                names(statuses),
                after == null ? "" : Page.key(after, 1).get(0),
                size + 1);
        return Page.of(rows, size, c -> List.of(c.id().value()));
    }

    /**
     * Hands every candidate of the season in one of the statuses to {@code each}, in the order of their ids, without holding
     * more than a few thousand. Call it inside a transaction: the database keeps a cursor only there.
     *
     * @param statuses only these; empty for all
     */
    public void stream(SeasonId season, Set<CandidateStatus> statuses, Consumer<Candidate> each) {
        streaming.query(
                ALL + "season = ? and status = any(?) order by candidate",
                row -> {
                    each.accept(CandidateRow.read(row, 0));
                },
                season.value(),
                names(statuses));
    }

    private static String[] names(Set<CandidateStatus> statuses) {
        return (statuses.isEmpty() ? EnumSet.allOf(CandidateStatus.class) : statuses)
                .stream().map(CandidateStatus::name).toArray(String[]::new);
    }
}
