package org.zhikao.admissions.season.rules;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * 国家条款: every clause of the policy catalogue by its stable id, with severity, the feature it belongs to, where it is
 * answered, and its named check over the season's rules. Texts and screens stand in the catalogue file.
 */
public enum PolicyClause {
    C_13_1("13.1", Severity.FLAG, "season", "春季统一组织分类考试", Where.RULES, SeasonClauses::springExamByTheProvince),
    C_13_2("13.2", Severity.HARD, "registration", "录取后不再参加普通高考", Where.RULES, SeasonClauses::admittedLeaveTheGaokao),
    C_13_3("13.3", Severity.INFO, "plan", "保留普通高考渠道、保持主渠道", Where.RULES, PlanClauses::ordinaryChannelKept),
    C_13_4("13.4", Severity.HARD, "season", "省级统筹", Where.RULES, SeasonClauses::oneProvincialOrganiser),
    C_13_5("13.5", Severity.INFO, "plan", "招生计划分配和考试招生办法", Where.RULES, PlanClauses::dividingMethodNamed),
    C_14_1("14.1", Severity.INFO, "registration", "鼓励中职毕业生报考", Where.RULES, SeasonClauses::secondaryVocationalInvited),
    C_14_2("14.2", Severity.HARD, "registration", "技工学校纳入统一招生平台", Where.RULES, SeasonClauses::technicalSchoolsAdmitted),
    C_14_3(
            "14.3",
            Severity.FLAG,
            "exemption",
            "退役军人等群体免文化考试",
            Where.RULES,
            ExemptionClauses::cultureWaivedOnlyForNamedGroups),
    C_14_4("14.4", Severity.FLAG, "plan", "取消注册入学", Where.RULES, PlanClauses::registrationOnlyEnds),
    C_14_5("14.5", Severity.FLAG, "plan", "规范贯通培养、取消中职本科贯通", Where.RULES, PlanClauses::throughRoutesDirected),
    C_14_6("14.6", Severity.HARD, "exemption", "技能拔尖人才免试从严", Where.RULES, ExemptionClauses::topTalentOnEvidence),
    C_14_7("14.7", Severity.FLAG, "exam", "学校组织的相关测试", Where.RULES, ExemptionClauses::collegeTestOwed),
    C_14_8("14.8", Severity.INFO, "plan", "适度扩大中职专科贯通", Where.RULES, PlanClauses::throughSeatsCompared),
    C_14_9("14.9", Severity.FLAG, "plan", "贯通专业的范围", Where.RULES, PlanClauses::throughRoutesNameTheirGround),
    C_15_1("15.1", Severity.FLAG, "scoring", "文化考试由省统一组织", Where.RULES, ScoringClauses::cultureByTheProvince),
    C_15_2("15.2", Severity.FLAG, "season", "技能分值不低于一半", Where.RULES, ScoringClauses::skillShareAtLeastHalf),
    C_15_3("15.3", Severity.FLAG, "season", "操作考试为主", Where.RULES, ScoringClauses::operationFirst),
    C_15_4("15.4", Severity.FLAG, "season", "按专业大类制定适应性测试标准", Where.RULES, ScoringClauses::adaptabilityStandard),
    C_15_5("15.5", Severity.INFO, "scoring", "中职学业水平测试", Where.RULES, ScoringClauses::academicLevelTests),
    C_15_6("15.6", Severity.FLAG, "scoring", "文化素质+职业技能", Where.RULES, ScoringClauses::cultureAndSkill),
    C_15_7("15.7", Severity.INFO, "registration", "多种入学方式", Where.RULES, SeasonClauses::severalWaysOfEntry),
    C_15_8("15.8", Severity.INFO, "exam", "技能考试内容", Where.RULES, ScoringClauses::skillContentStated),
    C_15_9("15.9", Severity.FLAG, "exam", "文化考试依据课程标准", Where.RULES, ScoringClauses::cultureStandard),
    C_15_10("15.10", Severity.INFO, "plan", "与产教融合型企业联合招生", Where.RULES, PlanClauses::jointEnrolment),
    C_GOAL_1("GOAL.1", Severity.INFO, "report", "主渠道目标", Where.REPORT),
    C_TRK_1("TRK.1", Severity.FLAG, "plan", "不限制中职毕业生比例", Where.RULES, PlanClauses::noCapOnSecondaryVocational),
    C_TRK_2("TRK.2", Severity.INFO, "plan", "适度扩大专升本", Where.RULES, PlanClauses::topUpOnItsOwn),
    C_TRK_3("TRK.3", Severity.INFO, "plan", "本科层次职业教育试点", Where.DESK),
    C_TRK_4("TRK.4", Severity.INFO, "plan", "学徒制", Where.DESK),
    C_SEC_1("SEC.1", Severity.INFO, "season", "中职考试招生办法", Where.RULES, SeasonClauses::entryLevelIsData),
    C_SEC_2("SEC.2", Severity.INFO, "report", "高中阶段职普比", Where.REPORT),
    C_SEC_3("SEC.3", Severity.INFO, "registration", "普高与中职互通", Where.DESK),
    C_SEC_4("SEC.4", Severity.INFO, "plan", "深度贫困地区职普融通", Where.DESK),
    C_CAT_1("CAT.1", Severity.HARD, "season", "专业目录一体化", Where.RULES, SeasonClauses::majorsByYearLevelAndCode),
    C_1X_1("1X.1", Severity.INFO, "evidence", "1+X证书", Where.DESK),
    C_1X_2("1X.2", Severity.INFO, "evidence", "职业技能等级证书的认可度", Where.DESK),
    C_CB_1("CB.1", Severity.INFO, "evidence", "国家资历框架与成果转换", Where.DESK),
    C_CB_2("CB.2", Severity.INFO, "evidence", "学分银行", Where.DESK),
    C_CB_3("CB.3", Severity.INFO, "evidence", "学时学分记录规则", Where.DESK),
    C_CB_4("CB.4", Severity.INFO, "registration", "个人学习账号", Where.DESK),
    C_CB_5("CB.5", Severity.INFO, "evidence", "成果存储与携带", Where.DESK),
    C_CB_6("CB.6", Severity.INFO, "evidence", "学校的成果转换办法", Where.DESK),
    C_CB_7("CB.7", Severity.INFO, "evidence", "学分兑换申请", Where.DESK),
    C_CB_8("CB.8", Severity.HARD, "exemption", "免修不等于免考", Where.RULES, ExemptionClauses::creditsExcuseFromNoExam),
    C_GRP_1("GRP.1", Severity.INFO, "plan", "定向培养士官", Where.RULES, PlanClauses::trainingToOrderGated),
    C_GRP_2("GRP.2", Severity.INFO, "exemption", "继续教育面向的群体", Where.DESK),
    C_CMP_1("CMP.1", Severity.INFO, "evidence", "技能大赛", Where.DESK),
    C_ENT_1("ENT.1", Severity.FLAG, "evidence", "产教融合型企业认证", Where.RULES, PlanClauses::enterpriseCertified),
    C_QUA_1("QUA.1", Severity.INFO, "report", "多方参与的质量评价", Where.REPORT),
    C_QUA_2("QUA.2", Severity.INFO, "report", "省级办学质量考核", Where.REPORT),
    C_QUA_3("QUA.3", Severity.INFO, "report", "质量年报", Where.REPORT),
    C_QUA_4("QUA.4", Severity.INFO, "exam", "随机性检查", Where.DESK),
    C_EXE_1("EXE.1", Severity.INFO, "report", "执行情况检查通报", Where.REPORT),
    C_EXE_2("EXE.2", Severity.INFO, "report", "省级政府履职内容", Where.REPORT),
    C_EXE_3("EXE.3", Severity.INFO, "report", "实施成效的应用", Where.REPORT),
    C_EXE_4("EXE.4", Severity.INFO, "report", "过程管理与检查验收", Where.REPORT),
    C_EXE_5("EXE.5", Severity.INFO, "report", "部门协调与任务承接", Where.REPORT),
    C_LAW_1("LAW.1", Severity.INFO, "season", "法律与地方法规依据", Where.RULES, SeasonClauses::basisNamed),
    C_DAT_1("DAT.1", Severity.INFO, "report", "数字校园与系统联通", Where.REPORT),
    C_DAT_2("DAT.2", Severity.HARD, "evidence", "网络安全责任制", Where.START),
    C_DAT_3("DAT.3", Severity.INFO, "plan", "产业人才数据平台", Where.DESK),
    C_PUB_1("PUB.1", Severity.INFO, "preference", "人才培养方案公开", Where.DESK),
    C_2013_3_1("2013-3.1", Severity.FLAG, "exemption", "应届中职毕业生免试条件", Where.RULES, ExemptionClauses::prizesAsListed),
    C_2013_3_2(
            "2013-3.2",
            Severity.FLAG,
            "exemption",
            "在职中职毕业生免试条件",
            Where.RULES,
            ExemptionClauses::employedGraduatesByBothDocuments),
    C_2013_3_3(
            "2013-3.3", Severity.HARD, "exemption", "免试办理程序", Where.RULES, ExemptionClauses::verifiedAndPublishedFirst),
    C_2019_12_1("2019-12.1", Severity.FLAG, "exemption", "高职扩招群体免文化", Where.RULES, ExemptionClauses::expansionGroups),
    C_2019_12_2(
            "2019-12.2",
            Severity.FLAG,
            "exemption",
            "证书持有者免技能测试",
            Where.RULES,
            ExemptionClauses::certificatesOnlyForRelatedMajors),
    C_2019_12_3(
            "2019-12.3", Severity.INFO, "registration", "补报名", Where.RULES, SeasonClauses::supplementaryRegistration),
    C_2019_12_4(
            "2019-12.4", Severity.HARD, "registration", "已录取者不得再考", Where.RULES, SeasonClauses::admittedMayNotSitAgain),
    C_36_1("36.1", Severity.FLAG, "season", "技能占比原则上过半", Where.RULES, ScoringClauses::skillShareInPrinciple),
    C_36_2("36.2", Severity.FLAG, "plan", "不限制中职比例", Where.RULES, PlanClauses::noCapAgain),
    C_36_3("36.3", Severity.FLAG, "registration", "各类考生均可报考", Where.RULES, SeasonClauses::nobodyClosedOut),
    C_36_4("36.4", Severity.INFO, "plan", "保留普通高考渠道", Where.RULES, PlanClauses::ordinaryChannelAgain),
    C_R_1("R.1", Severity.HARD, "scoring", "成绩复核的范围", Where.RULES, ScoringClauses::recheckNeverMarksAgain),
    C_R_2("R.2", Severity.HARD, "scoring", "复核的第二级", Where.RULES, ScoringClauses::secondReviewAfterTheFirst);

    private static final Map<String, PolicyClause> BY_ID =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(PolicyClause::id, Function.identity()));

    private final String id;
    private final Severity severity;
    private final String feature;
    private final String topic;
    private final Where where;
    private final Check check;

    PolicyClause(String id, Severity severity, String feature, String topic, Where where, Check check) {
        this.id = id;
        this.severity = severity;
        this.feature = feature;
        this.topic = topic;
        this.where = where;
        this.check = check;
    }

    /** A clause that no field of the rules can break; it is answered where {@code where} says. */
    PolicyClause(String id, Severity severity, String feature, String topic, Where where) {
        this(id, severity, feature, topic, where, (rules, seen) -> {});
    }

    /** 级别. */
    public enum Severity {
        /** The command is refused. */
        HARD,
        /** Accepted with a recorded deviation. */
        FLAG,
        /** Offered or shown; nothing is asked. */
        INFO
    }

    /** 落实之处. */
    public enum Where {
        /** By the check over the season's rules. */
        RULES,
        /** By a command or at a desk while the season runs. */
        DESK,
        /** In a report. */
        REPORT,
        /** When the server starts. */
        START
    }

    /** What one clause sees in the rules. */
    @FunctionalInterface
    interface Check {
        void look(SeasonRules rules, Observations seen);
    }

    public String id() {
        return id;
    }

    public Severity severity() {
        return severity;
    }

    public String feature() {
        return feature;
    }

    public String topic() {
        return topic;
    }

    public Where where() {
        return where;
    }

    Check check() {
        return check;
    }

    public static Optional<PolicyClause> find(String id) {
        return Optional.ofNullable(BY_ID.get(id));
    }
}
