package org.zhikao.workflows.registration;

import static org.zhikao.workflows.Word.Type.BOOLEAN;
import static org.zhikao.workflows.Word.Type.TEXT;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.zhikao.admissions.exam.ExamEvent.ExamArranged;
import org.zhikao.admissions.exemption.Claims;
import org.zhikao.admissions.exemption.ExemptionEvent.ExemptionApproved;
import org.zhikao.admissions.exemption.ExemptionEvent.ExemptionWaived;
import org.zhikao.admissions.placement.PlacementEvent.CandidateNotPlaced;
import org.zhikao.admissions.placement.PlacementEvent.CandidatePlaced;
import org.zhikao.admissions.placement.PlacementEvent.OfferConfirmed;
import org.zhikao.admissions.placement.PlacementEvent.OfferDeclined;
import org.zhikao.admissions.preference.PreferenceEvent.PreferencesLapsed;
import org.zhikao.admissions.preference.PreferenceEvent.PreferencesLocked;
import org.zhikao.admissions.registration.RegistrationEvent.ApplicationResubmitted;
import org.zhikao.admissions.registration.RegistrationEvent.ApplicationReturned;
import org.zhikao.admissions.registration.RegistrationEvent.ApplicationSubmitted;
import org.zhikao.admissions.registration.RegistrationEvent.ApplicationWithdrawn;
import org.zhikao.admissions.registration.RegistrationEvent.EligibilityConfirmed;
import org.zhikao.admissions.registration.RegistrationEvent.EligibilityRejected;
import org.zhikao.admissions.scoring.ScoringEvent.ResultReleased;
import org.zhikao.admissions.season.Phase;
import org.zhikao.admissions.shared.CandidateEvent;
import org.zhikao.workflows.FactRule;
import org.zhikao.workflows.OwnDuties;
import org.zhikao.workflows.ProcessContract;
import org.zhikao.workflows.Word;

/** 报名到录取: a candidate's journey; one case a candidate, on the path that everybody takes. */
public final class ApplicationProcess implements ProcessContract {
    public static final String KEY = "application";

    public static final Word SUBMITTED = Word.of("registration.submitted");
    /** {@code decision}: CONFIRMED, REJECTED or RETURNED. */
    public static final Word DECIDED = Word.of("registration.decided").brings("decision", TEXT);

    public static final Word RESUBMITTED = Word.of("registration.resubmitted");
    /** Exam arranged, or no exam owed. */
    public static final Word EXAM_SETTLED = Word.of("exam.settled").brings("exempt", BOOLEAN);

    public static final Word RELEASED = Word.of("scoring.released").brings("eligible", BOOLEAN);
    public static final Word PREFERENCES_SETTLED = Word.of("preference.settled");
    /** {@code last}: no further round is open to this candidate; {@code waived}: an exemption was given up, the exam is owed. */
    public static final Word PLACEMENT_DECIDED = Word.of("placement.decided")
            .brings("placed", BOOLEAN)
            .brings("last", BOOLEAN)
            .brings("waived", BOOLEAN);

    public static final Word ANSWERED = Word.of("placement.answered").brings("accepted", BOOLEAN);
    /** Left for good, wherever the case stood: without a result, nobody reaches the placement wait. */
    public static final Word LEFT = Word.of("placement.left");

    public static final Word WITHDRAWN = Word.of("registration.withdrawn");

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public List<Word> words() {
        return List.of(
                SUBMITTED,
                DECIDED,
                RESUBMITTED,
                EXAM_SETTLED,
                RELEASED,
                PREFERENCES_SETTLED,
                PLACEMENT_DECIDED,
                ANSWERED,
                LEFT,
                WITHDRAWN);
    }

    @Override
    public List<FactRule<?>> rules() {
        return List.of(
                on(ApplicationSubmitted.class).starts(SUBMITTED),
                on(EligibilityConfirmed.class).feeds(DECIDED).brings(e -> Map.of("decision", "CONFIRMED")),
                on(EligibilityRejected.class).feeds(DECIDED).brings(e -> Map.of("decision", "REJECTED")),
                on(ApplicationReturned.class).feeds(DECIDED).brings(e -> Map.of("decision", "RETURNED")),
                on(ApplicationResubmitted.class).feeds(RESUBMITTED),
                on(ApplicationWithdrawn.class).endsAt(WITHDRAWN),
                on(ExamArranged.class).feeds(EXAM_SETTLED).brings(e -> Map.of("exempt", false)),
                // Every other effect changes the score only: who has it sits the exam.
                on(ExemptionApproved.class)
                        .when(Claims.FULL_FREE, e -> e.effect().equals(Claims.FULL_FREE))
                        .feeds(EXAM_SETTLED)
                        .brings(e -> Map.of("exempt", true)),
                on(ResultReleased.class)
                        .feeds(RELEASED)
                        .brings(e -> Map.of("eligible", e.result().eligible())),
                on(PreferencesLocked.class).feeds(PREFERENCES_SETTLED),
                on(PreferencesLapsed.class).feeds(PREFERENCES_SETTLED),
                on(CandidatePlaced.class).feeds(PLACEMENT_DECIDED).brings(e -> placement(true, true, false)),
                on(CandidateNotPlaced.class)
                        .when(e -> !e.last())
                        .feeds(PLACEMENT_DECIDED)
                        .brings(e -> placement(false, false, false)),
                on(CandidateNotPlaced.class)
                        .when(CandidateNotPlaced::last)
                        .feeds(PLACEMENT_DECIDED)
                        .endsAt(LEFT)
                        .brings(e -> placement(false, true, false)),
                on(ExemptionWaived.class)
                        .when(e -> e.effect().equals(Claims.FULL_FREE))
                        .feeds(PLACEMENT_DECIDED)
                        .brings(e -> placement(false, false, true)),
                on(OfferConfirmed.class).feeds(ANSWERED).brings(e -> Map.of("accepted", true)),
                on(OfferDeclined.class).feeds(ANSWERED).brings(e -> Map.of("accepted", false)),
                OwnDuties.rule(KEY));
    }

    @Override
    public Map<String, Set<Phase>> phases() {
        return Map.of(
                RESUBMITTED.name(), Set.of(Phase.REGISTRATION),
                // A claim is decided whenever its review is done; a seat is given in the exam phase.
                EXAM_SETTLED.name(), Set.of(Phase.EXEMPTION, Phase.EXAM),
                RELEASED.name(), Set.of(Phase.SCORING),
                PREFERENCES_SETTLED.name(), Set.of(Phase.PREFERENCE),
                PLACEMENT_DECIDED.name(), Set.of(Phase.PLACEMENT),
                ANSWERED.name(), Set.of(Phase.CONFIRMATION));
    }

    @Override
    public boolean ownDuties() {
        return true;
    }

    private static Map<String, Object> placement(boolean placed, boolean last, boolean waived) {
        return Map.of("placed", placed, "last", last, "waived", waived);
    }

    private static <E extends CandidateEvent> FactRule<E> on(Class<E> event) {
        Function<E, String> candidate = e -> e.candidate().value();
        return FactRule.of(event, candidate);
    }
}
