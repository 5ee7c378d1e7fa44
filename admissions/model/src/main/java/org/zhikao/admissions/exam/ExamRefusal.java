package org.zhikao.admissions.exam;

import org.zhikao.admissions.shared.RefusalCode;

/** 考试组织拒绝代码. */
public enum ExamRefusal implements RefusalCode {
    EXAM_NOT_OPEN,
    NOT_DRAWN,
    NOT_OWED,
    CLAIM_UNDECIDED,
    ALREADY_ARRANGED,
    NOT_ARRANGED,
    ALREADY_ISSUED,
    NO_TICKET,
    UNKNOWN_SITTING,
    ATTENDANCE_RECORDED
}
