package org.zhikao.admissions.language;

import java.time.Instant;
import org.zhikao.admissions.shared.Act;
import org.zhikao.admissions.shared.ActorId;
import org.zhikao.admissions.shared.OrganisationId;
import org.zhikao.admissions.shared.Role;

/** Who acts, always at the same instant and for the same stated reason. */
public final class Acts {
    public static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");
    public static final OrganisationId PROVINCE = new OrganisationId("37");
    public static final OrganisationId COUNTY = new OrganisationId("37/3701/370102");
    public static final OrganisationId SCHOOL = new OrganisationId("37/3701/370102/s0012");
    public static final OrganisationId CLASS = new OrganisationId("37/3701/370102/s0012/b3");
    public static final OrganisationId OTHER_SCHOOL = new OrganisationId("37/3701/370102/s0013");
    public static final OrganisationId COLLEGE = new OrganisationId("37/u0003");

    private Acts() {}

    public static Act act(String by, Role role, OrganisationId organisation) {
        return new Act(NOW, new ActorId(by), role, organisation, "依据第三条", "r-1");
    }

    public static Act theCandidate() {
        return new Act(NOW, ActorId.of(Facts.YU), Role.CANDIDATE, SCHOOL, "", "r-1");
    }

    public static Act theSchool() {
        return act("a-school", Role.REGISTRATION_POINT, SCHOOL);
    }

    public static Act anotherSchool() {
        return act("a-other", Role.REGISTRATION_POINT, OTHER_SCHOOL);
    }

    public static Act aReviewer() {
        return act("a-first", Role.REVIEWER, PROVINCE);
    }

    public static Act aSecondReviewer() {
        return act("a-second", Role.REVIEWER, PROVINCE);
    }

    public static Act theOffice() {
        return act("a-office", Role.EXAM_OFFICE, PROVINCE);
    }

    public static Act anotherOfficer() {
        return act("a-officer", Role.EXAM_OFFICE, PROVINCE);
    }

    public static Act theCollege() {
        return act("a-college", Role.COLLEGE, COLLEGE);
    }

    public static Act theSystem() {
        return act("system", Role.SYSTEM, PROVINCE);
    }

    public static Act anAuditor() {
        return act("a-auditor", Role.AUDITOR, PROVINCE);
    }

    /** The same act without a stated reason. */
    public static Act silently(Act act) {
        return act.because("");
    }

    /** The same act at another instant. */
    public static Act at(Instant at, Act act) {
        return new Act(at, act.by(), act.role(), act.organisation(), act.reason(), act.request());
    }
}
