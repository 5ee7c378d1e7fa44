package org.zhikao.admissions.season.rules;

/** 考生群体: the groups of candidates that national texts name; a province's own kinds count to one of them. */
public enum CandidateGroup {
    SECONDARY_VOCATIONAL("中职毕业生"),
    TECHNICAL_SCHOOL("技工学校毕业生"),
    GENERAL_HIGH_SCHOOL("普通高中毕业生"),
    VETERAN("退役军人"),
    LAID_OFF("下岗失业人员"),
    MIGRANT_WORKER("农民工"),
    TRAINED_FARMER("高素质农民"),
    EMPLOYEE("在职职工"),
    SOCIAL("社会人员"),
    TOP_TALENT("技能拔尖人才"),
    THROUGH_TRAINING("贯通转段学生"),
    COLLEGE_GRADUATE("专科毕业生(专升本)");

    private final String chinese;

    CandidateGroup(String chinese) {
        this.chinese = chinese;
    }

    public String chinese() {
        return chinese;
    }

    /** Whether clause 14.3 names the group for exemption from culture. */
    public boolean maySkipCulture() {
        return this == VETERAN || this == LAID_OFF || this == MIGRANT_WORKER || this == TRAINED_FARMER;
    }
}
