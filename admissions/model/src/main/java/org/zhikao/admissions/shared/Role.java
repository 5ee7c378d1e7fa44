package org.zhikao.admissions.shared;

/** 角色: what an account may do; where it may do it is the account's organisation. */
public enum Role {
    /** 考生 */
    CANDIDATE,
    /** 报名点 (school or county) */
    REGISTRATION_POINT,
    /** 审核员 */
    REVIEWER,
    /** 考试院 */
    EXAM_OFFICE,
    /** 招生院校 */
    COLLEGE,
    /** 审计员 */
    AUDITOR,
    /** 系统: instructions issued by a process, never a person's account. */
    SYSTEM
}
