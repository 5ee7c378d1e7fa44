package org.zhikao.server.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.axonframework.common.DateTimeUtils;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.zhikao.admissions.duty.DutyEvent.DutyDecided;
import org.zhikao.admissions.exam.DrawEvent.SeatsDrawn;
import org.zhikao.admissions.exam.ExamEvent.ExamArranged;
import org.zhikao.admissions.exam.ExamEvent.ExamAttended;
import org.zhikao.admissions.exam.ExamEvent.ExamMissed;
import org.zhikao.admissions.exam.ExamEvent.TicketIssued;
import org.zhikao.admissions.exam.Seat;
import org.zhikao.admissions.exemption.Assessment;
import org.zhikao.admissions.exemption.Claims;
import org.zhikao.admissions.exemption.ExemptionEvent.ClaimAssessed;
import org.zhikao.admissions.exemption.ExemptionEvent.EvidenceAdded;
import org.zhikao.admissions.exemption.ExemptionEvent.ExemptionApproved;
import org.zhikao.admissions.exemption.ExemptionEvent.ExemptionClaimed;
import org.zhikao.admissions.exemption.ExemptionEvent.OpinionGiven;
import org.zhikao.admissions.exemption.ExemptionEvent.ReviewerAssigned;
import org.zhikao.admissions.exemption.Stage;
import org.zhikao.admissions.placement.Offer;
import org.zhikao.admissions.placement.PlacementEvent.CandidateNotPlaced;
import org.zhikao.admissions.placement.PlacementEvent.CandidatePlaced;
import org.zhikao.admissions.placement.PlacementEvent.OfferConfirmed;
import org.zhikao.admissions.placement.RunDigest;
import org.zhikao.admissions.placement.RunEvent.RunComputed;
import org.zhikao.admissions.placement.RunEvent.RunPublished;
import org.zhikao.admissions.placement.RunEvent.RunVerified;
import org.zhikao.admissions.plan.PlanEvent.PlanChanged;
import org.zhikao.admissions.plan.PlanEvent.PlanDeclared;
import org.zhikao.admissions.plan.PlanUnit;
import org.zhikao.admissions.preference.PreferenceEvent.PreferencesLocked;
import org.zhikao.admissions.preference.PreferenceEvent.PreferencesSaved;
import org.zhikao.admissions.registration.RegistrationEvent.ApplicationResubmitted;
import org.zhikao.admissions.registration.RegistrationEvent.ApplicationReturned;
import org.zhikao.admissions.registration.RegistrationEvent.ApplicationSubmitted;
import org.zhikao.admissions.registration.RegistrationEvent.EligibilityConfirmed;
import org.zhikao.admissions.registration.RegistrationEvent.EligibilityRejected;
import org.zhikao.admissions.registration.RegistrationEvent.ParticularsRecorded;
import org.zhikao.admissions.scoring.Mark;
import org.zhikao.admissions.scoring.ReleaseEvent.ResultsComputed;
import org.zhikao.admissions.scoring.Result;
import org.zhikao.admissions.scoring.ScoringEvent.MarkRecorded;
import org.zhikao.admissions.scoring.ScoringEvent.ResultReleased;
import org.zhikao.admissions.season.Phase;
import org.zhikao.admissions.season.SeasonEvent.AmendmentProposed;
import org.zhikao.admissions.season.SeasonEvent.PhaseClosed;
import org.zhikao.admissions.season.SeasonEvent.PhaseOpened;
import org.zhikao.admissions.season.SeasonEvent.ProcessDrafted;
import org.zhikao.admissions.season.SeasonEvent.RulesApproved;
import org.zhikao.admissions.season.SeasonEvent.SeasonDrafted;
import org.zhikao.admissions.season.SeasonEvent.SeasonPublished;
import org.zhikao.admissions.shared.ActorId;
import org.zhikao.admissions.shared.CandidateId;
import org.zhikao.admissions.shared.Event;
import org.zhikao.admissions.shared.EventNames;
import org.zhikao.admissions.shared.OrganisationId;
import org.zhikao.admissions.shared.Role;
import org.zhikao.admissions.shared.Sealed;
import org.zhikao.admissions.shared.SeasonId;
import org.zhikao.formats.facts.FactJson;

/**
 * Facts of a whole season, written straight into the event table for measurements and tests of readers: shaped like those the
 * aggregates write and in the same order, phase by phase, so that a candidate's facts lie far apart.
 */
public final class FactMill {
    private static final Assessment ASSESSED = new Assessment(
            Assessment.Match.MATCH,
            "prizes",
            "0".repeat(64),
            "7",
            "姓名、证件号相符",
            "top-talent",
            "1".repeat(64),
            Map.of("level", "NATIONAL_1"),
            List.of(1),
            Assessment.Proposal.GRANT);
    private static final OrganisationId POINT = new OrganisationId("99");
    public static final SeasonId SEASON = new SeasonId("s-mill-2026");

    private static final Instant START = Instant.parse("2026-01-05T01:00:00Z");
    /** After the last fact of {@link #atRelease}. */
    static final Instant AT_RELEASE = Instant.parse("2026-05-20T01:00:00Z");

    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final List<String> COMPONENTS = List.of("chinese", "math", "english", "theory", "operation");
    private static final int UNITS = 200;
    private static final String RUN = SEASON + "/placement/";
    /** Facts are spread over the year so that instants differ and grow. */
    private static final int MINUTES_BETWEEN_WAVES = 60 * 24 * 7;

    private final ObjectMapper mapper = FactJson.mapper();
    private final Map<String, Long> sequences = new TreeMap<>();
    private final int candidates;
    private long events;
    private int holed = -1;
    private int hole = -1;
    private String rules = "{\"province\":\"99\"}";
    /** At the hour of release: each so many-th candidate still waits for marks; 0 for a season that is over. */
    private int unmarked;

    public FactMill(int candidates) {
        this.candidates = candidates;
    }

    /** Leaves out one fact of one candidate, as no aggregate would: for tests of readers. */
    public FactMill without(int candidate, int fact) {
        holed = candidate;
        hole = fact;
        return this;
    }

    /**
     * The hour of release instead of the season's end: marks come in, results are out, nobody was asked for wishes yet.
     *
     * @param text published rules, for pages that read them
     * @param every each so many-th candidate sat the exam and has no marks yet
     */
    public FactMill atRelease(String text, int every) {
        rules = text;
        unmarked = every;
        return this;
    }

    /** Candidate number {@code i}; ids are spread evenly and depend on nothing else. */
    public static CandidateId candidate(int i) {
        StringBuilder id = new StringBuilder("c");
        long state = i * 0x9E3779B97F4A7C15L;
        for (int part = 0; part < 2; part++) {
            state += 0x9E3779B97F4A7C15L;
            long mixed = (state ^ (state >>> 30)) * 0xBF58476D1CE4E5B9L;
            mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
            mixed ^= mixed >>> 31;
            for (int digit = 0; digit < 11; digit++) {
                id.append(ALPHABET.charAt((int) Long.remainderUnsigned(mixed, 62)));
                mixed = Long.divideUnsigned(mixed, 62);
            }
        }
        return new CandidateId(id.toString());
    }

    /** Writes everything and answers the number of facts. */
    public long write(Connection connection) throws SQLException, IOException {
        before(connection);
        for (int wave = 0; ; wave++) {
            if (wave(connection, wave) == 0) {
                break;
            }
        }
        after(connection);
        return events;
    }

    /** Writes the season's own facts only; candidates follow wave by wave. */
    public void writeSeason(Connection connection) throws SQLException {
        before(connection);
    }

    /** Writes every candidate's fact number {@code wave}, from 0; answers how many there are. */
    public long wave(Connection connection, int wave) throws SQLException {
        long written = 0;
        CopyIn copy = begin(connection);
        for (int i = 0; i < candidates; i++) {
            List<Event> facts = soFar(i);
            if (wave < facts.size() && !(i == holed && wave == hole)) {
                put(copy, candidate(i).value(), wave, facts.get(wave));
                written++;
            }
        }
        copy.endCopy();
        return written;
    }

    private List<Event> soFar(int i) {
        List<Event> facts = factsOf(i);
        if (unmarked == 0) {
            return facts;
        }
        return facts.stream()
                .takeWhile(fact ->
                        !(fact instanceof PreferencesSaved) && !(i % unmarked == 1 && fact instanceof MarkRecorded))
                .toList();
    }

    /** The facts of candidate number {@code i}, in their order. */
    public static List<Event> factsOf(int i) {
        CandidateId id = candidate(i);
        List<Event> facts = new ArrayList<>();
        Instant at = START.plusSeconds(i);
        facts.add(new ApplicationSubmitted(id, SEASON, "spring", category(i), "GENERAL", point(i), 1, at));
        facts.add(new ParticularsRecorded(id, new Sealed(id + "/1", "A".repeat(400), "B".repeat(43)), at));
        if (i % 200 == 3) {
            facts.add(new EligibilityRejected(id, "鲁招考〔2026〕1号 三(二)", 1, later(at, facts)));
            return facts;
        }
        if (i % 200 == 7) {
            facts.add(new ApplicationReturned(id, 1, later(at, facts)));
            facts.add(new ApplicationResubmitted(id, "spring", category(i + 1), "GENERAL", 1, later(at, facts)));
        }
        facts.add(new EligibilityConfirmed(id, 1, later(at, facts)));
        if (i % 200 == 7) {
            facts.add(new DutyDecided(
                    id,
                    "application",
                    id.value(),
                    "physical",
                    1,
                    "FIT",
                    List.of(),
                    Map.of("sight", "GOOD"),
                    null,
                    Role.REGISTRATION_POINT,
                    new ActorId("a-p"),
                    "",
                    later(at, facts)));
        }
        if (i % 100 == 0) {
            exempt(id, i, at, facts);
        } else {
            examined(id, i, at, facts);
        }
        return facts;
    }

    private static void exempt(CandidateId id, int i, Instant at, List<Event> facts) {
        String unit = unit(i);
        Instant claimed = later(at, facts);
        facts.add(new ExemptionClaimed(id, 1, "TOP_TALENT", unit, Stage.FIRST_REVIEW, claimed, 1, claimed));
        facts.add(
                new EvidenceAdded(id, 1, "PRIZE", HexFormat.of().toHexDigits(i).repeat(8), later(at, facts)));
        facts.add(new ClaimAssessed(id, 1, ASSESSED, later(at, facts)));
        reviewed(id, Stage.FIRST_REVIEW, "a-r1", at, facts);
        reviewed(id, Stage.SECOND_REVIEW, "a-r2", at, facts);
        facts.add(new ExemptionApproved(
                id, 1, "TOP_TALENT", Claims.FULL_FREE, unit, "十四", new ActorId("a-r2"), 1, later(at, facts)));
        facts.add(new CandidatePlaced(id, RUN + 1, 1, new Offer(unit, 0, 0), later(at, facts)));
        facts.add(new OfferConfirmed(id, unit, later(at, facts)));
    }

    private static void reviewed(CandidateId id, Stage stage, String by, Instant at, List<Event> facts) {
        Instant drawn = later(at, facts);
        ActorId reviewer = new ActorId(by);
        facts.add(new ReviewerAssigned(
                id, 1, stage, reviewer, POINT, 7L, 5, "0".repeat(64), drawn.plusSeconds(86_400), drawn));
        Instant said = later(at, facts);
        facts.add(new OpinionGiven(id, 1, stage, true, false, "十四", reviewer, said, said));
    }

    private static void examined(CandidateId id, int i, Instant at, List<Event> facts) {
        Seat seat = new Seat(String.format(Locale.ROOT, "26%010d", i), "K" + i % 97, i / 30 % 40 + 1, i % 30 + 1);
        facts.add(new ExamArranged(id, SEASON + "/exam/1", seat, later(at, facts)));
        facts.add(new TicketIssued(id, seat.ticket(), later(at, facts)));
        facts.add(new ExamAttended(id, "SKILL", later(at, facts)));
        facts.add(
                i % 50 == 9
                        ? new ExamMissed(id, "CULTURE", later(at, facts))
                        : new ExamAttended(id, "CULTURE", later(at, facts)));
        long total = 0;
        for (String component : COMPONENTS) {
            long value = (i * 31L + component.length() * 17L) % 12_000;
            boolean absent = i % 50 == 9 && component.equals("math");
            total += absent ? 0 : value;
            facts.add(new MarkRecorded(
                    id, component, absent ? new Mark(Mark.Status.ABSENT, 0) : Mark.of(value), later(at, facts)));
        }
        Result result = new Result(
                total,
                Map.of("culture", total / 2, "skill", total - total / 2),
                true,
                List.of(),
                List.of("DIPLOMA"),
                i + 1,
                "spring/" + category(i));
        facts.add(new ResultReleased(id, SEASON + "/scoring/1", result, 1, later(at, facts)));
        round(id, i, 1, at, facts);
    }

    private static void round(CandidateId id, int i, int round, Instant at, List<Event> facts) {
        List<String> units = new ArrayList<>();
        for (int n = 0; n < 20; n++) {
            units.add(unit(i + n * 7));
        }
        facts.add(new PreferencesSaved(id, round, units, later(at, facts)));
        facts.add(new PreferencesLocked(id, round, i % 10 == 4, later(at, facts)));
        if (i % 5 != 1 || (round == 2 && i % 2 == 0)) {
            Offer offer = new Offer(units.get(i % 20), i % 20 + 1, i + 1);
            facts.add(new CandidatePlaced(id, RUN + round, round, offer, later(at, facts)));
            facts.add(new OfferConfirmed(id, offer.unit(), later(at, facts)));
        } else {
            facts.add(new CandidateNotPlaced(id, RUN + round, round, "NO_PLACE", round == 2, later(at, facts)));
            if (round == 1) {
                round(id, i, 2, at, facts);
            }
        }
    }

    private static Instant later(Instant at, List<Event> facts) {
        return at.plusSeconds(60L * MINUTES_BETWEEN_WAVES * facts.size());
    }

    private static String category(int i) {
        return String.format(Locale.ROOT, "%02d", i % 10 + 1);
    }

    private static String unit(int i) {
        return String.format(Locale.ROOT, "U%04d", i % UNITS);
    }

    static OrganisationId point(int i) {
        return new OrganisationId("99/9901/990101/s" + i % 300);
    }

    private void before(Connection connection) throws SQLException {
        List<Event> season = new ArrayList<>();
        season.add(new SeasonDrafted(SEASON, "99", 2026, rules, "0".repeat(64), new ActorId("a-d"), START));
        season.add(new RulesApproved(SEASON, 1, "0".repeat(64), new ActorId("a-e"), START));
        season.add(new SeasonPublished(SEASON, 1, "0".repeat(64), START));
        season.add(new AmendmentProposed(
                SEASON, 1, "{\"province\":\"99\"}", "1".repeat(64), "r", new ActorId("a-d"), START));
        season.add(new ProcessDrafted(
                SEASON, "application", 1, "<definitions/>", "0".repeat(64), new ActorId("a-d"), START));
        for (Phase phase : Phase.values()) {
            season.add(new PhaseOpened(SEASON, phase, 1, START));
            if (unmarked > 0 && phase == Phase.SCORING) {
                break;
            }
            season.add(new PhaseClosed(SEASON, phase, 1, START));
        }
        CopyIn copy = begin(connection);
        for (Event event : season) {
            next(copy, SEASON.value(), event);
        }
        for (int college = 0; college < UNITS / 10; college++) {
            OrganisationId id = new OrganisationId(String.format(Locale.ROOT, "99/u%02d", college));
            List<PlanUnit> units = new ArrayList<>();
            for (int u = college * 10; u < college * 10 + 10; u++) {
                units.add(new PlanUnit(unit(u), "专业" + u, "DIPLOMA", "spring", category(u), List.of(), candidates));
            }
            String stream = String.format(Locale.ROOT, "%s/plan/u%02d", SEASON, college);
            next(copy, stream, new PlanDeclared(SEASON, id, "第" + college + "职业学院", units, START));
            next(
                    copy,
                    stream,
                    new PlanChanged(SEASON, id, unit(college * 10), candidates, candidates + 1, "函1号", START));
        }
        next(copy, SEASON + "/exam/1", new SeatsDrawn(SEASON, 1, 7, candidates, "1".repeat(64), START));
        copy.endCopy();
    }

    private void after(Connection connection) throws SQLException {
        CopyIn copy = begin(connection);
        next(copy, SEASON + "/scoring/1", new ResultsComputed(SEASON, 1, candidates, "2".repeat(64), 1, START));
        for (int run = 1; run <= 2 && unmarked == 0; run++) {
            RunDigest digest = new RunDigest("3".repeat(64), "4".repeat(64), candidates, candidates / 2);
            next(copy, RUN + run, new RunComputed(SEASON, run, run, "PARALLEL", digest, START));
            next(copy, RUN + run, new RunVerified(SEASON, run, digest.output(), List.of("P1", "P2"), START));
            next(copy, RUN + run, new RunPublished(SEASON, run, run, START));
        }
        copy.endCopy();
    }

    private void next(CopyIn copy, String aggregate, Event event) throws SQLException {
        long sequence = sequences.merge(aggregate, 0L, (old, zero) -> old + 1);
        put(copy, aggregate, sequence, event);
    }

    private static CopyIn begin(Connection connection) throws SQLException {
        return connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn(
                        "copy domain_event_entry (event_identifier, aggregate_identifier, sequence_number, type, payload_type,"
                                + " payload_revision, time_stamp, payload, meta_data) from stdin");
    }

    private void put(CopyIn copy, String aggregate, long sequence, Event event) throws SQLException {
        String row = String.join(
                "\t",
                "e-" + events++,
                aggregate,
                String.valueOf(sequence),
                "Mill",
                EventNames.nameOf(event.getClass().getName()),
                "1",
                DateTimeUtils.formatInstant(event.at()),
                hex(json(event)),
                hex(
                        "{\"by\":\"a-office\",\"org\":\"99\",\"reason\":\"材料不清\",\"request\":\"r-1\",\"role\":\"EXAM_OFFICE\"}"
                                .getBytes(StandardCharsets.UTF_8)));
        byte[] bytes = (row + "\n").getBytes(StandardCharsets.UTF_8);
        copy.writeToCopy(bytes, 0, bytes.length);
    }

    private byte[] json(Event event) {
        try {
            return mapper.writeValueAsBytes(event);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String hex(byte[] bytes) {
        return "\\\\x" + HexFormat.of().formatHex(bytes);
    }
}
