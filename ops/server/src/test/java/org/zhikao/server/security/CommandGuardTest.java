package org.zhikao.server.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.zhikao.admissions.duty.DutyCommand;
import org.zhikao.admissions.exam.DrawCommand;
import org.zhikao.admissions.exam.ExamCommand;
import org.zhikao.admissions.exemption.ExemptionCommand;
import org.zhikao.admissions.placement.PlacementCommand;
import org.zhikao.admissions.placement.RunCommand;
import org.zhikao.admissions.plan.PlanCommand;
import org.zhikao.admissions.preference.PreferenceCommand;
import org.zhikao.admissions.registration.RegistrationCommand;
import org.zhikao.admissions.scoring.ReleaseCommand;
import org.zhikao.admissions.scoring.ScoringCommand;
import org.zhikao.admissions.season.Phase;
import org.zhikao.admissions.season.SeasonCommand;
import org.zhikao.admissions.season.SeasonCommand.OpenPhase;
import org.zhikao.admissions.shared.Act;
import org.zhikao.admissions.shared.ActorId;
import org.zhikao.admissions.shared.OrganisationId;
import org.zhikao.admissions.shared.Role;
import org.zhikao.admissions.shared.SeasonId;
import org.zhikao.web.access.SignedIn;

/** No command passes that its role is not allowed, and none under another's name. */
class CommandGuardTest {
    private static final List<Class<?>> PROTOCOLS = List.of(
            SeasonCommand.class,
            RegistrationCommand.class,
            DutyCommand.class,
            ExamCommand.class,
            DrawCommand.class,
            ExemptionCommand.class,
            ScoringCommand.class,
            ReleaseCommand.class,
            PlanCommand.class,
            PreferenceCommand.class,
            PlacementCommand.class,
            RunCommand.class);
    private static final SignedIn OFFICER = new SignedIn(
            new ActorId("a-officer1"), "officer1", Role.EXAM_OFFICE, new OrganisationId("99"), null, null, false);

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    private static void signIn(SignedIn account) {
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                        account, null, List.of(new SimpleGrantedAuthority(account.authority()))));
    }

    private static OpenPhase opening(ActorId by, Role role, OrganisationId organisation) {
        return new OpenPhase(
                new SeasonId("s-shandong-2026"),
                Phase.EXAM,
                1,
                new Act(Instant.parse("2026-03-01T00:00:00Z"), by, role, organisation, "", "r-1"));
    }

    @Test
    void knowsEveryCommandOfEveryFeatureAndNoOther() {
        Set<Class<?>> all = PROTOCOLS.stream()
                .flatMap(protocol -> Arrays.stream(protocol.getPermittedSubclasses()))
                .collect(Collectors.toSet());
        assertThat(CommandRoles.known()).hasSizeGreaterThan(35).isEqualTo(all);
    }

    @Test
    void letsNobodyWhoMerelyReadsOrderAnything() {
        assertThat(CommandRoles.known()).noneMatch(command -> CommandRoles.allows(command, Role.AUDITOR));
    }

    @Test
    void letsPassWhatTheSignedInOfficerOrders() {
        signIn(OFFICER);
        assertThatCode(() -> CommandGuard.check(opening(OFFICER.actor(), OFFICER.role(), OFFICER.organisation())))
                .doesNotThrowAnyException();
    }

    @Test
    void refusesEveryOtherRole() {
        Stream.of(Role.values())
                .filter(role -> role != Role.EXAM_OFFICE && role != Role.SYSTEM)
                .forEach(role -> assertThatThrownBy(
                                () -> CommandGuard.check(opening(new ActorId("a-x"), role, OFFICER.organisation())))
                        .isInstanceOf(AccessDeniedException.class));
    }

    @Test
    void refusesAnActUnderAnotherNameRoleOrOrganisation() {
        signIn(OFFICER);
        assertThatThrownBy(() -> CommandGuard.check(
                        opening(new ActorId("a-officer2"), Role.EXAM_OFFICE, OFFICER.organisation())))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> CommandGuard.check(opening(OFFICER.actor(), Role.SYSTEM, OFFICER.organisation())))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(
                        () -> CommandGuard.check(opening(OFFICER.actor(), Role.EXAM_OFFICE, new OrganisationId("98"))))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void refusesWhatIsNoCommand() {
        assertThatThrownBy(() -> CommandGuard.check("open everything")).isInstanceOf(AccessDeniedException.class);
    }
}
