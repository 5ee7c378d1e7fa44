package org.zhikao.views;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.zhikao.admissions.shared.CandidateEvent;
import org.zhikao.admissions.shared.CandidateId;
import org.zhikao.views.dossier.DossierProjector;
import org.zhikao.views.exam.DrawProjector;
import org.zhikao.views.placement.RunProjector;
import org.zhikao.views.plan.PlanProjector;
import org.zhikao.views.scoring.ReleaseProjector;
import org.zhikao.views.season.SeasonProjector;

/** Every projector, and the tables they fill. */
final class Projection {
    /** All that a rebuild empties, fills and compares. */
    static final List<String> TABLES = List.of(
            "candidate_view",
            "claim_view",
            "duty_view",
            "season_view",
            "season_rules_view",
            "season_process_view",
            "season_amendment_view",
            "phase_view",
            "draw_view",
            "release_view",
            "plan_view",
            "plan_unit_view",
            "run_view");

    private static final List<Projector> PROJECTORS = List.of(
            new DossierProjector(),
            new SeasonProjector(),
            new PlanProjector(),
            new DrawProjector(),
            new ReleaseProjector(),
            new RunProjector());

    private Projection() {}

    /** Folds a batch; each projector gets its own facts at once, since no two write the same table. */
    static void apply(JdbcTemplate jdbc, List<Fact> facts, boolean blank) {
        Map<Projector, List<Fact>> byProjector = new LinkedHashMap<>();
        for (Fact fact : facts) {
            byProjector.computeIfAbsent(projector(fact), p -> new ArrayList<>()).add(fact);
        }
        byProjector.forEach((projector, own) -> projector.apply(jdbc, own, blank));
    }

    private static Projector projector(Fact fact) {
        for (Projector projector : PROJECTORS) {
            if (projector.takes(fact)) {
                return projector;
            }
        }
        throw new IllegalArgumentException(
                "no view folds " + fact.event().getClass().getName());
    }

    /** The last fact of each candidate in the batch. */
    static Map<CandidateId, Long> candidates(List<Fact> facts) {
        Map<CandidateId, Long> last = new LinkedHashMap<>();
        for (Fact fact : facts) {
            if (fact.event() instanceof CandidateEvent event) {
                last.merge(event.candidate(), fact.sequence(), Math::max);
            }
        }
        return last;
    }
}
