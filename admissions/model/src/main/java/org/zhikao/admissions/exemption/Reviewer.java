package org.zhikao.admissions.exemption;

import org.zhikao.admissions.shared.ActorId;
import org.zhikao.admissions.shared.OrganisationId;
import org.zhikao.admissions.shared.Role;

/** 可分配的审核员, with the number of open cases that the person has now. */
public record Reviewer(ActorId id, Role role, OrganisationId office, int load) {}
