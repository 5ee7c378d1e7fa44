package org.zhikao.server.exemption;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.zhikao.admissions.shared.ActorId;
import org.zhikao.admissions.shared.CandidateId;
import org.zhikao.server.exemption.MessagePost.Channel;
import org.zhikao.server.exemption.MessagePost.Message;
import org.zhikao.views.exemption.ClaimNotices;

/**
 * 通知发送: tells candidates of the facts they must know. Every round begins before what was told within the last two minutes,
 * since a fact gets its place before its transaction ends; a fact already told is not told again.
 */
public final class NoticeWork implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(NoticeWork.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    /** No transaction may last longer than a minute, so after two none can still bring an older fact. */
    private static final Duration LOOK_BACK = Duration.ofMinutes(2);

    private static final int FACTS = 10_000;
    private static final int MESSAGES = 200;
    private static final String[] CHANNELS = {Channel.SMS.name(), Channel.MAIL.name()};
    /** As literals, so that the index over exactly these is used. */
    private static final String NAMES = "'" + String.join("', '", ClaimNotices.TOLD) + "'";

    private static final int STOP_SECONDS = 10;
    static final String TEXT = "【职考】您的申请有新的通知，请登录系统查看。";

    private final JdbcTemplate jdbc;
    private final MessagePost post;
    private final Clock wall;
    private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "notices");
        thread.setDaemon(true);
        return thread;
    });

    /** {@code wall} is the clock facts are recorded with, also where a demonstration's own clock is moved. */
    public NoticeWork(JdbcTemplate jdbc, MessagePost post, Clock wall) {
        this.jdbc = jdbc;
        this.post = post;
        this.wall = wall;
    }

    public void start() {
        worker.scheduleWithFixedDelay(this::round, 0, PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void round() {
        try {
            tell();
            send();
        } catch (RuntimeException e) {
            LOG.error("ADM-EV-004 candidates could not be told", e);
        }
    }

    /** Makes the notices of facts that have none; answers how many. Several nodes may do it at the same time. */
    int tell() {
        OffsetDateTime now = wall.instant().atOffset(ZoneOffset.UTC);
        return jdbc.update(
                        "with told as (insert into claim_notice (fact, candidate, told_at)"
                                + " select global_index, case_id, ? from domain_event_entry where payload_type in ("
                                + NAMES
                                + ") and global_index > coalesce((select max(fact) from claim_notice where told_at < ?), 0)"
                                + " order by global_index limit " + FACTS + " on conflict do nothing returning fact)"
                                + " insert into notice_message (fact, channel)"
                                + " select fact, channel from told, unnest(?) channel",
                        now,
                        now.minus(LOOK_BACK),
                        CHANNELS)
                / CHANNELS.length;
    }

    /** Hands out what waits; what is not taken waits on. */
    int send() {
        List<Message> open = jdbc.query(
                "select m.fact, m.channel, n.candidate from notice_message m join claim_notice n using (fact)"
                        + " where m.sent_at is null order by m.attempts, m.fact limit " + MESSAGES,
                (row, number) -> {
                    Channel channel = Channel.valueOf(row.getString(2));
                    String account =
                            ActorId.of(new CandidateId(row.getString(3))).value();
                    return new Message(row.getLong(1) + "-" + channel, channel, account, TEXT);
                });
        int sent = 0;
        for (Message message : open) {
            sent += handed(message);
        }
        return sent;
    }

    private int handed(Message message) {
        long fact = Long.parseLong(message.id().substring(0, message.id().indexOf('-')));
        String channel = message.channel().name();
        try {
            post.send(message);
        } catch (IOException e) {
            LOG.warn("ADM-EV-005 a message was not taken and waits", e);
            jdbc.update(
                    "update notice_message set attempts = attempts + 1 where fact = ? and channel = ?", fact, channel);
            return 0;
        }
        return jdbc.update(
                "update notice_message set sent_at = ?, attempts = attempts + 1 where fact = ? and channel = ?",
                wall.instant().atOffset(ZoneOffset.UTC),
                fact,
                channel);
    }

    @Override
    public void close() throws InterruptedException {
        worker.shutdownNow();
        boolean ended = worker.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS);
        if (!ended) {
            LOG.warn("ADM-EV-008 messages still being handed over at the end; those are handed over again");
        }
    }
}
