package org.zhikao.server.security;

import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhikao.views.audit.DeskLog;
import org.zhikao.web.access.Denials;
import org.zhikao.web.access.SignedIn;

/** Denied accesses to the auditor's log, with no more of the address than fits a line. */
public final class LoggedDenials implements Denials {
    private static final int LONGEST = 300;

    private final DeskLog log;
    private final Clock clock;

    public LoggedDenials(DeskLog log, Clock clock) {
        this.log = log;
        this.clock = clock;
    }

    @Override
    public void denied(@Nullable SignedIn who, String method, String path, String code) {
        log.denied(new DeskLog.Denial(
                clock.instant(),
                who == null ? "" : who.actor().value(),
                who == null ? "" : who.role().name(),
                who == null ? "" : who.organisation().value(),
                shown(method, 16),
                shown(path, LONGEST),
                code,
                UUID.randomUUID().toString()));
    }

    /** Control characters would forge lines where the log is read as text. */
    private static String shown(String text, int most) {
        String plain = text.replaceAll("\\p{Cntrl}", "?");
        return plain.length() <= most ? plain : plain.substring(0, most);
    }
}
