package org.zhikao.server.season;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.zhikao.admissions.season.Ballot;
import org.zhikao.admissions.season.Phase;
import org.zhikao.admissions.season.SeasonCommand.ApproveAmendment;
import org.zhikao.admissions.season.SeasonCommand.ApproveRules;
import org.zhikao.admissions.season.SeasonCommand.DraftSeason;
import org.zhikao.admissions.season.SeasonCommand.OpenPhase;
import org.zhikao.admissions.season.SeasonCommand.ProposeAmendment;
import org.zhikao.admissions.season.SeasonCommand.PublishAmendment;
import org.zhikao.admissions.season.SeasonCommand.PublishSeason;
import org.zhikao.admissions.season.SeasonCommand.RecordVote;
import org.zhikao.admissions.shared.Act;
import org.zhikao.admissions.shared.ActorId;
import org.zhikao.admissions.shared.OrganisationId;
import org.zhikao.admissions.shared.Role;
import org.zhikao.admissions.shared.SeasonId;
import org.zhikao.formats.season.SeasonDraft;
import org.zhikao.formats.season.SeasonReading;
import org.zhikao.formats.season.SeasonRulesReader;
import org.zhikao.server.Starting;
import org.zhikao.server.database.Database;
import org.zhikao.server.database.DatabasePlace;
import org.zhikao.server.database.Mode;
import org.zhikao.server.work.Readers;
import org.zhikao.views.season.AmendmentQueries;
import org.zhikao.views.season.AmendmentQueries.AmendmentRow;
import org.zhikao.views.season.SeasonQueries;
import org.zhikao.web.RulesDesk;

/** From a kept draft to amended rules on a real database: frozen rules change only by a vote, two approvals and a notice. */
class AmendingASeasonTest {
    private static final Instant AT = Instant.parse("2026-03-20T01:00:00Z");
    private static final Clock CLOCK = Clock.fixed(AT, ZoneOffset.UTC);

    @Test
    void amendsFrozenRulesByTheBook() throws IOException {
        try (Database database = Database.open(new DatabasePlace.Throwaway(), Mode.THROWAWAY);
                ConfigurableApplicationContext context = Starting.core(database, CLOCK)) {
            CommandGateway gateway = context.getBean(CommandGateway.class);
            SeasonReading rules = SeasonRulesReader.read(preset(context));
            SeasonId season = new SeasonId(rules.rules().orElseThrow().id());
            String text = rules.canonical().orElseThrow();
            gateway.sendAndWait(new DraftSeason(season, "shandong", 2026, text, officer(1)));
            gateway.sendAndWait(new ApproveRules(season, 1, officer(2)));
            assertThatThrownBy(() -> gateway.sendAndWait(new PublishSeason(season, officer(1))))
                    .hasMessageContaining("DRAFTER_MAY_NOT_PUBLISH");
            gateway.sendAndWait(new PublishSeason(season, officer(2)));
            gateway.sendAndWait(new OpenPhase(season, Phase.REGISTRATION, 1, officer(1)));
            gateway.sendAndWait(new OpenPhase(season, Phase.EXAM, 1, officer(1)));

            String amended = drafted(context);
            gateway.sendAndWait(new ProposeAmendment(season, amended, officer(3)));
            gateway.sendAndWait(new RecordVote(
                    season,
                    1,
                    List.of(new Ballot("周明", true), new Ballot("吴清", true), new Ballot("郑和平", false)),
                    officer(3)));
            gateway.sendAndWait(new ApproveAmendment(season, 1, officer(2)));
            gateway.sendAndWait(new ApproveAmendment(season, 1, officer(4)));
            gateway.sendAndWait(new PublishAmendment(season, 1, "公告", 0, "e".repeat(64), officer(4)));
            context.getBean(Readers.class).awaitHead(Duration.ofSeconds(30));

            AmendmentRow row =
                    context.getBean(AmendmentQueries.class).of(season).get(0);
            assertThat(row.inFavour()).containsExactly("周明", "吴清");
            assertThat(row.against()).containsExactly("郑和平");
            assertThat(row.carried()).isTrue();
            assertThat(row.approvedBy()).containsExactly("office-2", "office-4");
            assertThat(row.notice()).isEqualTo("公告");
            assertThat(row.rules()).isEqualTo(2);
            SeasonQueries seasons = context.getBean(SeasonQueries.class);
            assertThat(seasons.find(season).orElseThrow().published()).isEqualTo(2);
            assertThat(seasons.rules(season, 2)).contains(amended);
        }
    }

    /** A draft kept, changed in one field, and refused to whoever saves over an older state of it. */
    private static String drafted(ConfigurableApplicationContext context) throws IOException {
        RulesDesk desk = context.getBean(RulesDesk.class);
        SeasonDraft draft = SeasonDraft.of(preset(context)).orElseThrow();
        String id = desk.start(draft.title(), draft.yaml(), officer(3));
        assertThat(draft.enter("/title", "特别修订")).isTrue();
        assertThat(desk.save(id, 1, draft.title(), draft.yaml(), officer(3))).isTrue();
        assertThat(desk.save(id, 1, "旧", "旧", officer(1))).isFalse();
        RulesDesk.Draft kept = desk.draft(id).orElseThrow();
        assertThat(kept.revision()).isEqualTo(2);
        assertThat(desk.drafts()).extracting(RulesDesk.Draft::title).containsExactly("特别修订");
        desk.discard(id);
        assertThat(desk.drafts()).isEmpty();
        return SeasonRulesReader.read(kept.text().getBytes(StandardCharsets.UTF_8))
                .canonical()
                .orElseThrow();
    }

    private static byte[] preset(ConfigurableApplicationContext context) {
        RulesDesk desk = context.getBean(RulesDesk.class);
        assertThat(desk.presets())
                .hasSize(16)
                .allMatch(name -> desk.preset(name).isPresent());
        return Objects.requireNonNull(desk.preset("shandong.assumed").orElse(null));
    }

    private static Act officer(int number) {
        return new Act(
                AT,
                new ActorId("office-" + number),
                Role.EXAM_OFFICE,
                new OrganisationId("37"),
                "控制线误植",
                "r-" + number);
    }
}
