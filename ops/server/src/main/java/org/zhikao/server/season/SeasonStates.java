package org.zhikao.server.season;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.zhikao.admissions.duty.ProcessTerms;
import org.zhikao.admissions.exam.DrawEvent.SeatsDrawn;
import org.zhikao.admissions.exam.DrawId;
import org.zhikao.admissions.placement.RunEvent.RunPublished;
import org.zhikao.admissions.placement.RunId;
import org.zhikao.admissions.plan.PlanEvent.PlanChanged;
import org.zhikao.admissions.plan.PlanEvent.PlanDeclared;
import org.zhikao.admissions.plan.PlanUnit;
import org.zhikao.admissions.plan.Plans;
import org.zhikao.admissions.scoring.ReleaseEvent.ResultsComputed;
import org.zhikao.admissions.scoring.ReleaseId;
import org.zhikao.admissions.season.Phase;
import org.zhikao.admissions.season.PublishedTerms;
import org.zhikao.admissions.season.SeasonEvent.PhaseClosed;
import org.zhikao.admissions.season.SeasonEvent.PhaseOpened;
import org.zhikao.admissions.season.SeasonEvent.ProcessBound;
import org.zhikao.admissions.season.SeasonEvent.RulesRevised;
import org.zhikao.admissions.season.SeasonEvent.SeasonDrafted;
import org.zhikao.admissions.season.SeasonEvent.SeasonPublished;
import org.zhikao.admissions.season.SeasonRefusal;
import org.zhikao.admissions.season.SeasonTerms;
import org.zhikao.admissions.season.Seasons;
import org.zhikao.admissions.season.rules.SeasonRules;
import org.zhikao.admissions.shared.EventNames;
import org.zhikao.admissions.shared.Refused;
import org.zhikao.admissions.shared.SeasonId;
import org.zhikao.formats.facts.FactJson;
import org.zhikao.formats.season.SeasonRulesReader;
import org.zhikao.server.axon.SeasonGate;

/**
 * The seasons folded from their facts, never from a view: what a command is decided on is never late.
 *
 * <p>The fold is kept and used again while the season's last fact is the same, which is one indexed look-up a transaction.
 */
public final class SeasonStates implements Seasons, Plans {
    private final JdbcTemplate jdbc;
    private final SeasonGate gate;
    private final ObjectMapper json = FactJson.mapper();
    private final Map<SeasonId, SeasonState> folded = new ConcurrentHashMap<>();

    public SeasonStates(JdbcTemplate jdbc, SeasonGate gate) {
        this.jdbc = jdbc;
        this.gate = gate;
    }

    @Override
    public SeasonTerms terms(SeasonId season) {
        return state(season).terms();
    }

    @Override
    public boolean offers(SeasonId season, String track, String category, String kind, String unit) {
        SeasonState.Seats seats = state(season).units().get(unit);
        return seats != null && seats.unit().accepts(track, category, kind);
    }

    /**
     * The season as of now.
     *
     * @throws Refused {@code NO_SUCH_SEASON} when nothing is published under the id
     */
    public SeasonState state(SeasonId season) {
        return gate.share(season, () -> read(season));
    }

    private SeasonState read(SeasonId season) {
        Long last = jdbc.queryForObject(
                "SELECT max(global_index) FROM domain_event_entry WHERE case_id = ?", Long.class, season.value());
        SeasonState known = folded.get(season);
        if (known != null && last != null && known.index() == last) {
            return known;
        }
        SeasonState state = fold(season, last == null ? 0 : last);
        if (state == null) {
            throw new Refused(SeasonRefusal.NO_SUCH_SEASON, Map.of("season", season.value()));
        }
        folded.put(season, state);
        return state;
    }

    private @Nullable SeasonState fold(SeasonId season, long last) {
        Fold fold = new Fold(season, last);
        jdbc.query(
                "SELECT payload_type, payload FROM domain_event_entry WHERE case_id = ? AND global_index <= ?"
                        + " AND (payload_type LIKE 'season.%' OR payload_type LIKE 'plan.%' OR payload_type IN"
                        + " ('exam.drawn', 'scoring.computed', 'placement.published')) ORDER BY global_index",
                row -> {
                    fold.on(event(row.getString(1), row.getBytes(2)));
                },
                season.value(),
                last);
        return fold.state();
    }

    private Object event(String name, byte[] payload) {
        try {
            return json.readValue(payload, Class.forName(EventNames.classOf(name)));
        } catch (IOException e) {
            throw new UncheckedIOException("a stored " + name + " cannot be read", e);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("stored event name without class: " + name, e);
        }
    }

    /** Rules by version, phases and plans, in the order of the facts. */
    private static final class Fold {
        private final SeasonId season;
        private final long index;
        private final Map<Integer, String> texts = new TreeMap<>();
        private final Set<String> open = new HashSet<>();
        private final Set<String> acts = new HashSet<>();
        private final Map<String, SeasonState.Seats> units = new LinkedHashMap<>();
        private final Map<String, ProcessTerms> processes = new TreeMap<>();
        private final Map<String, Map<String, Integer>> raised = new HashMap<>();
        private int published;
        private boolean frozen;

        Fold(SeasonId season, long index) {
            this.season = season;
            this.index = index;
        }

        void on(Object event) {
            if (event instanceof SeasonDrafted e) {
                texts.put(1, e.rules());
            } else if (event instanceof RulesRevised e) {
                texts.put(e.version(), e.rules());
            } else if (event instanceof SeasonPublished e) {
                published = e.version();
            } else if (event instanceof PhaseOpened e) {
                open.add(PublishedTerms.key(e.phase(), e.round()));
                frozen |= e.phase() == Phase.EXAM;
            } else if (event instanceof PhaseClosed e) {
                open.remove(PublishedTerms.key(e.phase(), e.round()));
            } else if (event instanceof ProcessBound e) {
                processes.put(e.terms().process(), e.terms());
            } else if (event instanceof SeatsDrawn e) {
                acts.add(DrawId.of(e.season(), e.draw()).toString());
            } else if (event instanceof ResultsComputed e) {
                acts.add(ReleaseId.of(e.season(), e.release()).toString());
            } else if (event instanceof RunPublished e) {
                acts.add(RunId.of(e.season(), e.run()).toString());
            } else if (event instanceof PlanDeclared e) {
                for (PlanUnit unit : e.units()) {
                    units.put(unit.code(), new SeasonState.Seats(e.college(), unit));
                }
            } else if (event instanceof PlanChanged e) {
                raised.computeIfAbsent(e.document(), d -> new HashMap<>())
                        .merge(e.unit(), e.after() - e.before(), Integer::sum);
                units.computeIfPresent(
                        e.unit(),
                        (code, seats) -> new SeasonState.Seats(
                                seats.college(), seats.unit().withQuota(e.after())));
            }
        }

        @Nullable
        SeasonState state() {
            String text = texts.get(published);
            if (text == null) {
                return null;
            }
            SeasonRules rules = SeasonRulesReader.require(text.getBytes(StandardCharsets.UTF_8));
            PublishedTerms terms =
                    new PublishedTerms(rules, published, open, acts, frozen, List.copyOf(processes.values()));
            return new SeasonState(season, index, terms, units, raised);
        }
    }
}
