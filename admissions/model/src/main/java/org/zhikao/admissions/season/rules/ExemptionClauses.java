package org.zhikao.admissions.season.rules;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** Checks of the clauses on exemption. */
final class ExemptionClauses {
    /** 教学〔2013〕3号: national third prize or above, provincial first prize. */
    private static final Set<String> LISTED =
            Set.of("prize:NATIONAL_1", "prize:NATIONAL_2", "prize:NATIONAL_3", "prize:PROVINCE_1");

    private ExemptionClauses() {}

    /** 14.3 四类人员可免文化: a wider group needs the provincial text as basis. */
    static void cultureWaivedOnlyForNamedGroups(SeasonRules rules, Observations seen) {
        each(rules, (t, e) -> {
            if (waivesCulture(e) && !named(rules, e)) {
                seen.departs(
                        PolicyCheck.at(rules, t, e) + "/when",
                        t.id(),
                        t.name() + " 的 " + e.name() + " 免文化,不限于国家列明的四类人员",
                        "culture waived beyond the four named groups");
            }
        });
    }

    /** 2019-12.1 高职扩招群体: as 14.3. */
    static void expansionGroups(SeasonRules rules, Observations seen) {
        each(rules, (t, e) -> {
            if (waivesCulture(e) && named(rules, e)) {
                seen.shows(
                        PolicyCheck.at(rules, t, e),
                        t.name() + " 的 " + e.name() + " 属免文化群体",
                        "a group that may skip culture");
            }
        });
    }

    private static boolean waivesCulture(Exemption e) {
        return switch (e.effect()) {
            case CULTURE_WAIVED_DROPPED, CULTURE_WAIVED_FULL_MARKS, CULTURE_WAIVED_UNSPECIFIED, BOTH_WAIVED_INTERVIEW ->
                true;
            default -> false;
        };
    }

    private static boolean named(SeasonRules rules, Exemption e) {
        List<String> kinds = e.when().kinds();
        boolean byClause = "14.3".equals(e.clause()) || "2019-12.1".equals(e.clause());
        return kinds.isEmpty()
                ? byClause
                : kinds.stream()
                        .map(k -> PolicyCheck.group(rules, k))
                        .filter(Objects::nonNull)
                        .allMatch(CandidateGroup::maySkipCulture);
    }

    /** 14.6 技能拔尖人才免试从严: no effect without evidence. */
    static void topTalentOnEvidence(SeasonRules rules, Observations seen) {
        each(rules, (t, e) -> {
            if (topTalent(e) && !e.when().asksFacts()) {
                seen.departs(
                        PolicyCheck.at(rules, t, e) + "/when",
                        t.id(),
                        t.name() + " 的 " + e.name() + " 未写证据,请在 when 写 prize:、certificate: 或 ground:",
                        "free of the exam without evidence");
            }
        });
    }

    /** 2013-3.3 免试办理程序: verified by the province and published before the effect. */
    static void verifiedAndPublishedFirst(SeasonRules rules, Observations seen) {
        each(rules, (t, e) -> {
            boolean published = Stream.of(
                            Exemption.Step.EXAM_AUTHORITY_NOTICE,
                            Exemption.Step.COLLEGE_NOTICE,
                            Exemption.Step.NATIONAL_NOTICE)
                    .anyMatch(e.steps()::contains);
            if (topTalent(e) && (!published || !e.steps().contains(Exemption.Step.PROVINCIAL_VERIFICATION))) {
                seen.departs(
                        PolicyCheck.at(rules, t, e) + "/steps",
                        t.id(),
                        t.name() + " 的 " + e.name() + " 须有省级审核(PROVINCIAL_VERIFICATION)和公示(…_NOTICE)",
                        "needs provincial verification and a public notice");
            }
        });
    }

    private static boolean topTalent(Exemption e) {
        return e.effect() == Exemption.Effect.FULL_FREE
                || e.effect() == Exemption.Effect.FREE_BUT_MUST_SIT
                || e.effect() == Exemption.Effect.FREE_AFTER_CULTURE_PASS;
    }

    /** 14.7 免文化者由学校测试: an interview alone departs. */
    static void collegeTestOwed(SeasonRules rules, Observations seen) {
        each(rules, (t, e) -> {
            if (e.effect() == Exemption.Effect.BOTH_WAIVED_INTERVIEW) {
                seen.departs(
                        PolicyCheck.at(rules, t, e) + "/effect",
                        t.id(),
                        t.name() + " 的 " + e.name() + " 连学校测试也免",
                        "the college's test is waived too");
            }
        });
    }

    /** 2013-3.1 应届中职毕业生的奖项. */
    static void prizesAsListed(SeasonRules rules, Observations seen) {
        each(rules, (t, e) -> {
            List<String> prizes = Stream.concat(e.when().any().stream(), e.when().all().stream())
                    .filter(f -> f.startsWith("prize:"))
                    .toList();
            if (topTalent(e) && !prizes.isEmpty() && !Set.copyOf(prizes).equals(LISTED)) {
                seen.departs(
                        PolicyCheck.at(rules, t, e) + "/when",
                        t.id(),
                        t.name() + " 的 " + e.name() + " 奖项与国家规定不同:" + String.join("、", prizes),
                        "prizes differ from the national list");
            }
        });
    }

    /** 2013-3.2 在职中职毕业生: certificate and title, both on record before the first review. */
    static void employedGraduatesByBothDocuments(SeasonRules rules, Observations seen) {
        each(rules, (t, e) -> {
            boolean byCertificateAlone =
                    topTalent(e) && e.when().any().stream().anyMatch(f -> f.startsWith("certificate:"));
            if (byCertificateAlone) {
                seen.departs(
                        PolicyCheck.at(rules, t, e) + "/when",
                        t.id(),
                        t.name() + " 的 " + e.name() + " 凭证书一项即免试,国家规定须证书与称号两项",
                        "one of the two documents is enough here");
            }
        });
    }

    /** 2019-12.2 证书持有者免技能测试: for related majors only. */
    static void certificatesOnlyForRelatedMajors(SeasonRules rules, Observations seen) {
        each(rules, (t, e) -> {
            boolean skill = e.effect() == Exemption.Effect.SKILL_WAIVED_BY_CERTIFICATE
                    || e.effect() == Exemption.Effect.SKILL_COUNTED_FULL;
            boolean related = !e.when().categories().isEmpty()
                    || Stream.concat(e.when().all().stream(), e.when().any().stream())
                            .anyMatch(f -> f.startsWith("flag:related") || f.startsWith("ground:"));
            if (skill && !related) {
                seen.departs(
                        PolicyCheck.at(rules, t, e) + "/when",
                        t.id(),
                        t.name() + " 的 " + e.name() + " 未限相关专业(flag:related 或 categories)",
                        "not limited to related majors");
            }
        });
    }

    /** CB.8 免修不等于免考: credits excuse from courses, not from exams. */
    static void creditsExcuseFromNoExam(SeasonRules rules, Observations seen) {
        each(rules, (t, e) -> {
            boolean credits = Stream.of(e.when().any(), e.when().all())
                    .flatMap(List::stream)
                    .anyMatch(f -> f.toLowerCase(Locale.ROOT).contains("credit") || f.contains("学分"));
            if (credits) {
                seen.departs(
                        PolicyCheck.at(rules, t, e) + "/when",
                        t.id(),
                        t.name() + " 的 " + e.name() + " 以学分免考",
                        "credits alone remove no exam");
            }
        });
    }

    private interface Use {
        void of(Track t, Exemption e);
    }

    private static void each(SeasonRules rules, Use use) {
        for (Track t : rules.tracks()) {
            t.exemptions().forEach(e -> use.of(t, e));
        }
    }
}
