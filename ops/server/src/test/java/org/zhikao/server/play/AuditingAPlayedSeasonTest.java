package org.zhikao.server.play;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.zhikao.admissions.process.ProcessState;
import org.zhikao.admissions.shared.SeasonId;
import org.zhikao.admissions.whatif.WhatIfReport;
import org.zhikao.audit.replay.Replay;
import org.zhikao.audit.replay.SeasonChecks;
import org.zhikao.audit.replay.Verdict;
import org.zhikao.formats.season.SeasonReading;
import org.zhikao.formats.season.SeasonRulesReader;
import org.zhikao.formats.whatif.WhatIfJson;
import org.zhikao.seeds.Habits;
import org.zhikao.seeds.Population;
import org.zhikao.seeds.SeasonShape;
import org.zhikao.seeds.VirtualSeason;
import org.zhikao.server.Starting;
import org.zhikao.server.cli.AuditCommand;
import org.zhikao.server.cli.FactsCommand;
import org.zhikao.server.cli.WhatIfCommand;
import org.zhikao.server.database.Database;
import org.zhikao.server.database.DatabasePlace;
import org.zhikao.server.database.Mode;
import org.zhikao.server.ledger.LedgerAudit;
import org.zhikao.server.ledger.LogFolder;
import org.zhikao.server.ledger.Sequencer;
import org.zhikao.server.ledger.StoredFacts;
import org.zhikao.server.security.Sealing;
import picocli.CommandLine;

/** A season played by the real application is recomputed from its stored bytes alone, and one altered byte is found. */
class AuditingAPlayedSeasonTest {
    @TempDir
    static Path folder;

    private static SeasonChecks.Observed seen;

    @BeforeAll
    static void play() throws SQLException, IOException {
        try (Database database = database()) {
            play(database);
        }
    }

    /** Kept, so that the verb can open it afterwards. */
    private static Database database() {
        return Database.open(new DatabasePlace.Kept(folder), Mode.THROWAWAY);
    }

    private static void play(Database database) throws SQLException, IOException {
        SeasonReading rules;
        try (var in = AuditingAPlayedSeasonTest.class.getResourceAsStream("/provinces/shandong.assumed.yaml")) {
            rules = SeasonRulesReader.read(in.readAllBytes());
        }
        SeasonId season = new SeasonId(rules.rules().orElseThrow().id());
        SeasonShape shape = Shapes.of(season, rules.rules().orElseThrow());
        Population population = Population.of(7, 300, shape, Habits.usual().withExemption(1000));
        VirtualSeason calendar = VirtualSeason.usual(shape.year(), shape.rounds());
        VirtualClock clock = new VirtualClock(calendar.preparation().drafted());
        try (ConfigurableApplicationContext context = Starting.core(database, clock)) {
            JdbcTemplate jdbc = context.getBean(JdbcTemplate.class);
            SeasonPlay.SeasonTools tools = PlayedSeason.tools(
                    context,
                    new SealedBySeed(Sealing.seeded(jdbc, 7, Mode.THROWAWAY)),
                    s -> Cast.reviewers(population.organisations().province().id()));
            new SeasonPlay(
                            tools,
                            season,
                            "shandong",
                            rules.canonical().orElseThrow(),
                            population,
                            calendar,
                            clock,
                            7,
                            new Quiet())
                    .play();
            Map<String, Long> statuses = new TreeMap<>();
            jdbc.query("SELECT status, count(*) FROM candidate_view GROUP BY 1", row -> {
                statuses.put(row.getString(1), row.getLong(2));
            });
            ProcessState process = context.getBean(ProcessState.class);
            Long letters = jdbc.queryForObject("SELECT count(*) FROM deadletterentry", Long.class);
            seen = new SeasonChecks.Observed(
                    statuses, process.tokens(), letters == null ? 0 : letters, process.incidentCount(), List.of());
        }
        LogFolder logs = LogFolder.in(folder);
        try (Connection app = database.application().connect()) {
            new Sequencer(logs.key("admissions.test/2026"), logs).drain(app);
        }
    }

    private static final class Quiet implements Progress {
        @Override
        public void phase(String name, long acts) {}

        @Override
        public void done(long acts) {}

        @Override
        public void ended(String name, long nanos) {}
    }

    @Test
    void everyCheckOfTheSeasonHolds() throws SQLException, IOException {
        try (Database database = database();
                Connection app = database.application().connect()) {
            StoredFacts facts = StoredFacts.on(app);
            Replay replay = Replay.of(facts);
            List<Verdict> verdicts = SeasonChecks.of(replay, seen);
            assertThat(verdicts)
                    .allSatisfy(v ->
                            assertThat(v.ok()).as(v.name() + ": " + v.detail()).isTrue());
            assertThat(replay.over()).isTrue();
            Verdict ledger = LedgerAudit.of(facts, folder, null);
            assertThat(ledger.ok()).as(ledger.detail()).isTrue();
        }
    }

    @Test
    void theVerbFindsNothingInAnUntouchedRecord() {
        Said said = audit("--all");
        assertThat(said.code()).as(said.text()).isZero();
        assertThat(said.text()).contains("facts digest", "[ok]   ledger", "[ok]   placements recomputed");
    }

    @Test
    void oneAlteredByteIsFound() throws SQLException {
        String fact = "aggregate_identifier = (SELECT min(aggregate_identifier) FROM domain_event_entry"
                + " WHERE payload_type = 'scoring.marked') AND sequence_number = 4";
        String flip = "UPDATE domain_event_entry SET payload = set_byte(payload, 40, get_byte(payload, 40) # 1) WHERE "
                + fact + " RETURNING aggregate_identifier || ' #' || sequence_number";
        String where = asOwner(flip);
        Said said = audit("--all");
        assertThat(asOwner(flip)).as("put right again").isEqualTo(where);
        assertThat(said.code()).isEqualTo(1);
        assertThat(said.text()).contains("[FAIL] ledger", "first: ", "(" + where + ")");
    }

    @Test
    void oneCandidateIsShownAsOfAnInstant() throws SQLException {
        String candidate = asOwner("SELECT min(aggregate_identifier) FROM domain_event_entry"
                + " WHERE payload_type = 'placement.confirmed'");
        Said now = audit("--candidate", candidate);
        assertThat(now.code()).as(now.text()).isZero();
        assertThat(now.text())
                .contains(
                        "status: OFFER_CONFIRMED (final)",
                        "placed at",
                        "end_confirmed",
                        "by k-" + candidate + " (CANDIDATE");
        String submitted = asOwner("SELECT convert_from(payload, 'UTF8')::jsonb->>'at' FROM domain_event_entry"
                + " WHERE aggregate_identifier = '" + candidate + "' AND sequence_number = 0");
        Said then = audit("--candidate", candidate, "--as-of", submitted);
        assertThat(then.text()).contains("receive_arrangement").doesNotContain("exam.ticket", "placed at");
        assertThat(audit("--candidate", candidate, "--as-of", "2001-01-01T00:00:00Z")
                        .code())
                .isEqualTo(2);
    }

    @Test
    void aTrialOverTheTableAndOverAFileOfItSayTheSame() throws IOException {
        Path file = folder.resolve("facts.jsonl");
        assertThat(said(new FactsCommand(), "--out", file.toString(), "--data", folder.toString())
                        .code())
                .isZero();
        assertThat(said(new FactsCommand(), "--out", file.toString(), "--data", folder.toString())
                        .code())
                .as("no file is written over")
                .isEqualTo(2);
        String[] json = {"--rules", "shandong.assumed", "--format", "json"};
        Said table = said(new WhatIfCommand(), with(json, "--season", "s-shandong-2026", "--data", folder.toString()));
        Said lines = said(new WhatIfCommand(), with(json, "--facts", file.toString()));
        assertThat(table.code()).isZero();
        assertThat(lines.text()).isEqualTo(table.text());
        WhatIfReport.Agreement agreement = WhatIfJson.read(table.text()).agreement();
        assertThat(agreement.released()).isGreaterThan(200);
        assertThat(agreement.equal()).isEqualTo(agreement.released());
        assertThat(agreement.placed()).isGreaterThan(100);
        assertThat(agreement.equallyPlaced()).isEqualTo(agreement.placed());
    }

    private static String[] with(String[] some, String... more) {
        List<String> all = new ArrayList<>(List.of(some));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    private static Said said(Object verb, String... arguments) {
        StringWriter out = new StringWriter();
        int code = new CommandLine(verb).setOut(new PrintWriter(out)).execute(arguments);
        return new Said(code, out.toString());
    }

    /** Exit code and standard output of the verb. */
    private record Said(int code, String text) {}

    private static Said audit(String... arguments) {
        StringWriter out = new StringWriter();
        List<String> line = new ArrayList<>(List.of(arguments));
        line.addAll(List.of("--data", folder.toString()));
        int code = new CommandLine(new AuditCommand())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(out))
                .execute(line.toArray(String[]::new));
        return new Said(code, out.toString());
    }

    private static String asOwner(String sql) throws SQLException {
        try (Database database = database();
                Connection owner = database.owner().connect();
                Statement statement = owner.createStatement()) {
            statement.execute("ALTER TABLE domain_event_entry DISABLE TRIGGER facts_are_final");
            String answer;
            try (var row = statement.executeQuery(sql)) {
                row.next();
                answer = row.getString(1);
            }
            statement.execute("ALTER TABLE domain_event_entry ENABLE ALWAYS TRIGGER facts_are_final");
            return answer;
        }
    }
}
