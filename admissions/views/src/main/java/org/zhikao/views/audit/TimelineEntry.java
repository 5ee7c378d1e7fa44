package org.zhikao.views.audit;

import java.time.Instant;
import org.zhikao.admissions.shared.ActorId;
import org.zhikao.admissions.shared.OrganisationId;
import org.zhikao.admissions.shared.Role;

/**
 * 办理记录: one stored fact with who, when, what, why.
 *
 * @param index place among all facts
 * @param aggregate the stream it stands in
 * @param sequence place in that stream, 0 first
 * @param name stored name, such as {@code exemption.approved}
 * @param recordedAt when it was stored; the legal instant stands in the payload
 * @param at the legal instant, as the fact states it
 * @param by {@code system} where no person acted
 * @param payload the stored bytes as text (JSON)
 * @param metadata the stored bytes as text (JSON)
 */
public record TimelineEntry(
        long index,
        String event,
        String aggregate,
        long sequence,
        String name,
        String revision,
        Instant recordedAt,
        Instant at,
        ActorId by,
        Role role,
        OrganisationId organisation,
        String reason,
        String request,
        String payload,
        String metadata) {
    /** The feature, the first part of the name. */
    public String feature() {
        return name.substring(0, name.indexOf('.'));
    }
}
