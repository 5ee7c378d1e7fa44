package org.zhikao.admissions.placement;

import org.zhikao.admissions.shared.RefusalCode;

/** 录取拒绝代码. */
public enum PlacementRefusal implements RefusalCode {
    PLACEMENT_NOT_OPEN,
    RUN_EXISTS,
    RUN_NOT_COMPUTED,
    RUN_NOT_VERIFIED,
    RUN_FAILED_VERIFICATION,
    RUN_PUBLISHED,
    RUN_NOT_PUBLISHED,
    OTHER_OUTPUT,
    ALREADY_PLACED,
    NOT_IN_ROUND,
    ROUND_DECIDED,
    NO_OFFER,
    ALREADY_ANSWERED,
    CONFIRMATION_CLOSED
}
