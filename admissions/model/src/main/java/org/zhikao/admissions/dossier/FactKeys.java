package org.zhikao.admissions.dossier;

import java.util.List;
import java.util.Map;
import org.zhikao.admissions.duty.DutyEvent.DutyDecided;
import org.zhikao.admissions.exemption.ExemptionEvent;
import org.zhikao.admissions.exemption.ExemptionEvent.ExemptionApproved;
import org.zhikao.admissions.shared.CandidateEvent;
import org.zhikao.admissions.shared.CandidateId;
import org.zhikao.admissions.shared.EventNames;

/**
 * 事实称谓: what a fact of a dossier is called where a published process binds it, and which case of which process it
 * belongs to. The contracts of the processes say the same; a test holds both together.
 */
public final class FactKeys {
    public static final String APPLICATION = "application";
    public static final String REVIEW = "exemption-review";

    private FactKeys() {}

    /** The stored name, and with it the variant where only some facts of that name feed a wait. */
    public static List<String> of(CandidateEvent fact) {
        String name = EventNames.nameOf(fact.getClass().getName());
        if (fact instanceof ExemptionApproved approved) {
            return List.of(name, name + "/" + approved.effect());
        }
        if (fact instanceof DutyDecided decided) {
            return List.of(name + "/" + decided.duty());
        }
        return List.of(name);
    }

    /** Business key by process. */
    public static Map<String, String> cases(CandidateEvent fact) {
        String candidate = fact.candidate().value();
        if (fact instanceof DutyDecided decided) {
            return Map.of(decided.process(), decided.about());
        }
        if (fact instanceof ExemptionEvent claim) {
            return Map.of(APPLICATION, candidate, REVIEW, claim(fact.candidate(), claim.claim()));
        }
        return Map.of(APPLICATION, candidate);
    }

    /** Business key of a claim. */
    public static String claim(CandidateId candidate, int claim) {
        return candidate.value() + "/exemption/" + claim;
    }
}
