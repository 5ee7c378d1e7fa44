package org.zhikao.server.work;

import java.time.Clock;
import org.zhikao.admissions.shared.Act;
import org.zhikao.admissions.shared.ActorId;
import org.zhikao.admissions.shared.OrganisationId;
import org.zhikao.admissions.shared.Role;

/** Whoever ordered a piece of work: every command of it is that person's act, at the clock's instant. */
public record Acting(ActorId by, Role role, OrganisationId organisation, String request) {
    public Act at(Clock clock) {
        return new Act(clock.instant(), by, role, organisation, "", request);
    }
}
