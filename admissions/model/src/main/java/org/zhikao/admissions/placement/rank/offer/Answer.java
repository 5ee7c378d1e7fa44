package org.zhikao.admissions.placement.rank.offer;

/** 考生答复: what a candidate does before the deadline of a round. */
public enum Answer {
    /** 确认: confirms at once the open offer that stands first on the list; the others lapse. */
    BEST_OFFER,
    /** 未答复: stays silent; the open offers lapse. */
    SILENT
}
