package org.zhikao.admissions.season.rules;

/** 不计入排名的原因: stable codes, in the order in which the most telling one is named first. */
public enum Reason {
    COMPONENT_NOT_IN_RULE("有不属于该类别的成绩"),
    MARK_WITHOUT_GATE("未通过前置考试却有后续成绩"),
    SEPARATE_PROCEDURE("按免试办法另行录取,不参加排名"),
    RULE_MISSING("规则未公布,不能计算"),
    MISCONDUCT("违规,成绩无效"),
    ABSENT("缺考"),
    NOT_MARKED("成绩尚未登记"),
    GATE_FAILED("前置考试未通过"),
    OPERATION_NOT_PASSED("操作考试不合格"),
    SKILL_NOT_PASSED("职业技能测试不合格"),
    CERTIFICATE_MISSING("缺少规定证书"),
    LANGUAGE_REQUIREMENT("不符合外语要求"),
    GRADE_BARRED("等级不符合投档条件"),
    ZERO_PART("部分成绩为零"),
    BELOW_SKILL_MINIMUM("技能成绩低于最低要求"),
    BELOW_CULTURE_LINE("文化成绩低于控制线"),
    BELOW_SKILL_LINE("技能成绩低于控制线"),
    BELOW_LINE("低于控制线");

    private final String chinese;

    Reason(String chinese) {
        this.chinese = chinese;
    }

    public String chinese() {
        return chinese;
    }

    public long bit() {
        return 1L << ordinal();
    }
}
