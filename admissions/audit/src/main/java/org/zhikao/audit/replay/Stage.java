package org.zhikao.audit.replay;

/** 环节状态: where one strand of a candidate's story stands. */
public enum Stage {
    /** 未开始 */
    NONE,
    /** 待审核 */
    SUBMITTED,
    /** 已退回补正 */
    RETURNED,
    /** 审核通过 */
    CONFIRMED,
    /** 审核不通过 */
    REJECTED,
    /** 已撤回 */
    WITHDRAWN,
    /** 已编排 */
    ARRANGED,
    /** 已发证 */
    TICKETED,
    /** 待学校核实 */
    CHECKING,
    /** 待分配 */
    CLAIMED,
    /** 已分配 */
    ASSIGNED,
    /** 待补充材料 */
    AWAITING,
    /** 已作意见 */
    SAID,
    /** 公示中 */
    NOTICED,
    /** 已放弃免试 */
    WAIVED,
    /** 已批准 */
    APPROVED,
    /** 不予批准 */
    REFUSED,
    /** 已公布 */
    RELEASED,
    /** 已保存 */
    SAVED,
    /** 已锁定 */
    LOCKED,
    /** 未填放弃 */
    LAPSED,
    /** 本轮未录取 */
    UNPLACED,
    /** 未录取 */
    LEFT,
    /** 拟录取 */
    PLACED,
    /** 已确认 */
    ACCEPTED,
    /** 已放弃 */
    DECLINED
}
