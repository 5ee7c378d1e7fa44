package org.zhikao.formats.sealing;

import org.zhikao.admissions.shared.RefusalCode;

/** 个人信息录入拒绝代码: why a name or an identity number is not taken. */
public enum ParticularsRefusal implements RefusalCode {
    /** Not 17 digits and a check character; numbers of the first generation (15 digits) are no longer valid. */
    ID_NUMBER_SHAPE,
    /** The date of birth in it does not exist. */
    ID_NUMBER_DATE,
    ID_NUMBER_CHECK_CHARACTER,
    NAME_EMPTY,
    NAME_TOO_LONG,
    /** Half of a character, or one of nobody's: the file was damaged before it came here. */
    NAME_UNREADABLE_CHARACTER
}
