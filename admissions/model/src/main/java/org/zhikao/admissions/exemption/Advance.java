package org.zhikao.admissions.exemption;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.zhikao.admissions.exemption.ExemptionCommand.AdvanceClaim;
import org.zhikao.admissions.exemption.ExemptionEvent.ExemptionApproved;
import org.zhikao.admissions.exemption.ExemptionEvent.ExemptionRefused;
import org.zhikao.admissions.exemption.ExemptionEvent.ExemptionWaived;
import org.zhikao.admissions.exemption.ExemptionEvent.NoticeClosed;
import org.zhikao.admissions.exemption.ExemptionEvent.NoticePosted;
import org.zhikao.admissions.exemption.ExemptionEvent.ReviewerAssigned;
import org.zhikao.admissions.season.ReviewProcedure;
import org.zhikao.admissions.season.SeasonTerms;
import org.zhikao.admissions.shared.OrganisationId;
import org.zhikao.admissions.shared.Refused;

/**
 * 审核的下一步: what comes after what was said, as the season's procedure and the law have it.
 *
 * <p>Two reviewers who agree decide; a third where they do not. Then the province, then the notice, then the final decision, as far
 * as the procedure names them.
 */
final class Advance {
    private final AdvanceClaim command;
    private final Claim claim;
    private final SeasonTerms terms;
    private final String track;
    private final OrganisationId school;
    private final ReviewProcedure procedure;
    private final Digests digests;

    Advance(
            AdvanceClaim command,
            Claim claim,
            SeasonTerms terms,
            String track,
            OrganisationId school,
            Digests digests) {
        this.command = command;
        this.claim = claim;
        this.terms = terms;
        this.track = track;
        this.school = school;
        this.digests = digests;
        procedure = terms.procedure(track, claim.ground());
    }

    ExemptionEvent next() {
        Stage stage = claim.stage();
        if (stage == Stage.AWAITING_EVIDENCE) {
            due(claim.until());
            return new ExemptionWaived(command.candidate(), claim.number(), true, "", at());
        }
        if (stage == Stage.PUBLIC_NOTICE) {
            due(claim.until());
            ExemptionRefusal.NOTHING_DUE.unless(!claim.objected(Claim.Objection.OPEN));
            return new NoticeClosed(
                    command.candidate(),
                    claim.number(),
                    claim.objections().size(),
                    claim.objected(Claim.Objection.UPHELD),
                    at());
        }
        ExemptionRefusal.NOTHING_DUE.unless(stage.decides());
        if (!claim.drawn()) {
            return assign(stage);
        }
        Opinion said = claim.said(stage);
        if (said == null) {
            throw new Refused(ExemptionRefusal.NOTHING_DUE, Map.of());
        }
        ExemptionRefusal.NOTHING_DUE.unless(!at().isBefore(said.effective()));
        return after(said);
    }

    private ExemptionEvent after(Opinion said) {
        return switch (said.stage()) {
            case FIRST_REVIEW -> assign(Stage.SECOND_REVIEW);
            case SECOND_REVIEW -> claim.agreeing() == 1 ? assign(Stage.THIRD_REVIEW) : reviewed(said);
            case THIRD_REVIEW -> reviewed(said);
            case PROVINCE_REVIEW -> said.agreed() ? verified(said) : refused(said);
            default -> said.agreed() ? approved(said) : refused(said);
        };
    }

    /** The reviewers have spoken: at least two of them agree, or the claim is refused. */
    private ExemptionEvent reviewed(Opinion last) {
        if (claim.agreeing() < 2) {
            return refused(last);
        }
        return procedure.province() ? assign(Stage.PROVINCE_REVIEW) : verified(last);
    }

    private ExemptionEvent verified(Opinion last) {
        int days = procedure.noticeDays();
        return days == 0
                ? approved(last)
                : new NoticePosted(
                        command.candidate(),
                        claim.number(),
                        days,
                        procedure.days().end(at(), days),
                        at());
    }

    private ReviewerAssigned assign(Stage stage) {
        ReviewerDraw draw = new ReviewerDraw(claim, school, procedure);
        List<Reviewer> eligible = draw.eligible(command.pool(), stage);
        // Who asked for more evidence reads it: the case stays in the same hands while the person may still have it.
        Reviewer drawn = stage == claim.stage()
                ? eligible.stream()
                        .filter(r -> r.id().equals(claim.reviewer()))
                        .findFirst()
                        .orElse(ReviewerDraw.draw(eligible, command.seed()))
                : ReviewerDraw.draw(eligible, command.seed());
        if (drawn == null) {
            throw new Refused(ExemptionRefusal.NO_REVIEWER, Map.of("stage", stage.name()));
        }
        return new ReviewerAssigned(
                command.candidate(),
                claim.number(),
                stage,
                drawn.id(),
                drawn.office(),
                command.seed(),
                eligible.size(),
                digests.of(ReviewerDraw.written(eligible)),
                procedure.days().end(at(), procedure.reviewDays()),
                at());
    }

    /** What law fixes is looked at once more, whatever the stages were: two reviewers, and for 2013-3.3 province and notice. */
    private ExemptionApproved approved(Opinion last) {
        String effect = terms.effect(track, claim.ground());
        if (effect == null) {
            throw new Refused(ExemptionRefusal.UNKNOWN_GROUND, Map.of("ground", claim.ground()));
        }
        boolean published = claim.said(Stage.PROVINCE_REVIEW) != null && claim.said(Stage.FINAL_DECISION) != null;
        if (claim.agreeing() < 2 || effect.equals(Claims.FULL_FREE) && !published) {
            throw new Refused(
                    ExemptionRefusal.NOT_AT_THIS_STAGE,
                    Map.of("stage", claim.stage().name()));
        }
        return new ExemptionApproved(
                command.candidate(),
                claim.number(),
                claim.ground(),
                effect,
                claim.unit(),
                last.clause(),
                last.by(),
                terms.version(),
                at());
    }

    private ExemptionRefused refused(Opinion last) {
        boolean appealable = claim.refused() == 0 && procedure.appealDays() > 0;
        return new ExemptionRefused(
                command.candidate(),
                claim.number(),
                claim.ground(),
                last.clause(),
                last.by(),
                appealable ? procedure.days().end(at(), procedure.appealDays()) : null,
                terms.version(),
                at());
    }

    private void due(@Nullable Instant until) {
        ExemptionRefusal.NOTHING_DUE.unless(at().isAfter(Objects.requireNonNull(until)));
    }

    private Instant at() {
        return command.act().at();
    }
}
