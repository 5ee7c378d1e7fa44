package org.zhikao.server.work;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.zhikao.admissions.dossier.FactKeys;
import org.zhikao.admissions.duty.Bar;
import org.zhikao.admissions.duty.ProcessTerms;
import org.zhikao.admissions.shared.CandidateId;
import org.zhikao.admissions.shared.SeasonId;
import org.zhikao.server.season.SeasonStates;

/**
 * 受阻考生: whom the published process keeps from a step, so that mass work leaves them out beforehand. Dossiers refuse them
 * all the same; this spares draws and markets entrants whose place would stay empty.
 */
public final class Hindrances {
    /** The causes, as result pages tell them. */
    public static final String OPEN = "DUTY_OPEN";

    public static final String BARRED = "BARRED";

    private final SeasonStates seasons;
    private final JdbcTemplate jdbc;

    public Hindrances(SeasonStates seasons, JdbcTemplate jdbc) {
        this.seasons = seasons;
        this.jdbc = jdbc;
    }

    /** Who owes a duty before this fact. */
    public Map<CandidateId, String> of(SeasonId season, Collection<RollRow> rows, String fact) {
        Map<CandidateId, String> hindered = new HashMap<>();
        Set<String> owed = owed(season, fact);
        if (!owed.isEmpty()) {
            Map<CandidateId, Set<String>> done = done(season);
            for (RollRow row : rows) {
                if (!done.getOrDefault(row.candidate(), Set.of()).containsAll(owed)) {
                    hindered.put(row.candidate(), OPEN);
                }
            }
        }
        return hindered;
    }

    /**
     * As {@link #of(SeasonId, Collection, String)}, and whom an outcome keeps from it; nobody where no published process has duties and no outcome bars.
     *
     * @param fact stored name of the fact that the step records
     * @param bar what an outcome may keep from, that would forbid the step
     */
    public Map<CandidateId, String> of(SeasonId season, Collection<RollRow> rows, String fact, Bar bar) {
        Map<CandidateId, String> hindered = of(season, rows, fact);
        jdbc.query(
                "SELECT DISTINCT candidate FROM duty_view WHERE season = ? AND jsonb_exists(bars, ?)",
                row -> {
                    hindered.put(new CandidateId(row.getString(1)), BARRED);
                },
                season.value(),
                bar.name());
        return hindered;
    }

    private Set<String> owed(SeasonId season, String fact) {
        Set<String> owed = new LinkedHashSet<>();
        for (ProcessTerms process : seasons.state(season).terms().processes()) {
            if (process.process().equals(FactKeys.APPLICATION)) {
                owed.addAll(process.before(fact));
            }
        }
        return owed;
    }

    private Map<CandidateId, Set<String>> done(SeasonId season) {
        Map<CandidateId, Set<String>> done = new HashMap<>();
        jdbc.query(
                "SELECT candidate, duty FROM duty_view WHERE season = ? AND process = ? AND about = candidate",
                row -> {
                    done.computeIfAbsent(new CandidateId(row.getString(1)), k -> new HashSet<>())
                            .add(row.getString(2));
                },
                season.value(),
                FactKeys.APPLICATION);
        return done;
    }
}
