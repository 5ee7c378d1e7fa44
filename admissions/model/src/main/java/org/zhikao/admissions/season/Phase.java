package org.zhikao.admissions.season;

/** 阶段: a window of the season in which certain acts are admissible; opened and closed by facts only. */
public enum Phase {
    /** 报名 */
    REGISTRATION,
    /** 免试申请与审核 */
    EXEMPTION,
    /** 考试组织与考试 */
    EXAM,
    /** 登分 */
    SCORING,
    /** 填报志愿, one window a round */
    PREFERENCE,
    /** 投档录取, one run a round */
    PLACEMENT,
    /** 录取确认, one window a round */
    CONFIRMATION
}
