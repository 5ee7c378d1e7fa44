package org.zhikao.admissions.shared;

import java.time.Instant;

/**
 * 经办: who acts, where, when and why; travels inside every command and beside every event as metadata.
 *
 * @param at the legal instant of the act, taken from the one clock bean, never read by the model
 * @param by the account, or {@code system}
 * @param role the role in which it acts
 * @param organisation the organisation whose scope bounds the act
 * @param reason the stated reason, empty where the act needs none
 * @param request the request that caused the act; the same id again is the same act
 */
public record Act(Instant at, ActorId by, Role role, OrganisationId organisation, String reason, String request) {
    public Act {
        if (at == null || by == null || role == null || organisation == null || reason == null || request == null) {
            throw new Malformed("an act names instant, actor, role, organisation, reason and request");
        }
        if (reason.codePointCount(0, reason.length()) > 2000) {
            throw new Malformed("a reason has at most 2000 characters");
        }
    }

    public Act because(String why) {
        return new Act(at, by, role, organisation, why, request);
    }

    /** True when a reason was stated. */
    public boolean reasoned() {
        return !reason.isBlank();
    }
}
