package org.zhikao.admissions.plan;

import org.zhikao.admissions.shared.RefusalCode;

/** 招生计划拒绝代码. */
public enum PlanRefusal implements RefusalCode {
    PLAN_EXISTS,
    NO_PLAN,
    EMPTY_PLAN,
    DUPLICATE_UNIT,
    UNKNOWN_TRACK,
    UNKNOWN_CATEGORY,
    UNKNOWN_KIND,
    UNKNOWN_UNIT,
    SAME_QUOTA,
    DOCUMENT_MISSING,
    PLACEMENT_RUNNING,
    NOT_YOURS
}
