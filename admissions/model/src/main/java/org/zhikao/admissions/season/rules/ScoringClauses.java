package org.zhikao.admissions.season.rules;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Predicate;

/** Checks of the clauses on culture, skill, adaptability and re-check. */
final class ScoringClauses {
    private static final Fraction HALF = new Fraction(1, 2);

    private ScoringClauses() {}

    /** 15.1 文化考试由省统一组织. */
    static void cultureByTheProvince(SeasonRules rules, Observations seen) {
        each(rules, c -> c.kind().isCulture() && c.derived() == null, (t, c) -> {
            String at = PolicyCheck.at(rules, t, c) + "/organiser";
            if (c.origin() != Component.Origin.EXAM || c.kind() == Component.Kind.ACADEMIC_LEVEL) {
                seen.departs(
                        at,
                        t.id(),
                        t.name() + " 的 " + c.name() + " 用学业水平成绩代替统一考试",
                        "marks of another test instead of a provincial paper");
            } else if (c.organiser() == null) {
                seen.departs(
                        at,
                        t.id(),
                        t.name() + " 的 " + c.name() + " 未写组织者,省统一的写 organiser: PROVINCE",
                        "organiser not stated");
            } else if (c.organiser() != Component.Organiser.PROVINCE) {
                seen.departs(at, t.id(), t.name() + " 的 " + c.name() + " 不由省统一组织", "not organised by the province");
            }
        });
    }

    /** 15.2 职业技能分值不低于总分的 50 %. */
    static void skillShareAtLeastHalf(SeasonRules rules, Observations seen) {
        shareBelowHalf(
                rules,
                (t, share) -> seen.departs(
                        PolicyCheck.at(rules, t) + "/total",
                        t.id(),
                        t.name() + " 技能占比 " + share + ",低于 1/2",
                        "skill share " + share + " is below one half"));
    }

    /** 36.1 原则上不低于: the reason is recorded under 15.2. */
    static void skillShareInPrinciple(SeasonRules rules, Observations seen) {
        shareBelowHalf(
                rules,
                (t, share) -> seen.shows(
                        PolicyCheck.at(rules, t) + "/total",
                        t.name() + " 技能占比 " + share + ",理由登记在 15.2",
                        "the reason is recorded under 15.2"));
    }

    private interface Share {
        void of(Track t, Fraction share);
    }

    private static void shareBelowHalf(SeasonRules rules, Share use) {
        for (Track t : rules.tracks()) {
            if (t.kind() == Track.Kind.TOP_UP || t.components().isEmpty()) {
                continue;
            }
            Optional<Fraction> share = share(t, c -> c.kind().isSkill(), c -> true);
            if (share.isPresent() && share.get().compareTo(HALF) < 0) {
                use.of(t, share.get());
            }
        }
    }

    /** Weighted maxima of some components over those of others; empty where a maximum is unknown or nothing is weighed. */
    private static Optional<Fraction> share(Track t, Predicate<Component> part, Predicate<Component> whole) {
        Fraction top = Fraction.ZERO;
        Fraction bottom = Fraction.ZERO;
        for (Total.Term term : t.total().terms()) {
            Component c = t.component(term.component()).orElse(null);
            if (c == null || !whole.test(c) || waivedAlternative(t, c)) {
                continue;
            }
            BigDecimal max = c.countedMax();
            if (max == null || c.kind() == Component.Kind.COMPOSITE) {
                return Optional.empty();
            }
            Fraction weight = Fraction.of(max).times(term.weight());
            bottom = bottom.plus(weight);
            top = part.test(c) ? top.plus(weight) : top;
        }
        return bottom.numerator() == 0 ? Optional.empty() : Optional.of(top.over(bottom));
    }

    /** A component that only some kinds sit instead of the others does not dilute the shares of the general total. */
    private static boolean waivedAlternative(Track t, Component c) {
        return !c.when().kinds().isEmpty() && !c.when().kinds().containsAll(t.audience());
    }

    /** 15.3 操作考试为主. */
    static void operationFirst(SeasonRules rules, Observations seen) {
        for (Track t : rules.tracks()) {
            boolean mixed = t.components().stream().anyMatch(Component::mixed);
            boolean tested = t.components().stream()
                    .anyMatch(c -> c.kind() == Component.Kind.THEORY || c.kind() == Component.Kind.OPERATION);
            if (mixed) {
                seen.departs(
                        PolicyCheck.at(rules, t) + "/components",
                        t.id(),
                        t.name() + " 的技能满分未拆分理论与操作",
                        "one mixed maximum, split unknown");
            } else if (tested) {
                Optional<Fraction> share = share(
                        t,
                        c -> c.kind() == Component.Kind.OPERATION,
                        c -> c.kind().isSkill());
                if (share.isPresent() && share.get().compareTo(HALF) < 0) {
                    seen.departs(
                            PolicyCheck.at(rules, t) + "/components",
                            t.id(),
                            t.name() + " 操作占技能部分 " + share.get() + ",低于 1/2",
                            "hands-on share of the skill part is " + share.get());
                }
            }
        }
    }

    /** 15.4 适应性测试标准按专业大类由省制定. */
    static void adaptabilityStandard(SeasonRules rules, Observations seen) {
        each(rules, c -> c.kind() == Component.Kind.ADAPTABILITY, (t, c) -> {
            Component.Standard s = c.standard();
            String at = PolicyCheck.at(rules, t, c) + "/standard";
            if (s == null || s.majorClasses().isEmpty() || s.edition() == null) {
                seen.departs(
                        at,
                        t.id(),
                        t.name() + " 的 " + c.name() + " 未写测试标准、版本和专业大类",
                        "no standard, edition and major classes stated");
            } else if (s.issuer() != Component.Organiser.PROVINCE) {
                seen.departs(
                        at, t.id(), t.name() + " 的 " + c.name() + " 的标准不由省制定", "the standard is not the province's");
            }
        });
    }

    /** 15.5 中职学业水平测试. */
    static void academicLevelTests(SeasonRules rules, Observations seen) {
        each(
                rules,
                c -> c.origin() == Component.Origin.ACADEMIC_LEVEL_TEST,
                (t, c) -> seen.shows(
                        PolicyCheck.at(rules, t, c) + "/origin",
                        t.name() + " 的 " + c.name() + " 采用学业水平测试成绩",
                        "taken from an academic-level test"));
    }

    /** 15.6 文化素质+职业技能. */
    static void cultureAndSkill(SeasonRules rules, Observations seen) {
        for (Track t : rules.tracks()) {
            boolean composite = t.components().stream().anyMatch(c -> c.kind() == Component.Kind.COMPOSITE);
            if (t.components().isEmpty() || composite) {
                continue;
            }
            boolean culture = t.components().stream().anyMatch(c -> c.kind().isCulture());
            boolean skill = t.components().stream().anyMatch(c -> c.kind().isSkill());
            if (!culture || !skill) {
                seen.departs(
                        PolicyCheck.at(rules, t) + "/components",
                        t.id(),
                        t.name() + (culture ? " 没有技能成绩" : " 没有文化成绩"),
                        culture ? "no skill component" : "no culture component");
            }
        }
    }

    /** 15.8 技能考试内容. */
    static void skillContentStated(SeasonRules rules, Observations seen) {
        for (Track t : rules.tracks()) {
            boolean unstated = t.components().stream()
                    .anyMatch(c -> c.kind().isSkill() && (c.skillContent() == null || c.technologyContent() == null));
            if (unstated) {
                seen.shows(
                        PolicyCheck.at(rules, t) + "/components",
                        t.name() + " 未写岗位技能或通用技术内容",
                        "skill content not stated");
            }
        }
    }

    /** 15.9 文化考试依据中职课程标准. */
    static void cultureStandard(SeasonRules rules, Observations seen) {
        for (Track t : rules.tracks()) {
            boolean culture = t.components().stream().anyMatch(c -> c.kind().isCulture());
            boolean general = t.audience().stream()
                    .anyMatch(k -> PolicyCheck.group(rules, k) == CandidateGroup.GENERAL_HIGH_SCHOOL);
            if (culture && general) {
                seen.departs(
                        PolicyCheck.at(rules, t) + "/audience",
                        t.id(),
                        t.name() + " 的普高考生按普通高中课程标准考试",
                        "candidates of ordinary high schools follow another syllabus");
            } else if (t.components().stream().anyMatch(c -> c.kind().isCulture() && c.standard() == null)) {
                seen.shows(
                        PolicyCheck.at(rules, t) + "/components",
                        t.name() + " 未写文化考试依据的课程标准",
                        "syllabus of the culture exam not stated");
            }
        }
    }

    /** R.1 复核不重新评卷. A province may override it with a reason. */
    static void recheckNeverMarksAgain(SeasonRules rules, Observations seen) {
        Policy.Recheck r = rules.policy().recheck();
        if (r != null && r.remarking()) {
            seen.needsReason("/policy/recheck/remarking", null, "复核不重新评卷,应为 false", "a re-check never marks again");
        }
    }

    /** R.2 复审须先经复核. A province may override it with a reason. */
    static void secondReviewAfterTheFirst(SeasonRules rules, Observations seen) {
        Policy.Recheck r = rules.policy().recheck();
        if (r != null && !r.secondLevelOnlyAfterFirst()) {
            seen.needsReason(
                    "/policy/recheck/secondLevelOnlyAfterFirst",
                    null,
                    "复审须先经复核,应为 true",
                    "the second level follows the first");
        }
    }

    private interface Use {
        void of(Track t, Component c);
    }

    private static void each(SeasonRules rules, Predicate<Component> which, Use use) {
        for (Track t : rules.tracks()) {
            t.components().stream().filter(which).forEach(c -> use.of(t, c));
        }
    }
}
