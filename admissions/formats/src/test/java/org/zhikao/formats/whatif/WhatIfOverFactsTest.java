package org.zhikao.formats.whatif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.zhikao.admissions.exam.ExamEvent.ExamArranged;
import org.zhikao.admissions.exam.Seat;
import org.zhikao.admissions.exemption.ExemptionEvent.ExemptionApproved;
import org.zhikao.admissions.placement.Offer;
import org.zhikao.admissions.placement.PlacementEvent.CandidatePlaced;
import org.zhikao.admissions.plan.PlanEvent.PlanDeclared;
import org.zhikao.admissions.plan.PlanUnit;
import org.zhikao.admissions.preference.PreferenceEvent.PreferencesLocked;
import org.zhikao.admissions.preference.PreferenceEvent.PreferencesSaved;
import org.zhikao.admissions.registration.RegistrationEvent.ApplicationSubmitted;
import org.zhikao.admissions.registration.RegistrationEvent.ApplicationWithdrawn;
import org.zhikao.admissions.registration.RegistrationEvent.EligibilityConfirmed;
import org.zhikao.admissions.scoring.Mark;
import org.zhikao.admissions.scoring.Result;
import org.zhikao.admissions.scoring.ScoringEvent.MarkCorrected;
import org.zhikao.admissions.scoring.ScoringEvent.MarkRecorded;
import org.zhikao.admissions.scoring.ScoringEvent.ResultReleased;
import org.zhikao.admissions.season.SeasonEvent.SeasonDrafted;
import org.zhikao.admissions.season.SeasonEvent.SeasonPublished;
import org.zhikao.admissions.season.rules.SeasonRules;
import org.zhikao.admissions.shared.ActorId;
import org.zhikao.admissions.shared.CandidateId;
import org.zhikao.admissions.shared.Event;
import org.zhikao.admissions.shared.EventNames;
import org.zhikao.admissions.shared.OrganisationId;
import org.zhikao.admissions.shared.SeasonId;
import org.zhikao.admissions.whatif.Note;
import org.zhikao.admissions.whatif.WhatIf;
import org.zhikao.admissions.whatif.WhatIfReport;
import org.zhikao.admissions.whatif.WhatIfReport.Change;
import org.zhikao.admissions.whatif.WhatIfReport.Line;
import org.zhikao.admissions.whatif.WhatIfReport.Movement;
import org.zhikao.admissions.whatif.WhatIfReport.PlacementChange;
import org.zhikao.admissions.whatif.WhatIfReport.PlacementResult;
import org.zhikao.admissions.whatif.WhatIfReport.TrackResult;
import org.zhikao.formats.facts.FactJson;
import org.zhikao.formats.season.SeasonReading;
import org.zhikao.formats.season.SeasonRulesReader;

/**
 * Drafts over the facts of forty candidates of one category: number n has 40 + n in theory and 130 in everything that is
 * lined, so ranks follow n downwards; ten seats at one unit and plenty at another.
 */
class WhatIfOverFactsTest {
    private static final int PEOPLE = 40;
    private static final Instant AT = Instant.parse("2026-03-02T01:02:03Z");
    private static final SeasonId SEASON = new SeasonId("s-shandong-2026");
    private static final ObjectMapper JSON = FactJson.mapper();
    private static final String RULES = rules();
    private static final SeasonRules HELD = SeasonRulesReader.require(RULES.getBytes(StandardCharsets.UTF_8));
    private static final String CATEGORY = HELD.categories().get(0).id();

    private static String rules() {
        try {
            return Files.readString(Path.of("../../seeds/provinces/shandong.assumed.yaml"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static SeasonRules draft(String from, String to) {
        assertThat(RULES).contains(from);
        SeasonReading reading = SeasonRulesReader.read(RULES.replace(from, to).getBytes(StandardCharsets.UTF_8));
        assertThat(reading.rules()).as(reading.findings().toString()).isPresent();
        return reading.rules().orElseThrow();
    }

    private final PastFacts facts = new PastFacts();

    private void on(String aggregate, Event event) {
        try {
            facts.on(aggregate, EventNames.nameOf(event.getClass().getName()), JSON.writeValueAsBytes(event));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static CandidateId candidate(int n) {
        return new CandidateId(String.format("c%022d", n));
    }

    private void season() {
        String text = SeasonRulesReader.read(RULES.getBytes(StandardCharsets.UTF_8))
                .canonical()
                .orElseThrow();
        String digest = "a".repeat(64);
        on(SEASON.value(), new SeasonDrafted(SEASON, "山东", 2026, text, digest, new ActorId("a-7f3k2m"), AT));
        on(SEASON.value(), new SeasonPublished(SEASON, 1, digest, AT));
        on(
                SEASON + "/plan/u1",
                new PlanDeclared(
                        SEASON,
                        new OrganisationId("99/u0001"),
                        "演示职业学院",
                        List.of(
                                new PlanUnit("small", "数控技术", "DIPLOMA", "spring", CATEGORY, List.of(), 10),
                                new PlanUnit("large", "机电技术", "DIPLOMA", "spring", CATEGORY, List.of(), 90)),
                        AT));
    }

    private void person(int n, long theory) {
        person(n, theory, 30);
    }

    private void person(int n, long theory, long english) {
        CandidateId id = candidate(n);
        String school = "99/9901/99010" + n % 2 + "/s000" + n % 4;
        on(
                id.value(),
                new ApplicationSubmitted(
                        id, SEASON, "spring", CATEGORY, "SECONDARY_VOCATIONAL", new OrganisationId(school), 1, AT));
        on(id.value(), new EligibilityConfirmed(id, 1, AT));
        on(id.value(), new ExamArranged(id, SEASON + "/exam/1", new Seat("t" + n, "990101", 1, n + 1), AT));
        Map<String, Long> marks =
                Map.of("chinese", 50L, "math", 50L, "english", english, "theory", theory, "skill", 130L);
        marks.forEach((component, mark) ->
                on(id.value(), new MarkRecorded(id, component, Mark.of(HELD.units(BigDecimal.valueOf(mark))), AT)));
    }

    private void wishes(int n) {
        CandidateId id = candidate(n);
        on(id.value(), new PreferencesSaved(id, 1, List.of("small", "large"), AT));
        on(id.value(), new PreferencesLocked(id, 1, false, AT));
    }

    private void everybody() {
        season();
        for (int n = 0; n < PEOPLE; n++) {
            person(n, 40 + n);
            wishes(n);
        }
    }

    private WhatIfReport compared(SeasonRules draft) throws IOException {
        PastFacts.Past past = facts.past(null);
        assertThat(past.held()).isEqualTo(HELD);
        WhatIfReport report = WhatIf.compare(past.past(), past.held(), draft);
        assertThat(WhatIfJson.read(WhatIfJson.write(report))).isEqualTo(report);
        assertThat(WhatIfText.of(report)).isNotEmpty();
        return report;
    }

    private static TrackResult spring(WhatIfReport report) {
        return report.tracks().stream()
                .filter(t -> t.track().equals("spring"))
                .findFirst()
                .orElseThrow();
    }

    private static Integer count(Movement movement, Change change) {
        return movement.bands().get(change.ordinal()).count();
    }

    private static Line line(TrackResult track, String id) {
        return track.lines().stream().filter(l -> l.id().equals(id)).findFirst().orElseThrow();
    }

    @Test
    void theRulesThatHeldChangeNothing() throws IOException {
        everybody();
        WhatIfReport report = compared(HELD);
        assertThat(report.changes()).isEmpty();
        assertThat(report.notes()).isEmpty();
        assertThat(report.outcomes().total().counts()).containsExactly(0, 0, PEOPLE);
        assertThat(spring(report).movement().largestRise()).isNull();
    }

    @Test
    void agreesWithWhatWasReleasedAndPlacedOrSaysHowFarNot() throws IOException {
        everybody();
        released(39, 260 + 79, 1);
        released(38, 260 + 78, 2);
        released(37, 260 + 77, 99);
        placed(39, "small", 1);
        placed(0, "small", 1);
        WhatIfReport report = compared(HELD);
        assertThat(report.agreement()).isEqualTo(new WhatIfReport.Agreement(3, 2, 2, 1));
    }

    private void released(int n, long marks, int rank) {
        CandidateId id = candidate(n);
        Result result =
                new Result(HELD.units(BigDecimal.valueOf(marks)), Map.of(), true, List.of(), List.of(), rank, CATEGORY);
        on(id.value(), new ResultReleased(id, SEASON + "/scoring/1", result, 1, AT));
    }

    private void placed(int n, String unit, int choice) {
        CandidateId id = candidate(n);
        on(id.value(), new CandidatePlaced(id, SEASON + "/placement/1", 1, new Offer(unit, choice, 1), AT));
    }

    @Test
    void aHigherLineTakesRanksAndSeatsAway() throws IOException {
        everybody();
        WhatIfReport report = compared(draft("of: culture, atLeast: 120", "of: culture, atLeast: 131"));
        TrackResult spring = spring(report);
        assertThat(Objects.requireNonNull(line(spring, "culture-line").before()).reached())
                .isEqualTo(PEOPLE);
        assertThat(Objects.requireNonNull(line(spring, "culture-line").after()).reached())
                .isZero();
        assertThat(spring.rankedBefore()).isEqualTo(PEOPLE);
        assertThat(spring.rankedAfter()).isZero();
        assertThat(count(spring.movement(), Change.LEFT)).isEqualTo(PEOPLE);
        PlacementResult placement = Objects.requireNonNull(spring.placement());
        assertThat(placement.before().placed()).isEqualTo(PEOPLE);
        assertThat(Objects.requireNonNull(placement.after()).placed()).isZero();
        assertThat(placement.bands().get(PlacementChange.LOST_SEAT.ordinal()).count())
                .isEqualTo(PEOPLE);
        assertThat(report.outcomes().total().counts()).containsExactly(0, PEOPLE, 0);
    }

    @Test
    void aReversedOrderMovesEverybodyAndTheTenSeats() throws IOException {
        everybody();
        WhatIfReport report = compared(draft(
                "      ties:\n        - {by: TOTAL}\n        - {by: COMPONENT, of: [theory]}",
                "      ties:\n        - {by: COMPONENT, of: [theory], order: ASC}"));
        TrackResult spring = spring(report);
        assertThat(spring.movement().largestRise()).isEqualTo(PEOPLE - 1);
        assertThat(spring.movement().largestFall()).isEqualTo(PEOPLE - 1);
        assertThat(count(spring.movement(), Change.UP_11_100)).isEqualTo(15);
        assertThat(count(spring.movement(), Change.UP_1_10)).isEqualTo(5);
        PlacementResult placement = Objects.requireNonNull(spring.placement());
        assertThat(placement
                        .bands()
                        .get(PlacementChange.BETTER_CHOICE.ordinal())
                        .count())
                .isEqualTo(10);
        assertThat(placement.bands().get(PlacementChange.WORSE_CHOICE.ordinal()).count())
                .isEqualTo(10);
        assertThat(placement.units()).extracting(WhatIfReport.UnitResult::unit).contains("small");
    }

    /** Three lose the line: no figure under the draft may say so, not even by a difference. */
    @Test
    void hidesWhatWouldTellOfThree() throws IOException {
        everybody();
        for (int n = PEOPLE; n < PEOPLE + 3; n++) {
            person(n, 40, 29);
            wishes(n);
        }
        WhatIfReport report = compared(draft("of: culture, atLeast: 120", "of: culture, atLeast: 130"));
        TrackResult spring = spring(report);
        assertThat(spring.rankedBefore()).isEqualTo(PEOPLE + 3);
        assertThat(spring.rankedAfter()).isNull();
        assertThat(Objects.requireNonNull(line(spring, "culture-line").before()).reached())
                .isEqualTo(PEOPLE + 3);
        assertThat(Objects.requireNonNull(line(spring, "culture-line").after()).reached())
                .isNull();
        assertThat(count(spring.movement(), Change.LEFT)).isNull();
        PlacementResult placement = Objects.requireNonNull(spring.placement());
        assertThat(placement.after()).isNull();
        assertThat(placement.units()).isEmpty();
    }

    @Test
    void saysWhatItCannotKnow() throws IOException {
        everybody();
        SeasonRules lower = draft(
                "{id: chinese, name: 语文, kind: CULTURE, max: 120,", "{id: chinese, name: 语文, kind: CULTURE, max: 40,");
        assertThat(compared(lower).notes())
                .contains(new Note(Note.Side.AFTER, Note.Code.OVER_MAXIMUM, "spring", "chinese", PEOPLE));
        assertThat(compared(draft("english", "oral")).notes())
                .contains(new Note(Note.Side.AFTER, Note.Code.NO_PAST_MARKS, "spring", "oral", PEOPLE));
        WhatIfReport closed = compared(draft(
                "audience: [SECONDARY_VOCATIONAL, TECHNICAL_SCHOOL, VETERAN, SOCIAL]", "audience: [VETERAN, SOCIAL]"));
        assertThat(closed.notes()).contains(new Note(Note.Side.AFTER, Note.Code.CLOSED_OUT, "spring", "", PEOPLE));
        assertThat(spring(closed).rankedAfter()).isZero();
        WhatIfReport gone = compared(draft("id: spring\n", "id: autumn\n"));
        assertThat(gone.notes()).extracting(Note::code).contains(Note.Code.TRACK_GONE);
        WhatIfReport mechanism = compared(
                draft("{mechanism: PARALLEL, filingRatio: 1, outflow: true}", "{mechanism: MULTI_OFFER_CONFIRM}"));
        assertThat(mechanism.notes()).extracting(Note::code).contains(Note.Code.MECHANISM_NOT_RECOMPUTED);
        assertThat(spring(mechanism).placement()).isNull();
        WhatIfReport choiceByChoice =
                compared(draft("{mechanism: PARALLEL, filingRatio: 1, outflow: true}", "{mechanism: SEQUENTIAL}"));
        assertThat(choiceByChoice.notes()).extracting(Note::code).doesNotContain(Note.Code.MECHANISM_NOT_RECOMPUTED);
        assertThat(spring(choiceByChoice).placement()).isNotNull();
    }

    @Test
    void finerUnitsOfTheDraftDoNotChangeAMark() throws IOException {
        everybody();
        WhatIfReport report =
                compared(draft("name: 语文, kind: CULTURE, max: 120,", "name: 语文, kind: CULTURE, max: 120, step: 0.5,"));
        assertThat(report.outcomes().total().counts()).containsExactly(0, 0, PEOPLE);
        assertThat(report.notes()).isEmpty();
    }

    @Test
    void countsOnlyWhoSatAndWhatStands() throws IOException {
        everybody();
        CandidateId gone = candidate(0);
        on(gone.value(), new ApplicationWithdrawn(gone, AT));
        CandidateId free = candidate(39);
        on(
                free.value(),
                new ExemptionApproved(
                        free, 1, "top-talent", "FULL_FREE", "small", "2013-3.1", new ActorId("a-7f3k2m"), 1, AT));
        CandidateId corrected = candidate(1);
        on(
                corrected.value(),
                new MarkCorrected(
                        corrected,
                        "theory",
                        Mark.of(HELD.units(BigDecimal.valueOf(41))),
                        Mark.of(HELD.units(BigDecimal.valueOf(150))),
                        "文件",
                        AT));
        released(1, 260 + 150, 1);
        WhatIfReport report = compared(HELD);
        assertThat(report.agreement().equal()).isEqualTo(1);
        TrackResult spring = spring(report);
        assertThat(spring.sat()).isEqualTo(PEOPLE - 2);
        // One of the ten seats is taken by who was admitted without exam.
        assertThat(Objects.requireNonNull(spring.placement()).before().firstChoice())
                .isEqualTo(9);
    }

    @Test
    void refusesFactsThatAreNone() {
        assertThatThrownBy(() -> facts.past(null)).isInstanceOf(PastFacts.Unusable.class);
        assertThatThrownBy(() -> facts.on(candidate(1).value(), "scoring.marked", new byte[] {'{', '}'}))
                .isInstanceOf(PastFacts.Unusable.class)
                .hasMessageContaining("never applied");
        season();
        assertThatThrownBy(() -> facts.past("s-other-2026"))
                .isInstanceOf(PastFacts.Unusable.class)
                .hasMessageContaining(SEASON.value());
        List<String> passedOver = new ArrayList<>(EventNames.all().keySet());
        passedOver.removeAll(PastFacts.NAMES);
        assertThat(passedOver)
                .contains("registration.particulars", "exam.ticket")
                .hasSizeLessThan(60);
    }
}
