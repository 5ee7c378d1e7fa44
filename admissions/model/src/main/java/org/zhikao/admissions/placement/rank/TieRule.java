package org.zhikao.admissions.placement.rank;

/** 同分处理: what becomes of candidates that stay equal after the whole chain of keys. */
public enum TieRule {
    /** 系统排序: a published draw number makes the order strict; a tie that is left is an error of the input. */
    SYSTEM_ORDER,
    /** 全部投档: the tied group that meets the last seat is admitted together, over quota (seat rule L). */
    ADMIT_ALL,
    /** 全部不投: the tied group that does not fit is refused together, and nobody behind it may enter (seat rule H). */
    REFUSE_ALL,
    /**
     * 未规定: the province has published no rule. A tied group is never split: it is filed together like {@link #ADMIT_ALL}
     * and reported as undecided, so that somebody entitled decides before publication.
     */
    UNSTATED;

    /** True when a group that overflows a unit is refused as a whole. */
    boolean refusesOverflow() {
        return this == REFUSE_ALL;
    }
}
