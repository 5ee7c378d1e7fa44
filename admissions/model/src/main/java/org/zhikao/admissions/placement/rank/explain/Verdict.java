package org.zhikao.admissions.placement.rank.explain;

/** 志愿结论: what became of one wish, readable from published cut-offs alone. */
public enum Verdict {
    /** 录取 */
    ADMITTED,
    /** 位次在投档线之后 */
    BEHIND_CUTOFF,
    /** 轮到该志愿时已无计划 */
    NO_SEAT_LEFT,
    /** 不符合该单位的类别、控制线或资格要求 */
    NOT_ELIGIBLE,
    /** 已被前面的志愿录取，未再检索 */
    NOT_NEEDED
}
