package org.zhikao.server.play;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.zhikao.admissions.exemption.Reviewer;
import org.zhikao.admissions.shared.Act;
import org.zhikao.admissions.shared.ActorId;
import org.zhikao.admissions.shared.CandidateId;
import org.zhikao.admissions.shared.OrganisationId;
import org.zhikao.admissions.shared.Role;
import org.zhikao.server.work.Acting;

/** The fictional staff of a played season, and in whose name each act is done. */
final class Cast {
    private static final int REVIEWERS = 6;
    private static final int OFFICERS = 4;

    private final OrganisationId province;
    private final Clock clock;

    Cast(OrganisationId province, Clock clock) {
        this.province = province;
        this.clock = clock;
    }

    /** 考试院 officer number {@code n}, 1 first. */
    Acting office(int n) {
        return new Acting(new ActorId("office-" + n), Role.EXAM_OFFICE, province, "play");
    }

    Act officer(int n) {
        return office(n).at(clock);
    }

    Act college(OrganisationId college) {
        return act(new ActorId("college-" + last(college)), Role.COLLEGE, college);
    }

    Act point(OrganisationId point) {
        return act(new ActorId("point-" + last(point)), Role.REGISTRATION_POINT, point);
    }

    Act candidate(CandidateId candidate, OrganisationId point) {
        return act(ActorId.of(candidate), Role.CANDIDATE, point);
    }

    /** Reviewers and officers of a played season, who all sit at the provincial office. */
    static List<Reviewer> reviewers(OrganisationId province) {
        List<Reviewer> all = new ArrayList<>();
        for (int n = 1; n <= REVIEWERS; n++) {
            all.add(new Reviewer(new ActorId("reviewer-" + n), Role.REVIEWER, province, 0));
        }
        for (int n = 1; n <= OFFICERS; n++) {
            all.add(new Reviewer(new ActorId("office-" + n), Role.EXAM_OFFICE, province, 0));
        }
        return all;
    }

    /** Whoever a claim is assigned to. */
    Act assigned(Reviewer reviewer) {
        return act(reviewer.id(), reviewer.role(), reviewer.office());
    }

    /** Somebody at the province who has this role. */
    Act holder(String name, Role role) {
        return act(new ActorId(name), role, province);
    }

    Act system() {
        return act(ActorId.SYSTEM, Role.SYSTEM, province);
    }

    private Act act(ActorId by, Role role, OrganisationId organisation) {
        return new Act(clock.instant(), by, role, organisation, "", "play");
    }

    private static String last(OrganisationId id) {
        return id.value().substring(id.value().lastIndexOf('/') + 1);
    }
}
