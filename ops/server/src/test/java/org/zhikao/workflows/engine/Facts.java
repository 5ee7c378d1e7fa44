package org.zhikao.workflows.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.zhikao.admissions.exam.ExamEvent.ExamArranged;
import org.zhikao.admissions.exam.Seat;
import org.zhikao.admissions.exemption.Claims;
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
import org.zhikao.admissions.placement.Offer;
import org.zhikao.admissions.placement.PlacementEvent.CandidateNotPlaced;
import org.zhikao.admissions.placement.PlacementEvent.CandidatePlaced;
import org.zhikao.admissions.placement.PlacementEvent.OfferConfirmed;
import org.zhikao.admissions.placement.PlacementEvent.OfferDeclined;
import org.zhikao.admissions.placement.RunDigest;
import org.zhikao.admissions.placement.RunEvent.RunComputed;
import org.zhikao.admissions.placement.RunEvent.RunFailedVerification;
import org.zhikao.admissions.placement.RunEvent.RunPublished;
import org.zhikao.admissions.placement.RunEvent.RunVerified;
import org.zhikao.admissions.preference.PreferenceEvent.PreferencesLapsed;
import org.zhikao.admissions.preference.PreferenceEvent.PreferencesLocked;
import org.zhikao.admissions.registration.RegistrationEvent.ApplicationResubmitted;
import org.zhikao.admissions.registration.RegistrationEvent.ApplicationReturned;
import org.zhikao.admissions.registration.RegistrationEvent.ApplicationSubmitted;
import org.zhikao.admissions.registration.RegistrationEvent.ApplicationWithdrawn;
import org.zhikao.admissions.registration.RegistrationEvent.EligibilityConfirmed;
import org.zhikao.admissions.registration.RegistrationEvent.EligibilityRejected;
import org.zhikao.admissions.scoring.Result;
import org.zhikao.admissions.scoring.ScoringEvent.ResultReleased;
import org.zhikao.admissions.season.Phase;
import org.zhikao.admissions.season.SeasonEvent.PhaseClosed;
import org.zhikao.admissions.season.SeasonEvent.PhaseOpened;
import org.zhikao.admissions.season.SeasonEvent.SeasonPublished;
import org.zhikao.admissions.shared.ActorId;
import org.zhikao.admissions.shared.CandidateId;
import org.zhikao.admissions.shared.Event;
import org.zhikao.admissions.shared.OrganisationId;
import org.zhikao.admissions.shared.SeasonId;

/** The facts of one candidate, one hour apart, and of one season. */
final class Facts {
    static final Instant DAWN = Instant.parse("2026-03-01T00:00:00Z");

    private final CandidateId candidate;
    private int hours;

    private Facts(CandidateId candidate) {
        this.candidate = candidate;
    }

    static Facts of(CandidateId candidate) {
        return new Facts(candidate);
    }

    /** A candidate id made of a name and a number. */
    static CandidateId candidate(String name, int number) {
        String id = name + String.format(java.util.Locale.ROOT, "%0" + (22 - name.length()) + "d", number);
        return new CandidateId("c" + id);
    }

    static OrganisationId point() {
        return new OrganisationId("shandong/jinan/licheng/s1");
    }

    private Instant at() {
        return DAWN.plus(Duration.ofHours(hours++));
    }

    Event submitted() {
        return new ApplicationSubmitted(candidate, Season.ID, "spring", "01", "GRADUATE", point(), 1, at());
    }

    Event confirmed() {
        return new EligibilityConfirmed(candidate, 1, at());
    }

    Event rejected() {
        return new EligibilityRejected(candidate, "3.1", 1, at());
    }

    Event returned() {
        return new ApplicationReturned(candidate, 1, at());
    }

    Event resubmitted() {
        return new ApplicationResubmitted(candidate, "spring", "01", "GRADUATE", 1, at());
    }

    Event withdrawn() {
        return new ApplicationWithdrawn(candidate, at());
    }

    Event arranged() {
        return new ExamArranged(candidate, Season.ID + "/exam/1", new Seat("26370001", "370101", 1, 1), at());
    }

    Event released(boolean eligible) {
        return new ResultReleased(
                candidate,
                Season.ID + "/scoring/1",
                new Result(500, Map.of("culture", 250L, "skill", 250L), eligible, List.of(), List.of(), 1, "spring/01"),
                1,
                at());
    }

    Event locked(int round) {
        return new PreferencesLocked(candidate, round, false, at());
    }

    Event lapsed(int round) {
        return new PreferencesLapsed(candidate, round, at());
    }

    Event placed(int round) {
        return new CandidatePlaced(candidate, Season.ID + "/placement/" + round, round, new Offer("u1", 1, 7), at());
    }

    Event notPlaced(int round, boolean last) {
        return new CandidateNotPlaced(candidate, Season.ID + "/placement/" + round, round, "NO_ROOM", last, at());
    }

    Event offerConfirmed() {
        return new OfferConfirmed(candidate, "u1", at());
    }

    Event offerDeclined() {
        return new OfferDeclined(candidate, "u1", at());
    }

    Event claimed(int claim) {
        Instant at = at();
        return new ExemptionClaimed(candidate, claim, "NATIONAL_SKILL_PRIZE", "u1", Stage.FIRST_REVIEW, at, 1, at);
    }

    Event claimedAtSchool(int claim) {
        Instant at = at();
        return new ExemptionClaimed(
                candidate, claim, "NATIONAL_SKILL_PRIZE", "u1", Stage.SCHOOL_CHECK, at.plus(Duration.ofDays(5)), 1, at);
    }

    Event appealed(int claim) {
        return new RefusalAppealed(candidate, claim + 1, claim, "NATIONAL_SKILL_PRIZE", "u1", 1, at());
    }

    Event attested(int claim) {
        return new ClaimAttested(candidate, claim, true, reviewer(9), at());
    }

    Event evidence(int claim) {
        return new EvidenceAdded(candidate, claim, "certificate", "0".repeat(64), at());
    }

    /** Drawn for the stage, with five days to decide. */
    Event assigned(int claim, Stage stage) {
        Instant at = at();
        return new ReviewerAssigned(
                candidate, claim, stage, reviewer(1), point(), 7, 3, "0".repeat(64), at.plus(Duration.ofDays(5)), at);
    }

    Event handedBack(int claim) {
        return new ClaimHandedBack(candidate, claim, Stage.FIRST_REVIEW, reviewer(1), at());
    }

    Event related(int claim, boolean redrawn) {
        return new RelationDeclared(candidate, claim, reviewer(1), redrawn, reviewer(9), at());
    }

    Event evidenceRequested(int claim) {
        Instant at = at();
        return new EvidenceRequested(candidate, claim, at.plus(Duration.ofDays(3)), reviewer(1), at);
    }

    /** May be taken back for ten minutes. */
    Event opinion(int claim, Stage stage) {
        Instant at = at();
        return new OpinionGiven(
                candidate, claim, stage, true, false, "5.2", reviewer(1), at.plus(Duration.ofMinutes(10)), at);
    }

    Event takenBack(int claim, Stage stage) {
        Instant at = at();
        return new OpinionTakenBack(candidate, claim, stage, at.plus(Duration.ofDays(5)), reviewer(1), at);
    }

    Event noticePosted(int claim) {
        Instant at = at();
        return new NoticePosted(candidate, claim, 7, at.plus(Duration.ofDays(9)), at);
    }

    Event objection(int claim) {
        Instant at = at();
        return new ObjectionFiled(candidate, claim, 1, "0".repeat(64), at.plus(Duration.ofDays(5)), at);
    }

    Event objectionDecided(int claim) {
        Instant at = at();
        return new ObjectionDecided(candidate, claim, 1, false, "5.2", at.plus(Duration.ofDays(8)), reviewer(3), at);
    }

    Event noticeClosed(int claim) {
        return new NoticeClosed(candidate, claim, 1, false, at());
    }

    Event approved(int claim, boolean fullFree) {
        return new ExemptionApproved(
                candidate,
                claim,
                "NATIONAL_SKILL_PRIZE",
                fullFree ? Claims.FULL_FREE : "SKILL_FULL_MARKS",
                "u1",
                "5.2",
                reviewer(2),
                1,
                at());
    }

    Event refused(int claim) {
        return new ExemptionRefused(candidate, claim, "NATIONAL_SKILL_PRIZE", "5.2", reviewer(1), null, 1, at());
    }

    Event claimWithdrawn(int claim) {
        return new ExemptionWithdrawn(candidate, claim, at());
    }

    Event waived(int claim, String effect) {
        return new ExemptionWaived(candidate, claim, true, effect, at());
    }

    private static ActorId reviewer(int number) {
        return new ActorId("reviewer-" + number);
    }

    /** The facts of a season. */
    static final class Season {
        static final SeasonId ID = new SeasonId("s-shandong-2026");

        private final SeasonId season;
        private int days;

        Season(SeasonId season) {
            this.season = season;
        }

        private Instant at() {
            return DAWN.plus(Duration.ofDays(days++));
        }

        Event published(int version) {
            return new SeasonPublished(season, version, "0".repeat(64), at());
        }

        Event opened(Phase phase, int round) {
            return new PhaseOpened(season, phase, round, at());
        }

        Event closed(Phase phase, int round) {
            return new PhaseClosed(season, phase, round, at());
        }

        Event computed(int run, int round) {
            return new RunComputed(
                    season, run, round, "parallel", new RunDigest("0".repeat(64), "1".repeat(64), 10, 5), at());
        }

        Event verified(int run) {
            return new RunVerified(season, run, "1".repeat(64), List.of("P1"), at());
        }

        Event failed(int run) {
            return new RunFailedVerification(season, run, "1".repeat(64), List.of("P1"), at());
        }

        Event runPublished(int run, int round) {
            return new RunPublished(season, run, round, at());
        }
    }
}
