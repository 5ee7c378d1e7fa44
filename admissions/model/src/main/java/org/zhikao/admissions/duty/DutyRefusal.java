package org.zhikao.admissions.duty;

import org.zhikao.admissions.shared.RefusalCode;

/** 职责拒绝代码. */
public enum DutyRefusal implements RefusalCode {
    /** A duty that comes before this fact on every path has not been decided. */
    DUTY_OPEN,
    /** The outcome of a duty keeps the candidate from it. */
    BARRED,
    UNKNOWN_DUTY,
    NOT_THE_HOLDER,
    ALREADY_DECIDED,
    UNKNOWN_OUTCOME,
    FORM_INVALID,
    REASON_MISSING
}
