package org.zhikao.admissions.placement.rank.explain;

/**
 * 阻碍对: a candidate and a unit that the candidate prefers to the assignment, with a seat free or held by a worse ranked.
 *
 * @param candidate the candidate's number
 * @param unit the unit's number
 * @param kind whether a seat is free or somebody worse holds one
 */
public record BlockingPair(int candidate, int unit, Kind kind) {
    /** 阻碍类型 */
    public enum Kind {
        /** 计划空余 */
        WASTE,
        /** 位次在后者占有 */
        ENVY
    }
}
