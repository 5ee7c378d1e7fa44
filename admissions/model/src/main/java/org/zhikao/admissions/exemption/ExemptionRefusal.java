package org.zhikao.admissions.exemption;

import org.zhikao.admissions.shared.RefusalCode;

/** 免试免考拒绝代码. */
public enum ExemptionRefusal implements RefusalCode {
    CLAIMS_CLOSED,
    UNKNOWN_GROUND,
    ALREADY_CLAIMED,
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
    DEADLINE_PAST
}
