package org.zhikao.admissions.placement;

import org.jspecify.annotations.Nullable;
import org.zhikao.admissions.placement.PlacementCommand.ConfirmOffer;
import org.zhikao.admissions.placement.PlacementCommand.DeclineOffer;
import org.zhikao.admissions.placement.PlacementCommand.LeaveUnplaced;
import org.zhikao.admissions.placement.PlacementCommand.PlaceCandidate;
import org.zhikao.admissions.placement.PlacementEvent.CandidateNotPlaced;
import org.zhikao.admissions.placement.PlacementEvent.CandidatePlaced;
import org.zhikao.admissions.placement.PlacementEvent.OfferConfirmed;
import org.zhikao.admissions.placement.PlacementEvent.OfferDeclined;
import org.zhikao.admissions.season.Phase;
import org.zhikao.admissions.season.SeasonTerms;

/** 录取状态: at most one offer a season, whichever the channel. */
public record Outcome(
        Stage stage, int round, boolean last, @Nullable Offer offer) {
    /** 录取阶段. */
    public enum Stage {
        /** 未定 */
        OPEN,
        /** 本轮未录取 */
        NOT_PLACED,
        /** 拟录取 */
        PLACED,
        /** 已确认 */
        CONFIRMED,
        /** 已放弃 */
        DECLINED
    }

    public static final Outcome NONE = new Outcome(Stage.OPEN, 0, false, null);

    /** True once a seat was given, whatever the answer to it. */
    public boolean seated() {
        return offer != null;
    }

    public CandidatePlaced place(PlaceCandidate c, SeasonTerms terms, boolean inRound) {
        decidable(c.run(), c.round(), terms);
        PlacementRefusal.NOT_IN_ROUND.unless(inRound, "round", c.round());
        return new CandidatePlaced(
                c.candidate(), c.run(), c.round(), c.offer(), c.act().at());
    }

    /** {@code entitled}: could take part in a further round, if the season has one. */
    public CandidateNotPlaced leave(LeaveUnplaced c, SeasonTerms terms, String track, boolean entitled) {
        decidable(c.run(), c.round(), terms);
        boolean last = !entitled || c.round() >= terms.rounds(track);
        return new CandidateNotPlaced(
                c.candidate(), c.run(), c.round(), c.cause(), last, c.act().at());
    }

    /** True when a round {@code inRound} is still open to this candidate as far as earlier rounds go. */
    public boolean openTo(int inRound) {
        return !seated() && !last && round == inRound - 1;
    }

    private void decidable(String run, int inRound, SeasonTerms terms) {
        PlacementRefusal.PLACEMENT_NOT_OPEN.unless(terms.open(Phase.PLACEMENT, inRound), "round", inRound);
        PlacementRefusal.RUN_NOT_PUBLISHED.unless(terms.recorded(run), "run", run);
        PlacementRefusal.ALREADY_PLACED.unless(!seated());
        PlacementRefusal.ROUND_DECIDED.unless(round < inRound && !last, "round", inRound);
    }

    public OfferConfirmed confirm(ConfirmOffer c, SeasonTerms terms) {
        Offer held = answerable(terms);
        return new OfferConfirmed(c.candidate(), held.unit(), c.act().at());
    }

    public OfferDeclined decline(DeclineOffer c, SeasonTerms terms) {
        Offer held = answerable(terms);
        return new OfferDeclined(c.candidate(), held.unit(), c.act().at());
    }

    private Offer answerable(SeasonTerms terms) {
        PlacementRefusal.NO_OFFER.unless(offer != null);
        PlacementRefusal.ALREADY_ANSWERED.unless(stage == Stage.PLACED);
        PlacementRefusal.CONFIRMATION_CLOSED.unless(terms.open(Phase.CONFIRMATION, round));
        if (offer == null) {
            throw new IllegalStateException("unreachable");
        }
        return offer;
    }

    public Outcome on(PlacementEvent e) {
        if (e instanceof CandidatePlaced p) {
            return new Outcome(Stage.PLACED, p.round(), true, p.offer());
        }
        if (e instanceof CandidateNotPlaced n) {
            return new Outcome(Stage.NOT_PLACED, n.round(), n.last(), null);
        }
        return new Outcome(e instanceof OfferConfirmed ? Stage.CONFIRMED : Stage.DECLINED, round, true, offer);
    }
}
