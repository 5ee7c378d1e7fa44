package org.zhikao.server.views;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.axonframework.serialization.json.JacksonSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhikao.admissions.exemption.Stage;
import org.zhikao.admissions.scoring.Mark;
import org.zhikao.admissions.season.Phase;
import org.zhikao.admissions.shared.ActorId;
import org.zhikao.admissions.shared.CandidateId;
import org.zhikao.admissions.shared.Event;
import org.zhikao.admissions.shared.OrganisationId;
import org.zhikao.server.bench.FactMill;
import org.zhikao.server.bench.ViewBench;
import org.zhikao.server.database.Database;
import org.zhikao.server.database.DatabasePlace;
import org.zhikao.server.database.Mode;
import org.zhikao.views.Page;
import org.zhikao.views.ViewProgress;
import org.zhikao.views.ViewVersions;
import org.zhikao.views.ViewsRebuild;
import org.zhikao.views.audit.DeskLog;
import org.zhikao.views.audit.Timeline;
import org.zhikao.views.audit.TimelineEntry;
import org.zhikao.views.dossier.Candidate;
import org.zhikao.views.dossier.CandidateQueries;
import org.zhikao.views.dossier.CandidateStatus;
import org.zhikao.views.exemption.ClaimQueries;
import org.zhikao.views.placement.PlacementQueries;
import org.zhikao.views.placement.PlacementQueries.CutoffRow;
import org.zhikao.views.placement.PlacementQueries.RunStage;
import org.zhikao.views.plan.PlanQueries;
import org.zhikao.views.preference.PreferenceQueries;
import org.zhikao.views.registration.RegistrationQueue;
import org.zhikao.views.scoring.MarkBook;
import org.zhikao.views.season.SeasonQueries;

/** The views over a season's facts in a real database: what the live reader wrote, what every query reads, and a rebuild. */
class ViewsOverFactsTest {
    private static final int CANDIDATES = 400;
    private static final OrganisationId PROVINCE = new OrganisationId("99");
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static Database database;
    private static HikariDataSource pool;
    private static ConfigurableApplicationContext context;
    private static long facts;

    @BeforeAll
    static void open() throws Exception {
        database = Database.open(new DatabasePlace.Throwaway(), Mode.THROWAWAY);
        try (Connection connection = database.application().connect()) {
            facts = new FactMill(CANDIDATES).write(connection);
        }
        pool = ViewBench.pool(database.application());
        context = ViewBench.context(pool);
        assertThat(bean(ViewProgress.class).awaitHead(PATIENCE)).isTrue();
    }

    @AfterAll
    static void close() {
        context.close();
        pool.close();
        database.close();
    }

    private static <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    // ---- live and rebuilt

    @Test
    void everyCandidateShowsEveryFact() {
        CandidateQueries queries = bean(CandidateQueries.class);
        for (int i = 0; i < CANDIDATES; i++) {
            List<Event> own = FactMill.factsOf(i);
            Candidate row = queries.find(FactMill.candidate(i)).orElseThrow();
            assertThat(row.version()).isEqualTo(own.size() - 1);
            assertThat(row.lastAt()).isEqualTo(own.get(own.size() - 1).at());
            assertThat(row.status().isFinal()).isTrue();
        }
    }

    @Test
    void foldingAnewGivesTheSameRows() {
        ViewsRebuild.Comparison comparison = rebuilder().compare();
        assertThat(comparison.first()).isEmpty();
        assertThat(comparison.equal()).isTrue();
        assertThat(comparison.folded().facts()).isEqualTo(facts);
        assertThat(comparison.folded().rows())
                .allSatisfy(r -> assertThat(r.rows()).isPositive());
    }

    @Test
    void findsARowThatIsNotWhatTheFactsSay() {
        CandidateId victim = FactMill.candidate(5);
        new TransactionTemplate(bean(PlatformTransactionManager.class)).executeWithoutResult(status -> {
            jdbc().update("update candidate_view set total = total + 1 where candidate = ?", victim.value());
        });
        ViewsRebuild.Comparison comparison = rebuilder().compare();
        jdbc().update("update candidate_view set total = total - 1 where candidate = ?", victim.value());
        assertThat(comparison.differences()).isEqualTo(1);
        assertThat(comparison.first().get(0).live()).contains(victim.value());
    }

    @Test
    void rebuildsWhatWasLostAndGoesOnFromThere() {
        jdbc().execute("truncate candidate_view, claim_view, plan_view, plan_unit_view, run_view");
        ViewsRebuild.Folded folded = rebuilder().rebuild();
        assertThat(folded.facts()).isEqualTo(facts);
        assertThat(jdbc().queryForObject("select count(*) from candidate_view", Long.class))
                .isEqualTo(CANDIDATES);
        assertThat(bean(ViewProgress.class).awaitHead(PATIENCE)).isTrue();
        assertThat(rebuilder().compare().first()).isEmpty();
    }

    /** A reader takes its token before it touches a row; a rebuild that took the rows first would wait for it and it for that. */
    @Test
    void neverCrossesTheLiveReader() throws Exception {
        try (Connection reader = database.application().connect()) {
            reader.setAutoCommit(false);
            reader.createStatement()
                    .execute("set local lock_timeout = '5s'; select 1 from tokenentry where processorname = 'views'"
                            + " order by segment for update");
            CompletableFuture<ViewsRebuild.Folded> rebuild =
                    CompletableFuture.supplyAsync(() -> rebuilder().rebuild());
            Awaitility.await()
                    .atMost(PATIENCE)
                    .until(() -> required(jdbc().queryForObject(
                                            "select count(*) from pg_stat_activity where wait_event_type = 'Lock' and query like"
                                                    + " 'update tokenentry set token%'",
                                            Long.class))
                            == 1);
            reader.createStatement().execute("select count(*) from candidate_view");
            reader.commit();
            assertThat(rebuild.get().facts()).isEqualTo(facts);
        }
        assertThat(rebuilder().compare().first()).isEmpty();
    }

    @Test
    void waitsForNoFactThatDoesNotCome() {
        ViewProgress progress = bean(ViewProgress.class);
        CandidateId id = FactMill.candidate(1);
        long last = FactMill.factsOf(1).size() - 1;
        assertThat(progress.awaitCandidate(id, last, Duration.ZERO)).isTrue();
        assertThat(progress.awaitCandidate(id, last + 1, Duration.ofMillis(60))).isFalse();
        assertThat(progress.awaitAggregate(FactMill.SEASON + "/plan/u00", 1, Duration.ZERO))
                .isTrue();
        assertThat(progress.awaitAggregate(FactMill.SEASON + "/placement/2", 2, Duration.ZERO))
                .isTrue();
    }

    // ---- queries

    @Test
    void readsOneCandidateInFull() {
        Candidate row = bean(CandidateQueries.class).find(FactMill.candidate(9)).orElseThrow();
        assertThat(row.attendance()).isEqualTo(Map.of("SKILL", true, "CULTURE", false));
        assertThat(row.marks()).hasSize(5).containsEntry("math", new Mark(Mark.Status.ABSENT, 0));
        Candidate.Released released = required(row.released());
        assertThat(released.result().lines()).containsExactly("DIPLOMA");
        assertThat(released.result().parts()).containsOnlyKeys("culture", "skill");
        assertThat(required(row.seating()).ticketAt()).isNotNull();
        assertThat(required(row.outcome()).offer()).isNotNull();
        Candidate rejected =
                bean(CandidateQueries.class).find(FactMill.candidate(3)).orElseThrow();
        assertThat(required(rejected.verdict()).reason()).isEqualTo("材料不清");
    }

    @Test
    void findsCandidatesByTicketAndInPages() {
        CandidateQueries queries = bean(CandidateQueries.class);
        Candidate row = queries.find(FactMill.candidate(11)).orElseThrow();
        String ticket = required(row.seating()).seat().ticket();
        assertThat(queries.byTicket(FactMill.SEASON, ticket)).containsExactly(row);
        assertThat(queries.byTickets(FactMill.SEASON, List.of(ticket, "none")))
                .containsOnly(Map.entry(ticket, row.id()));
        assertThat(queries.findAll(List.of(row.id(), FactMill.candidate(CANDIDATES + 1))))
                .containsOnlyKeys(row.id());
        List<Candidate> paged = new ArrayList<>();
        String next = null;
        do {
            Page<Candidate> page = queries.page(FactMill.SEASON, PROVINCE, Set.of(), next, 70);
            paged.addAll(page.rows());
            next = page.next();
        } while (next != null);
        assertThat(paged).hasSize(CANDIDATES).doesNotHaveDuplicates();
        List<Candidate> streamed = new ArrayList<>();
        new TransactionTemplate(bean(PlatformTransactionManager.class))
                .executeWithoutResult(s -> queries.stream(FactMill.SEASON, Set.of(), streamed::add));
        assertThat(streamed).isEqualTo(paged);
    }

    @Test
    void showsAnOfficeItsOwnCandidatesOnly() {
        CandidateQueries queries = bean(CandidateQueries.class);
        Set<CandidateStatus> all = Set.of();
        OrganisationId school = new OrganisationId("99/9901/990101/s1");
        assertThat(queries.page(FactMill.SEASON, school, all, null, 50).rows())
                .hasSize(2)
                .allMatch(c -> c.point().equals(school));
        assertThat(queries.page(FactMill.SEASON, new OrganisationId("99/9902"), all, null, 50)
                        .rows())
                .isEmpty();
        // "99/990" is no ancestor of "99/9901", though it begins like one.
        assertThat(queries.page(FactMill.SEASON, new OrganisationId("99/990"), all, null, 50)
                        .rows())
                .isEmpty();
    }

    @Test
    void queuesWhatWaitsLongestFirst() {
        for (int i = 20; i < 23; i++) {
            jdbc().update(
                            "update candidate_view set status = 'SUBMITTED' where candidate = ?",
                            FactMill.candidate(i).value());
        }
        try {
            RegistrationQueue queue = bean(RegistrationQueue.class);
            RegistrationQueue.Filter filter = new RegistrationQueue.Filter(FactMill.SEASON, PROVINCE, null, null);
            Page<RegistrationQueue.Row> first = queue.waiting(filter, null, 2);
            assertThat(first.rows())
                    .extracting(RegistrationQueue.Row::candidate)
                    .containsExactly(FactMill.candidate(20), FactMill.candidate(21));
            assertThat(queue.waiting(filter, first.next(), 2).rows())
                    .extracting(RegistrationQueue.Row::candidate)
                    .containsExactly(FactMill.candidate(22));
            assertThat(queue.count(FactMill.SEASON, PROVINCE)).isEqualTo(3);
            RegistrationQueue.Filter narrow = new RegistrationQueue.Filter(FactMill.SEASON, PROVINCE, "spring", "02");
            assertThat(queue.waiting(narrow, null, 2).rows())
                    .extracting(RegistrationQueue.Row::candidate)
                    .containsExactly(FactMill.candidate(21));
        } finally {
            rebuilder().rebuild();
        }
    }

    @Test
    void queuesClaimsByDeadlineAndSaysWhoOpenedThem() {
        ClaimQueries claims = bean(ClaimQueries.class);
        CandidateId id = FactMill.candidate(100);
        Instant due = Instant.parse("2026-06-01T00:00:00Z");
        jdbc().update(
                        "update claim_view set stage = 'SECOND_REVIEW', due = ?::timestamptz where candidate = ?",
                        due.toString(),
                        id.value());
        try {
            ActorId stranger = new ActorId("a-r9");
            claims.opened(id, 1, stranger, due);
            ClaimQueries.Filter all = new ClaimQueries.Filter(FactMill.SEASON, PROVINCE, Set.of(), null, null);
            ClaimQueries.QueueRow row = claims.queue(all, null, 10).rows().get(0);
            assertThat(row.claim().due()).isEqualTo(due);
            assertThat(row.openedBy()).isEqualTo(stranger);
            assertThat(claims.openings(id, 1)).hasSize(1);
            // Who decided on it once is not asked again, nor is who belongs to the candidate's school.
            ActorId endorser = new ActorId("a-r1");
            assertThat(claims.queue(
                                    new ClaimQueries.Filter(FactMill.SEASON, PROVINCE, Set.of(), endorser, null),
                                    null,
                                    10)
                            .rows())
                    .isEmpty();
            OrganisationId school = row.claim().point();
            assertThat(claims.queue(
                                    new ClaimQueries.Filter(FactMill.SEASON, PROVINCE, Set.of(), stranger, school),
                                    null,
                                    10)
                            .rows())
                    .isEmpty();
        } finally {
            rebuilder().rebuild();
        }
        assertThat(claims.of(id)).hasSize(1);
        assertThat(claims.find(id, 1).orElseThrow().evidence()).hasSize(1);
        assertThat(claims.counts(FactMill.SEASON, PROVINCE)).containsOnly(Map.entry(Stage.APPROVED, 4L));
    }

    @Test
    void showsTheSeasonItsPhasesAndItsCounts() {
        SeasonQueries seasons = bean(SeasonQueries.class);
        SeasonQueries.SeasonRow season = seasons.find(FactMill.SEASON).orElseThrow();
        assertThat(season.frozen()).isTrue();
        assertThat(season.published()).isEqualTo(1);
        assertThat(seasons.all()).containsExactly(season);
        assertThat(seasons.phases(FactMill.SEASON))
                .hasSize(Phase.values().length)
                .allMatch(p -> !p.open() && p.closedAt() != null);
        assertThat(seasons.versions(FactMill.SEASON))
                .singleElement()
                .satisfies(v -> assertThat(v.approvedBy()).isEqualTo(new ActorId("a-e")));
        assertThat(seasons.rules(FactMill.SEASON, 1)).contains("{\"province\":\"99\"}");
        assertThat(seasons.draws(FactMill.SEASON)).hasSize(1);
        assertThat(seasons.releases(FactMill.SEASON)).hasSize(1);
        assertThat(seasons.counts(FactMill.SEASON).stream()
                        .mapToLong(SeasonQueries.Count::candidates)
                        .sum())
                .isEqualTo(CANDIDATES);
        assertThat(seasons.counts(FactMill.SEASON, PROVINCE)).isEqualTo(seasons.counts(FactMill.SEASON));
    }

    @Test
    void showsPlansAndTheUnitsOfAList() {
        PlanQueries plans = bean(PlanQueries.class);
        PlanQueries.CollegeRow college = plans.colleges(FactMill.SEASON).get(0);
        assertThat(college.quota()).isEqualTo(10L * CANDIDATES + 1);
        assertThat(plans.of(FactMill.SEASON, college.college()))
                .hasSize(10)
                .first()
                .satisfies(u -> {
                    assertThat(u.unit().quota()).isEqualTo(CANDIDATES + 1);
                    assertThat(u.declared()).isEqualTo(CANDIDATES);
                    assertThat(u.document()).isEqualTo("函1号");
                });
        Page<PlanQueries.UnitRow> open = plans.open(FactMill.SEASON, "spring", "01", "GENERAL", null, null, 15);
        assertThat(open.rows()).hasSize(15).allMatch(u -> u.unit().category().equals("01"));
        assertThat(plans.open(FactMill.SEASON, "spring", "01", "GENERAL", null, open.next(), 15)
                        .rows())
                .hasSize(5);
        assertThat(plans.open(FactMill.SEASON, "spring", "01", "GENERAL", "专业10", null, 50)
                        .rows())
                .extracting(u -> u.unit().code())
                .containsExactly("U0010", "U0100");
        assertThat(plans.find(FactMill.SEASON, "U0001")).isPresent();
        Candidate row = bean(CandidateQueries.class).find(FactMill.candidate(9)).orElseThrow();
        assertThat(bean(PreferenceQueries.class).rows(row))
                .hasSize(20)
                .allSatisfy(r -> assertThat(r.unit()).isNotNull());
    }

    @Test
    void showsRunsCutoffsAndWhoWasAdmitted() {
        PlacementQueries placement = bean(PlacementQueries.class);
        assertThat(placement.runs(FactMill.SEASON)).extracting(r -> r.stage()).containsOnly(RunStage.PUBLISHED);
        assertThat(placement.run(FactMill.SEASON, 1).orElseThrow().properties()).containsExactly("P1", "P2");
        List<CutoffRow> cutoffs = new ArrayList<>();
        String next = null;
        do {
            Page<CutoffRow> page = placement.cutoffs(FactMill.SEASON, null, next, 7);
            cutoffs.addAll(page.rows());
            next = page.next();
        } while (next != null);
        long placed = placement.placedByPreference(FactMill.SEASON).values().stream()
                .mapToLong(Long::longValue)
                .sum();
        assertThat(cutoffs.stream().mapToLong(CutoffRow::placed).sum())
                .isEqualTo(placed)
                .isPositive();
        CutoffRow one = cutoffs.get(0);
        assertThat(placement.admitted(FactMill.SEASON, one.unit(), null, 100).rows())
                .hasSize((int) cutoffs.stream()
                        .filter(c -> c.unit().equals(one.unit()))
                        .mapToLong(CutoffRow::placed)
                        .sum())
                .isSortedAccordingTo((a, b) -> a.offer().position() - b.offer().position());
        assertThat(placement.cutoffs(FactMill.SEASON, one.college(), null, 100).rows())
                .allMatch(c -> c.college().equals(one.college()));
    }

    @Test
    void keepsTheMarkBookInTicketOrder() {
        MarkBook book = bean(MarkBook.class);
        Page<MarkBook.Row> page = book.page(FactMill.SEASON, "math", "spring", null, false, null, 100);
        assertThat(page.rows())
                .hasSize(100)
                .isSortedAccordingTo((a, b) -> a.ticket().compareTo(b.ticket()));
        assertThat(page.rows()).allMatch(r -> r.mark() != null);
        assertThat(page.rows()).anyMatch(r -> r.mark() != null && r.mark().status() == Mark.Status.ABSENT);
        assertThat(book.page(FactMill.SEASON, "math", "spring", "01", true, null, 100)
                        .rows())
                .isEmpty();
        assertThat(book.page(FactMill.SEASON, "none", "spring", "02", true, null, 100)
                        .rows())
                .isNotEmpty();
    }

    // ---- audit

    @Test
    void tellsACaseAsItIsStoredAndAsOfAnyInstant() {
        Timeline timeline = bean(Timeline.class);
        CandidateId id = FactMill.candidate(100);
        List<TimelineEntry> all = timeline.of(id);
        assertThat(all).hasSize(FactMill.factsOf(100).size());
        assertThat(all.get(0).name()).isEqualTo("registration.submitted");
        assertThat(all.get(0).by()).isEqualTo(new ActorId("a-office"));
        Instant middle = all.get(4).at();
        assertThat(timeline.of(id.value(), Timeline.Filter.ALL.asOf(middle), null, 100)
                        .rows())
                .hasSize(5);
        assertThat(timeline.of(id.value(), Timeline.Filter.ALL.named("exemption."), null, 100)
                        .rows())
                .isEqualTo(timeline.ofClaim(id, 1))
                .hasSize(8);
        Timeline.Filter nobody = new Timeline.Filter(Set.of(), new ActorId("a-none"), null, null, null, null);
        assertThat(timeline.of(id.value(), nobody, null, 100).rows()).isEmpty();
        Page<TimelineEntry> page = timeline.of(id.value(), Timeline.Filter.ALL, null, 3);
        assertThat(timeline.of(id.value(), Timeline.Filter.ALL, page.next(), 100)
                        .rows())
                .isEqualTo(all.subList(3, all.size()));
        Instant start = all.get(0).recordedAt();
        assertThat(timeline.between(start, start.plusMillis(1), Timeline.Filter.ALL, null, 10)
                        .rows())
                .extracting(TimelineEntry::aggregate)
                .contains(id.value());
    }

    @Test
    void keepsRefusalsAndDenialsApartFromTheFacts() {
        DeskLog log = bean(DeskLog.class);
        Instant at = Instant.parse("2026-03-01T00:00:00Z");
        for (int i = 0; i < 3; i++) {
            log.refused(new DeskLog.Refusal(
                    at.plusSeconds(i),
                    "a-1",
                    "REVIEWER",
                    "99",
                    "ApproveExemption",
                    "c" + i,
                    "SAME_PERSON",
                    Map.of("claim", "1"),
                    "r-" + i));
        }
        log.denied(new DeskLog.Denial(at, "", "", "", "GET", "/office/seasons", "UNAUTHENTICATED", "r-9"));
        Page<DeskLog.Refusal> newest = log.refusals(DeskLog.Filter.ALL, null, 2);
        assertThat(newest.rows()).extracting(DeskLog.Refusal::target).containsExactly("c2", "c1");
        assertThat(log.refusals(DeskLog.Filter.ALL, newest.next(), 2).rows())
                .extracting(DeskLog.Refusal::target)
                .containsExactly("c0");
        DeskLog.Filter one = new DeskLog.Filter("a-1", "SAME_PERSON", "c1", at, at.plusSeconds(60));
        assertThat(log.refusals(one, null, 10).rows()).hasSize(1);
        assertThat(log.denials(new DeskLog.Filter(null, null, "/office", null, null), null, 10)
                        .rows())
                .hasSize(1);
    }

    @Test
    void writesWhatWasRefusedEvenWhenTheActIsRolledBack() {
        DeskLog log = bean(DeskLog.class);
        new TransactionTemplate(bean(PlatformTransactionManager.class)).executeWithoutResult(status -> {
            log.denied(new DeskLog.Denial(
                    Instant.EPOCH, "a-2", "COLLEGE", "99/u01", "POST", "/rolled/back", "FORBIDDEN", "r-8"));
            status.setRollbackOnly();
        });
        assertThat(log.denials(new DeskLog.Filter("a-2", null, null, null, null), null, 10)
                        .rows())
                .hasSize(1);
    }

    private static JdbcTemplate jdbc() {
        return new JdbcTemplate(pool);
    }

    private static ViewsRebuild rebuilder() {
        return new ViewsRebuild(
                pool, JacksonSerializer.defaultSerializer(), Clock.systemUTC(), bean(ViewVersions.class), 2);
    }

    private static <T> T required(@Nullable T value) {
        if (value == null) {
            throw new AssertionError("nothing there");
        }
        return value;
    }
}
