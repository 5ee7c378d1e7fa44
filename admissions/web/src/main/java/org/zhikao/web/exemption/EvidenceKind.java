package org.zhikao.web.exemption;

/** 证明材料种类, as the form offers them. */
enum EvidenceKind {
    /** 竞赛获奖证书 */
    AWARD,
    /** 职业技能等级证书 */
    CERTIFICATE,
    /** 退役证明 */
    DISCHARGE,
    /** 劳动模范等荣誉证明 */
    HONOUR,
    /** 其他 */
    OTHER
}
