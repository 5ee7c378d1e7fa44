package org.zhikao.server.play;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.zhikao.admissions.process.ProcessRebuild;
import org.zhikao.admissions.process.ProcessState;
import org.zhikao.admissions.shared.EventNames;
import org.zhikao.admissions.shared.SeasonId;
import org.zhikao.audit.replay.Replay;
import org.zhikao.audit.replay.SeasonChecks;
import org.zhikao.audit.replay.Verdict;
import org.zhikao.server.database.Access;
import org.zhikao.server.database.Database;
import org.zhikao.server.ledger.StoredFacts;
import org.zhikao.server.season.SeasonStates;
import org.zhikao.server.work.Roll;
import org.zhikao.views.ViewsRebuild;
import org.zhikao.workflows.Contracts;

/** Counts and checks a season that has ended. */
final class Reporting {
    private final JdbcTemplate jdbc;
    private final ConfigurableApplicationContext context;
    private final SeasonId season;

    Reporting(ConfigurableApplicationContext context, SeasonId season) {
        this.context = context;
        this.season = season;
        jdbc = context.getBean(JdbcTemplate.class);
    }

    SeasonReport report(Map<String, Long> phases, Map<String, Long> refusals) {
        Replay replay = replay();
        List<SeasonReport.Check> checks = new ArrayList<>();
        SeasonChecks.of(replay, observed()).forEach(v -> checks.add(check(v)));
        checks.add(new SeasonReport.Check("no unforeseen refusal", refusals.isEmpty(), "refusals " + refusals));
        checks.add(new EffectsCheck(
                        jdbc,
                        context.getBean(Roll.class),
                        context.getBean(SeasonStates.class).state(season).terms(),
                        season)
                .check());
        checks.add(views());
        checks.add(tokens());
        return new SeasonReport(
                count("SELECT count(*) FROM candidate_view WHERE season = ?", season.value()),
                count("SELECT count(*) FROM domain_event_entry"),
                moved(),
                new SeasonReport.Exemptions(
                        count("SELECT count(*) FROM claim_view WHERE stage = 'APPROVED'"),
                        count("SELECT count(*) FROM claim_view WHERE stage = 'REFUSED'")),
                count("SELECT count(*) FROM candidate_view WHERE release IS NOT NULL"),
                lines(),
                count("SELECT count(*) FROM candidate_view WHERE offer_unit IS NOT NULL"),
                byPreference(),
                count("SELECT count(*) FROM candidate_view WHERE offer_unit IS NULL"),
                phases.entrySet().stream().map(SeasonReport::time).toList(),
                checks,
                replay.factsDigest(),
                replay.placementsDigest());
    }

    private static SeasonReport.Check check(Verdict verdict) {
        String first = verdict.first() == null ? "" : "; first " + verdict.first();
        return new SeasonReport.Check(verdict.name(), verdict.ok(), verdict.detail() + first);
    }

    private Replay replay() {
        Access unhurried = context.getBean(Database.class).application().unhurried();
        try (Connection connection = unhurried.connect()) {
            return Replay.of(StoredFacts.on(connection));
        } catch (SQLException e) {
            throw new IllegalStateException("the facts could not be read again", e);
        }
    }

    private SeasonChecks.Observed observed() {
        ProcessState state = context.getBean(ProcessState.class);
        Map<String, Long> statuses = new TreeMap<>();
        jdbc.query("SELECT status, count(*) FROM candidate_view GROUP BY 1", row -> {
            statuses.put(row.getString(1), row.getLong(2));
        });
        return new SeasonChecks.Observed(
                statuses,
                state.tokens(),
                count("SELECT count(*) FROM deadletterentry"),
                state.incidentCount(),
                jdbc.queryForList(
                        "SELECT case_id || ' ' || aggregate_identifier FROM domain_event_entry"
                                + " WHERE payload_type = 'placement.failed' ORDER BY global_index",
                        String.class));
    }

    private SeasonReport.Check views() {
        ViewsRebuild.Comparison comparison = context.getBean(ViewsRebuild.class).compare();
        return new SeasonReport.Check(
                "rebuilt views equal live ones",
                comparison.equal(),
                comparison.folded().facts() + " facts folded, " + comparison.differences() + " differences"
                        + (comparison.first().isEmpty()
                                ? ""
                                : "; first " + comparison.first().get(0)));
    }

    private SeasonReport.Check tokens() {
        TokenTable live = TokenTable.read(jdbc);
        ProcessRebuild.Report report = context.getBean(ProcessRebuild.class).rebuild(facts -> {});
        String differences = live.differences(TokenTable.read(jdbc));
        return new SeasonReport.Check(
                "rebuilt workflow equals live one",
                differences.isEmpty(),
                report.facts() + " facts of " + report.cases() + " cases folded, " + live.size() + " rows compared"
                        + (differences.isEmpty() ? "" : "; " + differences));
    }

    private long count(String sql, Object... values) {
        Long n = jdbc.queryForObject(sql, Long.class, values);
        return n == null ? 0 : n;
    }

    /** Facts that moved a token: all that some contract takes, less those that still wait for their turn. */
    private long moved() {
        String[] names = context.getBean(Contracts.class).moving().stream()
                .map(type -> EventNames.nameOf(type.getName()))
                .toArray(String[]::new);
        return count("SELECT count(*) FROM domain_event_entry WHERE payload_type = ANY(?)", (Object) names)
                - context.getBean(ProcessState.class).pendingCount();
    }

    private List<SeasonReport.Line> lines() {
        List<SeasonReport.Line> lines = new ArrayList<>();
        context.getBean(SeasonStates.class)
                .state(season)
                .terms()
                .rules()
                .tracks()
                .forEach(track -> track.minimums()
                        .forEach(line -> lines.add(new SeasonReport.Line(
                                line.id(),
                                count(
                                        "SELECT count(*) FROM candidate_view WHERE track = ? AND result->'lines' @> to_jsonb(?::text)",
                                        track.id(),
                                        line.id())))));
        return lines;
    }

    /** Index 0: admitted without exam; index n: by preference number n. */
    private List<Long> byPreference() {
        List<Long> placed = new ArrayList<>();
        jdbc.query(
                "SELECT offer_preference, count(*) FROM candidate_view WHERE offer_unit IS NOT NULL"
                        + " GROUP BY 1 ORDER BY 1",
                row -> {
                    while (placed.size() <= row.getInt(1)) {
                        placed.add(0L);
                    }
                    placed.set(row.getInt(1), row.getLong(2));
                });
        return placed;
    }
}
