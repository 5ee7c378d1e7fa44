package org.zhikao.web;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.zhikao.admissions.process.ProcessModels;
import org.zhikao.admissions.process.ProcessStudio;
import org.zhikao.admissions.shared.ActorId;
import org.zhikao.admissions.shared.CandidateId;
import org.zhikao.admissions.shared.Command;
import org.zhikao.admissions.shared.Role;
import org.zhikao.admissions.shared.Sealed;
import org.zhikao.views.ViewVersions;
import org.zhikao.views.audit.DeskLog;
import org.zhikao.views.audit.Timeline;
import org.zhikao.views.dossier.CandidateQueries;
import org.zhikao.views.dossier.Journeys;
import org.zhikao.views.exemption.ClaimDrafts;
import org.zhikao.views.exemption.ClaimNotices;
import org.zhikao.views.exemption.ClaimQueries;
import org.zhikao.views.exemption.DeskQueries;
import org.zhikao.views.placement.PlacementQueries;
import org.zhikao.views.plan.PlanQueries;
import org.zhikao.views.preference.PreferenceQueries;
import org.zhikao.views.registration.ParticularsReader;
import org.zhikao.views.registration.RegistrationQueue;
import org.zhikao.views.scoring.MarkBook;
import org.zhikao.views.season.AmendmentQueries;
import org.zhikao.views.season.ProcessQueries;
import org.zhikao.views.season.SeasonQueries;
import org.zhikao.views.status.PhaseCalendar;
import org.zhikao.views.status.StatusCatalogue;
import org.zhikao.web.access.AccountDesk;
import org.zhikao.web.access.DemonstrationAccounts;
import org.zhikao.web.access.Denials;
import org.zhikao.web.access.SignedIn;
import org.zhikao.web.exemption.ObjectionBox;
import org.zhikao.web.exemption.PlayedVault;
import org.zhikao.web.registration.ParticularsDesk;
import org.zhikao.web.shared.WebConfiguration;

/** The pages over a played season: every port is a recording fake. Started as a program it can be looked at. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration(exclude = DataSourceAutoConfiguration.class)
@Import({WebConfiguration.class, PlayedDuties.class})
public class PlayedServer {
    public static final String PASSWORD = "zhikao-demo";

    /** Accounts by login. */
    public static final Map<String, SignedIn> ACCOUNTS = accounts();

    public static void main(String[] arguments) {
        SpringApplication application = new SpringApplication(PlayedServer.class);
        application.setDefaultProperties(WebSettings.ALL);
        application.run(arguments);
    }

    private static Map<String, SignedIn> accounts() {
        Map<String, SignedIn> all = new TreeMap<>();
        candidate(all, "fresh", Played.FRESH);
        candidate(all, "submitted", Played.SUBMITTED);
        candidate(all, "claiming", Played.CLAIMING);
        candidate(all, "ticketed", Played.TICKETED);
        candidate(all, "released", Played.RELEASED);
        candidate(all, "wishing", Played.WISHING);
        candidate(all, "placed", Played.PLACED);
        candidate(all, "unplaced", Played.UNPLACED);
        staff(all, "point", Role.REGISTRATION_POINT);
        staff(all, "reviewer", Role.REVIEWER);
        staff(all, "office", Role.EXAM_OFFICE);
        staff(all, "college", Role.COLLEGE);
        staff(all, "auditor", Role.AUDITOR);
        return all;
    }

    private static void candidate(Map<String, SignedIn> all, String login, CandidateId id) {
        all.put(login, new SignedIn(ActorId.of(id), login, Role.CANDIDATE, Played.POINT, id, Played.SEASON, false));
    }

    private static void staff(Map<String, SignedIn> all, String login, Role role) {
        all.put(
                login,
                new SignedIn(
                        new ActorId("a-demo-" + login),
                        login,
                        role,
                        role == Role.REGISTRATION_POINT
                                ? Played.POINT
                                : role == Role.COLLEGE ? Played.COLLEGE : Played.OFFICE,
                        null,
                        null,
                        false));
    }

    public static UsernamePasswordAuthenticationToken signedIn(SignedIn account) {
        return UsernamePasswordAuthenticationToken.authenticated(
                account, null, List.of(new SimpleGrantedAuthority(account.authority())));
    }

    /** Commands as they came; what {@code onSend} throws is what the aggregate says. */
    public static final class RecordedCommands implements Commands {
        public final List<Command> sent = new ArrayList<>();
        public Consumer<Command> onSend = command -> {};
        public boolean visible = true;

        @Override
        public boolean send(Command command) {
            onSend.accept(command);
            sent.add(command);
            return visible;
        }

        public void forget() {
            sent.clear();
            onSend = command -> {};
            visible = true;
        }
    }

    /** Denials as they came. */
    public static final class RecordedDenials implements Denials {
        public final List<String> codes = new ArrayList<>();

        @Override
        public void denied(SignedIn who, String method, String path, String code) {
            codes.add(code + " " + method + " " + path);
        }
    }

    @Bean
    Played played() {
        return new Played();
    }

    @Bean
    Clock clock() {
        return Clock.fixed(Played.AT, ZoneOffset.UTC);
    }

    @Bean
    RecordedCommands commands() {
        return new RecordedCommands();
    }

    @Bean
    RecordedDenials denials() {
        return new RecordedDenials();
    }

    @Bean
    AuthenticationProvider provider() {
        return new AuthenticationProvider() {
            @Override
            public Authentication authenticate(Authentication asked) {
                SignedIn account = ACCOUNTS.get(asked.getName());
                if (account == null || !PASSWORD.equals(String.valueOf(asked.getCredentials()))) {
                    throw new BadCredentialsException("wrong");
                }
                return signedIn(account);
            }

            @Override
            public boolean supports(Class<?> kind) {
                return true;
            }
        };
    }

    @Bean
    AccountDesk accountDesk() {
        AccountDesk desk = mock(AccountDesk.class);
        when(desk.activate(any(), any(), any(), any())).thenReturn(AccountDesk.Outcome.WRONG);
        when(desk.candidates(any(), any(), any(), org.mockito.ArgumentMatchers.anyInt()))
                .thenReturn(List.of(new AccountDesk.CandidateAccount(
                        "80000000001", Played.SUBMITTED, AccountDesk.State.ACTIVE, null)));
        AccountDesk.IssuedCode code = new AccountDesk.IssuedCode(
                "80000000002", Played.FRESH, "7KQM-2XWD-9RTH", Played.AT.plusSeconds(172_800));
        when(desk.issue(any(), any(), org.mockito.ArgumentMatchers.anyInt())).thenReturn(List.of(code));
        when(desk.renew(any(), any())).thenReturn(code);
        return desk;
    }

    @Bean
    DemonstrationAccounts demonstrationAccounts() {
        return () -> ACCOUNTS.values().stream()
                .map(a -> new DemonstrationAccounts.Shown(a.role(), a.login(), PASSWORD, "演示"))
                .toList();
    }

    @Bean
    SeasonWork seasonWork() {
        SeasonWork work = mock(SeasonWork.class);
        SeasonWork.Job job =
                new SeasonWork.Job("j-1", "MARKS", SeasonWork.State.RUNNING, 1200, 4000, 2, Played.AT, null, null);
        when(work.demonstration()).thenReturn(true);
        when(work.job(any(), any())).thenReturn(Optional.of(job));
        when(work.jobs(any(), any(), org.mockito.ArgumentMatchers.anyInt())).thenReturn(List.of(job));
        when(work.errors(any(), any()))
                .thenReturn(List.of(new SeasonWork.RowError(17, "mark", "OVER_MAXIMUM", "=成绩超过满分")));
        when(work.startImport(any(), any(), any(), any(), any())).thenReturn("j-1");
        when(work.nextPhase(any(), any())).thenReturn("j-1");
        when(work.computePlacement(any(), org.mockito.ArgumentMatchers.anyInt(), any()))
                .thenReturn("j-1");
        return work;
    }

    @Bean
    PublishedRuns publishedRuns() {
        return (season, run) -> run == 1 ? Optional.of(new byte[] {'P', 'K'}) : Optional.empty();
    }

    /** Trials as they were asked for; the report is one over a few made-up people. */
    @Bean
    PlayedTrial whatIfWork() {
        return new PlayedTrial();
    }

    @Bean
    PlayedAmendments amendmentWork() {
        return new PlayedAmendments();
    }

    @Bean
    AmendmentQueries amendments() {
        return PlayedAmendments.queries();
    }

    @Bean
    PlayedDrafts rulesDesk() {
        return new PlayedDrafts();
    }

    @Bean
    ParticularsDesk particularsDesk() {
        return (candidate, season, fields, correction) -> new Sealed("1", "c2VhbGVk", "ZGlnZXN0");
    }

    @Bean
    PlayedVault vault() {
        return new PlayedVault();
    }

    @Bean
    ClaimNotices notices() {
        ClaimNotices notices = mock(ClaimNotices.class);
        when(notices.of(any()))
                .thenReturn(List.of(
                        new ClaimNotices.Notice(
                                12,
                                1,
                                "exemption.evidence-requested",
                                "请补充证书",
                                Played.AT.plusSeconds(86_400),
                                Played.AT,
                                false),
                        new ClaimNotices.Notice(11, 1, "exemption.refused", "", null, Played.AT, true)));
        return notices;
    }

    @Bean
    DeskQueries desk(Played played) {
        DeskQueries desk = mock(DeskQueries.class);
        when(desk.assigned(any(), any(), org.mockito.ArgumentMatchers.anyInt()))
                .thenReturn(new org.zhikao.views.Page<>(List.of(played.claim()), null));
        when(desk.next(any(), any(), org.mockito.ArgumentMatchers.anyInt())).thenReturn(Optional.of(played.claim()));
        when(desk.pending(any(), any(), any())).thenReturn(List.of(played.claimSaid()));
        when(desk.pace(any(), any())).thenReturn(new DeskQueries.Pace(96, 412));
        when(desk.objections(any(), org.mockito.ArgumentMatchers.anyInt())).thenReturn(List.of("aa11"));
        when(desk.notices(
                        any(), org.mockito.ArgumentMatchers.anyBoolean(), any(), org.mockito.ArgumentMatchers.anyInt()))
                .thenReturn(new org.zhikao.views.Page<>(List.of(played.claimOnNotice()), null));
        return desk;
    }

    @Bean
    ObjectionBox objectionBox() {
        ObjectionBox box = mock(ObjectionBox.class);
        when(box.keep(any(), org.mockito.ArgumentMatchers.anyInt(), any())).thenReturn("ab12".repeat(16));
        when(box.open(any(), org.mockito.ArgumentMatchers.anyInt())).thenReturn(Map.of("aa11", "获奖名单中没有此人"));
        return box;
    }

    @Bean
    ClaimDrafts drafts() {
        ClaimDrafts drafts = mock(ClaimDrafts.class);
        when(drafts.of(Played.CLAIMING)).thenReturn(Optional.of(new ClaimDrafts.Draft("top-talent", null, Played.AT)));
        when(drafts.pieces(Played.CLAIMING, ClaimDrafts.NEW))
                .thenReturn(List.of(new ClaimDrafts.Attached("AWARD", PlayedVault.READY, Played.AT)));
        return drafts;
    }

    @Bean
    CandidateQueries candidates(Played played) {
        return played.candidateQueries();
    }

    @Bean
    SeasonQueries seasons(Played played) {
        return played.seasonQueries();
    }

    @Bean
    ProcessQueries processes() {
        return PlayedProcesses.queries();
    }

    @Bean
    ProcessModels processModels() {
        return PlayedProcesses.models();
    }

    @Bean
    ProcessStudio processStudio() {
        return PlayedProcesses.studio();
    }

    @Bean
    ClaimQueries claims(Played played) {
        return played.claimQueries();
    }

    @Bean
    PlanQueries plans(Played played) {
        return played.planQueries();
    }

    @Bean
    PreferenceQueries preferences(Played played) {
        return played.preferenceQueries();
    }

    @Bean
    RegistrationQueue queue(Played played) {
        return played.registrationQueue();
    }

    @Bean
    MarkBook marks(Played played) {
        return played.markBook();
    }

    @Bean
    PlacementQueries placements(Played played) {
        return played.placementQueries();
    }

    @Bean
    Timeline timeline(Played played) {
        return played.timeline();
    }

    @Bean
    DeskLog deskLog(Played played) {
        return played.deskLog();
    }

    @Bean
    ParticularsReader particulars(Played played) {
        return played.particulars();
    }

    @Bean
    ViewVersions versions() {
        ViewVersions versions = mock(ViewVersions.class);
        when(versions.known(any())).thenReturn(OptionalLong.empty());
        return versions;
    }

    @Bean
    StatusCatalogue catalogue() {
        return StatusCatalogue.published();
    }

    @Bean
    Journeys journeys(StatusCatalogue catalogue, PhaseCalendar calendar) {
        return new Journeys(catalogue, calendar);
    }
}
