package org.zhikao.admissions.exemption;

import org.zhikao.admissions.shared.RefusalCode;

/** 免试免考拒绝代码. */
public enum ExemptionRefusal implements RefusalCode {
    CLAIMS_CLOSED,
    UNKNOWN_GROUND,
    ALREADY_CLAIMED,
    ALREADY_EXEMPT,
    EXAM_ARRANGED,
    UNIT_MISSING,
    NO_SUCH_CLAIM,
    ALREADY_DECIDED,
    EVIDENCE_MISSING,
    EVIDENCE_KNOWN,
    EVIDENCE_AWAITED,
    REASON_MISSING,
    CLAUSE_MISSING,
    SAME_PERSON,
    OWN_SCHOOL,
    DEADLINE_PAST,
    NOT_ASSIGNED,
    NOT_AT_THIS_STAGE,
    NO_REVIEWER,
    NOTHING_DUE,
    IN_EFFECT,
    NOT_CONFIRMED_BY_REGISTER,
    NOT_ON_NOTICE,
    NO_SUCH_OBJECTION,
    OBJECTION_UPHELD,
    NOT_REFUSED,
    APPEALED,
    NOT_APPROVED,
    WAIVER_TOO_LATE
}
