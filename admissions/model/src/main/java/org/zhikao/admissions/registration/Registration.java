package org.zhikao.admissions.registration;

import org.jspecify.annotations.Nullable;
import org.zhikao.admissions.registration.RegistrationCommand.ConfirmEligibility;
import org.zhikao.admissions.registration.RegistrationCommand.CorrectParticulars;
import org.zhikao.admissions.registration.RegistrationCommand.RejectEligibility;
import org.zhikao.admissions.registration.RegistrationCommand.ResubmitApplication;
import org.zhikao.admissions.registration.RegistrationCommand.ReturnApplication;
import org.zhikao.admissions.registration.RegistrationCommand.SubmitApplication;
import org.zhikao.admissions.registration.RegistrationCommand.WithdrawApplication;
import org.zhikao.admissions.registration.RegistrationEvent.ApplicationResubmitted;
import org.zhikao.admissions.registration.RegistrationEvent.ApplicationReturned;
import org.zhikao.admissions.registration.RegistrationEvent.ApplicationSubmitted;
import org.zhikao.admissions.registration.RegistrationEvent.ApplicationWithdrawn;
import org.zhikao.admissions.registration.RegistrationEvent.EligibilityConfirmed;
import org.zhikao.admissions.registration.RegistrationEvent.EligibilityRejected;
import org.zhikao.admissions.registration.RegistrationEvent.ParticularsCorrected;
import org.zhikao.admissions.season.Phase;
import org.zhikao.admissions.season.SeasonTerms;
import org.zhikao.admissions.shared.OrganisationId;
import org.zhikao.admissions.shared.Role;
import org.zhikao.admissions.shared.SeasonId;

/**
 * 报名状态: where the application stands and what every later decision needs of it.
 *
 * <p>Decision methods take a command and answer the event, or refuse; {@code on} folds an event.
 */
public record Registration(
        Stage stage,
        @Nullable SeasonId season,
        String track,
        String category,
        String kind,
        @Nullable OrganisationId point) {
    /** 报名阶段. */
    public enum Stage {
        /** 未报名 */
        NONE,
        /** 待审核 */
        SUBMITTED,
        /** 已退回补正 */
        RETURNED,
        /** 审核通过 */
        CONFIRMED,
        /** 审核不通过 */
        REJECTED,
        /** 已撤回 */
        WITHDRAWN
    }

    public static final Registration NONE = new Registration(Stage.NONE, null, "", "", "", null);

    /** The season; refuses {@link RegistrationRefusal#NO_APPLICATION} before there is an application. */
    public SeasonId inSeason() {
        if (season == null) {
            RegistrationRefusal.NO_APPLICATION.unless(false);
            throw new IllegalStateException("unreachable");
        }
        return season;
    }

    /** Refuses unless the application was confirmed and not withdrawn. */
    public void requireConfirmed() {
        RegistrationRefusal.WITHDRAWN.unless(stage != Stage.WITHDRAWN);
        RegistrationRefusal.NOT_CONFIRMED.unless(stage == Stage.CONFIRMED);
    }

    public ApplicationSubmitted submit(SubmitApplication c, SeasonTerms terms) {
        RegistrationRefusal.ALREADY_APPLIED.unless(stage == Stage.NONE);
        RegistrationRefusal.REGISTRATION_CLOSED.unless(terms.open(Phase.REGISTRATION, 1));
        known(c.track(), c.category(), c.kind(), terms);
        return new ApplicationSubmitted(
                c.candidate(),
                c.season(),
                c.track(),
                c.category(),
                c.kind(),
                c.point(),
                terms.version(),
                c.act().at());
    }

    public ApplicationResubmitted resubmit(ResubmitApplication c, SeasonTerms terms) {
        RegistrationRefusal.NOT_RETURNED.unless(stage == Stage.RETURNED);
        RegistrationRefusal.REGISTRATION_CLOSED.unless(terms.open(Phase.REGISTRATION, 1));
        known(c.track(), c.category(), c.kind(), terms);
        return new ApplicationResubmitted(
                c.candidate(),
                c.track(),
                c.category(),
                c.kind(),
                terms.version(),
                c.act().at());
    }

    private static void known(String track, String category, String kind, SeasonTerms terms) {
        RegistrationRefusal.UNKNOWN_TRACK.unless(terms.tracks().contains(track), "track", track);
        RegistrationRefusal.UNKNOWN_CATEGORY.unless(terms.categories(track).contains(category), "category", category);
        RegistrationRefusal.UNKNOWN_KIND.unless(terms.kinds(track).contains(kind), "kind", kind);
    }

    public ParticularsCorrected correct(CorrectParticulars c) {
        inSeason();
        RegistrationRefusal.WITHDRAWN.unless(stage != Stage.WITHDRAWN);
        // Identity is bound once: after confirmation a correction is an office act with a reason.
        RegistrationRefusal.PARTICULARS_FIXED.unless(
                stage != Stage.CONFIRMED || c.act().role() == Role.EXAM_OFFICE);
        RegistrationRefusal.REASON_MISSING.unless(
                stage != Stage.CONFIRMED || c.act().reasoned());
        return new ParticularsCorrected(c.candidate(), c.particulars(), c.act().at());
    }

    public EligibilityConfirmed confirm(ConfirmEligibility c, SeasonTerms terms) {
        RegistrationRefusal.NOTHING_TO_REVIEW.unless(stage == Stage.SUBMITTED);
        return new EligibilityConfirmed(c.candidate(), terms.version(), c.act().at());
    }

    public EligibilityRejected reject(RejectEligibility c, SeasonTerms terms) {
        RegistrationRefusal.NOTHING_TO_REVIEW.unless(stage == Stage.SUBMITTED);
        RegistrationRefusal.REASON_MISSING.unless(c.act().reasoned());
        RegistrationRefusal.CLAUSE_MISSING.unless(!c.clause().isBlank());
        return new EligibilityRejected(
                c.candidate(), c.clause(), terms.version(), c.act().at());
    }

    public ApplicationReturned sendBack(ReturnApplication c, SeasonTerms terms) {
        RegistrationRefusal.NOTHING_TO_REVIEW.unless(stage == Stage.SUBMITTED);
        RegistrationRefusal.REASON_MISSING.unless(c.act().reasoned());
        return new ApplicationReturned(c.candidate(), terms.version(), c.act().at());
    }

    /** {@code placed}: holds or held a seat; {@code over}: no further round is open to this candidate. */
    public ApplicationWithdrawn withdraw(WithdrawApplication c, boolean placed, boolean over) {
        inSeason();
        RegistrationRefusal.WITHDRAWN.unless(stage != Stage.WITHDRAWN);
        RegistrationRefusal.NOTHING_TO_REVIEW.unless(stage != Stage.REJECTED);
        RegistrationRefusal.ALREADY_PLACED.unless(!placed);
        RegistrationRefusal.OUTCOME_FINAL.unless(!over);
        return new ApplicationWithdrawn(c.candidate(), c.act().at());
    }

    public Registration on(RegistrationEvent e) {
        if (e instanceof ApplicationSubmitted s) {
            return new Registration(Stage.SUBMITTED, s.season(), s.track(), s.category(), s.kind(), s.point());
        }
        if (e instanceof ApplicationResubmitted r) {
            return new Registration(Stage.SUBMITTED, season, r.track(), r.category(), r.kind(), point);
        }
        if (e instanceof EligibilityConfirmed) {
            return at(Stage.CONFIRMED);
        }
        if (e instanceof EligibilityRejected) {
            return at(Stage.REJECTED);
        }
        if (e instanceof ApplicationReturned) {
            return at(Stage.RETURNED);
        }
        if (e instanceof ApplicationWithdrawn) {
            return at(Stage.WITHDRAWN);
        }
        return this;
    }

    private Registration at(Stage next) {
        return new Registration(next, season, track, category, kind, point);
    }
}
