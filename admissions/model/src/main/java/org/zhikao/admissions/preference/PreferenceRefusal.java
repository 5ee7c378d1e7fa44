package org.zhikao.admissions.preference;

import org.zhikao.admissions.shared.RefusalCode;

/** 志愿拒绝代码. */
public enum PreferenceRefusal implements RefusalCode {
    PREFERENCES_CLOSED,
    NOT_ENTITLED,
    EMPTY_LIST,
    TOO_MANY,
    DUPLICATE_UNIT,
    UNKNOWN_UNIT,
    NOTHING_SAVED,
    LOCKED,
    SETTLED
}
