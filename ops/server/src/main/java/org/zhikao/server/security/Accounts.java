package org.zhikao.server.security;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.session.SessionInformation;
import org.springframework.security.core.session.SessionRegistry;
import org.zhikao.admissions.shared.ActorId;
import org.zhikao.admissions.shared.CandidateId;
import org.zhikao.admissions.shared.OrganisationId;
import org.zhikao.admissions.shared.Role;
import org.zhikao.admissions.shared.SeasonId;
import org.zhikao.web.access.AccountDesk;
import org.zhikao.web.access.SignedIn;

/** 账号: who may sign in as whom, for which organisation; a password is set by its owner only. */
public final class Accounts implements AccountDesk {
    private static final Duration CODE_LIFE = Duration.ofHours(48);
    private static final int SHORTEST = 10;
    /** bcrypt reads no more than 72 bytes; 64 characters of ASCII or 24 Chinese ones. */
    private static final int MOST_BYTES = 72;

    private final JdbcTemplate jdbc;
    private final HashingPool hashing;
    private final Pauses pauses;
    private final ActivationCodes codes;
    private final Logins logins;
    private final SessionRegistry sessions;
    /** Codes and pauses run by the wall, not by a demonstration's clock. */
    private final Clock wall;
    /** What an unknown login is compared with, so that it takes as long as a known one. */
    private final String nobody;

    Accounts(
            JdbcTemplate jdbc,
            HashingPool hashing,
            Pauses pauses,
            ActivationCodes codes,
            Logins logins,
            SessionRegistry sessions,
            Clock wall) {
        this.jdbc = jdbc;
        this.hashing = hashing;
        this.pauses = pauses;
        this.codes = codes;
        this.logins = logins;
        this.sessions = sessions;
        this.wall = wall;
        this.nobody = hashing.hash(codes.fresh());
    }

    /** 账号 as stored. */
    record Row(
            SignedIn account,
            State state,
            @Nullable String password,
            byte @Nullable [] code,
            @Nullable Instant codeUntil) {}

    Optional<Row> find(String login) {
        return jdbc.query("select * from account where login = ?", Accounts::row, login).stream()
                .findFirst();
    }

    /** The account when login and password are right and it is active; the time taken tells nothing. */
    Optional<SignedIn> authenticate(String login, String password) {
        Optional<Row> row = find(login);
        String hash = row.map(Row::password).orElse(null);
        boolean right = hashing.matches(password, hash == null ? nobody : hash);
        return row.filter(found -> right && hash != null && found.state() == State.ACTIVE)
                .map(Row::account);
    }

    @Override
    public Outcome activate(String login, String code, String password, String origin) {
        if (pauses.paused(login, origin)) {
            return Outcome.TOO_MANY;
        }
        if (weak(login, password)) {
            return Outcome.WEAK;
        }
        String hash = hashing.hash(password);
        Row row = find(login).orElse(null);
        if (row == null || !redeemable(row, login, code)) {
            pauses.failed(login, origin);
            return Outcome.WRONG;
        }
        // The code is part of the condition: of two at once only one redeems it.
        int redeemed = jdbc.update(
                "update account set password = ?, state = 'ACTIVE', must_change = false, code = null, code_until = null,"
                        + " changed_at = ? where login = ? and code = ?",
                hash,
                now(),
                login,
                row.code());
        pauses.succeeded(login, origin);
        end(row.account());
        return redeemed == 1 ? Outcome.DONE : Outcome.WRONG;
    }

    private boolean redeemable(Row row, String login, String code) {
        byte[] kept = row.code();
        Instant until = row.codeUntil();
        return kept != null
                && until != null
                && until.isAfter(wall.instant())
                && row.state() != State.DISABLED
                && codes.matches(login, code, kept);
    }

    @Override
    public Outcome changePassword(SignedIn account, String before, String after, String origin) {
        if (pauses.paused(account.login(), origin)) {
            return Outcome.TOO_MANY;
        }
        if (weak(account.login(), after) || after.equals(before)) {
            return Outcome.WEAK;
        }
        if (authenticate(account.login(), before).isEmpty()) {
            pauses.failed(account.login(), origin);
            return Outcome.WRONG;
        }
        jdbc.update(
                "update account set password = ?, must_change = false, changed_at = ? where id = ?",
                hashing.hash(after),
                now(),
                account.actor().value());
        end(account);
        return Outcome.DONE;
    }

    /** Too short, too long to be hashed whole, one character over and over, digits only, or the login itself. */
    private static boolean weak(String login, String password) {
        return password.codePointCount(0, password.length()) < SHORTEST
                || password.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES
                || password.codePoints().distinct().count() < 4
                || password.chars().allMatch(Character::isDigit)
                || password.toLowerCase(Locale.ROOT).contains(login.toLowerCase(Locale.ROOT));
    }

    @Override
    public List<IssuedCode> issue(SignedIn point, SeasonId season, int count) {
        List<IssuedCode> issued = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            CandidateId candidate = logins.dossier();
            issued.add(invite(new SignedIn(
                    ActorId.of(candidate),
                    logins.candidate(),
                    Role.CANDIDATE,
                    point.organisation(),
                    candidate,
                    season,
                    false)));
        }
        return issued;
    }

    private IssuedCode invite(SignedIn account) {
        String code = codes.fresh();
        Instant until = wall.instant().plus(CODE_LIFE);
        insert(account, State.INVITED, null, codes.digest(account.login(), code), until);
        return new IssuedCode(account.login(), account.ownDossier(), code, until);
    }

    /** A member of staff, invited by a single-use code. */
    public record StaffCode(String login, String code, Instant until) {}

    public StaffCode inviteStaff(Role role, OrganisationId organisation, String login) {
        String code = codes.fresh();
        Instant until = wall.instant().plus(CODE_LIFE);
        SignedIn account = new SignedIn(logins.staff(), login, role, organisation, null, null, false);
        insert(account, State.INVITED, null, codes.digest(login, code), until);
        return new StaffCode(login, code, until);
    }

    /** Accounts with a known password: for a demonstration, whose passwords are no secret. */
    void insertActive(List<SignedIn> accounts, String password) {
        String hash = hashing.hash(password);
        accounts.forEach(account -> insert(account, State.ACTIVE, hash, null, null));
    }

    private void insert(
            SignedIn account, State state, @Nullable String hash, byte @Nullable [] code, @Nullable Instant until) {
        CandidateId candidate = account.candidate();
        SeasonId season = account.season();
        jdbc.update(
                "insert into account (id, login, role, organisation, candidate, season, state, password, must_change, code,"
                        + " code_until, created_at, changed_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                account.actor().value(),
                account.login(),
                account.role().name(),
                account.organisation().value(),
                candidate == null ? null : candidate.value(),
                season == null ? null : season.value(),
                state.name(),
                hash,
                account.mustChange(),
                code,
                until == null ? null : until.atOffset(ZoneOffset.UTC),
                now(),
                now());
    }

    @Override
    public IssuedCode renew(SignedIn point, CandidateId candidate) {
        Row row = jdbc.query("select * from account where candidate = ?", Accounts::row, candidate.value()).stream()
                .filter(found -> point.organisation().covers(found.account().organisation()))
                .findFirst()
                .orElseThrow(() -> new AccessDeniedException("no such account below " + point.organisation()));
        String login = row.account().login();
        String code = codes.fresh();
        Instant until = wall.instant().plus(CODE_LIFE);
        // The old password ends at once: whoever stole it is out as soon as the owner stands at the desk.
        jdbc.update(
                "update account set code = ?, code_until = ?, password = null, state = 'INVITED', changed_at = ?"
                        + " where login = ? and state <> 'DISABLED'",
                codes.digest(login, code),
                until.atOffset(ZoneOffset.UTC),
                now(),
                login);
        end(row.account());
        return new IssuedCode(login, candidate, code, until);
    }

    @Override
    public List<CandidateAccount> candidates(OrganisationId point, SeasonId season, String after, int limit) {
        return jdbc.query(
                "select * from account where role = 'CANDIDATE' and season = ? and login > ?"
                        + " and (organisation = ? or starts_with(organisation, ? || '/')) order by login limit ?",
                (row, number) -> {
                    Row read = row(row, number);
                    return new CandidateAccount(
                            read.account().login(), read.account().ownDossier(), read.state(), read.codeUntil());
                },
                season.value(),
                after,
                point.value(),
                point.value(),
                limit);
    }

    /** Ends all sessions of the account: rights that have ended, end at once. */
    private void end(SignedIn account) {
        sessions.getAllSessions(account, false).forEach(SessionInformation::expireNow);
    }

    private OffsetDateTime now() {
        return wall.instant().atOffset(ZoneOffset.UTC);
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        String candidate = row.getString("candidate");
        String season = row.getString("season");
        OffsetDateTime until = row.getObject("code_until", OffsetDateTime.class);
        return new Row(
                new SignedIn(
                        new ActorId(row.getString("id")),
                        row.getString("login"),
                        Role.valueOf(row.getString("role")),
                        new OrganisationId(row.getString("organisation")),
                        candidate == null ? null : new CandidateId(candidate),
                        season == null ? null : new SeasonId(season),
                        row.getBoolean("must_change")),
                State.valueOf(row.getString("state")),
                row.getString("password"),
                row.getBytes("code"),
                until == null ? null : until.toInstant());
    }
}
