package org.zhikao.admissions.season.rules;

import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * 免试免考: one ground and its effect on this track. The first exemption of the list whose condition holds decides each
 * component; two awards never add up.
 *
 * @param when evidence as facts and kinds; a claimed ground is the fact {@code ground:ID} once it is approved
 * @param steps the review steps that must be on record before the effect begins (2013-3.3)
 * @param components what is waived, assigned or counted full
 * @param assigned counted mark of each prize, best one counts; a higher tested mark counts instead
 * @param part with {@code atLeast}: what must be passed first (FREE_AFTER_CULTURE_PASS)
 * @param rescaleTo the total that the remaining components are scaled to; null = they stand alone
 * @param counts what a component waived by certificate counts as; null = not published, scoring blocks
 * @param points bonus points of BONUS_POINTS
 */
public record Exemption(
        String id,
        String name,
        Effect effect,
        Condition when,
        List<Step> steps,
        List<String> components,
        Map<String, @Nullable BigDecimal> assigned,
        @Nullable String part,
        @Nullable BigDecimal atLeast,
        @Nullable BigDecimal rescaleTo,
        @Nullable Counts counts,
        @Nullable BigDecimal points,
        @Nullable String clause,
        @Nullable String source) {
    public Exemption {
        when = Condition.orAlways(when);
        steps = Lists.copy(steps);
        components = Lists.copy(components);
        assigned = Lists.copy(assigned);
    }

    /** What a fact on record begins with that names an approved ground. */
    public static final String GROUND = "ground:";

    private static final List<String> CLAIMED = List.of(GROUND, "prize:", "certificate:");

    /** True when an approved claim on this ground is what the exemption asks for, or bears its id. */
    public boolean restsOn(String ground) {
        String fact = fact(ground);
        return id.equals(ground) || when.any().contains(fact) || when.all().contains(fact);
    }

    /**
     * 可申请的条件: what may be claimed to come by this exemption: named grounds by their id, each prize and certificate that it
     * asks for as the fact that it is ({@code prize:NATIONAL_1}).
     */
    public List<String> claimable() {
        return Stream.concat(when.any().stream(), when.all().stream())
                .filter(fact -> CLAIMED.stream().anyMatch(fact::startsWith))
                .map(fact -> fact.startsWith(GROUND) ? fact.substring(GROUND.length()) : fact)
                .toList();
    }

    /**
     * What an approved claim puts on record: the ground itself, every fact that must hold beside it, since reviewers and notice
     * have confirmed the whole condition, and every review step.
     */
    public Set<String> onRecord(String ground) {
        Set<String> facts = new LinkedHashSet<>(when.all());
        facts.add(fact(ground));
        steps.forEach(step -> facts.add("step:" + id + "/" + step));
        return facts;
    }

    private static String fact(String ground) {
        return ground.indexOf(':') < 0 ? GROUND + ground : ground;
    }

    /** 免试效果. */
    public enum Effect {
        FULL_FREE,
        FREE_BUT_MUST_SIT,
        FREE_AFTER_CULTURE_PASS,
        SKILL_ASSIGNED_BY_AWARD,
        SKILL_COUNTED_FULL,
        SKILL_WAIVED_BY_CERTIFICATE,
        CULTURE_WAIVED_DROPPED,
        CULTURE_WAIVED_FULL_MARKS,
        BOTH_WAIVED_INTERVIEW,
        BONUS_POINTS,
        /** Waived, but the effect on the total is not published: scoring blocks. */
        CULTURE_WAIVED_UNSPECIFIED;

        /** True when the candidate leaves the ranking and is handled by another procedure. */
        public boolean leavesRanking() {
            return this == FULL_FREE || this == BOTH_WAIVED_INTERVIEW || this == FREE_BUT_MUST_SIT;
        }
    }

    /** 审核步骤, in the order of the file. */
    public enum Step {
        SCHOOL_CHECK,
        COUNTY_CHECK,
        PROVINCIAL_VERIFICATION,
        COLLEGE_ASSESSMENT,
        EXAM_AUTHORITY_NOTICE,
        COLLEGE_NOTICE,
        NATIONAL_NOTICE
    }

    /** 免考科目的计分. */
    public enum Counts {
        FULL,
        DROPPED,
        RESCALED
    }
}
