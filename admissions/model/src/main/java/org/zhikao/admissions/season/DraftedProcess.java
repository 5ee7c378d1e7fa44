package org.zhikao.admissions.season;

import java.util.HashSet;
import java.util.Set;
import org.zhikao.admissions.season.SeasonEvent.ProcessApproved;
import org.zhikao.admissions.season.SeasonEvent.ProcessDrafted;
import org.zhikao.admissions.season.SeasonEvent.ProcessPublished;
import org.zhikao.admissions.shared.ActorId;

/**
 * 流程草案 of one process in one season: what later decisions need of its versions.
 *
 * @param version newest version, 0 for none
 * @param drafters who drew a version since the last publication
 */
record DraftedProcess(int version, int approved, int published, String bpmn, String digest, Set<ActorId> drafters) {
    static final DraftedProcess NONE = new DraftedProcess(0, 0, 0, "", "", Set.of());

    DraftedProcess {
        drafters = Set.copyOf(drafters);
    }

    DraftedProcess with(ProcessDrafted e) {
        Set<ActorId> more = new HashSet<>(drafters);
        more.add(e.by());
        return new DraftedProcess(e.version(), approved, published, e.bpmn(), e.digest(), more);
    }

    DraftedProcess with(ProcessApproved e) {
        return new DraftedProcess(version, e.version(), published, bpmn, digest, drafters);
    }

    DraftedProcess with(ProcessPublished e) {
        return new DraftedProcess(version, approved, e.version(), bpmn, digest, Set.of());
    }
}
