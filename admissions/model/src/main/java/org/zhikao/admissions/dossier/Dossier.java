package org.zhikao.admissions.dossier;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.zhikao.admissions.duty.Bar;
import org.zhikao.admissions.duty.Duties;
import org.zhikao.admissions.duty.DutyCommand.DecideDuty;
import org.zhikao.admissions.duty.DutyEvent;
import org.zhikao.admissions.duty.DutyRefusal;
import org.zhikao.admissions.exam.ExamCommand.ArrangeExam;
import org.zhikao.admissions.exam.ExamCommand.IssueTicket;
import org.zhikao.admissions.exam.ExamCommand.RecordAttendance;
import org.zhikao.admissions.exam.ExamEvent;
import org.zhikao.admissions.exam.Sittings;
import org.zhikao.admissions.exemption.Claims;
import org.zhikao.admissions.exemption.Digests;
import org.zhikao.admissions.exemption.ExemptionCommand.AddEvidence;
import org.zhikao.admissions.exemption.ExemptionCommand.AdvanceClaim;
import org.zhikao.admissions.exemption.ExemptionCommand.AppealRefusal;
import org.zhikao.admissions.exemption.ExemptionCommand.ApproveExemption;
import org.zhikao.admissions.exemption.ExemptionCommand.ApproveInBulk;
import org.zhikao.admissions.exemption.ExemptionCommand.AssessClaim;
import org.zhikao.admissions.exemption.ExemptionCommand.AttestClaim;
import org.zhikao.admissions.exemption.ExemptionCommand.ClaimExemption;
import org.zhikao.admissions.exemption.ExemptionCommand.DecideObjection;
import org.zhikao.admissions.exemption.ExemptionCommand.DeclareRelation;
import org.zhikao.admissions.exemption.ExemptionCommand.FileObjection;
import org.zhikao.admissions.exemption.ExemptionCommand.HandBackClaim;
import org.zhikao.admissions.exemption.ExemptionCommand.RefuseExemption;
import org.zhikao.admissions.exemption.ExemptionCommand.RequestEvidence;
import org.zhikao.admissions.exemption.ExemptionCommand.TakeBackOpinion;
import org.zhikao.admissions.exemption.ExemptionCommand.WaiveExemption;
import org.zhikao.admissions.exemption.ExemptionCommand.WithdrawClaim;
import org.zhikao.admissions.exemption.ExemptionEvent;
import org.zhikao.admissions.placement.Outcome;
import org.zhikao.admissions.placement.PlacementCommand.ConfirmOffer;
import org.zhikao.admissions.placement.PlacementCommand.DeclineOffer;
import org.zhikao.admissions.placement.PlacementCommand.LeaveUnplaced;
import org.zhikao.admissions.placement.PlacementCommand.PlaceCandidate;
import org.zhikao.admissions.placement.PlacementEvent;
import org.zhikao.admissions.plan.Plans;
import org.zhikao.admissions.preference.PreferenceCommand.LockPreferences;
import org.zhikao.admissions.preference.PreferenceCommand.SavePreferences;
import org.zhikao.admissions.preference.PreferenceCommand.SettlePreferences;
import org.zhikao.admissions.preference.PreferenceEvent;
import org.zhikao.admissions.preference.Preferences;
import org.zhikao.admissions.registration.Registration;
import org.zhikao.admissions.registration.RegistrationCommand.ConfirmEligibility;
import org.zhikao.admissions.registration.RegistrationCommand.CorrectParticulars;
import org.zhikao.admissions.registration.RegistrationCommand.RejectEligibility;
import org.zhikao.admissions.registration.RegistrationCommand.ResubmitApplication;
import org.zhikao.admissions.registration.RegistrationCommand.ReturnApplication;
import org.zhikao.admissions.registration.RegistrationCommand.SubmitApplication;
import org.zhikao.admissions.registration.RegistrationCommand.WithdrawApplication;
import org.zhikao.admissions.registration.RegistrationEvent;
import org.zhikao.admissions.registration.RegistrationEvent.ParticularsRecorded;
import org.zhikao.admissions.registration.RegistrationRefusal;
import org.zhikao.admissions.scoring.Marks;
import org.zhikao.admissions.scoring.ScoringCommand.CorrectMark;
import org.zhikao.admissions.scoring.ScoringCommand.RecordMarks;
import org.zhikao.admissions.scoring.ScoringCommand.ReleaseResult;
import org.zhikao.admissions.scoring.ScoringEvent;
import org.zhikao.admissions.scoring.ScoringRefusal;
import org.zhikao.admissions.season.SeasonTerms;
import org.zhikao.admissions.season.Seasons;
import org.zhikao.admissions.shared.Act;
import org.zhikao.admissions.shared.ActorId;
import org.zhikao.admissions.shared.CandidateCommand;
import org.zhikao.admissions.shared.CandidateEvent;
import org.zhikao.admissions.shared.CandidateId;
import org.zhikao.admissions.shared.OrganisationId;
import org.zhikao.admissions.shared.Role;

/**
 * 考生档案: one candidate in one season.
 *
 * <p>Each feature decides for itself ({@link Registration}, {@link Sittings}, {@link Claims}, {@link Marks},
 * {@link Preferences}, {@link Outcome}, {@link Duties}); this class hands each what it must know of the others and checks whose dossier it is.
 *
 * <p>Every handler may meet a dossier that does not exist: it then refuses with {@link RegistrationRefusal#NO_APPLICATION}, where
 * Axon alone would throw an exception without a code, which in a batch would sink the other rows.
 */
public final class Dossier {
    @AggregateIdentifier
    @SuppressWarnings("unused") // read by Axon
    private CandidateId id;

    private Registration registration = Registration.NONE;
    private Sittings sittings = Sittings.NONE;
    private Claims claims = Claims.NONE;
    private Marks marks = Marks.NONE;
    private Preferences preferences = Preferences.NONE;
    private Outcome outcome = Outcome.NONE;
    private Duties duties = Duties.NONE;

    Dossier() {}

    /** The same dossier as it stands now; what is applied to one is unknown to the other. */
    public Dossier copy() {
        Dossier copy = new Dossier();
        copy.id = id;
        copy.registration = registration;
        copy.sittings = sittings;
        copy.claims = claims;
        copy.marks = marks;
        copy.preferences = preferences;
        copy.outcome = outcome;
        copy.duties = duties;
        return copy;
    }

    // ---- registration 报名

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(SubmitApplication c, Seasons seasons) {
        RegistrationRefusal.NOT_YOURS.unless(mayActFor(c, c.point()));
        apply(registration.submit(c, seasons.terms(c.season())));
        apply(new ParticularsRecorded(c.candidate(), c.particulars(), c.act().at()));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(ResubmitApplication c, Seasons seasons) {
        SeasonTerms terms = terms(c, seasons);
        record(registration.resubmit(c, terms), terms);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(CorrectParticulars c, Seasons seasons) {
        SeasonTerms terms = terms(c, seasons);
        record(registration.correct(c), terms);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(ConfirmEligibility c, Seasons seasons) {
        SeasonTerms terms = terms(c, seasons);
        record(registration.confirm(c, terms), terms);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RejectEligibility c, Seasons seasons) {
        SeasonTerms terms = terms(c, seasons);
        record(registration.reject(c, terms), terms);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(ReturnApplication c, Seasons seasons) {
        SeasonTerms terms = terms(c, seasons);
        record(registration.sendBack(c, terms), terms);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(WithdrawApplication c, Seasons seasons) {
        terms(c, seasons);
        apply(registration.withdraw(c, outcome.seated(), outcome.last()));
    }

    // ---- exam 考试组织

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(ArrangeExam c, Seasons seasons) {
        SeasonTerms terms = confirmed(c, seasons);
        duties.requireUnbarred(Bar.EXAM);
        record(sittings.arrange(c, terms, !claims.admitsWithoutExam(), claims.undecided()), terms);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(IssueTicket c, Seasons seasons) {
        SeasonTerms terms = confirmed(c, seasons);
        duties.requireUnbarred(Bar.EXAM);
        record(sittings.issue(c, terms), terms);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RecordAttendance c, Seasons seasons) {
        SeasonTerms terms = confirmed(c, seasons);
        record(sittings.attend(c, terms), terms);
    }

    // ---- exemption 免试免考

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(ClaimExemption c, Seasons seasons) {
        SeasonTerms terms = terms(c, seasons);
        RegistrationRefusal.WITHDRAWN.unless(registration.stage() != Registration.Stage.WITHDRAWN);
        RegistrationRefusal.NOT_CONFIRMED.unless(registration.stage() != Registration.Stage.REJECTED);
        record(claims.claim(c, terms, registration.track(), sittings.seat() != null, outcome.seated()), terms);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(AppealRefusal c, Seasons seasons) {
        SeasonTerms terms = confirmed(c, seasons);
        record(claims.appeal(c, terms, sittings.seat() != null), terms);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(AddEvidence c, Seasons seasons) {
        SeasonTerms terms = terms(c, seasons);
        record(claims.addEvidence(c), terms);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(AssessClaim c, Seasons seasons) {
        SeasonTerms terms = terms(c, seasons);
        record(claims.assess(c), terms);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(AttestClaim c, Seasons seasons) {
        SeasonTerms terms = terms(c, seasons);
        record(claims.attest(c), terms);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(AdvanceClaim c, Seasons seasons, Digests digests) {
        SeasonTerms terms = terms(c, seasons);
        RegistrationRefusal.WITHDRAWN.unless(registration.stage() != Registration.Stage.WITHDRAWN);
        record(claims.advance(c, terms, registration.track(), point(), digests), terms);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(HandBackClaim c, Seasons seasons) {
        SeasonTerms terms = terms(c, seasons);
        record(claims.handBack(c, point()), terms);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(DeclareRelation c, Seasons seasons) {
        SeasonTerms terms = terms(c, seasons);
        record(claims.relate(c), terms);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RequestEvidence c, Seasons seasons) {
        SeasonTerms terms = terms(c, seasons);
        record(claims.request(c, point()), terms);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(ApproveExemption c, Seasons seasons) {
        SeasonTerms terms = confirmed(c, seasons);
        record(claims.approve(c, terms, registration.track(), point()), terms);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(ApproveInBulk c, Seasons seasons) {
        SeasonTerms terms = confirmed(c, seasons);
        record(claims.approveInBulk(c, terms, registration.track(), point()), terms);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RefuseExemption c, Seasons seasons) {
        SeasonTerms terms = terms(c, seasons);
        record(claims.refuse(c, terms, registration.track(), point()), terms);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(TakeBackOpinion c, Seasons seasons) {
        SeasonTerms terms = terms(c, seasons);
        record(claims.takeBack(c, terms, registration.track()), terms);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(FileObjection c, Seasons seasons) {
        SeasonTerms terms = terms(c, seasons);
        record(claims.object(c, terms, registration.track()), terms);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(DecideObjection c, Seasons seasons) {
        SeasonTerms terms = terms(c, seasons);
        record(claims.decide(c), terms);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(WithdrawClaim c, Seasons seasons) {
        SeasonTerms terms = terms(c, seasons);
        record(claims.withdraw(c), terms);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(WaiveExemption c, Seasons seasons) {
        SeasonTerms terms = confirmed(c, seasons);
        record(claims.waive(c, terms, outcome.seated()), terms);
    }

    // ---- scoring 成绩

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RecordMarks c, Seasons seasons) {
        SeasonTerms terms = confirmed(c, seasons);
        ScoringRefusal.MARK_NOT_OWED.unless(!claims.admitsWithoutExam());
        marks.record(c, terms, registration.track()).forEach(fact -> record(fact, terms));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(CorrectMark c, Seasons seasons) {
        SeasonTerms terms = confirmed(c, seasons);
        record(marks.correct(c, terms, registration.track()), terms);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(ReleaseResult c, Seasons seasons) {
        SeasonTerms terms = confirmed(c, seasons);
        record(marks.release(c, terms), terms);
    }

    // ---- preference 志愿

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(SavePreferences c, Seasons seasons, Plans plans) {
        SeasonTerms terms = confirmed(c, seasons);
        duties.requireUnbarred(Bar.PREFERENCE);
        Preferences.Units open = unit -> plans.offers(
                registration.inSeason(), registration.track(), registration.category(), registration.kind(), unit);
        record(preferences.save(c, terms, registration.track(), open, entitled(c.round())), terms);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(LockPreferences c, Seasons seasons) {
        SeasonTerms terms = confirmed(c, seasons);
        duties.requireUnbarred(Bar.PREFERENCE);
        record(preferences.lock(c, terms, entitled(c.round())), terms);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(SettlePreferences c, Seasons seasons) {
        SeasonTerms terms = confirmed(c, seasons);
        duties.requireUnbarred(Bar.PREFERENCE);
        record(preferences.settle(c, terms, entitled(c.round())), terms);
    }

    // ---- placement 录取

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(PlaceCandidate c, Seasons seasons) {
        SeasonTerms terms = confirmed(c, seasons);
        boolean inRound = preferences.locked(c.round()) || (c.round() == 1 && claims.admitsWithoutExam());
        duties.requireUnbarred(Bar.PLACEMENT);
        record(outcome.place(c, terms, inRound), terms);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(LeaveUnplaced c, Seasons seasons) {
        SeasonTerms terms = confirmed(c, seasons);
        boolean further = marks.entitled() && !duties.bars(Bar.PREFERENCE) && !duties.bars(Bar.PLACEMENT);
        record(outcome.leave(c, terms, registration.track(), further), terms);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(ConfirmOffer c, Seasons seasons) {
        SeasonTerms terms = confirmed(c, seasons);
        duties.requireUnbarred(Bar.PLACEMENT);
        record(outcome.confirm(c, terms), terms);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(DeclineOffer c, Seasons seasons) {
        SeasonTerms terms = confirmed(c, seasons);
        record(outcome.decline(c, terms), terms);
    }

    // ---- duty 职责

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(DecideDuty c, Seasons seasons) {
        SeasonTerms terms = terms(c, seasons);
        RegistrationRefusal.WITHDRAWN.unless(registration.stage() != Registration.Stage.WITHDRAWN);
        RegistrationRefusal.NOT_CONFIRMED.unless(registration.stage() != Registration.Stage.REJECTED);
        DutyRefusal.UNKNOWN_DUTY.unless(isCase(c.process(), c.about()), "duty", c.about());
        record(duties.decide(c, terms.processes()), terms);
    }

    private boolean isCase(String process, String about) {
        return switch (process) {
            case FactKeys.APPLICATION -> about.equals(id.value());
            case FactKeys.REVIEW ->
                claims.list().stream().anyMatch(claim -> about.equals(FactKeys.claim(id, claim.number())));
            default -> false;
        };
    }

    // ---- what the features ask of one another

    /** Records a fact, unless it skips a duty that the published process puts before it: whoever orders it, by whatever way. */
    private void record(CandidateEvent fact, SeasonTerms terms) {
        if (!terms.processes().isEmpty()) {
            duties.requireDone(FactKeys.of(fact), FactKeys.cases(fact), terms.processes());
        }
        apply(fact);
    }

    /** A round is open to who has an eligible result, no seat, and was left unplaced by every round before it. */
    private boolean entitled(int round) {
        return marks.entitled() && !claims.admitsWithoutExam() && outcome.openTo(round);
    }

    private SeasonTerms terms(CandidateCommand c, Seasons seasons) {
        SeasonTerms terms = seasons.terms(registration.inSeason());
        RegistrationRefusal.NOT_YOURS.unless(mayActFor(c, point()));
        return terms;
    }

    private SeasonTerms confirmed(CandidateCommand c, Seasons seasons) {
        SeasonTerms terms = terms(c, seasons);
        registration.requireConfirmed();
        return terms;
    }

    private OrganisationId point() {
        OrganisationId point = registration.point();
        if (point == null) {
            RegistrationRefusal.NO_APPLICATION.unless(false);
            throw new IllegalStateException("unreachable");
        }
        return point;
    }

    /** Candidates act for themselves, staff within their organisation; reviewers and colleges are bounded by the feature. */
    private static boolean mayActFor(CandidateCommand c, OrganisationId point) {
        Act act = c.act();
        if (act.role() == Role.CANDIDATE) {
            return act.by().equals(ActorId.of(c.candidate()));
        }
        return switch (act.role()) {
            case REGISTRATION_POINT, EXAM_OFFICE -> act.organisation().covers(point);
            case REVIEWER, COLLEGE, SYSTEM -> true;
            case CANDIDATE, AUDITOR -> false;
        };
    }

    @EventSourcingHandler
    void on(RegistrationEvent e) {
        id = e.candidate();
        registration = registration.on(e);
    }

    @EventSourcingHandler
    void on(DutyEvent e) {
        duties = duties.on(e);
    }

    @EventSourcingHandler
    void on(ExamEvent e) {
        sittings = sittings.on(e);
    }

    @EventSourcingHandler
    void on(ExemptionEvent e) {
        claims = claims.on(e);
    }

    @EventSourcingHandler
    void on(ScoringEvent e) {
        marks = marks.on(e);
    }

    @EventSourcingHandler
    void on(PreferenceEvent e) {
        preferences = preferences.on(e);
    }

    @EventSourcingHandler
    void on(PlacementEvent e) {
        outcome = outcome.on(e);
    }
}
