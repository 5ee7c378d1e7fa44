package org.zhikao.admissions.exemption;

import org.zhikao.admissions.shared.Role;

/** 申请阶段: where a claim stands. */
public enum Stage {
    /** 待学校核实 */
    SCHOOL_CHECK,
    /** 待初审 */
    FIRST_REVIEW,
    /** 待复审 */
    SECOND_REVIEW,
    /** 待第三人审核: the two disagree */
    THIRD_REVIEW,
    /** 待省级审核 */
    PROVINCE_REVIEW,
    /** 公示中 */
    PUBLIC_NOTICE,
    /** 待终审 */
    FINAL_DECISION,
    /** 待补充材料 */
    AWAITING_EVIDENCE,
    /** 已批准 */
    APPROVED,
    /** 不予批准 */
    REFUSED,
    /** 已撤回 */
    WITHDRAWN,
    /** 已放弃 */
    WAIVED;

    /** True when nobody decides any more. */
    public boolean ended() {
        return this == APPROVED || this == REFUSED || this == WITHDRAWN || this == WAIVED;
    }

    /** True when an assigned person gives an opinion here. */
    public boolean decides() {
        return this == FIRST_REVIEW
                || this == SECOND_REVIEW
                || this == THIRD_REVIEW
                || this == PROVINCE_REVIEW
                || this == FINAL_DECISION;
    }

    /** Who gives it. */
    public Role by() {
        return this == PROVINCE_REVIEW || this == FINAL_DECISION ? Role.EXAM_OFFICE : Role.REVIEWER;
    }
}
