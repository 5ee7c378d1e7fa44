package org.zhikao.admissions.registration;

import org.zhikao.admissions.shared.RefusalCode;

/** 报名拒绝代码. */
public enum RegistrationRefusal implements RefusalCode {
    ALREADY_APPLIED,
    NO_APPLICATION,
    REGISTRATION_CLOSED,
    UNKNOWN_TRACK,
    UNKNOWN_CATEGORY,
    UNKNOWN_KIND,
    NOT_YOURS,
    NOTHING_TO_REVIEW,
    NOT_RETURNED,
    NOT_CONFIRMED,
    REASON_MISSING,
    CLAUSE_MISSING,
    PARTICULARS_FIXED,
    WITHDRAWN,
    ALREADY_PLACED,
    OUTCOME_FINAL
}
