package org.zhikao.views.season;

import static org.zhikao.views.Versions.texts;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.zhikao.admissions.season.Ballot;
import org.zhikao.admissions.season.Phase;
import org.zhikao.admissions.season.SeasonEvent;
import org.zhikao.admissions.season.SeasonEvent.AmendmentApproved;
import org.zhikao.admissions.season.SeasonEvent.AmendmentProposed;
import org.zhikao.admissions.season.SeasonEvent.AmendmentPublished;
import org.zhikao.admissions.season.SeasonEvent.AmendmentVoted;
import org.zhikao.admissions.season.SeasonEvent.PhaseClosed;
import org.zhikao.admissions.season.SeasonEvent.PhaseOpened;
import org.zhikao.admissions.season.SeasonEvent.ProcessApproved;
import org.zhikao.admissions.season.SeasonEvent.ProcessDrafted;
import org.zhikao.admissions.season.SeasonEvent.ProcessPublished;
import org.zhikao.admissions.season.SeasonEvent.RulesApproved;
import org.zhikao.admissions.season.SeasonEvent.RulesRevised;
import org.zhikao.admissions.season.SeasonEvent.SeasonDrafted;
import org.zhikao.admissions.season.SeasonEvent.SeasonPublished;
import org.zhikao.admissions.shared.ActorId;
import org.zhikao.views.Fact;
import org.zhikao.views.Projector;
import org.zhikao.views.Versions;

/** 考试方案投影: tens of facts a season, so one statement or two each. */
public final class SeasonProjector implements Projector {
    private static final String RULES =
            "insert into season_rules_view (season, rules, text, digest, drafted_by, drafted_at)"
                    + " values (?, ?, ?, ?, ?, ?::timestamptz)";

    @Override
    public boolean takes(Fact fact) {
        return fact.event() instanceof SeasonEvent;
    }

    @Override
    public void apply(JdbcTemplate jdbc, List<Fact> facts, boolean blank) {
        for (Fact fact : facts) {
            if (Versions.lacks(jdbc, fact)) {
                apply(jdbc, fact);
            }
        }
    }

    private static void apply(JdbcTemplate jdbc, Fact fact) {
        SeasonEvent event = (SeasonEvent) fact.event();
        if (event instanceof SeasonDrafted e) {
            jdbc.update(
                    "insert into season_view (season, version, province, year, drafted, approved, published, frozen, last_at)"
                            + " values (?, ?, ?, ?, 1, 0, 0, false, ?::timestamptz)",
                    texts(e.season(), fact.sequence(), e.province(), e.year(), e.at()));
            rules(jdbc, e, 1, e.rules(), e.digest(), e.by());
            return;
        }
        if (event instanceof RulesRevised e) {
            jdbc.update("update season_view set drafted = ? where season = ?", texts(e.version(), e.season()));
            rules(jdbc, e, e.version(), e.rules(), e.digest(), e.by());
        } else if (event instanceof RulesApproved e) {
            jdbc.update("update season_view set approved = ? where season = ?", texts(e.version(), e.season()));
            jdbc.update(
                    "update season_rules_view set approved_by = ?, approved_at = ?::timestamptz where season = ? and rules = ?",
                    texts(e.by(), e.at(), e.season(), e.version()));
        } else if (event instanceof SeasonPublished e) {
            jdbc.update("update season_view set published = ? where season = ?", texts(e.version(), e.season()));
            jdbc.update(
                    "update season_rules_view set published_at = ?::timestamptz where season = ? and rules = ?",
                    texts(e.at(), e.season(), e.version()));
        } else if (event instanceof AmendmentProposed e) {
            jdbc.update(
                    "insert into season_amendment_view (season, amendment, text, digest, reason, proposed_by, proposed_at)"
                            + " values (?, ?, ?, ?, ?, ?, ?::timestamptz)",
                    texts(e.season(), e.amendment(), e.rules(), e.digest(), e.reason(), e.by(), e.at()));
        } else if (event instanceof AmendmentVoted e) {
            jdbc.update(
                    "update season_amendment_view set in_favour = ?, against = ?, carried = ?, voted_at = ?::timestamptz"
                            + " where season = ? and amendment = ?",
                    texts(voters(e, true), voters(e, false), e.carried(), e.at(), e.season(), e.amendment()));
        } else if (event instanceof AmendmentApproved e) {
            jdbc.update(
                    "update season_amendment_view set approved_by = concat_ws(E'\\n', approved_by, ?::text)"
                            + " where season = ? and amendment = ?",
                    texts(e.by(), e.season(), e.amendment()));
        } else if (event instanceof AmendmentPublished e) {
            jdbc.update(
                    "update season_amendment_view set rules = ?, notice = ?, affected = ?, effect = ?, published_by = ?,"
                            + " published_at = ?::timestamptz where season = ? and amendment = ?",
                    texts(
                            e.version(),
                            e.notice(),
                            e.affected(),
                            e.effect(),
                            e.by(),
                            e.at(),
                            e.season(),
                            e.amendment()));
        } else if (event instanceof PhaseOpened e) {
            opened(jdbc, e);
        } else if (event instanceof PhaseClosed e) {
            jdbc.update(
                    "update phase_view set open = false, closed_at = ?::timestamptz where season = ? and phase = ? and round = ?",
                    texts(e.at(), e.season(), e.phase(), e.round()));
        } else if (event instanceof ProcessDrafted e) {
            jdbc.update(
                    "insert into season_process_view (season, process, process_version, bpmn, digest, drafted_by, drafted_at)"
                            + " values (?, ?, ?, ?, ?, ?, ?::timestamptz)",
                    texts(e.season(), e.process(), e.version(), e.bpmn(), e.digest(), e.by(), e.at()));
        } else if (event instanceof ProcessApproved e) {
            process(jdbc, "approved", e, e.process(), e.version(), e.by());
        } else if (event instanceof ProcessPublished e) {
            process(jdbc, "published", e, e.process(), e.version(), e.by());
        }
        jdbc.update(
                "update season_view set version = ?, last_at = ?::timestamptz where season = ?",
                texts(fact.sequence(), event.at(), event.season()));
    }

    private static String voters(AmendmentVoted e, boolean inFavour) {
        return e.ballots().stream()
                .filter(b -> b.inFavour() == inFavour)
                .map(Ballot::person)
                .collect(Collectors.joining("\n"));
    }

    private static void process(
            JdbcTemplate jdbc, String step, SeasonEvent e, String process, int version, ActorId by) {
        jdbc.update(
                "update season_process_view set " + step + "_by = ?, " + step + "_at = ?::timestamptz"
                        + " where season = ? and process = ? and process_version = ?",
                texts(by, e.at(), e.season(), process, version));
    }

    private static void rules(JdbcTemplate jdbc, SeasonEvent e, int version, String text, String digest, ActorId by) {
        jdbc.update(RULES, texts(e.season(), version, text, digest, by, e.at()));
    }

    private static void opened(JdbcTemplate jdbc, PhaseOpened e) {
        jdbc.update(
                "insert into phase_view as p (season, phase, round, open, opened_at, openings)"
                        + " values (?, ?, ?, true, ?::timestamptz, 1) on conflict (season, phase, round) do update"
                        + " set open = true, opened_at = excluded.opened_at, closed_at = null, openings = p.openings + 1",
                texts(e.season(), e.phase(), e.round(), e.at()));
        if (e.phase() == Phase.EXAM) {
            jdbc.update("update season_view set frozen = true where season = ?", texts(e.season()));
        }
    }
}
