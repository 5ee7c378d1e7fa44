package org.zhikao.admissions.scoring.engine;

import java.util.List;

/** 成绩状态: what is known of one mark. None of these is the number 0; a waiver comes from an exemption, not from here. */
public enum MarkStatus {
    /** 尚未登记. */
    NOT_MARKED,
    /** 有成绩. */
    MARKED,
    /** 缺考. */
    ABSENT,
    /** 零分: recorded as zero, a mark. */
    ZERO,
    /** 违规. */
    MISCONDUCT,
    /** 成绩过期: only marks of years that no longer count are on record. */
    EXPIRED;

    static final List<MarkStatus> ALL = List.of(values());

    byte code() {
        return (byte) ordinal();
    }
}
