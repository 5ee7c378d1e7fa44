package org.zhikao.workflows.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhikao.admissions.exemption.Stage.FIRST_REVIEW;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.zhikao.admissions.exemption.Claims;
import org.zhikao.admissions.exemption.Stage;
import org.zhikao.admissions.process.Position;
import org.zhikao.admissions.process.ProcessModels;
import org.zhikao.admissions.process.ProcessModels.Step;
import org.zhikao.admissions.process.ProcessState;
import org.zhikao.admissions.season.Phase;
import org.zhikao.admissions.shared.CandidateId;
import org.zhikao.admissions.shared.Event;
import org.zhikao.admissions.shared.SeasonId;

/** A path to every end event of every process, and from every wait to the ends that may come at any time. */
class TakingEveryPathTest {
    private static final AtomicInteger NUMBER = new AtomicInteger();
    /** Ends reached by the tests of this class, as {@code process/end}. */
    private static final TreeSet<String> REACHED = new TreeSet<>();

    private final Workshop shop = Workshop.get();
    private final CandidateId candidate = Facts.candidate("path", NUMBER.incrementAndGet());
    private final Facts f = Facts.of(candidate);

    @AfterAll
    static void everyEndWasReached() {
        TreeSet<String> ends = new TreeSet<>();
        for (var model : Workshop.get().bean(ProcessModels.class).all()) {
            for (Step step : model.steps()) {
                if (step.kind().equals("end") && !step.id().endsWith("_reminded")) {
                    ends.add(model.key() + "/" + step.id());
                }
            }
        }
        assertThat(REACHED).isEqualTo(ends);
    }

    @Test
    void confirmsAnOfferOfTheFirstRound() {
        shop.move(
                f.submitted(),
                f.confirmed(),
                f.arranged(),
                f.released(true),
                f.locked(1),
                f.placed(1),
                f.offerConfirmed());
        ended("application", candidate.value(), "end_confirmed");
        assertThat(position("application", candidate.value()).flows())
                .containsExactly(
                        "flow_accepted",
                        "flow_answered",
                        "flow_confirmed",
                        "flow_decided",
                        "flow_eligible",
                        "flow_examined",
                        "flow_placed",
                        "flow_preferred",
                        "flow_released",
                        "flow_run",
                        "flow_settled",
                        "flow_submitted");
    }

    @Test
    void declinesAnOfferOfTheSecondRound() {
        eachAlone(
                f.submitted(),
                f.returned(),
                f.resubmitted(),
                f.confirmed(),
                f.arranged(),
                f.released(true),
                f.locked(1),
                f.notPlaced(1, false),
                f.lapsed(2),
                f.placed(2),
                f.offerDeclined());
        ended("application", candidate.value(), "end_declined");
    }

    @Test
    void isRejected() {
        eachAlone(f.submitted(), f.rejected());
        ended("application", candidate.value(), "end_rejected");
    }

    @Test
    void isLeftInTheLastRound() {
        eachAlone(f.submitted(), f.confirmed(), f.arranged(), f.released(true), f.locked(1), f.notPlaced(1, false));
        assertThat(shop.at(candidate)).isEqualTo("receive_preferences");
        eachAlone(f.locked(2), f.notPlaced(2, true));
        ended("application", candidate.value(), "end_not_placed");
    }

    @Test
    void anIneligibleCandidateWaitsForTheRunWithoutPreferences() {
        eachAlone(f.submitted(), f.confirmed(), f.arranged(), f.released(false));
        assertThat(shop.at(candidate)).isEqualTo("receive_placement");
        shop.move(f.notPlaced(1, true));
        ended("application", candidate.value(), "end_not_placed");
    }

    @Test
    void whoIsExemptFromEverythingIsPlacedWithoutExam() {
        eachAlone(
                f.submitted(),
                f.confirmed(),
                f.claimed(1),
                f.evidence(1),
                f.assigned(1, FIRST_REVIEW),
                f.opinion(1, FIRST_REVIEW));
        assertThat(shop.at(candidate)).isEqualTo("receive_arrangement");
        shop.move(f.approved(1, true));
        assertThat(shop.at(candidate)).isEqualTo("receive_placement");
        ended("exemption-review", claim(1), "end_approved");
    }

    @Test
    void whoIsExemptFromASubjectSitsTheExam() {
        eachAlone(f.submitted(), f.confirmed(), f.claimed(1), f.evidence(1), f.approved(1, false));
        assertThat(shop.at(candidate)).isEqualTo("receive_arrangement");
    }

    @Test
    void aCaseEndsFromEveryWaitWhenItIsWithdrawnOrLeftForGood() {
        List<Event> way = List.of(
                f.submitted(),
                f.returned(),
                f.resubmitted(),
                f.confirmed(),
                f.arranged(),
                f.released(true),
                f.locked(1));
        TreeSet<String> from = new TreeSet<>();
        for (int steps = 1; steps <= way.size(); steps++) {
            for (boolean left : new boolean[] {false, true}) {
                CandidateId other = Facts.candidate("leave", NUMBER.incrementAndGet());
                Facts o = Facts.of(other);
                List<Event> facts = new ArrayList<>(List.of(
                        o.submitted(),
                        o.returned(),
                        o.resubmitted(),
                        o.confirmed(),
                        o.arranged(),
                        o.released(true),
                        o.locked(1)));
                shop.move(facts.subList(0, steps));
                from.add(shop.at(other));
                shop.move(left ? o.notPlaced(1, true) : o.withdrawn());
                ended("application", other.value(), left ? "end_not_placed" : "end_withdrawn");
            }
        }
        assertThat(from)
                .containsExactly(
                        "receive_arrangement",
                        "receive_eligibility",
                        "receive_placement",
                        "receive_preferences",
                        "receive_resubmission",
                        "receive_result");
    }

    @Test
    void whoGivesTheExemptionUpOwesTheExam() {
        eachAlone(f.submitted(), f.confirmed(), f.claimed(1), f.approved(1, true));
        assertThat(shop.at(candidate)).isEqualTo("receive_placement");
        eachAlone(f.waived(1, Claims.FULL_FREE));
        assertThat(shop.at(candidate)).isEqualTo("receive_arrangement");
        eachAlone(f.arranged());
        assertThat(shop.at(candidate)).isEqualTo("receive_result");
        ended("exemption-review", claim(1), "end_approved");
    }

    @Test
    void givingUpALesserEffectMovesNobody() {
        eachAlone(f.submitted(), f.confirmed(), f.claimed(1), f.approved(1, false));
        eachAlone(f.waived(1, "SKILL_FULL_MARKS"));
        assertThat(shop.at(candidate)).isEqualTo("receive_arrangement");
        assertThat(shop.pending(candidate.value())).isEmpty();
    }

    @Test
    void aClaimPassesEveryStage() {
        eachAlone(f.submitted(), f.confirmed(), f.claimedAtSchool(1));
        stands("user_school_check");
        eachAlone(f.attested(1));
        stands("receive_turn");
        for (Stage stage : List.of(FIRST_REVIEW, Stage.SECOND_REVIEW, Stage.THIRD_REVIEW, Stage.PROVINCE_REVIEW)) {
            eachAlone(f.assigned(1, stage));
            stands("user_" + stage.name().toLowerCase(Locale.ROOT));
            eachAlone(f.opinion(1, stage));
            stands("receive_turn");
        }
        eachAlone(f.noticePosted(1));
        stands("receive_notice");
        eachAlone(f.objection(1));
        stands("user_objection");
        eachAlone(f.objectionDecided(1));
        stands("receive_notice");
        eachAlone(f.noticeClosed(1));
        stands("receive_turn");
        eachAlone(f.assigned(1, Stage.FINAL_DECISION));
        stands("user_final_decision");
        eachAlone(f.opinion(1, Stage.FINAL_DECISION), f.approved(1, true));
        ended("exemption-review", claim(1), "end_approved");
        assertThat(shop.pending(claim(1))).isEmpty();
    }

    @Test
    void aSecondObjectionWaitsUntilTheFirstIsDecided() {
        eachAlone(f.submitted(), f.confirmed(), f.claimed(1), f.noticePosted(1), f.objection(1), f.objection(1));
        stands("user_objection");
        eachAlone(f.objectionDecided(1));
        stands("user_objection");
        eachAlone(f.objectionDecided(1));
        stands("receive_notice");
    }

    @Test
    void aClaimGoesRoundForEvidenceAndIsRefusedAtLast() {
        eachAlone(f.submitted(), f.confirmed(), f.claimed(1), f.evidence(1), f.assigned(1, FIRST_REVIEW));
        stands("user_first_review");
        eachAlone(f.evidenceRequested(1));
        stands("receive_evidence");
        eachAlone(f.evidence(1));
        stands("receive_turn");
        eachAlone(f.assigned(1, FIRST_REVIEW), f.opinion(1, FIRST_REVIEW), f.refused(1));
        ended("exemption-review", claim(1), "end_refused");
        assertThat(shop.pending(claim(1))).isEmpty();
    }

    @Test
    void aCaseHandedBackOrOfARelativeIsDrawnAnew() {
        eachAlone(f.submitted(), f.confirmed(), f.claimed(1), f.assigned(1, FIRST_REVIEW), f.handedBack(1));
        stands("receive_turn");
        eachAlone(f.assigned(1, FIRST_REVIEW), f.related(1, false));
        stands("user_first_review");
        eachAlone(f.related(1, true));
        stands("receive_turn");
    }

    @Test
    void anOpinionTakenBackPutsTheCaseInTheSameHands() {
        eachAlone(f.submitted(), f.confirmed(), f.claimed(1), f.assigned(1, FIRST_REVIEW));
        eachAlone(f.opinion(1, FIRST_REVIEW), f.takenBack(1, FIRST_REVIEW));
        stands("user_first_review");
    }

    @Test
    void anAppealIsACaseOfItsOwn() {
        eachAlone(f.submitted(), f.confirmed(), f.claimed(1), f.refused(1), f.appealed(1));
        ended("exemption-review", claim(1), "end_refused");
        assertThat(shop.at("exemption-review", claim(2))).isEqualTo("receive_turn");
    }

    @Test
    void silenceEndsAClaim() {
        eachAlone(f.submitted(), f.confirmed(), f.claimed(1), f.assigned(1, FIRST_REVIEW), f.evidenceRequested(1));
        eachAlone(f.waived(1, ""));
        ended("exemption-review", claim(1), "end_waived");
    }

    @Test
    void aClaimEndsFromEveryWaitWhenItOrTheApplicationIsWithdrawn() {
        TreeSet<String> from = new TreeSet<>();
        for (int steps = 1; steps <= 7; steps++) {
            for (boolean application : new boolean[] {false, true}) {
                CandidateId other = Facts.candidate("claim", NUMBER.incrementAndGet());
                Facts o = Facts.of(other);
                shop.move(o.submitted(), o.confirmed());
                shop.move(List.of(
                                o.claimedAtSchool(1),
                                o.attested(1),
                                o.assigned(1, FIRST_REVIEW),
                                o.evidenceRequested(1),
                                o.evidence(1),
                                o.noticePosted(1),
                                o.objection(1))
                        .subList(0, steps));
                from.add(shop.at("exemption-review", other.value() + "/exemption/1"));
                shop.move(application ? o.withdrawn() : o.claimWithdrawn(1));
                ended("exemption-review", other.value() + "/exemption/1", "end_withdrawn");
            }
        }
        assertThat(from)
                .containsExactly(
                        "receive_evidence",
                        "receive_notice",
                        "receive_turn",
                        "user_first_review",
                        "user_objection",
                        "user_school_check");
    }

    @Test
    void withdrawingTheApplicationEndsAClaimOfTheSameBatchToo() {
        shop.move(f.submitted(), f.confirmed(), f.claimed(1), f.claimed(2), f.withdrawn());
        ended("exemption-review", claim(1), "end_withdrawn");
        ended("exemption-review", claim(2), "end_withdrawn");
        ended("application", candidate.value(), "end_withdrawn");
    }

    @Test
    void theDutyOfAReviewerComesAndGoesWithItsToken() {
        ProcessState state = shop.bean(ProcessState.class);
        shop.move(f.submitted(), f.confirmed(), f.claimed(1), f.assigned(1, FIRST_REVIEW));
        assertThat(state.dutiesOf(candidate.value())).singleElement().satisfies(duty -> {
            assertThat(duty.duty()).isEqualTo("user_first_review");
            assertThat(duty.role()).isEqualTo("REVIEWER");
            assertThat(duty.deadline()).isEqualTo(duty.since().plus(java.time.Duration.ofDays(5)));
        });
        shop.move(f.evidenceRequested(1));
        assertThat(state.dutiesOf(candidate.value())).isEmpty();
        shop.move(f.evidence(1), f.assigned(1, Stage.PROVINCE_REVIEW));
        assertThat(state.dutiesOf(candidate.value())).singleElement().satisfies(duty -> {
            assertThat(duty.duty()).isEqualTo("user_province_review");
            assertThat(duty.role()).isEqualTo("EXAM_OFFICE");
        });
        shop.move(f.opinion(1, Stage.PROVINCE_REVIEW), f.approved(1, true));
        assertThat(state.dutiesOf(candidate.value())).isEmpty();
    }

    @Test
    void aSeasonGoesThroughItsPhasesAndRounds() {
        SeasonId id = new SeasonId("s-path-2026");
        Facts.Season s = new Facts.Season(id);
        eachAlone(s.published(1), s.opened(Phase.REGISTRATION, 1), s.published(2), s.opened(Phase.EXEMPTION, 1));
        assertThat(shop.at("season", id.value())).isEqualTo("receive_exemption_closed,receive_registration_closed");
        eachAlone(
                s.closed(Phase.EXEMPTION, 1),
                s.closed(Phase.REGISTRATION, 1),
                s.opened(Phase.EXAM, 1),
                // scoring may open while exams go on: the fact waits for its turn
                s.opened(Phase.SCORING, 1),
                s.closed(Phase.EXAM, 1),
                s.closed(Phase.SCORING, 1));
        assertThat(shop.at("season", id.value())).isEqualTo("receive_preference_opened");
        assertThat(shop.pending(id.value())).isEmpty();
        round(s, 1, true);
        assertThat(shop.at("season", id.value())).isEqualTo("receive_preference_opened");
        round(s, 2, false);
        ended("season", id.value(), "end_closed");
    }

    private void round(Facts.Season s, int round, boolean failsOnce) {
        eachAlone(
                s.opened(Phase.PREFERENCE, round), s.closed(Phase.PREFERENCE, round), s.opened(Phase.PLACEMENT, round));
        if (failsOnce) {
            eachAlone(s.computed(round * 10, round), s.failed(round * 10));
        }
        eachAlone(
                s.computed(round, round),
                s.verified(round),
                s.runPublished(round, round),
                s.closed(Phase.PLACEMENT, round),
                s.opened(Phase.CONFIRMATION, round),
                s.closed(Phase.CONFIRMATION, round));
    }

    @Test
    void nothingIsEverStoredWithAToken() {
        shop.move(f.submitted(), f.confirmed(), f.claimed(1), f.assigned(1, FIRST_REVIEW), f.arranged());
        Map<String, Object> counts = shop.jdbc.queryForMap("select (select count(*) from act_ru_variable) as variables,"
                + " (select count(*) from act_ru_event_subscr where execution_id_ is not null) as subscriptions,"
                + " (select count(*) from act_hi_procinst) as history");
        assertThat(counts.values()).containsOnly(0L);
    }

    private void eachAlone(Event... facts) {
        for (Event fact : facts) {
            shop.move(fact);
        }
    }

    private void stands(String activity) {
        assertThat(shop.at("exemption-review", claim(1))).isEqualTo(activity);
    }

    private String claim(int number) {
        return candidate.value() + "/exemption/" + number;
    }

    private Position position(String process, String caseKey) {
        return shop.bean(ProcessState.class).position(process, caseKey).orElseThrow();
    }

    private void ended(String process, String caseKey, String end) {
        Position position = position(process, caseKey);
        assertThat(position.activities()).containsExactly(end);
        assertThat(position.ended()).isTrue();
        assertThat(shop.instances(caseKey)).isZero();
        assertThat(shop.jdbc.queryForObject(
                        "select count(*) from workflow_duty where case_id = ?", Long.class, caseKey))
                .isZero();
        REACHED.add(process + "/" + end);
    }
}
