package org.zhikao.server.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * 失败退避: after a few failures from one address against one account, each further try waits twice as long. Nobody can lock
 * an account for its owner, who comes from elsewhere.
 */
final class Pauses {
    private static final int FREE = 5;
    private static final Duration LONGEST = Duration.ofMinutes(15);
    private static final Duration FORGOTTEN = Duration.ofHours(1);

    private final JdbcTemplate jdbc;
    private final Clock wall;

    Pauses(JdbcTemplate jdbc, Clock wall) {
        this.jdbc = jdbc;
        this.wall = wall;
    }

    boolean paused(String login, String origin) {
        List<Boolean> waiting = jdbc.queryForList(
                "select until > ? from sign_in_pause where login = ? and origin = ? and failures > ?",
                Boolean.class,
                wall.instant().atOffset(ZoneOffset.UTC),
                login,
                digest(origin),
                FREE);
        return !waiting.isEmpty() && waiting.get(0);
    }

    void failed(String login, String origin) {
        Instant now = wall.instant();
        Integer failures = jdbc.queryForObject(
                "insert into sign_in_pause (login, origin, failures, until) values (?, ?, 1, ?)"
                        + " on conflict (login, origin) do update set failures ="
                        + " case when sign_in_pause.until < ? then 1 else sign_in_pause.failures + 1 end returning failures",
                Integer.class,
                login,
                digest(origin),
                now.atOffset(ZoneOffset.UTC),
                now.minus(FORGOTTEN).atOffset(ZoneOffset.UTC));
        jdbc.update(
                "update sign_in_pause set until = ? where login = ? and origin = ?",
                now.plus(pause(failures == null ? 1 : failures)).atOffset(ZoneOffset.UTC),
                login,
                digest(origin));
    }

    static Duration pause(int failures) {
        if (failures <= FREE) {
            return Duration.ZERO;
        }
        Duration doubled = Duration.ofSeconds(1L << Math.min(20, failures - FREE));
        return doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
    }

    void succeeded(String login, String origin) {
        jdbc.update("delete from sign_in_pause where login = ? and origin = ?", login, digest(origin));
    }

    /** Forgets what is old; called now and then. */
    int sweep() {
        return jdbc.update(
                "delete from sign_in_pause where until < ?",
                wall.instant().minus(FORGOTTEN).atOffset(ZoneOffset.UTC));
    }

    /** Addresses of people are not kept in clear. */
    private static byte[] digest(String origin) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(origin.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
