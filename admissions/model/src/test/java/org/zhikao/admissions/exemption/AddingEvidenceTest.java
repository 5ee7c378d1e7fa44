package org.zhikao.admissions.exemption;

import static org.zhikao.admissions.language.Acts.NOW;
import static org.zhikao.admissions.language.Acts.aSecondReviewer;
import static org.zhikao.admissions.language.Acts.theCandidate;
import static org.zhikao.admissions.language.Facts.DIGEST;
import static org.zhikao.admissions.language.Facts.YU;
import static org.zhikao.admissions.language.Facts.and;
import static org.zhikao.admissions.language.Facts.awaiting;
import static org.zhikao.admissions.language.Facts.claimed;
import static org.zhikao.admissions.language.Facts.confirmed;
import static org.zhikao.admissions.language.Facts.endorsed;
import static org.zhikao.admissions.language.Facts.evidenced;
import static org.zhikao.admissions.language.Facts.exempt;
import static org.zhikao.admissions.language.Facts.opinion;
import static org.zhikao.admissions.language.Terms.during;
import static org.zhikao.admissions.season.Phase.EXEMPTION;

import org.junit.jupiter.api.Test;
import org.zhikao.admissions.exemption.ExemptionCommand.AddEvidence;
import org.zhikao.admissions.exemption.ExemptionCommand.ApproveExemption;
import org.zhikao.admissions.exemption.ExemptionEvent.EvidenceAdded;
import org.zhikao.admissions.language.Acts;
import org.zhikao.admissions.language.GivenWhenThen;
import org.zhikao.admissions.language.Scene;
import org.zhikao.admissions.registration.RegistrationRefusal;

/** 证明材料: each original once, in time. */
@GivenWhenThen
class AddingEvidenceTest {
    @Test
    void recordsTheDigest() {
        Scene.dossier(during(EXEMPTION))
                .given(claimed())
                .when(evidence(DIGEST))
                .emits(new EvidenceAdded(YU, 1, "MERIT", DIGEST, NOW));
    }

    @Test
    void comesInTimeAtTheDeadline() {
        Scene.dossier(during(EXEMPTION))
                .given(awaiting())
                .when(evidenceAfter(86_400))
                .emits(new EvidenceAdded(YU, 1, "MERIT", OTHER, NOW.plusSeconds(86_400)));
    }

    @Test
    void isLateAfterTheDeadline() {
        Scene.dossier(during(EXEMPTION))
                .given(awaiting())
                .when(evidenceAfter(86_401))
                .refuses(ExemptionRefusal.DEADLINE_PAST);
    }

    @Test
    void refusesTheSameOriginal() {
        Scene.dossier(during(EXEMPTION))
                .given(evidenced())
                .when(evidence(DIGEST))
                .refuses(ExemptionRefusal.EVIDENCE_KNOWN);
    }

    @Test
    void refusesAnUnknownClaim() {
        Scene.dossier(during(EXEMPTION))
                .given(confirmed())
                .when(evidence(DIGEST))
                .refuses(ExemptionRefusal.NO_SUCH_CLAIM);
    }

    @Test
    void refusesADecidedClaim() {
        Scene.dossier(during(EXEMPTION))
                .given(exempt())
                .when(evidence(OTHER))
                .refuses(ExemptionRefusal.ALREADY_DECIDED);
    }

    @Test
    void keepsAnEndorsementStanding() {
        Scene.dossier(during(EXEMPTION))
                .given(and(endorsed(), new EvidenceAdded(YU, 1, "MERIT", OTHER, NOW)))
                .when(new ApproveExemption(YU, 1, "第三条", aSecondReviewer()))
                .emits(opinion(Stage.SECOND_REVIEW, true, aSecondReviewer()));
    }

    @Test
    void needsAnApplication() {
        Scene.dossier(during(EXEMPTION)).given().when(evidence(DIGEST)).refuses(RegistrationRefusal.NO_APPLICATION);
    }

    private static final String OTHER = "b".repeat(64);

    private static AddEvidence evidence(String digest) {
        return new AddEvidence(YU, 1, "MERIT", digest, theCandidate());
    }

    private static AddEvidence evidenceAfter(long seconds) {
        return new AddEvidence(YU, 1, "MERIT", OTHER, Acts.at(NOW.plusSeconds(seconds), theCandidate()));
    }
}
