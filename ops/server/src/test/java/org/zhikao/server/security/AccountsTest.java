package org.zhikao.server.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.session.SessionRegistryImpl;
import org.zhikao.admissions.shared.ActorId;
import org.zhikao.admissions.shared.OrganisationId;
import org.zhikao.admissions.shared.Role;
import org.zhikao.admissions.shared.SeasonId;
import org.zhikao.formats.sealing.Entropy;
import org.zhikao.formats.sealing.MasterKeys;
import org.zhikao.server.database.Database;
import org.zhikao.server.database.DatabasePlace;
import org.zhikao.server.database.Mode;
import org.zhikao.web.access.AccountDesk.IssuedCode;
import org.zhikao.web.access.AccountDesk.Outcome;
import org.zhikao.web.access.SignedIn;

/** An account is its owner's: by a code that works once, a password nobody else knows, and pauses that hit only who guesses. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccountsTest {
    private static final SeasonId SEASON = new SeasonId("s-shandong-2026");
    private static final String GOOD = "correct horse 2026";
    private static final String HERE = "198.51.100.7";
    private static final String ELSEWHERE = "203.0.113.9";
    private static final SignedIn POINT = new SignedIn(
            new ActorId("a-point"),
            "point",
            Role.REGISTRATION_POINT,
            new OrganisationId("99/9901/990101/s0001"),
            null,
            null,
            false);

    /** A wall clock that a test may move. */
    private static final class Wall extends Clock {
        private Instant now = Instant.parse("2026-03-01T08:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    private Database database;
    private final Wall wall = new Wall();
    private final SessionRegistryImpl sessions = new SessionRegistryImpl();
    private Accounts accounts;

    @BeforeAll
    void open() {
        database = Database.open(new DatabasePlace.Throwaway(), Mode.THROWAWAY);
    }

    @AfterAll
    void close() {
        database.close();
    }

    @BeforeEach
    void empty() {
        JdbcTemplate jdbc = new JdbcTemplate(new SingleConnectionDataSource(
                database.application().url(),
                database.application().user(),
                database.application().password(),
                true));
        jdbc.execute(database.application().sessionSql());
        jdbc.execute("delete from account");
        jdbc.execute("delete from sign_in_pause");
        accounts = new Accounts(
                jdbc,
                new HashingPool(1),
                new Pauses(jdbc, wall),
                new ActivationCodes(MasterKeys.inMemory(Entropy.secure())),
                new Logins(),
                sessions,
                wall);
    }

    private IssuedCode issued() {
        return accounts.issue(POINT, SEASON, 1).get(0);
    }

    @Test
    void aCodeActivatesOnceAndHoweverItIsTyped() {
        IssuedCode code = issued();
        String typed = code.code().toLowerCase(java.util.Locale.ROOT).replace("-", " ");
        assertThat(accounts.activate(code.login(), typed, GOOD, HERE)).isEqualTo(Outcome.DONE);
        assertThat(accounts.activate(code.login(), code.code(), "another one 2026", HERE))
                .isEqualTo(Outcome.WRONG);
        SignedIn known = accounts.authenticate(code.login(), GOOD).orElseThrow();
        assertThat(known.candidate()).isEqualTo(code.candidate());
        assertThat(known.actor()).isEqualTo(ActorId.of(code.candidate()));
        assertThat(known.organisation()).isEqualTo(POINT.organisation());
    }

    @Test
    void aCodeExpiresAndOpensNoOtherAccount() {
        IssuedCode one = issued();
        IssuedCode two = issued();
        assertThat(accounts.activate(one.login(), two.code(), GOOD, HERE)).isEqualTo(Outcome.WRONG);
        wall.now = one.until().plusSeconds(1);
        assertThat(accounts.activate(one.login(), one.code(), GOOD, HERE)).isEqualTo(Outcome.WRONG);
    }

    @Test
    void nobodySignsInBeforeActivationOrByAnUnknownName() {
        IssuedCode code = issued();
        assertThat(accounts.authenticate(code.login(), "")).isEmpty();
        assertThat(accounts.authenticate("nobody", GOOD)).isEmpty();
    }

    @Test
    void aNewCodeEndsPasswordAndSessions() {
        IssuedCode code = issued();
        accounts.activate(code.login(), code.code(), GOOD, HERE);
        SignedIn owner = accounts.authenticate(code.login(), GOOD).orElseThrow();
        sessions.registerNewSession("stolen", owner);
        IssuedCode renewed = accounts.renew(POINT, code.candidate());
        assertThat(accounts.authenticate(code.login(), GOOD)).isEmpty();
        assertThat(sessions.getSessionInformation("stolen").isExpired()).isTrue();
        assertThat(accounts.activate(code.login(), renewed.code(), GOOD, HERE)).isEqualTo(Outcome.DONE);
    }

    @Test
    void renewsOnlyBelowTheOwnPoint() {
        IssuedCode code = issued();
        SignedIn other = new SignedIn(
                new ActorId("a-other"),
                "other",
                Role.REGISTRATION_POINT,
                new OrganisationId("99/9901/990101/s0002"),
                null,
                null,
                false);
        assertThatThrownBy(() -> accounts.renew(other, code.candidate())).isInstanceOf(AccessDeniedException.class);
        assertThat(accounts.candidates(other.organisation(), SEASON, "", 10)).isEmpty();
        assertThat(accounts.candidates(new OrganisationId("99/9901"), SEASON, "", 10))
                .hasSize(1);
    }

    @Test
    void pausesWhoGuessesAndNotTheOwnerElsewhere() {
        IssuedCode code = issued();
        for (int i = 0; i < 6; i++) {
            assertThat(accounts.activate(code.login(), "WRONG", GOOD, HERE)).isEqualTo(Outcome.WRONG);
        }
        assertThat(accounts.activate(code.login(), code.code(), GOOD, HERE)).isEqualTo(Outcome.TOO_MANY);
        assertThat(accounts.activate(code.login(), code.code(), GOOD, ELSEWHERE))
                .isEqualTo(Outcome.DONE);
    }

    @Test
    void pausesGrowButNeverBeyondAQuarterOfAnHour() {
        assertThat(Pauses.pause(5)).isEqualTo(Duration.ZERO);
        assertThat(Pauses.pause(6)).isEqualTo(Duration.ofSeconds(2));
        assertThat(Pauses.pause(8)).isEqualTo(Duration.ofSeconds(8));
        assertThat(Pauses.pause(60)).isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void refusesWeakPasswords() {
        IssuedCode code = issued();
        for (String weak : List.of("short", "aaaaaaaaaaaa", "200801012026", code.login() + "x", "密".repeat(25))) {
            assertThat(accounts.activate(code.login(), code.code(), weak, HERE))
                    .as(weak)
                    .isEqualTo(Outcome.WEAK);
        }
    }

    @Test
    void changesThePasswordOnlyWithTheFormerOne() {
        IssuedCode code = issued();
        accounts.activate(code.login(), code.code(), GOOD, HERE);
        SignedIn owner = accounts.authenticate(code.login(), GOOD).orElseThrow();
        assertThat(accounts.changePassword(owner, "wrong", "a better one 26", HERE))
                .isEqualTo(Outcome.WRONG);
        assertThat(accounts.changePassword(owner, GOOD, "a better one 26", HERE))
                .isEqualTo(Outcome.DONE);
        assertThat(accounts.authenticate(code.login(), "a better one 26")).isPresent();
    }

    @Test
    void invitesStaffByCodeAndTwoLoginsNeverCollide() {
        Accounts.StaffCode code = accounts.inviteStaff(Role.EXAM_OFFICE, new OrganisationId("99"), "officer1");
        assertThat(accounts.activate("officer1", code.code(), GOOD, HERE)).isEqualTo(Outcome.DONE);
        assertThat(accounts.authenticate("officer1", GOOD).orElseThrow().role()).isEqualTo(Role.EXAM_OFFICE);
        assertThatThrownBy(() -> accounts.inviteStaff(Role.REVIEWER, new OrganisationId("99"), "officer1"))
                .isInstanceOf(org.springframework.dao.DuplicateKeyException.class);
    }
}
