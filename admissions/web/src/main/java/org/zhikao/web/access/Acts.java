package org.zhikao.web.access;

import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.zhikao.admissions.shared.Act;

/** Builds the act of a request: the signed-in account, the one clock, a new request id; nothing of it comes from the body. */
@Component
public class Acts {
    private final Clock clock;

    Acts(Clock clock) {
        this.clock = clock;
    }

    public Act by(SignedIn account) {
        return by(account, "");
    }

    public Act by(SignedIn account, String reason) {
        return new Act(
                clock.instant(),
                account.actor(),
                account.role(),
                account.organisation(),
                reason.strip(),
                UUID.randomUUID().toString());
    }
}
