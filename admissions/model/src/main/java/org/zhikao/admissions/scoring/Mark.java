package org.zhikao.admissions.scoring;

import org.zhikao.admissions.shared.Malformed;

/**
 * 成绩: what was recorded for one component.
 *
 * @param status how the value came about; waived and not yet marked are no marks at all
 * @param value in season units (marks × scale); 0 unless MARKED
 */
public record Mark(Status status, long value) {
    /** 状态. */
    public enum Status {
        /** 正常 */
        MARKED,
        /** 缺考 */
        ABSENT,
        /** 零分 */
        ZERO,
        /** 违纪 */
        MISCONDUCT
    }

    public Mark {
        if (value < 0 || (status != Status.MARKED && value != 0)) {
            throw new Malformed("not a mark: " + status + " " + value);
        }
    }

    public static Mark of(long value) {
        return new Mark(Status.MARKED, value);
    }
}
