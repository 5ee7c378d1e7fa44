package org.zhikao.workflows.exemption;

import static org.zhikao.workflows.Word.Type.INSTANT;
import static org.zhikao.workflows.Word.Type.TEXT;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.zhikao.admissions.exemption.ExemptionEvent;
import org.zhikao.admissions.exemption.ExemptionEvent.EvidenceAdded;
import org.zhikao.admissions.exemption.ExemptionEvent.EvidenceRequested;
import org.zhikao.admissions.exemption.ExemptionEvent.ExemptionApproved;
import org.zhikao.admissions.exemption.ExemptionEvent.ExemptionClaimed;
import org.zhikao.admissions.exemption.ExemptionEvent.ExemptionEndorsed;
import org.zhikao.admissions.exemption.ExemptionEvent.ExemptionRefused;
import org.zhikao.admissions.exemption.ExemptionEvent.ExemptionWithdrawn;
import org.zhikao.admissions.registration.RegistrationEvent.ApplicationWithdrawn;
import org.zhikao.admissions.shared.CandidateId;
import org.zhikao.workflows.FactRule;
import org.zhikao.workflows.ProcessContract;
import org.zhikao.workflows.Word;

/** 免试审核: one exemption claim, reviewed by two persons; one case a claim. */
public final class ExemptionReviewProcess implements ProcessContract {
    public static final String KEY = "exemption-review";
    /** 审核时限: calendar days a reviewer has before being reminded; no province publishes one, so this is ours. */
    public static final Duration REVIEW_TIME = Duration.ofDays(5);

    public static final Word CLAIMED = Word.of("exemption.claimed").brings("deadline", INSTANT);
    /** {@code review}: ENDORSED, APPROVED, REFUSED or EVIDENCE_REQUESTED. */
    public static final Word REVIEWED =
            Word.of("exemption.reviewed").brings("review", TEXT).brings("deadline", INSTANT);

    public static final Word EVIDENCE = Word.of("exemption.evidence").brings("deadline", INSTANT);
    /** Refused while evidence was still awaited. */
    public static final Word REFUSED = Word.of("exemption.refused");

    public static final Word WITHDRAWN = Word.of("exemption.withdrawn");
    public static final Word APPLICATION_WITHDRAWN = Word.of("registration.withdrawn");

    /** Business key of a claim. */
    public static String caseKey(CandidateId candidate, int claim) {
        return candidate.value() + "/exemption/" + claim;
    }

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public List<Word> words() {
        return List.of(CLAIMED, REVIEWED, EVIDENCE, REFUSED, WITHDRAWN, APPLICATION_WITHDRAWN);
    }

    @Override
    public List<FactRule<?>> rules() {
        return List.of(
                on(ExemptionClaimed.class).starts(CLAIMED).brings(e -> Map.of("deadline", reviewBy(e.at()))),
                // Evidence also comes unasked, while a reviewer has the claim: then it moves nothing.
                on(EvidenceAdded.class).feeds(EVIDENCE).passing().brings(e -> Map.of("deadline", reviewBy(e.at()))),
                on(EvidenceRequested.class)
                        .feeds(REVIEWED)
                        .brings(e -> review("EVIDENCE_REQUESTED", e.until().toString())),
                on(ExemptionEndorsed.class).feeds(REVIEWED).brings(e -> review("ENDORSED", reviewBy(e.at()))),
                on(ExemptionApproved.class).feeds(REVIEWED).brings(e -> review("APPROVED", e.at().toString())),
                on(ExemptionRefused.class)
                        .feeds(REVIEWED)
                        .endsAt(REFUSED)
                        .brings(e -> review("REFUSED", e.at().toString())),
                on(ExemptionWithdrawn.class).endsAt(WITHDRAWN),
                FactRule.of(ApplicationWithdrawn.class, e -> e.candidate().value())
                        .forSubCases()
                        .endsAt(APPLICATION_WITHDRAWN));
    }

    private static Map<String, Object> review(String review, String deadline) {
        return Map.of("review", review, "deadline", deadline);
    }

    private static String reviewBy(Instant from) {
        return from.plus(REVIEW_TIME).toString();
    }

    private static <E extends ExemptionEvent> FactRule<E> on(Class<E> event) {
        Function<E, String> claim = e -> caseKey(e.candidate(), e.claim());
        return FactRule.of(event, claim);
    }
}
