package org.zhikao.views.dossier;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zhikao.admissions.exam.Seat;
import org.zhikao.admissions.placement.Offer;
import org.zhikao.admissions.preference.Preferences;
import org.zhikao.admissions.scoring.Mark;
import org.zhikao.admissions.scoring.Result;
import org.zhikao.admissions.shared.CandidateId;
import org.zhikao.admissions.shared.OrganisationId;
import org.zhikao.admissions.shared.SeasonId;

/**
 * 考生: everything the facts say of one candidate, in one row; no name, no number, nothing personal.
 *
 * @param version sequence number of the last fact folded in, 0 first; the weak ETag of the candidate's pages
 * @param lastAt legal instant of that fact
 * @param kind 考生类别 code, such as that of a veteran
 * @param confirmed eligibility was confirmed and the application not withdrawn since
 * @param rules version of the season's rules under which the last decision was taken
 * @param since since when the status holds
 * @param verdict clause and reason of the last rejection or return, else null
 * @param seating null before the exam is arranged
 * @param attendance sitting to present; a sitting that is missing has not been recorded
 * @param marks what was recorded so far; pages show them only once {@code released} is there
 * @param released null before the results are public
 * @param wishes the latest round this candidate took part in, else null
 * @param outcome the latest round that decided about this candidate, else null
 */
public record Candidate(
        CandidateId id,
        long version,
        Instant lastAt,
        SeasonId season,
        String track,
        String category,
        String kind,
        OrganisationId point,
        boolean confirmed,
        int rules,
        CandidateStatus status,
        Instant since,
        Instant submittedAt,
        @Nullable Verdict verdict,
        Exemptions exemptions,
        @Nullable Seating seating,
        Map<String, Boolean> attendance,
        Map<String, Mark> marks,
        @Nullable Released released,
        @Nullable Wishes wishes,
        @Nullable Decision outcome) {

    public Candidate {
        attendance = Map.copyOf(attendance);
        marks = Map.copyOf(marks);
    }

    /** 审核意见; the clause is empty where the act names none. */
    public record Verdict(String clause, String reason) {}

    /**
     * 免试申请概况.
     *
     * @param made number of claims made; they are numbered from 1
     * @param open how many of them wait for a decision or for evidence
     * @param exempt true once a claim that admits without exam was approved
     */
    public record Exemptions(int made, int open, boolean exempt) {
        public static final Exemptions NONE = new Exemptions(0, 0, false);
    }

    /** 考场座位; {@code ticketAt} is null until the ticket is issued. */
    public record Seating(String draw, Seat seat, @Nullable Instant ticketAt) {}

    /** 已公布成绩. */
    public record Released(String release, Result result, Instant at) {}

    /**
     * 志愿.
     *
     * @param units best first; empty when the round was given up
     * @param at when it was last saved, locked or lapsed
     * @param byDeadline locked by the settlement at the deadline, not by the candidate
     */
    public record Wishes(int round, List<String> units, Preferences.Stage stage, Instant at, boolean byDeadline) {
        public Wishes {
            units = List.copyOf(units);
        }
    }

    /**
     * 录取结果 of one round.
     *
     * @param offer null when not placed
     * @param cause reason code when not placed, else null
     * @param last no further round is open
     * @param answeredAt when the offer was confirmed or declined, null while it is not
     */
    public record Decision(
            int round,
            String run,
            Instant at,
            @Nullable Offer offer,
            @Nullable String cause,
            boolean last,
            @Nullable Instant answeredAt) {}
}
