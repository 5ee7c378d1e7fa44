package org.zhikao.admissions.season;

import org.zhikao.admissions.shared.RefusalCode;

/** 方案拒绝代码. */
public enum SeasonRefusal implements RefusalCode {
    SEASON_EXISTS,
    NO_SUCH_SEASON,
    RULES_BLOCKED,
    RULES_FROZEN,
    SAME_RULES,
    NO_SUCH_VERSION,
    DRAFTER_MAY_NOT_APPROVE,
    ALREADY_APPROVED,
    NOT_APPROVED,
    ALREADY_PUBLISHED,
    NOT_PUBLISHED,
    PHASE_OPEN,
    PHASE_CLOSED,
    PHASE_OUT_OF_ORDER,
    PROCESS_BLOCKED,
    PROCESS_CHANGED,
    PROCESS_FROZEN,
    PROCESS_AUTHOR,
    SAME_PROCESS
}
