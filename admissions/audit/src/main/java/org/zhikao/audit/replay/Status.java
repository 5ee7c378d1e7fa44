package org.zhikao.audit.replay;

/** 考生状态: the one word for where a candidate stands, by the codes of the status catalogue; five of them are final. */
public enum Status {
    /** 待审核 */
    SUBMITTED(false),
    /** 已退回补正 */
    RETURNED(false),
    /** 审核通过 */
    CONFIRMED(false),
    /** 免试资格已批准 */
    EXEMPT(false),
    /** 已编排考场 */
    ARRANGED(false),
    /** 准考证已发放 */
    TICKETED(false),
    /** 已考试 */
    EXAMINED(false),
    /** 成绩已公布 */
    RELEASED(false),
    /** 未达最低要求 */
    INELIGIBLE(false),
    /** 志愿已保存 */
    SAVED(false),
    /** 志愿已锁定 */
    LOCKED(false),
    /** 本轮未填志愿 */
    LAPSED(false),
    /** 本轮未录取 */
    NOT_PLACED(false),
    /** 拟录取 */
    PLACED(false),
    /** 审核不通过 */
    REJECTED(true),
    /** 已撤回 */
    WITHDRAWN(true),
    /** 未录取 */
    UNPLACED(true),
    /** 已确认录取 */
    OFFER_CONFIRMED(true),
    /** 已放弃录取 */
    OFFER_DECLINED(true);

    private final boolean last;

    Status(boolean last) {
        this.last = last;
    }

    /** True when nothing more can happen to the candidate this season. */
    public boolean isFinal() {
        return last;
    }
}
