package org.zhikao.admissions.plan;

import java.util.List;
import org.zhikao.admissions.shared.Malformed;

/**
 * 投档单位: what a preference names and a quota belongs to.
 *
 * @param code unique in the season
 * @param name programme name as printed
 * @param level 层次 code, such as {@code BACHELOR} or {@code DIPLOMA}
 * @param track 报考类别 accepted
 * @param category 专业类别 accepted
 * @param kinds 考生类别 accepted; empty accepts all
 * @param quota 计划数, at least 0
 */
public record PlanUnit(
        String code, String name, String level, String track, String category, List<String> kinds, int quota) {
    public PlanUnit {
        kinds = List.copyOf(kinds);
        if (code.isBlank() || name.isBlank() || quota < 0) {
            throw new Malformed("not a plan unit: " + code);
        }
    }

    /** True when a candidate of that track, category and kind may be filed here. */
    public boolean accepts(String candidateTrack, String candidateCategory, String candidateKind) {
        return track.equals(candidateTrack)
                && category.equals(candidateCategory)
                && (kinds.isEmpty() || kinds.contains(candidateKind));
    }

    public PlanUnit withQuota(int seats) {
        return new PlanUnit(code, name, level, track, category, kinds, seats);
    }
}
