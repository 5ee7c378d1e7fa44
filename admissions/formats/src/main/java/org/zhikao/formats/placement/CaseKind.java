package org.zhikao.formats.placement;

import java.util.Arrays;
import java.util.Optional;

/** 案例类型: what a placement case asks for, a mechanism or a table of scores. */
public enum CaseKind {
    /** 平行志愿 */
    PARALLEL,
    /** 顺序志愿 */
    SEQUENTIAL,
    /** 分段录取 */
    BANDED,
    /** 延迟接受 */
    DEFERRED_ACCEPTANCE,
    /** 一档多投撮合 */
    MULTI_FILE_MATCHING,
    /** 院校排序、省级匹配 */
    COLLEGE_RANKED_MATCHING,
    /** 多校预录取、考生确认 */
    MULTI_OFFER_CONFIRM,
    /** 拟录取与备录取 */
    WAITLIST_CONFIRM,
    /** 院校自主录取 */
    COLLEGE_SELECTED,
    /** 定向录取 */
    DIRECTED,
    /** 院校投档、专业录取 */
    TWO_STAGE,
    /** 保障计划排序 */
    RESERVE_CALL_ORDER,
    /** 位次 */
    MERIT_ORDER,
    /** 双评 */
    DOUBLE_MARKING,
    /** 等级赋分 */
    GRADE_SCALING,
    /** 评委打分 */
    PANEL_SCORE;

    static Optional<CaseKind> named(String name) {
        return Arrays.stream(values()).filter(k -> k.name().equals(name)).findFirst();
    }

    /** True for tables of rows, which have neither candidates nor units that matter. */
    boolean table() {
        return this == DOUBLE_MARKING || this == GRADE_SCALING || this == PANEL_SCORE;
    }

    /** True when candidates name units that get them by some order. */
    boolean listsUnits() {
        return !table() && this != RESERVE_CALL_ORDER && this != MERIT_ORDER && this != TWO_STAGE;
    }

    /** True when one merit order decides, never a unit's own. */
    boolean oneOrderOnly() {
        return this == PARALLEL || this == DIRECTED || this == TWO_STAGE;
    }

    /** True when units must rank for themselves. */
    boolean ownOrdersOnly() {
        return this == COLLEGE_RANKED_MATCHING
                || this == MULTI_OFFER_CONFIRM
                || this == WAITLIST_CONFIRM
                || this == COLLEGE_SELECTED;
    }

    /** True when no two candidates may share a rank at a unit. */
    boolean strictOnly() {
        return this == MULTI_FILE_MATCHING || ownOrdersOnly();
    }
}
