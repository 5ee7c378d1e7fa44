package org.zhikao.views.dossier;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.zhikao.admissions.duty.DutyEvent;
import org.zhikao.admissions.exam.ExamEvent;
import org.zhikao.admissions.exam.ExamEvent.ExamArranged;
import org.zhikao.admissions.exam.ExamEvent.ExamAttended;
import org.zhikao.admissions.exam.ExamEvent.ExamMissed;
import org.zhikao.admissions.exam.ExamEvent.TicketIssued;
import org.zhikao.admissions.exemption.Claims;
import org.zhikao.admissions.exemption.ExemptionEvent;
import org.zhikao.admissions.exemption.ExemptionEvent.ExemptionApproved;
import org.zhikao.admissions.exemption.ExemptionEvent.ExemptionClaimed;
import org.zhikao.admissions.exemption.ExemptionEvent.ExemptionRefused;
import org.zhikao.admissions.exemption.ExemptionEvent.ExemptionWaived;
import org.zhikao.admissions.exemption.ExemptionEvent.ExemptionWithdrawn;
import org.zhikao.admissions.exemption.ExemptionEvent.RefusalAppealed;
import org.zhikao.admissions.placement.PlacementEvent;
import org.zhikao.admissions.placement.PlacementEvent.CandidateNotPlaced;
import org.zhikao.admissions.placement.PlacementEvent.CandidatePlaced;
import org.zhikao.admissions.placement.PlacementEvent.OfferConfirmed;
import org.zhikao.admissions.preference.PreferenceEvent;
import org.zhikao.admissions.preference.PreferenceEvent.PreferencesLocked;
import org.zhikao.admissions.preference.PreferenceEvent.PreferencesSaved;
import org.zhikao.admissions.preference.Preferences;
import org.zhikao.admissions.registration.RegistrationEvent;
import org.zhikao.admissions.registration.RegistrationEvent.ApplicationResubmitted;
import org.zhikao.admissions.registration.RegistrationEvent.ApplicationReturned;
import org.zhikao.admissions.registration.RegistrationEvent.ApplicationSubmitted;
import org.zhikao.admissions.registration.RegistrationEvent.ApplicationWithdrawn;
import org.zhikao.admissions.registration.RegistrationEvent.EligibilityConfirmed;
import org.zhikao.admissions.registration.RegistrationEvent.EligibilityRejected;
import org.zhikao.admissions.scoring.Mark;
import org.zhikao.admissions.scoring.ScoringEvent;
import org.zhikao.admissions.scoring.ScoringEvent.MarkCorrected;
import org.zhikao.admissions.scoring.ScoringEvent.MarkRecorded;
import org.zhikao.admissions.scoring.ScoringEvent.ResultReleased;
import org.zhikao.admissions.shared.CandidateEvent;
import org.zhikao.views.Fact;
import org.zhikao.views.dossier.Candidate.Decision;
import org.zhikao.views.dossier.Candidate.Exemptions;
import org.zhikao.views.dossier.Candidate.Released;
import org.zhikao.views.dossier.Candidate.Seating;
import org.zhikao.views.dossier.Candidate.Verdict;
import org.zhikao.views.dossier.Candidate.Wishes;

/** 考生档案折叠: one candidate's facts, one after another, into one row. Mutable, since a batch may hold many facts of one. */
final class CandidateFold {
    private final ApplicationSubmitted application;
    private long version;
    private Instant lastAt;
    private String track;
    private String category;
    private String kind;
    private boolean confirmed;
    private int rules;
    private CandidateStatus status;
    private Instant since;
    private Instant submittedAt;
    private @Nullable Verdict verdict;
    private Exemptions exemptions = Exemptions.NONE;
    private @Nullable Seating seating;
    private Map<String, Boolean> attendance = Map.of();
    private Map<String, Mark> marks = Map.of();
    private @Nullable Released released;
    private @Nullable Wishes wishes;
    private @Nullable Decision outcome;

    /** The first fact of every dossier is its application. */
    CandidateFold(ApplicationSubmitted first) {
        application = first;
        version = -1;
        lastAt = first.at();
        track = first.track();
        category = first.category();
        kind = first.kind();
        rules = first.rules();
        status = CandidateStatus.SUBMITTED;
        since = first.at();
        submittedAt = first.at();
    }

    CandidateFold(Candidate row) {
        application = new ApplicationSubmitted(
                row.id(),
                row.season(),
                row.track(),
                row.category(),
                row.kind(),
                row.point(),
                row.rules(),
                row.submittedAt());
        version = row.version();
        lastAt = row.lastAt();
        track = row.track();
        category = row.category();
        kind = row.kind();
        confirmed = row.confirmed();
        rules = row.rules();
        status = row.status();
        since = row.since();
        submittedAt = row.submittedAt();
        verdict = row.verdict();
        exemptions = row.exemptions();
        seating = row.seating();
        attendance = row.attendance();
        marks = row.marks();
        released = row.released();
        wishes = row.wishes();
        outcome = row.outcome();
    }

    Candidate row() {
        return new Candidate(
                application.candidate(),
                version,
                lastAt,
                application.season(),
                track,
                category,
                kind,
                application.point(),
                confirmed,
                rules,
                status,
                since,
                submittedAt,
                verdict,
                exemptions,
                seating,
                attendance,
                marks,
                released,
                wishes,
                outcome);
    }

    /** Answers false when the row shows the fact already. */
    boolean apply(Fact fact) {
        if (!fact.follows(version)) {
            return false;
        }
        CandidateEvent event = (CandidateEvent) fact.event();
        if (event instanceof RegistrationEvent e) {
            registration(e, fact);
        } else if (event instanceof ExamEvent e) {
            exam(e);
        } else if (event instanceof ExemptionEvent e) {
            exemption(e);
        } else if (event instanceof ScoringEvent e) {
            scoring(e);
        } else if (event instanceof PreferenceEvent e) {
            preference(e);
        } else if (event instanceof PlacementEvent e) {
            placement(e);
        } else if (!(event instanceof DutyEvent)) { // a duty's outcome stands in a table of its own
            throw new IllegalArgumentException("no fold for " + event.getClass().getName());
        }
        version = fact.sequence();
        lastAt = event.at();
        return true;
    }

    private void become(CandidateStatus next, Instant at) {
        if (status != next) {
            status = next;
            since = at;
        }
    }

    private void registration(RegistrationEvent event, Fact fact) {
        if (event instanceof ApplicationResubmitted e) {
            track = e.track();
            category = e.category();
            kind = e.kind();
            rules = e.rules();
            submittedAt = e.at();
            verdict = null;
            become(CandidateStatus.SUBMITTED, e.at());
        } else if (event instanceof EligibilityConfirmed e) {
            confirmed = true;
            rules = e.rules();
            become(CandidateStatus.CONFIRMED, e.at());
        } else if (event instanceof EligibilityRejected e) {
            rules = e.rules();
            verdict = new Verdict(e.clause(), fact.reason());
            become(CandidateStatus.REJECTED, e.at());
        } else if (event instanceof ApplicationReturned e) {
            rules = e.rules();
            verdict = new Verdict("", fact.reason());
            become(CandidateStatus.RETURNED, e.at());
        } else if (event instanceof ApplicationWithdrawn e) {
            confirmed = false;
            become(CandidateStatus.WITHDRAWN, e.at());
        }
        // Particulars change nothing a view may hold.
    }

    private void exam(ExamEvent event) {
        if (event instanceof ExamArranged e) {
            seating = new Seating(e.draw(), e.seat(), null);
            become(CandidateStatus.ARRANGED, e.at());
        } else if (event instanceof TicketIssued e) {
            if (seating == null) {
                throw new IllegalStateException("a ticket without a seat: " + e.candidate());
            }
            seating = new Seating(seating.draw(), seating.seat(), e.at());
            become(CandidateStatus.TICKETED, e.at());
        } else if (event instanceof ExamAttended e) {
            sat(e.sitting(), true, e.at());
        } else if (event instanceof ExamMissed e) {
            sat(e.sitting(), false, e.at());
        }
    }

    private void sat(String sitting, boolean present, Instant at) {
        Map<String, Boolean> more = new TreeMap<>(attendance);
        more.put(sitting, present);
        attendance = more;
        // Attendance lists may come in after the results.
        if (status == CandidateStatus.TICKETED) {
            become(CandidateStatus.EXAMINED, at);
        }
    }

    private void exemption(ExemptionEvent event) {
        int made = exemptions.made();
        int open = exemptions.open();
        if (event instanceof ExemptionClaimed || event instanceof RefusalAppealed) {
            exemptions = new Exemptions(made + 1, open + 1, exemptions.exempt());
        } else if (event instanceof ExemptionApproved e) {
            boolean full = e.effect().equals(Claims.FULL_FREE);
            rules = e.rules();
            exemptions = new Exemptions(made, open - 1, exemptions.exempt() || full);
            if (full) {
                become(CandidateStatus.EXEMPT, e.at());
            }
        } else if (event instanceof ExemptionRefused || event instanceof ExemptionWithdrawn) {
            exemptions = new Exemptions(made, open - 1, exemptions.exempt());
        } else if (event instanceof ExemptionWaived e) {
            waived(e);
        }
    }

    /** What was approved is given up, and the exam is owed again; or the claim ends before anybody approved. */
    private void waived(ExemptionWaived e) {
        boolean full = e.effect().equals(Claims.FULL_FREE);
        int open = exemptions.open() - (e.effect().isEmpty() ? 1 : 0);
        exemptions = new Exemptions(exemptions.made(), open, exemptions.exempt() && !full);
        if (full) {
            become(CandidateStatus.CONFIRMED, e.at());
        }
    }

    private void scoring(ScoringEvent event) {
        if (event instanceof MarkRecorded e) {
            mark(e.component(), e.mark());
        } else if (event instanceof MarkCorrected e) {
            mark(e.component(), e.after());
        } else if (event instanceof ResultReleased e) {
            rules = e.rules();
            released = new Released(e.release(), e.result(), e.at());
            // Who is exempt from all exams goes on without them, whatever was marked.
            if (!exemptions.exempt()) {
                become(e.result().eligible() ? CandidateStatus.RELEASED : CandidateStatus.INELIGIBLE, e.at());
            }
        }
    }

    private void mark(String component, Mark mark) {
        Map<String, Mark> more = new TreeMap<>(marks);
        more.put(component, mark);
        marks = more;
    }

    private void preference(PreferenceEvent event) {
        if (event instanceof PreferencesSaved e) {
            wishes = new Wishes(e.round(), e.units(), Preferences.Stage.SAVED, e.at(), false);
            become(CandidateStatus.SAVED, e.at());
        } else if (event instanceof PreferencesLocked e) {
            if (wishes == null) {
                throw new IllegalStateException("locked without a list: " + e.candidate());
            }
            wishes = new Wishes(e.round(), wishes.units(), Preferences.Stage.LOCKED, e.at(), e.byDeadline());
            become(CandidateStatus.LOCKED, e.at());
        } else {
            wishes = new Wishes(event.round(), List.of(), Preferences.Stage.LAPSED, event.at(), true);
            become(CandidateStatus.LAPSED, event.at());
        }
    }

    private void placement(PlacementEvent event) {
        if (event instanceof CandidatePlaced e) {
            outcome = new Decision(e.round(), e.run(), e.at(), e.offer(), null, true, null);
            become(CandidateStatus.PLACED, e.at());
        } else if (event instanceof CandidateNotPlaced e) {
            outcome = new Decision(e.round(), e.run(), e.at(), null, e.cause(), e.last(), null);
            become(e.last() ? CandidateStatus.UNPLACED : CandidateStatus.NOT_PLACED, e.at());
        } else {
            if (outcome == null) {
                throw new IllegalStateException("an answer without an offer: " + event.candidate());
            }
            Decision o = outcome;
            outcome = new Decision(o.round(), o.run(), o.at(), o.offer(), o.cause(), o.last(), event.at());
            become(
                    event instanceof OfferConfirmed ? CandidateStatus.OFFER_CONFIRMED : CandidateStatus.OFFER_DECLINED,
                    event.at());
        }
    }
}
