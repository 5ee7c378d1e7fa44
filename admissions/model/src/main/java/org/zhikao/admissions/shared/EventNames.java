package org.zhikao.admissions.shared;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * 事实名称表: the stored name of every event, and the class that has it today.
 *
 * <p>A stored name is never changed or used again; a class may be renamed or moved by changing the right-hand side only. Text
 * on both sides, so that this package depends on no feature. An unknown name stops a replay.
 */
public final class EventNames {
    private static final String ROOT = "org.zhikao.admissions.";
    private static final Map<String, String> CLASS_BY_NAME = new LinkedHashMap<>();
    private static final Map<String, String> NAME_BY_CLASS = new LinkedHashMap<>();

    static {
        name("season.drafted", "season.SeasonEvent$SeasonDrafted");
        name("season.revised", "season.SeasonEvent$RulesRevised");
        name("season.approved", "season.SeasonEvent$RulesApproved");
        name("season.published", "season.SeasonEvent$SeasonPublished");
        name("season.amendment-proposed", "season.SeasonEvent$AmendmentProposed");
        name("season.amendment-voted", "season.SeasonEvent$AmendmentVoted");
        name("season.amendment-approved", "season.SeasonEvent$AmendmentApproved");
        name("season.amendment-published", "season.SeasonEvent$AmendmentPublished");
        name("season.phase-opened", "season.SeasonEvent$PhaseOpened");
        name("season.phase-closed", "season.SeasonEvent$PhaseClosed");
        name("season.process-drafted", "season.SeasonEvent$ProcessDrafted");
        name("season.process-approved", "season.SeasonEvent$ProcessApproved");
        name("season.process-published", "season.SeasonEvent$ProcessPublished");
        name("season.process-bound", "season.SeasonEvent$ProcessBound");
        name("registration.submitted", "registration.RegistrationEvent$ApplicationSubmitted");
        name("registration.particulars", "registration.RegistrationEvent$ParticularsRecorded");
        name("registration.particulars-corrected", "registration.RegistrationEvent$ParticularsCorrected");
        name("registration.resubmitted", "registration.RegistrationEvent$ApplicationResubmitted");
        name("registration.confirmed", "registration.RegistrationEvent$EligibilityConfirmed");
        name("registration.rejected", "registration.RegistrationEvent$EligibilityRejected");
        name("registration.returned", "registration.RegistrationEvent$ApplicationReturned");
        name("registration.withdrawn", "registration.RegistrationEvent$ApplicationWithdrawn");
        name("duty.decided", "duty.DutyEvent$DutyDecided");
        name("exam.drawn", "exam.DrawEvent$SeatsDrawn");
        name("exam.arranged", "exam.ExamEvent$ExamArranged");
        name("exam.ticket", "exam.ExamEvent$TicketIssued");
        name("exam.attended", "exam.ExamEvent$ExamAttended");
        name("exam.missed", "exam.ExamEvent$ExamMissed");
        name("exemption.claimed", "exemption.ExemptionEvent$ExemptionClaimed");
        name("exemption.appealed", "exemption.ExemptionEvent$RefusalAppealed");
        name("exemption.evidence", "exemption.ExemptionEvent$EvidenceAdded");
        name("exemption.assessed", "exemption.ExemptionEvent$ClaimAssessed");
        name("exemption.attested", "exemption.ExemptionEvent$ClaimAttested");
        name("exemption.assigned", "exemption.ExemptionEvent$ReviewerAssigned");
        name("exemption.handed-back", "exemption.ExemptionEvent$ClaimHandedBack");
        name("exemption.relation", "exemption.ExemptionEvent$RelationDeclared");
        name("exemption.evidence-requested", "exemption.ExemptionEvent$EvidenceRequested");
        name("exemption.opinion", "exemption.ExemptionEvent$OpinionGiven");
        name("exemption.opinion-taken-back", "exemption.ExemptionEvent$OpinionTakenBack");
        name("exemption.notice-posted", "exemption.ExemptionEvent$NoticePosted");
        name("exemption.objection", "exemption.ExemptionEvent$ObjectionFiled");
        name("exemption.objection-decided", "exemption.ExemptionEvent$ObjectionDecided");
        name("exemption.notice-closed", "exemption.ExemptionEvent$NoticeClosed");
        name("exemption.approved", "exemption.ExemptionEvent$ExemptionApproved");
        name("exemption.refused", "exemption.ExemptionEvent$ExemptionRefused");
        name("exemption.withdrawn", "exemption.ExemptionEvent$ExemptionWithdrawn");
        name("exemption.waived", "exemption.ExemptionEvent$ExemptionWaived");
        name("scoring.marked", "scoring.ScoringEvent$MarkRecorded");
        name("scoring.corrected", "scoring.ScoringEvent$MarkCorrected");
        name("scoring.released", "scoring.ScoringEvent$ResultReleased");
        name("scoring.computed", "scoring.ReleaseEvent$ResultsComputed");
        name("plan.declared", "plan.PlanEvent$PlanDeclared");
        name("plan.changed", "plan.PlanEvent$PlanChanged");
        name("preference.saved", "preference.PreferenceEvent$PreferencesSaved");
        name("preference.locked", "preference.PreferenceEvent$PreferencesLocked");
        name("preference.lapsed", "preference.PreferenceEvent$PreferencesLapsed");
        name("placement.computed", "placement.RunEvent$RunComputed");
        name("placement.verified", "placement.RunEvent$RunVerified");
        name("placement.failed", "placement.RunEvent$RunFailedVerification");
        name("placement.published", "placement.RunEvent$RunPublished");
        name("placement.placed", "placement.PlacementEvent$CandidatePlaced");
        name("placement.not-placed", "placement.PlacementEvent$CandidateNotPlaced");
        name("placement.confirmed", "placement.PlacementEvent$OfferConfirmed");
        name("placement.declined", "placement.PlacementEvent$OfferDeclined");
    }

    private EventNames() {}

    private static void name(String stored, String type) {
        if (CLASS_BY_NAME.put(stored, ROOT + type) != null || NAME_BY_CLASS.put(ROOT + type, stored) != null) {
            throw new IllegalStateException("named twice: " + stored + " " + type);
        }
    }

    /**
     * The class name behind a stored name.
     *
     * @throws IllegalArgumentException for a name that is not in the table
     */
    public static String classOf(String stored) {
        String type = CLASS_BY_NAME.get(stored);
        if (type == null) {
            throw new IllegalArgumentException("unknown stored event name: " + stored);
        }
        return type;
    }

    /** True when the class has a stored name. */
    public static boolean isEvent(String type) {
        return NAME_BY_CLASS.containsKey(type);
    }

    /**
     * The stored name of a class.
     *
     * @throws IllegalArgumentException for a class that is not in the table
     */
    public static String nameOf(String type) {
        String stored = NAME_BY_CLASS.get(type);
        if (stored == null) {
            throw new IllegalArgumentException("event class without stored name: " + type);
        }
        return stored;
    }

    /** Stored name to class name, in the order of the features. */
    public static Map<String, String> all() {
        return Collections.unmodifiableMap(CLASS_BY_NAME);
    }
}
