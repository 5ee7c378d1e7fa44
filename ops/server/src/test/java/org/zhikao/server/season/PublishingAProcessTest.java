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
import java.util.List;
import java.util.Map;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.MetaData;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.zhikao.admissions.process.ProcessModels;
import org.zhikao.admissions.process.ProcessRebuild;
import org.zhikao.admissions.process.ProcessState;
import org.zhikao.admissions.registration.RegistrationEvent.ApplicationSubmitted;
import org.zhikao.admissions.registration.RegistrationEvent.EligibilityConfirmed;
import org.zhikao.admissions.season.SeasonCommand.ApproveProcess;
import org.zhikao.admissions.season.SeasonCommand.ApproveRules;
import org.zhikao.admissions.season.SeasonCommand.DraftProcess;
import org.zhikao.admissions.season.SeasonCommand.DraftSeason;
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
import org.zhikao.server.work.Readers;
import org.zhikao.views.season.ProcessQueries;
import org.zhikao.views.season.ProcessQueries.ProcessVersion;

/** From a draft to running cases on a real database: two persons, a restart, a refold; and the way back by the same steps. */
class PublishingAProcessTest {
    private static final Path MODELS = Path.of("../../workflows");
    private static final String KEY = "application";
    private static final Instant AT = Instant.parse("2025-10-20T01:00:00Z");
    private static final Clock CLOCK = Clock.fixed(AT, ZoneOffset.UTC);
    private static final String POSITIONS =
            "select process_key, case_id, activity_ids::text, path_bits::text, last_index,"
                    + " since from workflow_position order by 1, 2";

    private SeasonId season;

    @Test
    void publishedByTwoPersonsRunAfterARestartAndTakenBackTheSameWay() throws IOException {
        String shipped = Files.readString(MODELS.resolve("bpmn/application.bpmn"));
        String withCheck = Files.readString(MODELS.resolve("src/test/resources/rehearsal/application-with-check.bpmn"));
        try (Database database = Database.open(new DatabasePlace.Throwaway(), Mode.THROWAWAY)) {
            List<Map<String, Object>> before;
            try (ConfigurableApplicationContext context = Starting.core(database, CLOCK)) {
                CommandGateway gateway = context.getBean(CommandGateway.class);
                beginASeason(gateway);
                confirmed(context, 1);
                await(context);
                assertThat(places(context, 1)).containsExactly("receive_arrangement");
                before = rows(context);
                draft(gateway, withCheck);
                await(context);
                ProcessVersion version = versions(context).get(0);
                assertThat(version.publishedBy()).isEqualTo(new ActorId("office-2"));
                assertThat(version.digest()).isEqualTo(new LintedProcess().digest(withCheck));
                assertThat(context.getBean(ProcessModels.class).model(KEY).digest())
                        .isEqualTo(new LintedProcess().digest(shipped));
            }
            try (ConfigurableApplicationContext context = Starting.core(database, CLOCK)) {
                assertThat(context.getBean(ProcessModels.class).model(KEY).digest())
                        .isEqualTo(new LintedProcess().digest(withCheck));
                confirmed(context, 2);
                await(context);
                assertThat(places(context, 2)).as("a new case").containsExactly("user_check");
                assertThat(places(context, 1)).as("an old case").containsExactly("receive_arrangement");
                context.getBean(ProcessRebuild.class).rebuild(folded -> {});
                assertThat(places(context, 1)).as("an old case refolded").containsExactly("user_check");
                assertThat(context.getBean(ProcessState.class).duties("REVIEWER", 10))
                        .hasSize(2);
                publishAgain(context.getBean(CommandGateway.class), shipped);
            }
            try (ConfigurableApplicationContext context = Starting.core(database, CLOCK)) {
                context.getBean(ProcessRebuild.class).rebuild(folded -> {});
                assertThat(places(context, 2)).containsExactly("receive_arrangement");
                assertThat(context.getBean(ProcessState.class).duties("REVIEWER", 10))
                        .isEmpty();
                List<Map<String, Object>> back = new ArrayList<>(rows(context));
                back.removeIf(row -> row.get("case_id").equals(candidate(2).value()));
                assertThat(back).isEqualTo(before);
            }
        }
    }

    private void beginASeason(CommandGateway gateway) throws IOException {
        SeasonReading rules;
        try (var in = PublishingAProcessTest.class.getResourceAsStream("/provinces/shandong.assumed.yaml")) {
            rules = SeasonRulesReader.read(in.readAllBytes());
        }
        season = new SeasonId(rules.rules().orElseThrow().id());
        gateway.sendAndWait(
                new DraftSeason(season, "shandong", 2026, rules.canonical().orElseThrow(), officer(1)));
        gateway.sendAndWait(new ApproveRules(season, 1, officer(2)));
        gateway.sendAndWait(new PublishSeason(season, officer(2)));
    }

    private void draft(CommandGateway gateway, String withCheck) {
        String broken = withCheck.replace("default=\"flow_checked\"", "");
        assertThatThrownBy(() -> gateway.sendAndWait(new DraftProcess(season, KEY, 0, "<nonsense/>", officer(1))))
                .hasMessageContaining("PROCESS_BLOCKED");
        gateway.sendAndWait(new DraftProcess(season, KEY, 0, broken, officer(1)));
        assertThatThrownBy(() -> gateway.sendAndWait(new ApproveProcess(season, KEY, 1, officer(2))))
                .hasMessageContaining("PROCESS_BLOCKED")
                .hasMessageContaining("gateway-default");
        assertThatThrownBy(() -> gateway.sendAndWait(new DraftProcess(season, KEY, 0, withCheck, officer(3))))
                .hasMessageContaining("PROCESS_CHANGED");
        gateway.sendAndWait(new DraftProcess(season, KEY, 1, withCheck, officer(1)));
        assertThatThrownBy(() -> gateway.sendAndWait(new ApproveProcess(season, KEY, 2, officer(1))))
                .hasMessageContaining("PROCESS_AUTHOR");
        gateway.sendAndWait(new ApproveProcess(season, KEY, 2, officer(2)));
        gateway.sendAndWait(new PublishProcess(season, KEY, 2, officer(2)));
    }

    private void publishAgain(CommandGateway gateway, String shipped) {
        gateway.sendAndWait(new DraftProcess(season, KEY, 2, shipped, officer(2)));
        gateway.sendAndWait(new ApproveProcess(season, KEY, 3, officer(1)));
        gateway.sendAndWait(new PublishProcess(season, KEY, 3, officer(1)));
    }

    /** Facts as a dossier would record them: this test is about the process, not about who may apply. */
    private void confirmed(ConfigurableApplicationContext context, int number) {
        CandidateId who = candidate(number);
        List<Event> facts = List.of(
                new ApplicationSubmitted(
                        who,
                        season,
                        "spring",
                        "01",
                        "SECONDARY_VOCATIONAL",
                        new OrganisationId("37/3701/370102/s0012"),
                        1,
                        AT),
                new EligibilityConfirmed(who, 1, AT.plusSeconds(60)));
        context.getBean(TransactionManager.class).executeInTransaction(() -> {
            List<GenericDomainEventMessage<?>> messages = new ArrayList<>();
            for (Event fact : facts) {
                messages.add(new GenericDomainEventMessage<>(
                        "Dossier", who.value(), messages.size(), fact, MetaData.with("by", "test")));
            }
            context.getBean(EventStore.class).publish(messages);
        });
    }

    private static void await(ConfigurableApplicationContext context) {
        context.getBean(Readers.class).awaitHead(Duration.ofSeconds(30));
    }

    private List<ProcessVersion> versions(ConfigurableApplicationContext context) {
        return context.getBean(ProcessQueries.class).versions(season);
    }

    private static List<String> places(ConfigurableApplicationContext context, int number) {
        return context.getBean(ProcessState.class)
                .position(KEY, candidate(number).value())
                .orElseThrow()
                .activities();
    }

    private static List<Map<String, Object>> rows(ConfigurableApplicationContext context) {
        return context.getBean(JdbcTemplate.class).queryForList(POSITIONS);
    }

    private static CandidateId candidate(int number) {
        return new CandidateId("c000000000000000000000" + number);
    }

    private static Act officer(int number) {
        return new Act(
                AT, new ActorId("office-" + number), Role.EXAM_OFFICE, new OrganisationId("37"), "", "r-" + number);
    }
}
