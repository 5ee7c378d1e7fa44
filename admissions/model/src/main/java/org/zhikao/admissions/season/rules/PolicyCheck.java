package org.zhikao.admissions.season.rules;

import java.util.ArrayList;
import java.util.List;

/** 条款检查: every clause of the catalogue against one season's rules. */
public final class PolicyCheck {
    private PolicyCheck() {}

    public static List<Finding> of(SeasonRules rules) {
        List<Finding> findings = new ArrayList<>();
        for (PolicyClause clause : PolicyClause.values()) {
            clause.check().look(rules, new Observations(clause, rules.deviations(), findings));
        }
        return List.copyOf(findings);
    }

    /** Places of tracks and of what stands in them. */
    static String at(SeasonRules rules, Track track) {
        return "/tracks/" + rules.tracks().indexOf(track);
    }

    static String at(SeasonRules rules, Track track, Component component) {
        return at(rules, track) + "/components/" + track.components().indexOf(component);
    }

    static String at(SeasonRules rules, Track track, Exemption exemption) {
        return at(rules, track) + "/exemptions/" + track.exemptions().indexOf(exemption);
    }

    /** The national group of a kind; null for one that the file does not declare (reported elsewhere). */
    static @org.jspecify.annotations.Nullable CandidateGroup group(SeasonRules rules, String kind) {
        for (SeasonRules.AudienceKind k : rules.kinds()) {
            if (k.id().equals(kind)) {
                return k.group();
            }
        }
        for (CandidateGroup g : CandidateGroup.values()) {
            if (g.name().equals(kind)) {
                return g;
            }
        }
        return null;
    }
}
