package org.zhikao.web;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.zhikao.admissions.exam.Seat;
import org.zhikao.admissions.exemption.Assessment;
import org.zhikao.admissions.exemption.Stage;
import org.zhikao.admissions.placement.Offer;
import org.zhikao.admissions.placement.WishReason;
import org.zhikao.admissions.plan.PlanUnit;
import org.zhikao.admissions.preference.Preferences;
import org.zhikao.admissions.scoring.Mark;
import org.zhikao.admissions.scoring.Result;
import org.zhikao.admissions.season.Phase;
import org.zhikao.admissions.shared.ActorId;
import org.zhikao.admissions.shared.CandidateId;
import org.zhikao.admissions.shared.OrganisationId;
import org.zhikao.admissions.shared.Role;
import org.zhikao.admissions.shared.SeasonId;
import org.zhikao.formats.season.SeasonRulesReader;
import org.zhikao.views.Page;
import org.zhikao.views.audit.DeskLog;
import org.zhikao.views.audit.Timeline;
import org.zhikao.views.audit.TimelineEntry;
import org.zhikao.views.dossier.Candidate;
import org.zhikao.views.dossier.CandidateQueries;
import org.zhikao.views.dossier.CandidateStatus;
import org.zhikao.views.exemption.ClaimCase;
import org.zhikao.views.exemption.ClaimQueries;
import org.zhikao.views.placement.PlacementQueries;
import org.zhikao.views.plan.PlanQueries;
import org.zhikao.views.plan.PlanQueries.UnitRow;
import org.zhikao.views.preference.PreferenceQueries;
import org.zhikao.views.registration.ParticularsReader;
import org.zhikao.views.registration.RegistrationQueue;
import org.zhikao.views.scoring.MarkBook;
import org.zhikao.views.season.SeasonQueries;

/** A small season as the queries would answer it; fixed instants, nobody real. */
public final class Played {
    public static final SeasonId SEASON = new SeasonId("s-shandong-2026");
    public static final OrganisationId POINT = new OrganisationId("99/9901/990101/s0001");
    public static final OrganisationId COLLEGE = new OrganisationId("99/u0001");
    public static final OrganisationId OFFICE = new OrganisationId("99");
    public static final CandidateId FRESH = id(0);
    public static final CandidateId SUBMITTED = id(1);
    public static final CandidateId TICKETED = id(2);
    public static final CandidateId RELEASED = id(3);
    public static final CandidateId WISHING = id(4);
    public static final CandidateId PLACED = id(5);
    public static final CandidateId UNPLACED = id(6);
    public static final CandidateId CLAIMING = id(7);
    public static final Instant AT = Instant.parse("2026-03-12T02:30:00Z");
    private static final String TRACK = "spring";
    private static final Map<CandidateId, String> NAMES = Map.of(
            SUBMITTED, "周知远",
            TICKETED, "阿依古丽·买买提",
            RELEASED, "欧阳明㛃",
            WISHING, "张䶮",
            PLACED, "李思文",
            UNPLACED, "𠮷野",
            CLAIMING, "王建国");

    private final Map<CandidateId, Candidate> candidates = new LinkedHashMap<>();
    private final Map<String, UnitRow> units = new TreeMap<>();
    private final String category;

    public Played() {
        category = SeasonRulesReader.require(rulesBytes()).categories().get(0).id();
        String[] names = {"机电一体化技术", "数控技术", "新能源汽车技术", "工业机器人技术", "护理", "学前教育"};
        for (int i = 0; i < names.length; i++) {
            String code = "u000" + (i % 2 + 1) + "-0" + (i + 1);
            units.put(
                    code,
                    new UnitRow(
                            new PlanUnit(code, names[i], "DIPLOMA", TRACK, category, List.of(), 40 + i),
                            i % 2 == 0 ? COLLEGE : new OrganisationId("99/u0002"),
                            i % 2 == 0 ? "东城职业技术学院" : "海州高等专科学校",
                            40,
                            null,
                            null));
        }
        put(SUBMITTED, CandidateStatus.SUBMITTED, false, null, null);
        put(CLAIMING, CandidateStatus.CONFIRMED, false, null, null);
        put(TICKETED, CandidateStatus.TICKETED, false, null, null);
        put(RELEASED, CandidateStatus.RELEASED, true, null, null);
        put(
                WISHING,
                CandidateStatus.SAVED,
                true,
                new Candidate.Wishes(1, List.copyOf(units.keySet()).subList(0, 3), Preferences.Stage.SAVED, AT, false),
                null);
        Candidate.Wishes locked =
                new Candidate.Wishes(1, List.copyOf(units.keySet()).subList(0, 4), Preferences.Stage.LOCKED, AT, false);
        put(
                PLACED,
                CandidateStatus.PLACED,
                true,
                locked,
                new Candidate.Decision(
                        1, SEASON + "/placement/1", AT, new Offer(locked.units().get(1), 2, 37), null, true, null));
        put(
                UNPLACED,
                CandidateStatus.NOT_PLACED,
                true,
                locked,
                new Candidate.Decision(1, SEASON + "/placement/1", AT, null, "SEATS_TAKEN", false, null));
    }

    private static CandidateId id(int n) {
        return new CandidateId("c" + "0000000000000000000000".substring(1) + n);
    }

    /** The delivered demonstration season, found from this module or from the top of the repository. */
    static byte[] rulesBytes() {
        Path file = Stream.of("../../seeds/provinces", "seeds/provinces")
                .map(folder -> Path.of(folder, "shandong.assumed.yaml"))
                .filter(Files::isReadable)
                .findFirst()
                .orElseThrow();
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void put(
            CandidateId id,
            CandidateStatus status,
            boolean released,
            Candidate.Wishes wishes,
            Candidate.Decision outcome) {
        boolean seated = released || status == CandidateStatus.TICKETED;
        Map<String, Mark> marks = new HashMap<>();
        if (released) {
            marks.put("chinese", Mark.of(98));
            marks.put("math", Mark.of(87));
            marks.put("english", Mark.of(61));
            marks.put("theory", Mark.of(152));
            marks.put("skill", Mark.of(201));
        }
        candidates.put(
                id,
                new Candidate(
                        id,
                        9,
                        AT,
                        SEASON,
                        TRACK,
                        category,
                        "SECONDARY_VOCATIONAL",
                        POINT,
                        status != CandidateStatus.SUBMITTED,
                        1,
                        status,
                        AT,
                        AT,
                        null,
                        id.equals(CLAIMING) ? new Candidate.Exemptions(1, 1, false) : Candidate.Exemptions.NONE,
                        seated
                                ? new Candidate.Seating(
                                        SEASON + "/exam/1", new Seat("26990101000017", "9901", 3, 17), AT)
                                : null,
                        Map.of(),
                        marks,
                        released
                                ? new Candidate.Released(
                                        SEASON + "/scoring/1",
                                        new Result(
                                                599,
                                                Map.of("culture", 246L, "skill", 353L),
                                                true,
                                                List.of(),
                                                List.of(),
                                                37,
                                                "spring/01"),
                                        AT)
                                : null,
                        wishes,
                        outcome));
    }

    public String category() {
        return category;
    }

    public Candidate candidate(CandidateId id) {
        return candidates.get(id);
    }

    public List<String> unitCodes() {
        return List.copyOf(units.keySet());
    }

    CandidateQueries candidateQueries() {
        CandidateQueries queries = mock(CandidateQueries.class);
        when(queries.find(any())).thenAnswer(call -> Optional.ofNullable(candidates.get(call.getArgument(0))));
        when(queries.page(any(), any(), any(), any(), anyInt()))
                .thenReturn(new Page<>(List.copyOf(candidates.values()), null));
        when(queries.byTicket(any(), eq("26990101000017"))).thenReturn(List.of(candidates.get(TICKETED)));
        return queries;
    }

    /** The draft that awaits approval: a lower culture line. */
    private static String withLowerLine(String rules) {
        String lowered = rules.replaceFirst(
                "\"atLeast\":120,\"id\":\"culture-line\"", "\"atLeast\":100,\"id\":\"culture-line\"");
        if (lowered.equals(rules)) {
            throw new IllegalStateException("the played rules have another culture line");
        }
        return lowered;
    }

    SeasonQueries seasonQueries() {
        SeasonQueries queries = mock(SeasonQueries.class);
        SeasonQueries.SeasonRow row = new SeasonQueries.SeasonRow(SEASON, 12, "shandong", 2026, 2, 1, 1, true, AT);
        when(queries.all()).thenReturn(List.of(row));
        when(queries.find(any())).thenReturn(Optional.of(row));
        when(queries.rules(any(), anyInt()))
                .thenReturn(SeasonRulesReader.read(rulesBytes()).canonical());
        when(queries.rules(any(), eq(2)))
                .thenReturn(SeasonRulesReader.read(rulesBytes()).canonical().map(Played::withLowerLine));
        when(queries.rules(any(), eq(99))).thenReturn(Optional.empty());
        List<SeasonQueries.PhaseRow> phases = new ArrayList<>();
        for (Phase phase : List.of(Phase.REGISTRATION, Phase.EXEMPTION, Phase.PREFERENCE, Phase.CONFIRMATION)) {
            phases.add(new SeasonQueries.PhaseRow(phase, 1, true, AT, null, 1));
        }
        phases.add(new SeasonQueries.PhaseRow(Phase.EXAM, 1, false, AT, AT, 1));
        when(queries.phases(any())).thenReturn(phases);
        when(queries.versions(any()))
                .thenReturn(List.of(
                        new SeasonQueries.RulesVersion(
                                2, "51ab03cd".repeat(8), new ActorId("a-demo-office"), AT, null, null, null),
                        new SeasonQueries.RulesVersion(
                                1,
                                "9f2c4d1e".repeat(8),
                                new ActorId("a-demo-office"),
                                AT,
                                new ActorId("a-demo-office2"),
                                AT,
                                AT)));
        List<SeasonQueries.Count> counts = new ArrayList<>();
        candidates.values().forEach(c -> counts.add(new SeasonQueries.Count(c.status(), TRACK, category, 1204)));
        when(queries.counts(any(), any())).thenReturn(counts);
        return queries;
    }

    /** In the reviewer's hands. */
    ClaimCase claim() {
        return claim(1, Stage.FIRST_REVIEW, List.of(), handling(new ActorId("a-demo-reviewer"), null, null, 0));
    }

    /** The reviewer has said something that can still be taken back. */
    ClaimCase claimSaid() {
        return claim(
                2,
                Stage.FIRST_REVIEW,
                List.of(new ActorId("a-demo-reviewer")),
                handling(null, AT.plusSeconds(600), null, 0));
    }

    ClaimCase claimOnNotice() {
        return claim(3, Stage.PUBLIC_NOTICE, List.of(), handling(null, null, AT.plusSeconds(259_200), 1));
    }

    private static ClaimCase.Handling handling(
            ActorId reviewer, Instant effective, Instant noticeUntil, int objections) {
        Assessment assessment = new Assessment(
                Assessment.Match.NEAR,
                "awards-2026",
                null,
                null,
                "姓名相同，获奖年度不同",
                "top-talent",
                "ab12".repeat(16),
                Map.of(),
                List.of(2),
                Assessment.Proposal.OPEN);
        return new ClaimCase.Handling(
                reviewer, effective, noticeUntil, null, 0, true, objections, objections, null, assessment);
    }

    private ClaimCase claim(int number, Stage stage, List<ActorId> reviewers, ClaimCase.Handling handling) {
        return new ClaimCase(
                CLAIMING,
                number,
                SEASON,
                TRACK,
                category,
                POINT,
                "top-talent",
                units.keySet().iterator().next(),
                stage,
                AT,
                AT,
                1,
                AT.plusSeconds(86_400),
                null,
                reviewers,
                List.of(
                        new ClaimCase.Evidence("AWARD", "ab12".repeat(16), AT),
                        new ClaimCase.Evidence("OTHER", "ef56".repeat(16), AT)),
                null,
                null,
                null,
                handling);
    }

    ClaimQueries claimQueries() {
        ClaimQueries queries = mock(ClaimQueries.class);
        when(queries.of(eq(CLAIMING))).thenReturn(List.of(claim()));
        when(queries.find(eq(CLAIMING), eq(1))).thenReturn(Optional.of(claim()));
        when(queries.find(eq(CLAIMING), eq(2))).thenReturn(Optional.of(claimSaid()));
        when(queries.find(eq(CLAIMING), eq(3))).thenReturn(Optional.of(claimOnNotice()));
        when(queries.queue(any(), any(), anyInt()))
                .thenReturn(new Page<>(
                        List.of(new ClaimQueries.QueueRow(claim(), new ActorId("a-demo-reviewer"), AT)), null));
        when(queries.counts(any(), any())).thenReturn(Map.of(Stage.FIRST_REVIEW, 3L, Stage.SECOND_REVIEW, 1L));
        when(queries.openings(any(), anyInt()))
                .thenReturn(List.of(new ClaimCase.Opening(new ActorId("a-demo-reviewer"), AT, AT)));
        return queries;
    }

    PlanQueries planQueries() {
        PlanQueries queries = mock(PlanQueries.class);
        when(queries.of(any(), eq(COLLEGE)))
                .thenReturn(units.values().stream()
                        .filter(u -> u.college().equals(COLLEGE))
                        .toList());
        when(queries.open(any(), any(), any(), any(), any(), any(), anyInt()))
                .thenReturn(new Page<>(List.copyOf(units.values()), null));
        when(queries.find(any(), anyString())).thenAnswer(call -> Optional.ofNullable(units.get(call.getArgument(1))));
        return queries;
    }

    PreferenceQueries preferenceQueries() {
        PreferenceQueries queries = mock(PreferenceQueries.class);
        when(queries.rows(any(), any())).thenAnswer(call -> rows(call.getArgument(1)));
        when(queries.rows(any())).thenAnswer(call -> {
            Candidate candidate = call.getArgument(0);
            return candidate.wishes() == null
                    ? List.of()
                    : rows(candidate.wishes().units());
        });
        return queries;
    }

    private List<PreferenceQueries.Row> rows(List<String> codes) {
        List<PreferenceQueries.Row> rows = new ArrayList<>();
        codes.forEach(code -> rows.add(new PreferenceQueries.Row(rows.size() + 1, code, units.get(code))));
        return rows;
    }

    RegistrationQueue registrationQueue() {
        RegistrationQueue queue = mock(RegistrationQueue.class);
        when(queue.count(any(), any())).thenReturn(1L);
        when(queue.waiting(any(), any(), anyInt()))
                .thenReturn(new Page<>(
                        List.of(new RegistrationQueue.Row(
                                SUBMITTED, POINT, TRACK, category, CandidateStatus.SUBMITTED, AT, AT, 0)),
                        "bmV4dA"));
        return queue;
    }

    MarkBook markBook() {
        MarkBook book = mock(MarkBook.class);
        when(book.page(any(), any(), any(), any(), anyBoolean(), any(), anyInt()))
                .thenReturn(new Page<>(
                        List.of(
                                new MarkBook.Row(RELEASED, "26990101000017", "9901", TRACK, category, Mark.of(201)),
                                new MarkBook.Row(
                                        TICKETED,
                                        "26990101000018",
                                        "9901",
                                        TRACK,
                                        category,
                                        new Mark(Mark.Status.ABSENT, 0))),
                        null));
        return book;
    }

    PlacementQueries placementQueries() {
        PlacementQueries queries = mock(PlacementQueries.class);
        when(queries.runs(any()))
                .thenReturn(List.of(new PlacementQueries.RunRow(
                        1,
                        2,
                        1,
                        "PARALLEL",
                        "ab".repeat(32),
                        "cd".repeat(32),
                        2000,
                        1532,
                        PlacementQueries.RunStage.VERIFIED,
                        AT,
                        AT,
                        null,
                        List.of("P1", "P2"),
                        List.of())));
        when(queries.placedByPreference(any())).thenReturn(Map.of(0, 6L, 1, 812L, 2, 390L));
        UnitRow first = units.values().iterator().next();
        WishReason.UnitLimit limit = new WishReason.UnitLimit(
                first.unit().code(), 35, 0, 35, List.of(), new WishReason.Last(1204, 2, "260001", 51200));
        when(queries.reasons(any(), any()))
                .thenReturn(List.of(
                        new WishReason(1, WishReason.Verdict.BEHIND, 1377, limit),
                        new WishReason(2, WishReason.Verdict.ADMITTED, 1377, limit)));
        when(queries.cutoffs(any(), any(), any(), anyInt()))
                .thenReturn(new Page<>(
                        List.of(new PlacementQueries.CutoffRow(
                                first.unit().code(),
                                first.unit().name(),
                                first.college(),
                                first.collegeName(),
                                TRACK,
                                category,
                                1,
                                40,
                                40,
                                1,
                                38,
                                1,
                                211,
                                512L,
                                640L)),
                        null));
        when(queries.admitted(any(), anyString(), any(), anyInt()))
                .thenReturn(new Page<>(
                        List.of(new PlacementQueries.AdmittedRow(
                                PLACED, new Offer(first.unit().code(), 1, 37), 1, 599L, CandidateStatus.PLACED)),
                        null));
        return queries;
    }

    Timeline timeline() {
        Timeline timeline = mock(Timeline.class);
        List<TimelineEntry> facts = List.of(
                fact(4711, 0, "registration.submitted", Role.CANDIDATE, ""),
                fact(4712, 1, "registration.particulars", Role.CANDIDATE, ""),
                fact(5010, 2, "registration.confirmed", Role.REGISTRATION_POINT, "材料齐全"));
        when(timeline.of(any(CandidateId.class))).thenReturn(facts);
        when(timeline.ofClaim(any(), anyInt())).thenReturn(facts);
        when(timeline.of(anyString(), any(), any(), anyInt())).thenReturn(new Page<>(facts, null));
        return timeline;
    }

    private static TimelineEntry fact(long index, long sequence, String name, Role role, String reason) {
        return new TimelineEntry(
                index,
                "e-" + index,
                SUBMITTED.value(),
                sequence,
                name,
                "1",
                AT,
                AT,
                role == Role.CANDIDATE ? ActorId.of(SUBMITTED) : new ActorId("a-demo-point"),
                role,
                POINT,
                reason,
                "r-1",
                "{\"candidate\":\"" + SUBMITTED + "\",\"at\":\"2026-03-12T02:30:00Z\"}",
                "{\"by\":\"a-demo-point\"}");
    }

    DeskLog deskLog() {
        DeskLog log = mock(DeskLog.class);
        when(log.refusals(any(), any(), anyInt()))
                .thenReturn(new Page<>(
                        List.of(new DeskLog.Refusal(
                                AT,
                                "a-demo-point",
                                "REGISTRATION_POINT",
                                POINT.value(),
                                "ConfirmEligibility",
                                SUBMITTED.value(),
                                "NOTHING_TO_REVIEW",
                                Map.of(),
                                "r-1")),
                        null));
        when(log.denials(any(), any(), anyInt()))
                .thenReturn(new Page<>(
                        List.of(new DeskLog.Denial(AT, "", "", "", "GET", "/office", "SIGNED_OUT", "r-2")), null));
        return log;
    }

    ParticularsReader particulars() {
        return (Collection<CandidateId> ids) -> {
            Map<CandidateId, ParticularsReader.Particulars> known = new HashMap<>();
            ids.stream()
                    .filter(NAMES::containsKey)
                    .forEach(id -> known.put(
                            id,
                            new ParticularsReader.Particulars(
                                    Map.of(
                                            "name", NAMES.get(id),
                                            "identityNumber", "990101200801010018",
                                            "phone", "13800005678"),
                                    false)));
            return known;
        };
    }
}
