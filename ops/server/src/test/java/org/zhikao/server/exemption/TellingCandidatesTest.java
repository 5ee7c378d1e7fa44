package org.zhikao.server.exemption;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.axonframework.common.DateTimeUtils;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.zhikao.admissions.shared.CandidateId;
import org.zhikao.server.bench.ViewBench;
import org.zhikao.server.database.Database;
import org.zhikao.server.database.DatabasePlace;
import org.zhikao.server.database.Mode;
import org.zhikao.views.exemption.ClaimNotices;

/** Each fact a candidate must know is told once, in the application and by messages that give nothing away. */
class TellingCandidatesTest {
    private static Database database;
    private static HikariDataSource pool;
    private static JdbcTemplate jdbc;

    @TempDir
    private Path folder;

    @BeforeAll
    static void open() {
        database = Database.open(new DatabasePlace.Throwaway(), Mode.THROWAWAY);
        pool = ViewBench.pool(database.application());
        jdbc = new JdbcTemplate(pool);
    }

    @AfterAll
    static void close() {
        pool.close();
        database.close();
    }

    /** What other tests left to tell is told. */
    @BeforeEach
    void drain() throws InterruptedException {
        try (NoticeWork work = new NoticeWork(jdbc, message -> {}, Clock.systemUTC())) {
            assertThat(work.tell()).isNotNegative();
            assertThat(work.send()).isNotNegative();
        }
    }

    private static void fact(CandidateId who, long sequence, String name, String more, Instant recorded) {
        fact(jdbc, who, sequence, name, more, recorded);
    }

    private static void fact(
            JdbcTemplate on, CandidateId who, long sequence, String name, String more, Instant recorded) {
        on.update(
                "insert into domain_event_entry (event_identifier, aggregate_identifier, sequence_number, type, payload_type,"
                        + " payload_revision, time_stamp, payload, meta_data) values (?, ?, ?, 'Dossier', ?, '1', ?, ?, ?)",
                UUID.randomUUID().toString(),
                who.value(),
                sequence,
                name,
                DateTimeUtils.formatInstant(recorded),
                ("{\"claim\":1,\"at\":\"2026-03-12T02:30:00Z\"" + more + "}").getBytes(StandardCharsets.UTF_8),
                "{\"reason\":\"请补充获奖证书\"}".getBytes(StandardCharsets.UTF_8));
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    @Test
    void tellsEachFactOnceAndRunsTheDeadlineFromTheNotice() throws Exception {
        CandidateId who = new CandidateId("c000000000000000000000a");
        Instant now = Instant.now();
        fact(who, 0, "exemption.claimed", "", now);
        fact(who, 1, "exemption.evidence-requested", ",\"until\":\"2026-03-20T15:59:59Z\"", now);
        ClaimNotices notices = new ClaimNotices(pool);
        try (NoticeWork work = new NoticeWork(jdbc, new FileMessages(folder), Clock.systemUTC())) {
            assertThat(work.tell()).isEqualTo(1);
            assertThat(work.tell())
                    .as("the same facts are looked at again and not told again")
                    .isZero();
            assertThat(notices.unread(who)).isEqualTo(1);
            ClaimNotices.Notice told = notices.of(who).get(0);
            assertThat(told.name()).isEqualTo("exemption.evidence-requested");
            assertThat(told.reason()).isEqualTo("请补充获奖证书");
            assertThat(told.until()).isEqualTo("2026-03-20T15:59:59Z");

            assertThat(work.send()).isEqualTo(2);
            assertThat(work.send()).isZero();
            assertThat(files()).hasSize(2);
            for (Path file : files()) {
                assertThat(Files.readString(file)).contains("请登录系统查看").doesNotContain("证书", "claim", "免试");
            }

            // One that comes while the page is being read is not marked as read with it.
            fact(who, 2, "exemption.refused", "", now);
            assertThat(work.tell()).isEqualTo(1);
            notices.seen(who, told.fact(), now);
            assertThat(notices.unread(who)).isEqualTo(1);
            assertThat(notices.of(who)).extracting(ClaimNotices.Notice::seen).containsExactly(false, true);
        }
    }

    @Test
    void missesNoFactWhoseTransactionEndsLate() throws Exception {
        CandidateId late = new CandidateId("c000000000000000000000b");
        CandidateId early = new CandidateId("c000000000000000000000e");
        try (NoticeWork work = new NoticeWork(jdbc, message -> {}, Clock.systemUTC());
                Connection slow = pool.getConnection()) {
            slow.setAutoCommit(false);
            JdbcTemplate within = new JdbcTemplate(new SingleConnectionDataSource(slow, true));
            fact(within, late, 0, "exemption.approved", "", Instant.now());
            fact(early, 0, "exemption.approved", "", Instant.now());
            assertThat(work.tell()).as("the later place is told first").isEqualTo(1);
            slow.commit();
            assertThat(work.tell()).isEqualTo(1);
            assertThat(new ClaimNotices(pool).unread(late)).isEqualTo(1);
        }
    }

    @Test
    void findsWhatIsToBeToldByItsOwnIndex() throws SQLException {
        String names = "'" + String.join("', '", ClaimNotices.TOLD) + "'";
        StringBuilder plan = new StringBuilder();
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("set local enable_seqscan = off");
            try (ResultSet lines =
                    statement.executeQuery("explain select global_index from domain_event_entry where payload_type in ("
                            + names + ") and global_index > 0 order by global_index limit 10")) {
                while (lines.next()) {
                    plan.append(lines.getString(1)).append('\n');
                }
            }
            connection.rollback();
        }
        assertThat(plan.toString()).contains("domain_event_entry_told");
    }

    @Test
    void keepsAMessageThatWasNotTaken() throws Exception {
        CandidateId who = new CandidateId("c000000000000000000000d");
        AtomicBoolean down = new AtomicBoolean(true);
        MessagePost post = message -> {
            if (down.get()) {
                throw new IOException("the gateway is down");
            }
        };
        try (NoticeWork work = new NoticeWork(jdbc, post, Clock.systemUTC())) {
            fact(who, 0, "exemption.approved", "", Instant.now());
            assertThat(work.tell()).isPositive();
            assertThat(work.send()).isZero();
            down.set(false);
            assertThat(work.send()).isEqualTo(2);
        }
    }
}
