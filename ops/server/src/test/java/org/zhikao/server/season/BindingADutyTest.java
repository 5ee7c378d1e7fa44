package org.zhikao.server.season;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.MetaData;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.zhikao.admissions.duty.DutyCommand.DecideDuty;
import org.zhikao.admissions.exam.DrawId;
import org.zhikao.admissions.exam.ExamCommand.ArrangeExam;
import org.zhikao.admissions.exam.ExamEvent.ExamArranged;
import org.zhikao.admissions.exam.Seat;
import org.zhikao.admissions.placement.Offer;
import org.zhikao.admissions.placement.PlacementCommand.PlaceCandidate;
import org.zhikao.admissions.plan.PlanEvent.PlanDeclared;
import org.zhikao.admissions.plan.PlanUnit;
import org.zhikao.admissions.preference.PreferenceEvent.PreferencesLocked;
import org.zhikao.admissions.preference.PreferenceEvent.PreferencesSaved;
import org.zhikao.admissions.process.ProcessRebuild;
import org.zhikao.admissions.process.ProcessState;
import org.zhikao.admissions.process.ProcessStudio;
import org.zhikao.admissions.process.Rehearsed;
import org.zhikao.admissions.registration.RegistrationEvent.ApplicationSubmitted;
import org.zhikao.admissions.registration.RegistrationEvent.EligibilityConfirmed;
import org.zhikao.admissions.scoring.Result;
import org.zhikao.admissions.scoring.ScoringEvent.ResultReleased;
import org.zhikao.admissions.season.Phase;
import org.zhikao.admissions.season.SeasonCommand.ApproveProcess;
import org.zhikao.admissions.season.SeasonCommand.ApproveRules;
import org.zhikao.admissions.season.SeasonCommand.DraftProcess;
import org.zhikao.admissions.season.SeasonCommand.DraftSeason;
import org.zhikao.admissions.season.SeasonCommand.OpenPhase;
import org.zhikao.admissions.season.SeasonCommand.PublishProcess;
import org.zhikao.admissions.season.SeasonCommand.PublishSeason;
import org.zhikao.admissions.shared.Act;
import org.zhikao.admissions.shared.ActorId;
import org.zhikao.admissions.shared.CandidateId;
import org.zhikao.admissions.shared.Event;
import org.zhikao.admissions.shared.OrganisationId;
import org.zhikao.admissions.shared.Role;
import org.zhikao.admissions.shared.SeasonId;
import org.zhikao.formats.season.SeasonReading;
import org.zhikao.formats.season.SeasonRulesReader;
import org.zhikao.server.Starting;
import org.zhikao.server.database.Database;
import org.zhikao.server.database.DatabasePlace;
import org.zhikao.server.database.Mode;
import org.zhikao.server.duty.OpenDuties;
import org.zhikao.server.work.Acting;
import org.zhikao.server.work.ExamWork;
import org.zhikao.server.work.PlacementWork;
import org.zhikao.server.work.Readers;
import org.zhikao.views.duty.DutyQueries;
import org.zhikao.web.duty.DutyQueue;

/**
 * 体检, which no line of the software knows: drawn by one, published by another, applied while the application runs. One
 * candidate had applied before, one applies after; nobody gets past it, and who fails it gets no place.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BindingADutyTest {
    private static final Path MODELS = Path.of("../../workflows");
    private static final String KEY = "application";
    private static final Instant AT = Instant.parse("2025-10-20T01:00:00Z"); // a Monday
    private static final Clock CLOCK = Clock.fixed(AT, ZoneOffset.UTC);
    private static final OrganisationId SCHOOL = new OrganisationId("37/3701/370102/s0012");
    private static final CandidateId OLD = new CandidateId("c0000000000000000000001");
    private static final CandidateId NEW = new CandidateId("c0000000000000000000002");
    private static final String ROWS = "select process_key, case_id, activity_ids::text, path_bits::text, last_index,"
            + " p.since, duty, role, d.since as owed, deadline from workflow_position p left join workflow_duty d"
            + " using (process_key, case_id) order by 1, 2";

    private Database database;
    private ConfigurableApplicationContext context;
    private SeasonId season;

    @BeforeAll
    void start() throws IOException {
        database = Database.open(new DatabasePlace.Throwaway(), Mode.THROWAWAY);
        context = Starting.core(database, CLOCK);
        SeasonReading rules;
        try (var in = BindingADutyTest.class.getResourceAsStream("/provinces/shandong.assumed.yaml")) {
            rules = SeasonRulesReader.read(in.readAllBytes());
        }
        season = new SeasonId(rules.rules().orElseThrow().id());
        send(new DraftSeason(season, "shandong", 2026, rules.canonical().orElseThrow(), officer(1)));
        send(new ApproveRules(season, 1, officer(2)));
        send(new PublishSeason(season, officer(2)));
    }

    @AfterAll
    void stop() {
        context.close();
        database.close();
    }

    @Test
    @Order(1)
    void appliesToRunningCasesAndBackRowByRow() throws IOException {
        apply(OLD);
        await();
        assertThat(places(OLD)).containsExactly("receive_arrangement");
        List<Map<String, Object>> before = rows();
        foretells();
        publish(0, "src/test/resources/rehearsal/application-with-physical.bpmn");
        context.getBean(ProcessRebuild.class).apply(folded -> {});
        assertThat(places(OLD)).containsExactly("user_physical");
        List<Map<String, Object>> forward = rows();

        publish(1, "bpmn/application.bpmn");
        context.getBean(ProcessRebuild.class).apply(folded -> {});
        assertThat(rows()).as("back").isEqualTo(before);
        publish(2, "src/test/resources/rehearsal/application-with-physical.bpmn");
        context.getBean(ProcessRebuild.class).apply(folded -> {});
        assertThat(rows()).as("and forward again").isEqualTo(forward);
        assertThat(context.getBean(ProcessRebuild.class).unfinished()).isFalse();
    }

    /** Before anything is published the office sees where running cases will stand. */
    private void foretells() throws IOException {
        Rehearsed seen = context.getBean(ProcessStudio.class)
                .rehearse(
                        Files.readString(MODELS.resolve("src/test/resources/rehearsal/application-with-physical.bpmn")),
                        Files.readString(MODELS.resolve("bpmn/application.bpmn")),
                        season);
        assertThat(seen.moved())
                .containsExactly(
                        new Rehearsed.Moved("receive_arrangement", "user_physical", false, 1, List.of(OLD.value())));
        assertThat(context.getBean(ProcessState.class).dutiesOf(OLD.value())).isEmpty();
    }

    @Test
    @Order(2)
    void owesItToTheSchoolWithADeadlineInWorkingDays() {
        apply(NEW);
        await();
        assertThat(places(NEW)).containsExactly("user_physical");
        DutyQueue queue = new OpenDuties(context.getBean(JdbcTemplate.class));
        assertThat(queue.owedBy(season, Role.REGISTRATION_POINT, new OrganisationId("37/3701"), 10))
                .extracting(DutyQueue.Open::candidate)
                .containsExactly(OLD, NEW);
        assertThat(queue.owedBy(season, Role.REGISTRATION_POINT, new OrganisationId("37/3702"), 10))
                .isEmpty();
        // Five working days after Monday: the end of the Monday after, in Beijing.
        assertThat(queue.find(KEY, NEW.value(), "user_physical").orElseThrow().deadline())
                .isEqualTo(Instant.parse("2025-10-27T16:00:00Z"));
    }

    @Test
    @Order(3)
    void nothingGetsPastItByCommandOrMassWork() {
        send(new OpenPhase(season, Phase.REGISTRATION, 1, officer(1)));
        send(new OpenPhase(season, Phase.EXAM, 1, officer(1)));
        await();
        int seated = context.getBean(ExamWork.class).arrangeAll(season, 2026, 7, acting(), done -> {});
        assertThat(seated).isZero();
        publishFacts("Draw", DrawId.of(season, 1).toString(), 0, drawn());
        assertThatThrownBy(() -> send(seat(OLD))).hasMessageContaining("DUTY_OPEN");
        assertThatThrownBy(() -> send(seat(NEW))).hasMessageContaining("DUTY_OPEN");
    }

    @Test
    @Order(4)
    void onceDecidedWhoPassedGoesOnAndWhoFailedDoesNot() {
        assertThatThrownBy(() -> send(decide(OLD, "FIT", Map.of(), school()))).hasMessageContaining("FORM_INVALID");
        assertThatThrownBy(() -> send(decide(OLD, "FIT", Map.of("sight", "GOOD"), officer(Role.REVIEWER))))
                .hasMessageContaining("NOT_THE_HOLDER");
        send(decide(OLD, "FIT", Map.of("sight", "GOOD"), school()));
        send(decide(NEW, "UNFIT", Map.of("sight", "WEAK"), school().because("不符合体检标准")));
        await();
        assertThat(places(OLD)).containsExactly("receive_arrangement");
        assertThat(places(NEW)).containsExactly("end_rejected");
        assertThat(new OpenDuties(context.getBean(JdbcTemplate.class))
                        .owedBy(season, Role.REGISTRATION_POINT, null, 10))
                .isEmpty();
        assertThat(context.getBean(DutyQueries.class).of(NEW)).singleElement().satisfies(decided -> {
            assertThat(decided.outcome()).isEqualTo("UNFIT");
            assertThat(decided.bars()).containsExactly("EXAM", "PREFERENCE", "PLACEMENT");
            assertThat(decided.answers()).isEqualTo(Map.of("sight", "WEAK"));
            assertThat(decided.reason()).isEqualTo("不符合体检标准");
        });
        assertThatThrownBy(() -> send(seat(NEW))).hasMessageContaining("BARRED");
        send(seat(OLD));
    }

    /** Facts as another way in might have left them: the market, and the dossier behind it, still give no place. */
    @Test
    @Order(5)
    void whoFailedIsNeverPlaced() {
        Result result = new Result(70_000, Map.of(), true, List.of(), List.of(), 1, "spring/01");
        publishFacts(
                "Plan",
                season + "/plan/u1",
                0,
                new PlanDeclared(
                        season,
                        new OrganisationId("37/u1"),
                        "济南职业学院",
                        List.of(new PlanUnit("u1", "机电技术", "DIPLOMA", "spring", "01", List.of(), 5)),
                        AT));
        publishFacts("Dossier", OLD.value(), 4, released(OLD, result));
        publishFacts("Dossier", NEW.value(), 3, arranged(NEW), released(NEW, result));
        publishFacts("Dossier", OLD.value(), 5, saved(OLD), locked(OLD));
        publishFacts("Dossier", NEW.value(), 5, saved(NEW), locked(NEW));
        await();
        PlacementWork.Computed run = context.getBean(PlacementWork.class).compute(season, 1, 1);
        assertThat(run.placed()).containsOnlyKeys(OLD);
        assertThat(run.unplaced()).containsExactly(Map.entry(NEW, "BARRED"));
        assertThatThrownBy(() -> send(new PlaceCandidate(
                        NEW, season + "/placement/1", 1, new Offer("u1", 1, 1), officer(Role.EXAM_OFFICE))))
                .hasMessageContaining("BARRED");
    }

    // ---- facts and commands

    private void publish(int base, String file) throws IOException {
        String drawing = Files.readString(MODELS.resolve(file));
        send(new DraftProcess(season, KEY, base, drawing, officer(1)));
        send(new ApproveProcess(season, KEY, base + 1, officer(2)));
        send(new PublishProcess(season, KEY, base + 1, officer(2)));
    }

    private void apply(CandidateId who) {
        publishFacts(
                "Dossier",
                who.value(),
                0,
                new ApplicationSubmitted(who, season, "spring", "01", "SECONDARY_VOCATIONAL", SCHOOL, 1, AT),
                new EligibilityConfirmed(who, 1, AT.plusSeconds(60)));
    }

    private Event drawn() {
        return new org.zhikao.admissions.exam.DrawEvent.SeatsDrawn(season, 1, 7, 2, "0".repeat(64), AT);
    }

    private ArrangeExam seat(CandidateId who) {
        return new ArrangeExam(
                who,
                DrawId.of(season, 1).toString(),
                new Seat("2600000001" + who.value().charAt(22), "K1", 1, 1),
                officer(1));
    }

    private Event arranged(CandidateId who) {
        return new ExamArranged(who, DrawId.of(season, 1).toString(), new Seat("26000000019", "K1", 1, 2), AT);
    }

    private Event released(CandidateId who, Result result) {
        return new ResultReleased(who, season + "/scoring/1", result, 1, AT);
    }

    private static Event saved(CandidateId who) {
        return new PreferencesSaved(who, 1, List.of("u1"), AT);
    }

    private static Event locked(CandidateId who) {
        return new PreferencesLocked(who, 1, false, AT);
    }

    private static DecideDuty decide(CandidateId who, String outcome, Map<String, String> answers, Act act) {
        return new DecideDuty(who, KEY, who.value(), "physical", outcome, answers, null, act);
    }

    private void publishFacts(String type, String stream, int first, Event... facts) {
        context.getBean(TransactionManager.class).executeInTransaction(() -> {
            List<GenericDomainEventMessage<?>> messages = new ArrayList<>();
            for (Event fact : Arrays.asList(facts)) {
                messages.add(new GenericDomainEventMessage<>(
                        type, stream, first + messages.size(), fact, MetaData.with("by", "test")));
            }
            context.getBean(EventStore.class).publish(messages);
        });
    }

    private void send(Object command) {
        context.getBean(CommandGateway.class).sendAndWait(command);
    }

    private void await() {
        context.getBean(Readers.class).awaitHead(Duration.ofSeconds(30));
    }

    private List<String> places(CandidateId who) {
        return context.getBean(ProcessState.class)
                .position(KEY, who.value())
                .orElseThrow()
                .activities();
    }

    private List<Map<String, Object>> rows() {
        return context.getBean(JdbcTemplate.class).queryForList(ROWS);
    }

    private static Acting acting() {
        return new Acting(new ActorId("office-1"), Role.EXAM_OFFICE, new OrganisationId("37"), "r-7");
    }

    private static Act officer(int number) {
        return new Act(
                AT, new ActorId("office-" + number), Role.EXAM_OFFICE, new OrganisationId("37"), "", "r-" + number);
    }

    private static Act officer(Role role) {
        return new Act(AT, new ActorId("a-" + role.ordinal()), role, new OrganisationId("37"), "理由", "r-9");
    }

    private static Act school() {
        return new Act(AT, new ActorId("school-1"), Role.REGISTRATION_POINT, SCHOOL, "", "r-5");
    }
}
