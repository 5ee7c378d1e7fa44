package org.zhikao.views.dossier;

/** 考生状态: the one current status of a candidate; texts, who acts next and deadlines stand in the status catalogue. */
public enum CandidateStatus {
    /** 待资格审核 */
    SUBMITTED,
    /** 已退回补正 */
    RETURNED,
    /** 资格审核通过 */
    CONFIRMED,
    /** 资格审核不通过, final */
    REJECTED,
    /** 已撤回报名, final */
    WITHDRAWN,
    /** 免试资格已批准 */
    EXEMPT,
    /** 已编排考场 */
    ARRANGED,
    /** 准考证已发放 */
    TICKETED,
    /** 已考试 */
    EXAMINED,
    /** 成绩已公布, preferences may follow */
    RELEASED,
    /** 未达最低要求 */
    INELIGIBLE,
    /** 志愿已保存 */
    SAVED,
    /** 志愿已锁定 */
    LOCKED,
    /** 本轮未填志愿 */
    LAPSED,
    /** 本轮未录取, another round follows */
    NOT_PLACED,
    /** 未录取, final */
    UNPLACED,
    /** 拟录取 */
    PLACED,
    /** 已确认录取, final */
    OFFER_CONFIRMED,
    /** 已放弃录取, final */
    OFFER_DECLINED;

    /** True when nothing follows any more: every candidate of an ended season stands at one of these. */
    public boolean isFinal() {
        return switch (this) {
            case REJECTED, WITHDRAWN, UNPLACED, OFFER_CONFIRMED, OFFER_DECLINED -> true;
            default -> false;
        };
    }
}
