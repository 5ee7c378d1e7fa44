package org.zhikao.admissions.placement.rank;

import org.zhikao.admissions.shared.RefusalCode;

/** 输入错误: why a filing does not start; nothing is placed on an input that has one. */
public enum MarketFault implements RefusalCode {
    /** 系统排序: draw numbers are missing or leave a tie. */
    DRAW_LEAVES_TIE,
    /** Two candidates share a rank where the mechanism needs a strict order. */
    TIE_WHERE_STRICT,
    /** A college's ranks are not 1, 2, 3 … without gaps. */
    RANKS_WITH_GAPS,
    /** Units share a quota, but a tied group or their ranks do not say who goes first among them. */
    NESTED_QUOTA_NEEDS_ONE_ORDER,
    /** 分列名单: candidates of two lists, whose ranks say nothing about each other, name one unit. */
    UNIT_SHARED_BY_LISTS,
    /** Positions and choice numbers together leave the range of a rank. */
    TOO_LARGE
}
