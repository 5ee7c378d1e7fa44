package org.zhikao.audit.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.zhikao.admissions.shared.EventNames;

/** A whole season is replayed clean; each kind of tampering is found and named by its fact. */
class ReplayingASeasonTest {
    @Test
    void acceptsALawfulSeason() {
        Replay replay = Replay.of(ASeason.complete());
        assertThat(replay.verdicts())
                .allSatisfy(v -> assertThat(v.ok()).as(v.detail()).isTrue());
        assertThat(replay.finalStates().ok()).as(replay.finalStates().detail()).isTrue();
        assertThat(replay.candidates()).isEqualTo(5);
        assertThat(replay.facts()).isEqualTo(ASeason.complete().list().size());
        assertThat(replay.statuses())
                .isEqualTo(Map.of(
                        Status.OFFER_CONFIRMED, 2L,
                        Status.OFFER_DECLINED, 1L,
                        Status.UNPLACED, 1L,
                        Status.REJECTED, 1L));
    }

    @Test
    void impliesTheTokens() {
        assertThat(Replay.of(ASeason.complete()).tokens())
                .isEqualTo(Map.of(
                        "application",
                                Map.of(
                                        "end_confirmed",
                                        2L,
                                        "end_declined",
                                        1L,
                                        "end_not_placed",
                                        1L,
                                        "end_rejected",
                                        1L),
                        "exemption-review", Map.of("end_approved", 1L),
                        "season", Map.of("end_closed", 1L)));
        Facts open = ASeason.complete().drop(ASeason.B, "placement.declined").drop(ASeason.D, "registration.rejected");
        assertThat(Replay.of(open).tokens().get("application"))
                .isEqualTo(Map.of(
                        "end_confirmed", 2L, "receive_answer", 1L, "end_not_placed", 1L, "receive_eligibility", 1L));
    }

    @Test
    void statesEveryFactOfADossier() {
        TreeSet<String> named = new TreeSet<>();
        EventNames.all().forEach((name, type) -> {
            boolean season = type.contains(".season.") || type.contains("plan.PlanEvent") || type.contains("DrawEvent");
            if (!season && !type.contains("ReleaseEvent") && !type.contains("RunEvent")) {
                named.add(name);
            }
        });
        assertThat(new TreeSet<>(LifeCycle.facts())).isEqualTo(named);
    }

    @Test
    void theDigestForgetsIndexEventIdAndClock() {
        String digest = Replay.of(ASeason.complete()).factsDigest();
        Facts moved = ASeason.complete();
        moved.list().replaceAll(f -> Facts.with(f, f.index() * 3, "x" + f.event(), "2027", f.payload()));
        assertThat(Replay.of(moved).factsDigest()).isEqualTo(digest).hasSize(64);
    }

    @Test
    void theDigestHoldsPayloadActorAndReason() {
        String digest = Replay.of(ASeason.complete()).factsDigest();
        Facts payload = ASeason.complete().edit(ASeason.A, "scoring.released", "500", "501");
        assertThat(Replay.of(payload).factsDigest()).isNotEqualTo(digest);
        for (String[] edit : new String[][] {{"a-six", "a-five"}, {"属实", "不属实"}}) {
            Facts other = ASeason.complete();
            other.change(
                    ASeason.E,
                    "exemption.opinion",
                    f -> new StoredFact(
                            f.index(),
                            f.event(),
                            f.aggregate(),
                            f.sequence(),
                            f.name(),
                            f.revision(),
                            f.timestamp(),
                            f.payload(),
                            Facts.utf8(new String(f.metadata(), java.nio.charset.StandardCharsets.UTF_8)
                                    .replace(edit[0], edit[1]))));
            assertThat(Replay.of(other).factsDigest()).isNotEqualTo(digest);
        }
    }

    @Test
    void thePlacementsDigestHoldsPlacementsOnly() {
        String digest = Replay.of(ASeason.complete()).placementsDigest();
        Facts marks = ASeason.complete().edit(ASeason.A, "scoring.marked", "300", "301");
        assertThat(Replay.of(marks).placementsDigest()).isEqualTo(digest);
        Facts offer = ASeason.complete().edit(ASeason.A, "placement.placed", "u1-01", "u1-02");
        assertThat(Replay.of(offer).placementsDigest()).isNotEqualTo(digest);
    }

    @Test
    void aCandidateLeftInBetweenIsNoFinalState() {
        Replay replay = Replay.of(ASeason.complete().drop(ASeason.B, "placement.declined"));
        assertThat(replay.finalStates().ok()).isFalse();
        assertThat(replay.finalStates().first()).isNotNull().satisfies(f -> {
            assertThat(f.aggregate()).isEqualTo(ASeason.B);
            assertThat(f.code()).isEqualTo("NOT_FINAL");
            assertThat(f.detail()).contains("PLACED");
        });
    }

    record Tampering(String what, String aggregate, String code, java.util.function.Consumer<Facts> act) {}

    @TestFactory
    List<DynamicTest> findsWhatWasTamperedWith() {
        String a = ASeason.A;
        String b = ASeason.B;
        String e = ASeason.E;
        return java.util.stream.Stream.of(
                        new Tampering("a fact taken out", a, "MISSING", f -> f.drop(a, "exam.ticket")),
                        new Tampering(
                                "an actor taken away",
                                a,
                                "NO_ACTOR",
                                f -> f.change(
                                        a,
                                        "exam.ticket",
                                        x -> new StoredFact(
                                                x.index(),
                                                x.event(),
                                                x.aggregate(),
                                                x.sequence(),
                                                x.name(),
                                                x.revision(),
                                                x.timestamp(),
                                                x.payload(),
                                                Facts.utf8("{'role':'EXAM_OFFICE'}")))),
                        new Tampering(
                                "the first fact taken out", a, "MISSING", f -> f.drop(a, "registration.submitted")),
                        new Tampering("broken JSON", a, "UNREADABLE", f -> f.edit(a, "exam.ticket", "{", "[")),
                        new Tampering("another candidate's id", a, "FOREIGN", f -> f.edit(a, "exam.ticket", a, b)),
                        new Tampering("another ticket", a, "OTHER_TICKET", f -> f.edit(a, "exam.ticket", "T1", "T9")),
                        new Tampering("a ticket twice", b, "TICKET_TWICE", f -> f.edit(b, "exam.arranged", "T2", "T1")),
                        new Tampering(
                                "a sitting twice",
                                a,
                                "OUT_OF_TURN",
                                f -> f.edit(a, "exam.attended", "CULTURE", "SKILL")),
                        new Tampering(
                                "an unknown draw", a, "NO_DRAW", f -> f.edit(a, "exam.arranged", "/exam/1", "/exam/2")),
                        new Tampering(
                                "an unknown name", a, "UNKNOWN_FACT", f -> rename(f, a, "exam.ticket", "exam.tickets")),
                        new Tampering(
                                "a second opinion of the first reviewer",
                                e,
                                "SAME_PERSON",
                                f -> f.edit(e, "exemption.assigned", "a-six", "a-three")),
                        new Tampering(
                                "an approval in the name of somebody who did not act",
                                e,
                                "OTHER_PERSON",
                                f -> f.edit(e, "exemption.approved", "a-six", "a-nine")),
                        new Tampering(
                                "an opinion of somebody who was not drawn",
                                e,
                                "NOT_ASSIGNED",
                                f -> f.edit(e, "exemption.assigned", "a-six", "a-nine")),
                        new Tampering(
                                "approved against the final decision",
                                e,
                                "NOT_PUBLISHED",
                                f -> f.edit(e, "exemption.opinion", "'agreed':true", "'agreed':false")),
                        new Tampering(
                                "approved before the last opinion took effect",
                                e,
                                "OUT_OF_TURN",
                                f -> f.edit(
                                        e,
                                        "exemption.opinion",
                                        "'effective':'2026-03-01T00:00:00Z'",
                                        "'effective':'2026-03-01T00:10:00Z'")),
                        new Tampering(
                                "approved without a notice",
                                e,
                                "OUT_OF_TURN",
                                f -> rename(f, e, "exemption.notice-posted", "exemption.evidence")),
                        new Tampering(
                                "a unit of nobody's plan",
                                a,
                                "OTHER_LIST",
                                f -> f.edit(a, "preference.saved", "u1-01", "u9-01")),
                        new Tampering(
                                "a list of an ineligible candidate",
                                a,
                                "NOT_ENTITLED",
                                f -> f.edit(a, "scoring.released", "'eligible':true", "'eligible':false")),
                        new Tampering("a list saved late", a, "OUT_OF_PHASE", f -> late(f, a, "preference.saved")),
                        new Tampering(
                                "a placement by no run",
                                a,
                                "NO_RUN",
                                f -> f.edit(a, "placement.placed", "/placement/1", "/placement/3")),
                        new Tampering(
                                "a placement without a list",
                                b,
                                "NOT_IN_ROUND",
                                f -> rename(f, b, "preference.locked", "preference.saved")),
                        new Tampering(
                                "another offer confirmed",
                                a,
                                "OTHER_OFFER",
                                f -> f.edit(a, "placement.confirmed", "u1-01", "u1-02")),
                        new Tampering(
                                "a mark raised after release",
                                a,
                                "OTHER_TOTAL",
                                f -> f.edit(a, "scoring.marked", "300", "301")),
                        new Tampering(
                                "parts that do not add up",
                                a,
                                "OTHER_PARTS",
                                f -> f.edit(a, "scoring.released", "'skill':300", "'skill':299")),
                        new Tampering(
                                "an ineligible candidate made eligible",
                                ASeason.C,
                                "OTHER_ELIGIBILITY",
                                f -> f.edit(ASeason.C, "scoring.released", "'eligible':false", "'eligible':true")),
                        new Tampering(
                                "a line nobody reached",
                                ASeason.C,
                                "OTHER_LINES",
                                f -> f.edit(ASeason.C, "scoring.released", "'lines':[]", "'lines':['culture-line']")),
                        new Tampering(
                                "a better rank",
                                b,
                                "OTHER_RANK",
                                f -> f.edit(b, "scoring.released", "'rank':2", "'rank':1")),
                        new Tampering(
                                "another placement",
                                b,
                                "OTHER_PLACEMENT",
                                f -> f.edit(b, "placement.placed", "u1-02", "u1-01")),
                        new Tampering(
                                "another choice number",
                                b,
                                "OTHER_PLACEMENT",
                                f -> f.edit(b, "placement.placed", "'preference':1", "'preference':2")),
                        new Tampering(
                                "a list changed after it was locked",
                                b,
                                "OTHER_PLACEMENT",
                                f -> f.edit(b, "preference.saved", "'u1-02','u1-01'", "'u1-01','u1-02'")
                                        .edit(ASeason.ID + "/plan/u1", "plan.declared", "'quota':1", "'quota':9")),
                        new Tampering(
                                "a candidate left out of a run",
                                ASeason.ID + "/placement/1",
                                "OTHER_COUNT",
                                f -> f.drop(ASeason.C, "placement.not-placed")),
                        new Tampering(
                                "a quota lowered before the run",
                                ASeason.ID + "/placement/1",
                                "OVER_QUOTA",
                                f -> f.edit(ASeason.ID + "/plan/u1", "plan.declared", "'quota':1", "'quota':0")),
                        new Tampering(
                                "the digest of a release",
                                ASeason.ID + "/scoring/1",
                                "OTHER_DIGEST",
                                f -> f.edit(
                                        ASeason.ID + "/scoring/1", "scoring.computed", "'digest':'", "'digest':'0")),
                        new Tampering(
                                "the input of a run",
                                ASeason.ID + "/placement/2",
                                "OTHER_INPUT",
                                f -> f.edit(
                                        ASeason.ID + "/placement/2", "placement.computed", "'input':'", "'input':'0")),
                        new Tampering(
                                "the drafter approves",
                                ASeason.ID,
                                "SAME_PERSON",
                                f -> f.edit(ASeason.ID, "season.approved", "a-two", "a-one")),
                        new Tampering(
                                "who drew a process approves it",
                                ASeason.ID,
                                "SAME_PERSON",
                                f -> f.edit(ASeason.ID, "season.process-approved", "a-two", "a-one")),
                        new Tampering(
                                "another drawing than its digest says",
                                ASeason.ID,
                                "OTHER_DRAWING",
                                f -> f.edit(ASeason.ID, "season.process-drafted", "<d/>", "<e/>")),
                        new Tampering(
                                "a process published unapproved",
                                ASeason.ID,
                                "OUT_OF_TURN",
                                f -> f.drop(ASeason.ID, "season.process-approved")),
                        new Tampering(
                                "other rules published",
                                ASeason.ID,
                                "OTHER_RULES",
                                f -> f.edit(ASeason.ID, "season.published", "d1", "d2")),
                        new Tampering(
                                "published unverified",
                                ASeason.ID + "/placement/2",
                                "OUT_OF_TURN",
                                f -> f.drop(ASeason.ID + "/placement/2", "placement.verified")),
                        new Tampering(
                                "another output verified",
                                ASeason.ID + "/placement/2",
                                "OTHER_OUTPUT",
                                f -> f.edit(
                                        ASeason.ID + "/placement/2",
                                        "placement.verified",
                                        "'outputDigest':'",
                                        "'outputDigest':'0")))
                .map(t -> DynamicTest.dynamicTest(t.what(), () -> {
                    Facts facts = ASeason.complete();
                    t.act().accept(facts);
                    assertThat(Replay.of(facts).verdicts().stream()
                                    .filter(v -> !v.ok())
                                    .map(Verdict::first))
                            .anySatisfy(f -> {
                                assertThat(f.code()).isEqualTo(t.code());
                                assertThat(f.aggregate()).isEqualTo(t.aggregate());
                            });
                }))
                .toList();
    }

    @Test
    void acceptsFrozenRulesChangedByTheBook() {
        Facts facts = ASeason.complete();
        ASeason.amend(facts);
        assertThat(Replay.of(facts).verdicts()).allMatch(Verdict::ok);
    }

    @TestFactory
    List<DynamicTest> findsFrozenRulesChangedOtherwise() {
        return Stream.of(
                        new Tampering(
                                "a vote of two",
                                ASeason.ID,
                                "TOO_FEW_VOTERS",
                                f -> f.edit(ASeason.ID, "season.amendment-voted", "'乙'", "'甲'")),
                        new Tampering(
                                "a vote that was not carried",
                                ASeason.ID,
                                "OTHER_OUTCOME",
                                f -> f.edit(
                                        ASeason.ID,
                                        "season.amendment-voted",
                                        "'乙','inFavour':true",
                                        "'乙','inFavour':false")),
                        new Tampering(
                                "no vote",
                                ASeason.ID,
                                "OUT_OF_TURN",
                                f -> f.drop(ASeason.ID, "season.amendment-voted")),
                        new Tampering(
                                "the proposer approves",
                                ASeason.ID,
                                "SAME_PERSON",
                                f -> f.edit(ASeason.ID, "season.amendment-approved", "a-three", "a-one")),
                        new Tampering(
                                "one approval",
                                ASeason.ID,
                                "OUT_OF_TURN",
                                f -> f.drop(ASeason.ID, "season.amendment-approved")),
                        new Tampering(
                                "other rules than voted on",
                                ASeason.ID,
                                "RULES_FROZEN",
                                f -> f.edit(ASeason.ID, "season.revised", "d9", "d8")),
                        new Tampering(
                                "no publication of the change",
                                ASeason.ID,
                                "RULES_FROZEN",
                                f -> f.drop(ASeason.ID, "season.amendment-published")))
                .map(t -> DynamicTest.dynamicTest(t.what(), () -> {
                    Facts facts = ASeason.complete();
                    ASeason.amend(facts);
                    t.act().accept(facts);
                    assertThat(Replay.of(facts).verdicts().stream()
                                    .filter(v -> !v.ok())
                                    .map(Verdict::first))
                            .anySatisfy(f -> assertThat(f.code()).isEqualTo(t.code()));
                }))
                .toList();
    }

    private static void rename(Facts f, String aggregate, String from, String to) {
        f.change(
                aggregate,
                from,
                x -> new StoredFact(
                        x.index(),
                        x.event(),
                        x.aggregate(),
                        x.sequence(),
                        to,
                        x.revision(),
                        x.timestamp(),
                        x.payload(),
                        x.metadata()));
    }

    private static void late(Facts f, String aggregate, String name) {
        f.change(aggregate, name, x -> Facts.with(x, 10_000, x.event(), x.timestamp(), x.payload()));
    }
}
