package org.zhikao.admissions.scoring;

import org.zhikao.admissions.shared.RefusalCode;

/** 成绩拒绝代码. */
public enum ScoringRefusal implements RefusalCode {
    SCORING_CLOSED,
    UNKNOWN_COMPONENT,
    OVER_MAXIMUM,
    ALREADY_MARKED,
    NOT_MARKED,
    SAME_MARK,
    DOCUMENT_MISSING,
    REASON_MISSING,
    MARKS_MISSING,
    MARK_NOT_OWED,
    NOT_COMPUTED,
    ALREADY_RELEASED,
    RELEASED
}
