package org.zhikao.admissions.duty;

/** 限制: what an outcome of a duty keeps a candidate from, for the rest of the season. */
public enum Bar {
    /** 不得参加考试 */
    EXAM,
    /** 不得填报志愿 */
    PREFERENCE,
    /** 不得录取 */
    PLACEMENT
}
