package org.zhikao.workflows.exemption;

import static org.zhikao.workflows.Word.Type.INSTANT;
import static org.zhikao.workflows.Word.Type.TEXT;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.zhikao.admissions.exemption.ExemptionEvent;
import org.zhikao.admissions.exemption.ExemptionEvent.ClaimAttested;
import org.zhikao.admissions.exemption.ExemptionEvent.ClaimHandedBack;
import org.zhikao.admissions.exemption.ExemptionEvent.EvidenceAdded;
import org.zhikao.admissions.exemption.ExemptionEvent.EvidenceRequested;
import org.zhikao.admissions.exemption.ExemptionEvent.ExemptionApproved;
import org.zhikao.admissions.exemption.ExemptionEvent.ExemptionClaimed;
import org.zhikao.admissions.exemption.ExemptionEvent.ExemptionRefused;
import org.zhikao.admissions.exemption.ExemptionEvent.ExemptionWaived;
import org.zhikao.admissions.exemption.ExemptionEvent.ExemptionWithdrawn;
import org.zhikao.admissions.exemption.ExemptionEvent.NoticeClosed;
import org.zhikao.admissions.exemption.ExemptionEvent.NoticePosted;
import org.zhikao.admissions.exemption.ExemptionEvent.ObjectionDecided;
import org.zhikao.admissions.exemption.ExemptionEvent.ObjectionFiled;
import org.zhikao.admissions.exemption.ExemptionEvent.OpinionGiven;
import org.zhikao.admissions.exemption.ExemptionEvent.OpinionTakenBack;
import org.zhikao.admissions.exemption.ExemptionEvent.RefusalAppealed;
import org.zhikao.admissions.exemption.ExemptionEvent.RelationDeclared;
import org.zhikao.admissions.exemption.ExemptionEvent.ReviewerAssigned;
import org.zhikao.admissions.exemption.Stage;
import org.zhikao.admissions.registration.RegistrationEvent.ApplicationWithdrawn;
import org.zhikao.admissions.shared.CandidateId;
import org.zhikao.workflows.FactRule;
import org.zhikao.workflows.OwnDuties;
import org.zhikao.workflows.ProcessContract;
import org.zhikao.workflows.Word;

/**
 * 免试审核: one exemption claim, reviewed by persons drawn by lot; one case a claim.
 *
 * <p>Which stages it passes the season's rules say, and the fact of each turn names the stage that it leads to. Between two
 * stages the token waits for that turn, with the instant from which the turn is due as its deadline.
 */
public final class ExemptionReviewProcess implements ProcessContract {
    public static final String KEY = "exemption-review";
    /** The instruction that asks the claim for its next turn. */
    public static final String ADVANCE = "advance-claim";

    /** {@code stage}: SCHOOL_CHECK or FIRST_REVIEW. */
    public static final Word CLAIMED =
            Word.of("exemption.claimed").brings("stage", TEXT).brings("deadline", INSTANT);

    public static final Word ATTESTED = Word.of("exemption.attested").brings("deadline", INSTANT);
    /** {@code stage}: where the claim stands from here, an outcome included. */
    public static final Word TURN =
            Word.of("exemption.turn").brings("stage", TEXT).brings("deadline", INSTANT);
    /** {@code review}: GIVEN, HANDED_BACK or EVIDENCE_REQUESTED. */
    public static final Word REVIEWED =
            Word.of("exemption.reviewed").brings("review", TEXT).brings("deadline", INSTANT);

    public static final Word EVIDENCE = Word.of("exemption.evidence").brings("deadline", INSTANT);
    /** {@code notice}: OBJECTION or CLOSED. */
    public static final Word NOTICE =
            Word.of("exemption.notice").brings("notice", TEXT).brings("deadline", INSTANT);

    public static final Word OBJECTION_DECIDED =
            Word.of("exemption.objection-decided").brings("deadline", INSTANT);
    public static final Word WITHDRAWN = Word.of("exemption.withdrawn");
    public static final Word WAIVED = Word.of("exemption.waived");
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
        return List.of(
                CLAIMED,
                ATTESTED,
                TURN,
                REVIEWED,
                EVIDENCE,
                NOTICE,
                OBJECTION_DECIDED,
                WITHDRAWN,
                WAIVED,
                APPLICATION_WITHDRAWN);
    }

    @Override
    public Map<String, Set<String>> answers() {
        Set<String> turns = Arrays.stream(Stage.values())
                .filter(stage -> stage.decides() || stage == Stage.PUBLIC_NOTICE)
                .map(Stage::name)
                .collect(Collectors.toCollection(TreeSet::new));
        turns.add(Stage.APPROVED.name());
        turns.add(Stage.REFUSED.name());
        return Map.of(
                CLAIMED.name() + "/stage", Set.of(Stage.SCHOOL_CHECK.name(), Stage.FIRST_REVIEW.name()),
                TURN.name() + "/stage", turns,
                NOTICE.name() + "/notice", Set.of("OBJECTION", "CLOSED"));
    }

    @Override
    public List<FactRule<?>> rules() {
        return List.of(
                on(ExemptionClaimed.class).starts(CLAIMED).brings(e -> stage(e.stage(), e.due())),
                on(RefusalAppealed.class).starts(CLAIMED).brings(e -> stage(Stage.FIRST_REVIEW, e.at())),
                on(ClaimAttested.class).feeds(ATTESTED).brings(e -> due(e.at())),
                on(ReviewerAssigned.class).feeds(TURN).brings(e -> stage(e.stage(), e.due())),
                on(OpinionTakenBack.class).feeds(TURN).brings(e -> stage(e.stage(), e.due())),
                on(NoticePosted.class).feeds(TURN).brings(e -> stage(Stage.PUBLIC_NOTICE, e.until())),
                on(ExemptionApproved.class).feeds(TURN).brings(e -> stage(Stage.APPROVED, e.at())),
                on(ExemptionRefused.class).feeds(TURN).brings(e -> stage(Stage.REFUSED, e.at())),
                on(OpinionGiven.class).feeds(REVIEWED).brings(e -> word("review", "GIVEN", e.effective())),
                on(ClaimHandedBack.class).feeds(REVIEWED).brings(e -> word("review", "HANDED_BACK", e.at())),
                on(RelationDeclared.class)
                        .when(RelationDeclared::redrawn)
                        .feeds(REVIEWED)
                        .brings(e -> word("review", "HANDED_BACK", e.at())),
                on(EvidenceRequested.class)
                        .feeds(REVIEWED)
                        .brings(e -> word("review", "EVIDENCE_REQUESTED", e.until())),
                // Evidence also comes unasked, while a reviewer has the claim: then it moves nothing.
                on(EvidenceAdded.class).feeds(EVIDENCE).passing().brings(e -> due(e.at())),
                on(ObjectionFiled.class).feeds(NOTICE).brings(e -> word("notice", "OBJECTION", e.due())),
                on(ObjectionDecided.class).feeds(OBJECTION_DECIDED).brings(e -> due(e.until())),
                on(NoticeClosed.class).feeds(NOTICE).brings(e -> word("notice", "CLOSED", e.at())),
                on(ExemptionWithdrawn.class).endsAt(WITHDRAWN),
                // Once approved, giving up moves the application and not the review, which has ended.
                on(ExemptionWaived.class).when(e -> e.effect().isEmpty()).endsAt(WAIVED),
                FactRule.of(ApplicationWithdrawn.class, e -> e.candidate().value())
                        .forSubCases()
                        .endsAt(APPLICATION_WITHDRAWN),
                OwnDuties.rule(KEY));
    }

    @Override
    public boolean ownDuties() {
        return true;
    }

    private static Map<String, Object> stage(Stage stage, Instant deadline) {
        return word("stage", stage.name(), deadline);
    }

    private static Map<String, Object> word(String variable, String value, Instant deadline) {
        return Map.of(variable, value, "deadline", deadline.toString());
    }

    private static Map<String, Object> due(Instant deadline) {
        return Map.of("deadline", deadline.toString());
    }

    private static <E extends ExemptionEvent> FactRule<E> on(Class<E> event) {
        Function<E, String> claim = e -> caseKey(e.candidate(), e.claim());
        return FactRule.of(event, claim);
    }
}
