package org.zhikao.server.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhikao.admissions.exemption.Assessment;
import org.zhikao.admissions.exemption.Assessment.Match;
import org.zhikao.admissions.shared.Act;
import org.zhikao.admissions.shared.ActorId;
import org.zhikao.admissions.shared.CandidateId;
import org.zhikao.admissions.shared.OrganisationId;
import org.zhikao.admissions.shared.Role;
import org.zhikao.admissions.shared.SeasonId;
import org.zhikao.formats.sealing.BlindIndex;
import org.zhikao.formats.sealing.Entropy;
import org.zhikao.formats.sealing.IdentityNumber;
import org.zhikao.formats.sealing.MasterKeys;
import org.zhikao.server.bench.ViewBench;
import org.zhikao.server.database.Database;
import org.zhikao.server.database.DatabasePlace;
import org.zhikao.server.database.Mode;
import org.zhikao.server.security.TableRegisters;

/** 名册: imported with its digest, row by row reported, and what it then says about a claim. */
class LookingUpRegistersTest {
    private static final SeasonId SEASON = new SeasonId("s-register-2026");
    private static final String PRIZE = "prize:NATIONAL_1";
    private static final String HEAD = "register,ground,award,organiser,year,name,identityNumber\n";
    private static final CandidateId YU = candidate('Y');
    private static final CandidateId LI = candidate('L');
    private static final String NUMBER = number(1);

    private static Database database;
    private static HikariDataSource pool;
    private static JdbcTemplate jdbc;
    private static BlindIndex index;

    @TempDir
    private Path folder;

    private final Map<CandidateId, String> names = new HashMap<>();

    @BeforeAll
    static void open() {
        database = Database.open(new DatabasePlace.Throwaway(), Mode.THROWAWAY);
        pool = ViewBench.pool(database.application());
        jdbc = new JdbcTemplate(pool);
        index = new BlindIndex(MasterKeys.inMemory(Entropy.secure()));
    }

    @AfterAll
    static void close() {
        pool.close();
        database.close();
    }

    @BeforeEach
    void nothingIsKnown() {
        for (String table : List.of("register_entry", "register_list", "identity_index", "claim_view")) {
            jdbc.update("DELETE FROM " + table);
        }
        names.put(YU, "于䶮");
        names.put(LI, "李文");
        known(YU, NUMBER);
    }

    @Test
    void isUnavailableUntilAListIsThere() {
        assertThat(look(YU).match()).isEqualTo(Match.UNAVAILABLE);
    }

    @Test
    void matchesByNumber() throws IOException {
        Import done = bring(StandardCharsets.UTF_8, row(PRIZE, "A-1", "于䶮", NUMBER));
        Assessment said = look(YU);
        assertThat(done.errors()).isEmpty();
        assertThat(said.match()).isEqualTo(Match.MATCH);
        assertThat(said.entry()).isEqualTo("大赛获奖名单 A-1");
        assertThat(said.source()).hasSize(64);
        assertThat(said.proposal()).isEqualTo(Assessment.Proposal.GRANT);
    }

    @Test
    void readsRareCharactersOfAnOlderFile() throws IOException {
        bring(Charset.forName("GB18030"), row(PRIZE, "A-1", "于䶮", number(2)));
        Assessment said = look(YU);
        assertThat(said.match()).isEqualTo(Match.NEAR);
        assertThat(said.reason()).contains("姓名相符");
    }

    @Test
    void isNearWithAnotherAward() throws IOException {
        bring(StandardCharsets.UTF_8, row("prize:CITY_1", "A-1", "于䶮", NUMBER) + row(PRIZE, "A-2", "某某", number(3)));
        assertThat(look(YU).match()).isEqualTo(Match.NEAR);
        assertThat(look(YU).reason()).contains("prize:CITY_1");
    }

    @Test
    void findsNobody() throws IOException {
        bring(StandardCharsets.UTF_8, row(PRIZE, "A-2", "某某", number(3)));
        assertThat(look(YU).match()).isEqualTo(Match.NONE);
    }

    @Test
    void findsAnAwardThatIsUsedTwice() throws IOException {
        bring(StandardCharsets.UTF_8, row(PRIZE, "A-1", "于䶮", NUMBER));
        claimed(LI, "大赛获奖名单 A-1", "APPROVED");
        assertThat(look(YU).match()).isEqualTo(Match.USED_TWICE);
        jdbc.update("UPDATE claim_view SET stage = 'WITHDRAWN'");
        assertThat(look(YU).match()).isEqualTo(Match.MATCH);
    }

    @Test
    void bringsInTheGoodRowsAndReportsTheOthers() throws IOException {
        Import done = bring(
                StandardCharsets.UTF_8,
                row(PRIZE, "A-1", "于䶮", NUMBER) + row(PRIZE, "A-1", "李文", number(4)) + row(PRIZE, "A-3", "李文", "123"));
        assertThat(done.errors()).containsExactly("3 AWARD_TWICE", "4 ID_NUMBER_SHAPE");
        assertThat(jdbc.queryForObject("SELECT entries FROM register_list", Integer.class))
                .isEqualTo(1);
    }

    @Test
    void takesAFileOnce() throws IOException {
        bring(StandardCharsets.UTF_8, row(PRIZE, "A-1", "于䶮", NUMBER));
        Import again = bring(StandardCharsets.UTF_8, row(PRIZE, "A-1", "于䶮", NUMBER));
        assertThat(again.errors()).containsExactly("2 REGISTER_KNOWN");
    }

    @Test
    void keepsNoNameAndNoNumber() throws IOException {
        bring(StandardCharsets.UTF_8, row(PRIZE, "A-1", "于䶮", NUMBER));
        String stored = jdbc.queryForObject("SELECT e::text FROM register_entry e", String.class);
        assertThat(stored).doesNotContain(NUMBER).doesNotContain("于䶮");
    }

    private record Import(List<String> errors) {}

    private Import bring(Charset encoding, String rows) throws IOException {
        Path file = Files.write(folder.resolve("list.csv"), (HEAD + rows).getBytes(encoding));
        JobStore store = new JobStore(jdbc);
        Act act = new Act(
                Instant.parse("2026-01-05T01:00:00Z"),
                new ActorId("office-1"),
                Role.EXAM_OFFICE,
                new OrganisationId("37"),
                "",
                "r");
        String job = store.create(SEASON, "REGISTER", act);
        new RegisterImport(jdbc, new TransactionTemplate(new DataSourceTransactionManager(pool)), index)
                .run(SEASON, file, "获奖名单.csv", act, new Watch(store, job));
        return new Import(jdbc.queryForList(
                "SELECT line || ' ' || code FROM job_error WHERE job = ? ORDER BY number", String.class, job));
    }

    private Assessment look(CandidateId candidate) {
        return new TableRegisters(jdbc, id -> names.getOrDefault(id, ""), index).look(SEASON, candidate, 1, PRIZE);
    }

    private static String row(String ground, String award, String name, String number) {
        return "大赛获奖名单," + ground + "," + award + ",教育部,2025," + name + "," + number + "\n";
    }

    private static void known(CandidateId candidate, String number) {
        jdbc.update(
                "INSERT INTO identity_index (season, digest, subject) VALUES (?, ?, ?)",
                SEASON.value(),
                index.of(IdentityNumber.read(number)),
                candidate.value());
    }

    private static void claimed(CandidateId candidate, String entry, String stage) {
        jdbc.update(
                "INSERT INTO claim_view (candidate, claim, season, track, category, point, ground, stage, stage_at, claimed_at,"
                        + " rules, reviewers, evidence, handling) VALUES (?, 1, ?, 't', 'c', '37', ?, ?, now(), now(), 1, '[]', '[]',"
                        + " jsonb_build_object('assessment', jsonb_build_object('entry', ?::text)))",
                candidate.value(),
                SEASON.value(),
                PRIZE,
                stage,
                entry);
    }

    private static CandidateId candidate(char letter) {
        return new CandidateId("c" + String.valueOf(letter).repeat(22));
    }

    private static String number(int order) {
        return IdentityNumber.fictional(1234, LocalDate.of(2008, 1, 1), order).value();
    }
}
