package org.zhikao.admissions.exemption;

import java.time.Instant;
import org.zhikao.admissions.shared.ActorId;
import org.zhikao.admissions.shared.OrganisationId;

/** 审核意见 of one person at one stage; it counts from {@code effective} on. */
public record Opinion(
        Stage stage, boolean agreed, String clause, ActorId by, OrganisationId office, Instant effective) {}
