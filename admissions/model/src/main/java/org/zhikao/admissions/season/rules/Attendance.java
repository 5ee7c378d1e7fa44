package org.zhikao.admissions.season.rules;

/**
 * 缺考与零分: what an absence and a zero do. Absent, zero, waived, misconduct and not yet marked stay five facts.
 *
 * @param absent what a missed component does
 * @param zeroBars at which level a zero bars: nowhere, per subject, or per part
 */
public record Attendance(Absent absent, ZeroBars zeroBars) {
    public static final Attendance DEFAULT = new Attendance(Absent.NO_TOTAL, ZeroBars.NOTHING);

    public Attendance {
        absent = absent == null ? Absent.NO_TOTAL : absent;
        zeroBars = zeroBars == null ? ZeroBars.NOTHING : zeroBars;
    }

    /** 缺考处理. */
    public enum Absent {
        /** One missed component: no total. */
        NO_TOTAL,
        /** A missed subject counts zero; a part missed as a whole leaves no total. */
        NO_TOTAL_BY_PART,
        /** A missed component counts zero and stays marked as absent. */
        COUNTS_ZERO
    }

    /** 零分处理. */
    public enum ZeroBars {
        NOTHING,
        SUBJECT,
        PART
    }
}
