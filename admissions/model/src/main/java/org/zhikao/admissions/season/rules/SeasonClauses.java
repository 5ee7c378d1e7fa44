package org.zhikao.admissions.season.rules;

import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;

/** Checks of the clauses on organiser, calendar, audience and catalogue. */
final class SeasonClauses {
    private static final int SPRING_FROM = 3;
    private static final int SPRING_TO = 5;

    private SeasonClauses() {}

    /** 13.1 每年春季由省级统一组织: the months March to May are our reading of spring. */
    static void springExamByTheProvince(SeasonRules rules, Observations seen) {
        for (int i = 0; i < rules.calendar().size(); i++) {
            Phase p = rules.calendar().get(i);
            if (p.kind().isExam() && p.opens() != null) {
                int month = p.opens().getMonthValue();
                if (month < SPRING_FROM || month > SPRING_TO) {
                    String track = p.tracks().size() == 1 ? p.tracks().get(0) : null;
                    seen.departs(
                            "/calendar/" + i + "/opens",
                            track,
                            p.name() + " 在 " + month + " 月,不在春季(3–5月)",
                            "exam outside March to May");
                }
            }
        }
        for (Track t : rules.tracks()) {
            for (Component c : t.components()) {
                if (c.organiser() == Component.Organiser.COLLEGE && c.origin() == Component.Origin.EXAM) {
                    seen.departs(
                            PolicyCheck.at(rules, t, c) + "/organiser",
                            t.id(),
                            t.name() + " 的 " + c.name() + " 由院校自行组织",
                            "organised by a college alone");
                }
            }
        }
    }

    /** 13.2 录取的学生不再参加普通高考. */
    static void admittedLeaveTheGaokao(SeasonRules rules, Observations seen) {
        Boolean leave = rules.policy().admittedLeaveGaokao();
        if (leave == null) {
            seen.unknown(
                    "/policy/admittedLeaveGaokao", "录取者是否退出普通高考", "whether the admitted leave the ordinary gaokao");
        } else if (!leave) {
            seen.departs("/policy/admittedLeaveGaokao", null, "录取者须退出当年普通高考,应为 true", "must be true");
        }
        if (Boolean.TRUE.equals(rules.policy().admittedMaySit())) {
            seen.needsReason("/policy/admittedMaySit", null, "允许已录取者只考不录", "the admitted may sit the gaokao");
        }
    }

    /** 13.4 省级统筹. */
    static void oneProvincialOrganiser(SeasonRules rules, Observations seen) {
        if (rules.organiser() == null) {
            seen.unknown("/organiser", "省级主办机构", "the one provincial organiser");
        }
        for (Track t : rules.tracks()) {
            if (t.organiser() != null && !t.organiser().equals(rules.organiser())) {
                seen.shows(
                        PolicyCheck.at(rules, t) + "/organiser",
                        t.name() + " 由 " + t.organiser() + " 组织,须省级批准",
                        "organised below the province");
            }
        }
    }

    /** 14.1 鼓励中职毕业生报考. */
    static void secondaryVocationalInvited(SeasonRules rules, Observations seen) {
        if (groups(rules).stream().noneMatch(SeasonClauses::vocational)) {
            seen.shows("/tracks", "没有面向中职毕业生的通道", "no route for graduates of secondary vocational schools");
        }
    }

    /** 14.2 技工学校纳入统一招生平台. */
    static void technicalSchoolsAdmitted(SeasonRules rules, Observations seen) {
        if (Boolean.FALSE.equals(rules.policy().technicalSchoolsOnPlatform())) {
            seen.departs("/policy/technicalSchoolsOnPlatform", null, "技工学校须纳入平台,应为 true", "must be true");
        }
        for (Track t : rules.tracks()) {
            if (t.schoolTypesExcluded().contains(CandidateGroup.TECHNICAL_SCHOOL.name())) {
                seen.departs(
                        PolicyCheck.at(rules, t) + "/schoolTypesExcluded",
                        t.id(),
                        t.name() + " 不可因学校类型排除技工学校,请删去",
                        "technical schools may not be shut out by school type");
            }
        }
    }

    /** 15.7 多种入学方式. */
    static void severalWaysOfEntry(SeasonRules rules, Observations seen) {
        if (rules.tracks().size() == 1) {
            seen.shows("/tracks", "只有一个招生通道", "there is one way of entry only");
        }
    }

    /** SEC.1 中职考试招生办法: the entry level is data. */
    static void entryLevelIsData(SeasonRules rules, Observations seen) {
        if (rules.entryLevel() != SeasonRules.EntryLevel.COLLEGE) {
            seen.shows("/entryLevel", "录取后进入 " + rules.entryLevel(), "this season does not lead to a college");
        }
    }

    /** CAT.1 专业目录: a two-digit code means another class in another catalogue. */
    static void majorsByYearLevelAndCode(SeasonRules rules, Observations seen) {
        if (Boolean.FALSE.equals(rules.policy().catalogueByYearAndLevel())) {
            seen.departs(
                    "/policy/catalogueByYearAndLevel",
                    null,
                    "专业须按目录年、层次、代码识别",
                    "majors are keyed by year, level and code");
        }
        for (int i = 0; i < rules.categories().size(); i++) {
            var classes = rules.categories().get(i).majorClasses();
            for (int j = 0; j < classes.size(); j++) {
                if (!plausible(classes.get(j))) {
                    seen.departs(
                            "/categories/" + i + "/majorClasses/" + j + "/code",
                            null,
                            "代码 " + classes.get(j).code() + " 不属于 "
                                    + classes.get(j).catalogueYear() + " 年专科目录,请核对目录年",
                            "no such class in the catalogue of that year");
                }
            }
        }
    }

    private static boolean plausible(Category.MajorClass m) {
        if (m.level() != Category.Level.COLLEGE) {
            return true;
        }
        int prefix = Integer.parseInt(m.code().substring(0, 2));
        return switch (m.catalogueYear()) {
            case 2021 -> prefix >= 41 && prefix <= 59;
            case 2015 -> prefix >= 51 && prefix <= 69;
            default -> true;
        };
    }

    /** LAW.1 每条规则和偏离写明依据. */
    static void basisNamed(SeasonRules rules, Observations seen) {
        if (rules.policy().basis() == null) {
            seen.shows("/policy/basis", "未写明依据文件", "no basis document is named");
        }
        for (int i = 0; i < rules.deviations().size(); i++) {
            if (rules.deviations().get(i).basis() == null) {
                seen.shows(
                        "/deviations/" + i,
                        "偏离 " + rules.deviations().get(i).clause() + " 未写依据文件",
                        "this deviation names no basis");
            }
        }
    }

    /** 2019-12.3 补报名: several windows are allowed. */
    static void supplementaryRegistration(SeasonRules rules, Observations seen) {
        rules.calendar().stream()
                .filter(p -> p.kind() == Phase.Kind.SUPPLEMENTARY_REGISTRATION)
                .forEach(p -> seen.shows(
                        "/calendar/" + rules.calendar().indexOf(p),
                        "设补报名:" + p.name(),
                        "a supplementary registration"));
    }

    /** 2019-12.4 已录取者不得再考: the lock of 13.2, looked up at registration. */
    static void admittedMayNotSitAgain(SeasonRules rules, Observations seen) {
        if (Boolean.FALSE.equals(rules.policy().admittedLeaveGaokao())) {
            seen.departs("/policy/admittedLeaveGaokao", null, "已录取者不得再考", "who was admitted may not sit again");
        }
    }

    /** 36.3 普高、中职和其他人员均可报考: a route may narrow its audience, the season may not close a group out. */
    static void nobodyClosedOut(SeasonRules rules, Observations seen) {
        Set<CandidateGroup> groups = groups(rules);
        StringBuilder missing = new StringBuilder();
        if (groups.stream().noneMatch(SeasonClauses::vocational)) {
            missing.append("中职毕业生 ");
        }
        if (!groups.contains(CandidateGroup.GENERAL_HIGH_SCHOOL)) {
            missing.append("普通高中毕业生 ");
        }
        EnumSet<CandidateGroup> adults = EnumSet.of(
                CandidateGroup.VETERAN,
                CandidateGroup.LAID_OFF,
                CandidateGroup.MIGRANT_WORKER,
                CandidateGroup.TRAINED_FARMER,
                CandidateGroup.EMPLOYEE,
                CandidateGroup.SOCIAL);
        adults.retainAll(groups);
        if (adults.isEmpty()) {
            missing.append("社会人员");
        }
        if (missing.length() > 0) {
            seen.departs(
                    "/tracks", null, "没有通道面向:" + missing.toString().strip(), "a group finds no route in this season");
        }
    }

    private static boolean vocational(CandidateGroup g) {
        return g == CandidateGroup.SECONDARY_VOCATIONAL || g == CandidateGroup.TECHNICAL_SCHOOL;
    }

    private static Set<CandidateGroup> groups(SeasonRules rules) {
        Set<CandidateGroup> groups = EnumSet.noneOf(CandidateGroup.class);
        rules.tracks().stream()
                .flatMap(t -> t.audience().stream())
                .map(k -> PolicyCheck.group(rules, k))
                .filter(Objects::nonNull)
                .forEach(groups::add);
        return groups;
    }
}
