package org.zhikao.admissions.season.rules;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.stream.Stream;
import org.zhikao.admissions.season.rules.Track.Kind;

/** Checks of the clauses on plans, through-routes, caps and enterprises. */
final class PlanClauses {
    private PlanClauses() {}

    /** 13.3 保留普通高考渠道. */
    static void ordinaryChannelKept(SeasonRules rules, Observations seen) {
        if (Boolean.FALSE.equals(rules.policy().ordinaryGaokaoChannelKept())) {
            seen.shows(
                    "/policy/ordinaryGaokaoChannelKept",
                    "声明不保留普通高考招生渠道",
                    "the ordinary channel is said not to be kept");
        }
        for (Track t : rules.tracks()) {
            if (Boolean.TRUE.equals(t.placement().outflow())) {
                seen.shows(
                        PolicyCheck.at(rules, t) + "/placement/outflow",
                        t.name() + " 缺额可转夏季,须作计划事件",
                        "unfilled seats may leave to the summer");
            }
        }
    }

    /** 36.4 保留普通高考渠道: as 13.3. */
    static void ordinaryChannelAgain(SeasonRules rules, Observations seen) {
        if (rules.policy().ordinaryGaokaoChannelKept() == null) {
            seen.shows("/policy/ordinaryGaokaoChannelKept", "未声明是否保留普通高考渠道", "not stated");
        }
    }

    /** 13.5 计划分配办法. */
    static void dividingMethodNamed(SeasonRules rules, Observations seen) {
        for (Track t : rules.tracks()) {
            if (t.plan().method() == null) {
                seen.shows(
                        PolicyCheck.at(rules, t) + "/plan/method",
                        t.name() + " 未写计划分配办法",
                        "dividing method not stated");
            }
        }
    }

    /** 14.4 逐步取消注册入学: only with a reason and an end year. */
    static void registrationOnlyEnds(SeasonRules rules, Observations seen) {
        for (Track t : rules.tracks()) {
            if (t.kind() == Kind.REGISTRATION_ONLY || t.components().isEmpty()) {
                String at = PolicyCheck.at(rules, t);
                seen.departs(at + "/kind", t.id(), t.name() + " 没有任何考核(注册入学)", "nothing is examined on this route");
                if (t.lastYear() == null) {
                    seen.unknown(at + "/lastYear", t.name() + " 注册入学的最后年度", "the last year of a route without exam");
                }
            }
        }
    }

    /** 14.5 规范贯通培养. */
    static void throughRoutesDirected(SeasonRules rules, Observations seen) {
        for (Track t : rules.tracks()) {
            String at = PolicyCheck.at(rules, t);
            if (t.kind() == Kind.THROUGH_UNDERGRADUATE) {
                seen.departs(at + "/kind", t.id(), t.name() + " 为中本贯通,应逐步取消", "a 中本 route is to be phased out");
            }
            if (through(t)
                    && t.placement().mechanism() != null
                    && t.placement().mechanism() != Placement.Mechanism.DIRECTED) {
                seen.departs(
                        at + "/placement/mechanism",
                        t.id(),
                        t.name() + " 转段应为 DIRECTED",
                        "a transfer is a DIRECTED route");
            }
        }
    }

    private static boolean through(Track t) {
        return t.kind() == Kind.THROUGH_COLLEGE || t.kind() == Kind.THROUGH_UNDERGRADUATE;
    }

    /** 14.8 适度扩大中职专科贯通. */
    static void throughSeatsCompared(SeasonRules rules, Observations seen) {
        for (Track t : rules.tracks()) {
            if (t.kind() == Kind.THROUGH_COLLEGE) {
                seen.shows(
                        PolicyCheck.at(rules, t) + "/plan",
                        t.name() + " 计划 " + t.plan().envelope() + ",上年 "
                                + t.plan().lastYearSeats(),
                        "seats beside the year before");
            }
        }
    }

    /** 14.9 贯通专业的范围. */
    static void throughRoutesNameTheirGround(SeasonRules rules, Observations seen) {
        for (Track t : rules.tracks()) {
            if (through(t) && t.ground() == null) {
                seen.departs(
                        PolicyCheck.at(rules, t) + "/ground",
                        t.id(),
                        t.name() + " 未写设立贯通的依据",
                        "a through-route names its ground");
            }
        }
    }

    /** 15.10 与产教融合型企业联合招生. */
    static void jointEnrolment(SeasonRules rules, Observations seen) {
        for (Track t : rules.tracks()) {
            if (t.kind() == Kind.JOINT_ENTERPRISE && t.plan().joint().isEmpty()) {
                seen.shows(PolicyCheck.at(rules, t) + "/plan/joint", t.name() + " 未写合作企业", "no partner is named");
            }
            t.plan()
                    .joint()
                    .forEach(j -> seen.shows(
                            PolicyCheck.at(rules, t) + "/plan/joint",
                            t.name() + " 与 " + j.enterprise() + " 联合招生",
                            "joint enrolment"));
        }
    }

    /** TRK.1 不限制中职毕业生比例. */
    static void noCapOnSecondaryVocational(SeasonRules rules, Observations seen) {
        for (Track t : rules.tracks()) {
            for (int i = 0; i < t.plan().caps().size(); i++) {
                CandidateGroup g = t.plan().caps().get(i).group();
                if (g == CandidateGroup.SECONDARY_VOCATIONAL || g == CandidateGroup.TECHNICAL_SCHOOL) {
                    seen.departs(
                            PolicyCheck.at(rules, t) + "/plan/caps/" + i,
                            t.id(),
                            t.name() + " 限制了" + g.chinese() + "的比例或人数",
                            "a cap on vocational graduates");
                }
            }
        }
    }

    /** 36.2 不限制中职比例: the reason is recorded under TRK.1. */
    static void noCapAgain(SeasonRules rules, Observations seen) {
        for (Track t : rules.tracks()) {
            if (!t.plan().caps().isEmpty()) {
                seen.shows(
                        PolicyCheck.at(rules, t) + "/plan/caps",
                        t.name() + " 设有上限,理由登记在 TRK.1",
                        "a cap; the reason is recorded under TRK.1");
            }
        }
    }

    /** TRK.2 适度扩大专升本. */
    static void topUpOnItsOwn(SeasonRules rules, Observations seen) {
        for (Track t : rules.tracks()) {
            if (t.kind() == Kind.TOP_UP) {
                seen.shows(PolicyCheck.at(rules, t), t.name() + " 为专升本,单独统计", "a route of its own");
            }
        }
    }

    /** GRP.1 定向培养: its gates are data. */
    static void trainingToOrderGated(SeasonRules rules, Observations seen) {
        for (Track t : rules.tracks()) {
            if (t.kind() == Kind.TO_ORDER && t.gates().isEmpty()) {
                seen.shows(
                        PolicyCheck.at(rules, t) + "/gates",
                        t.name() + " 未写定向培养的条件",
                        "conditions of training to order not stated");
            }
        }
    }

    /** ENT.1 产教融合型企业认证. */
    static void enterpriseCertified(SeasonRules rules, Observations seen) {
        for (Track t : rules.tracks()) {
            for (int i = 0; i < t.plan().joint().size(); i++) {
                Plan.JointEnrolment j = t.plan().joint().get(i);
                if (j.certificate() == null || j.authority() == null || j.validUntil() == null) {
                    seen.departs(
                            PolicyCheck.at(rules, t) + "/plan/joint/" + i,
                            t.id(),
                            j.enterprise() + " 未写认证、机关和有效期",
                            "certificate, authority or validity missing");
                } else if (lapsed(rules, t, j.validUntil())) {
                    seen.departs(
                            PolicyCheck.at(rules, t) + "/plan/joint/" + i + "/validUntil",
                            t.id(),
                            j.enterprise() + " 的认证在计划公布前已过期(" + j.validUntil() + ")",
                            "the certificate has lapsed before the plan is published");
                }
            }
        }
    }

    /** Compared with the day the track's plan is published; where that is not stated, with the first day of the year. */
    private static boolean lapsed(SeasonRules rules, Track t, String validUntil) {
        LocalDate published = rules.calendar().stream()
                .filter(p -> p.kind() == Phase.Kind.PLAN && p.serves(t.id()))
                .flatMap(p -> Stream.ofNullable(p.opens()))
                .map(LocalDateTime::toLocalDate)
                .findFirst()
                .orElse(LocalDate.of(rules.year(), 1, 1));
        return validUntil.compareTo(published.toString()) < 0;
    }
}
