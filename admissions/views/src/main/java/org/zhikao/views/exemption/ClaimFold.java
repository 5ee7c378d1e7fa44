package org.zhikao.views.exemption;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhikao.admissions.exemption.Claim.Stage;
import org.zhikao.admissions.exemption.ExemptionEvent;
import org.zhikao.admissions.exemption.ExemptionEvent.EvidenceAdded;
import org.zhikao.admissions.exemption.ExemptionEvent.EvidenceRequested;
import org.zhikao.admissions.exemption.ExemptionEvent.ExemptionApproved;
import org.zhikao.admissions.exemption.ExemptionEvent.ExemptionClaimed;
import org.zhikao.admissions.exemption.ExemptionEvent.ExemptionEndorsed;
import org.zhikao.admissions.exemption.ExemptionEvent.ExemptionRefused;
import org.zhikao.admissions.shared.ActorId;
import org.zhikao.admissions.shared.OrganisationId;
import org.zhikao.admissions.shared.SeasonId;
import org.zhikao.views.Fact;
import org.zhikao.views.exemption.ClaimCase.Evidence;
import org.zhikao.views.status.StatusCatalogue;
import org.zhikao.views.status.StatusCatalogue.Subject;

/** 免试申请折叠: a claim and its next fact into the claim as it then stands. */
public final class ClaimFold {
    private ClaimFold() {}

    /** A new claim of a candidate who stands in that season, track, category and at that point. */
    public static ClaimCase claimed(
            ExemptionClaimed e, SeasonId season, String track, String category, OrganisationId point) {
        return new ClaimCase(
                e.candidate(),
                e.claim(),
                season,
                track,
                category,
                point,
                e.ground(),
                e.unit(),
                Stage.CLAIMED,
                e.at(),
                e.at(),
                e.rules(),
                due(Stage.CLAIMED, e.at()),
                null,
                List.of(),
                List.of(),
                null,
                null,
                null);
    }

    /** The candidate was moved to another track or category while the claim stood. */
    public static ClaimCase moved(ClaimCase claim, String track, String category) {
        Next next = new Next(claim);
        return next.in(track, category);
    }

    /** The claim after any fact but the first. */
    public static ClaimCase after(ClaimCase claim, ExemptionEvent event, Fact fact) {
        Next next = new Next(claim);
        if (event instanceof EvidenceAdded e) {
            next.evidence.add(new Evidence(e.kind(), e.digest(), e.at()));
            if (claim.stage() == Stage.AWAITING_EVIDENCE) {
                next.at(Stage.CLAIMED, e.at());
            }
        } else if (event instanceof EvidenceRequested e) {
            next.at(Stage.AWAITING_EVIDENCE, e.at());
            next.due = e.until();
            next.asked = fact.reason();
        } else if (event instanceof ExemptionEndorsed e) {
            next.decided(e.by(), e.clause(), fact);
            next.at(Stage.ENDORSED, e.at());
        } else if (event instanceof ExemptionApproved e) {
            next.decided(e.by(), e.clause(), fact);
            next.at(Stage.APPROVED, e.at());
            next.effect = e.effect();
            next.rules = e.rules();
        } else if (event instanceof ExemptionRefused e) {
            next.decided(e.by(), e.clause(), fact);
            next.at(Stage.REFUSED, e.at());
            next.rules = e.rules();
        } else {
            next.at(Stage.WITHDRAWN, event.at());
        }
        return next.in(claim.track(), claim.category());
    }

    private static @Nullable Instant due(Stage stage, Instant since) {
        int days = StatusCatalogue.published()
                .entry(Subject.CLAIM, stage)
                .deadline()
                .days();
        return days == 0 ? null : since.plus(Duration.ofDays(days));
    }

    /** What a fact may change of a claim. */
    private static final class Next {
        private final ClaimCase before;
        private final List<ActorId> reviewers;
        private final List<Evidence> evidence;
        private Stage stage;
        private Instant since;
        private int rules;
        private @Nullable Instant due;
        private @Nullable String asked;
        private @Nullable String clause;
        private @Nullable String reason;
        private @Nullable String effect;

        Next(ClaimCase before) {
            this.before = before;
            reviewers = new ArrayList<>(before.reviewers());
            evidence = new ArrayList<>(before.evidence());
            stage = before.stage();
            since = before.since();
            rules = before.rules();
            due = before.due();
            asked = before.asked();
            clause = before.clause();
            reason = before.reason();
            effect = before.effect();
        }

        void at(Stage next, Instant at) {
            stage = next;
            since = at;
            due = due(next, at);
            asked = null;
        }

        void decided(ActorId by, String item, Fact fact) {
            reviewers.add(by);
            clause = item;
            reason = fact.reason();
        }

        ClaimCase in(String track, String category) {
            return new ClaimCase(
                    before.candidate(),
                    before.claim(),
                    before.season(),
                    track,
                    category,
                    before.point(),
                    before.ground(),
                    before.unit(),
                    stage,
                    since,
                    before.claimedAt(),
                    rules,
                    due,
                    asked,
                    reviewers,
                    evidence,
                    clause,
                    reason,
                    effect);
        }
    }
}
