package org.zhikao.admissions.placement.rank.twostage;

/** 退档理由: why a college sends a file back; a closed list. */
public enum ReturnReason {
    /** 不符合报考资格 */
    NOT_ELIGIBLE,
    /** 所报专业计划已满且不服从调剂 */
    MAJORS_FULL_NO_ADJUSTMENT,
    /** 计划已满 */
    PLAN_FULL,
    /** 其他, with text and reviewer; given by a college, never by the engine */
    OTHER
}
