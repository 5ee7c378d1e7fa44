package org.zhikao.views.exemption;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhikao.admissions.exemption.Assessment;
import org.zhikao.admissions.exemption.ExemptionEvent;
import org.zhikao.admissions.exemption.ExemptionEvent.ClaimAssessed;
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
import org.zhikao.admissions.shared.ActorId;
import org.zhikao.admissions.shared.OrganisationId;
import org.zhikao.admissions.shared.SeasonId;
import org.zhikao.views.Fact;
import org.zhikao.views.exemption.ClaimCase.Evidence;
import org.zhikao.views.exemption.ClaimCase.Handling;

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
                e.stage(),
                e.at(),
                e.at(),
                e.rules(),
                e.due(),
                null,
                List.of(),
                List.of(),
                null,
                null,
                null,
                Handling.NONE);
    }

    /** A new claim against the refusal of another, whose evidence counts on. */
    public static ClaimCase appealed(RefusalAppealed e, ClaimCase refused, Fact fact) {
        return new ClaimCase(
                e.candidate(),
                e.claim(),
                refused.season(),
                refused.track(),
                refused.category(),
                refused.point(),
                e.ground(),
                e.unit(),
                Stage.FIRST_REVIEW,
                e.at(),
                e.at(),
                e.rules(),
                e.at(),
                fact.reason(),
                List.of(),
                refused.evidence(),
                null,
                null,
                null,
                new Handling(null, null, null, null, e.refused(), null, 0, 0, null, null));
    }

    /** The candidate was moved to another track or category while the claim stood. */
    public static ClaimCase moved(ClaimCase claim, String track, String category) {
        return new Next(claim).in(track, category);
    }

    /** The claim after any fact but the first. */
    public static ClaimCase after(ClaimCase claim, ExemptionEvent event, Fact fact) {
        Next next = new Next(claim);
        next.on(event, fact);
        return next.in(claim.track(), claim.category());
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
        private @Nullable ActorId reviewer;
        private @Nullable Instant effective;
        private @Nullable Instant noticeUntil;
        private @Nullable Instant appealUntil;
        private @Nullable Boolean attested;
        private int objections;
        private int openObjections;
        private @Nullable Stage resumes;
        private @Nullable Assessment assessment;

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
            Handling h = before.handling();
            reviewer = h.reviewer();
            effective = h.effective();
            noticeUntil = h.noticeUntil();
            appealUntil = h.appealUntil();
            attested = h.attested();
            objections = h.objections();
            openObjections = h.openObjections();
            resumes = h.resumes();
            assessment = h.assessment();
        }

        void on(ExemptionEvent event, Fact fact) {
            if (event instanceof EvidenceAdded e) {
                evidence.add(new Evidence(e.kind(), e.digest(), e.at()));
                if (resumes != null) {
                    at(resumes, e.at(), e.at());
                    resumes = null;
                }
            } else if (event instanceof ClaimAssessed e) {
                assessment = e.assessment();
            } else if (event instanceof ClaimAttested e) {
                attested = e.confirmed();
                at(Stage.FIRST_REVIEW, e.at(), e.at());
            } else if (event instanceof ReviewerAssigned e) {
                at(e.stage(), e.at(), e.due());
                reviewer = e.reviewer();
            } else if (event instanceof ClaimHandedBack e) {
                reviewer = null;
                due = e.at();
            } else if (event instanceof RelationDeclared e) {
                if (e.redrawn()) {
                    reviewer = null;
                    due = e.at();
                }
            } else if (event instanceof EvidenceRequested e) {
                resumes = stage;
                at(Stage.AWAITING_EVIDENCE, e.at(), e.until());
                asked = fact.reason();
            } else if (event instanceof OpinionGiven e) {
                reviewers.add(e.by());
                clause = e.clause();
                reason = fact.reason();
                reviewer = null;
                effective = e.effective();
                due = e.effective();
            } else if (event instanceof OpinionTakenBack e) {
                reviewers.remove(e.by());
                reviewer = e.by();
                effective = null;
                due = e.due();
            } else {
                outcome(event, fact);
            }
        }

        private void outcome(ExemptionEvent event, Fact fact) {
            if (event instanceof NoticePosted e) {
                at(Stage.PUBLIC_NOTICE, e.at(), e.until());
                noticeUntil = e.until();
            } else if (event instanceof ObjectionFiled) {
                objections++;
                openObjections++;
            } else if (event instanceof ObjectionDecided) {
                openObjections--;
            } else if (event instanceof NoticeClosed e) {
                at(Stage.FINAL_DECISION, e.at(), e.at());
            } else if (event instanceof ExemptionApproved e) {
                ended(Stage.APPROVED, e.at());
                effect = e.effect();
                rules = e.rules();
            } else if (event instanceof ExemptionRefused e) {
                ended(Stage.REFUSED, e.at());
                appealUntil = e.appealUntil();
                rules = e.rules();
            } else if (event instanceof ExemptionWithdrawn e) {
                ended(Stage.WITHDRAWN, e.at());
            } else if (event instanceof ExemptionWaived e) {
                ended(Stage.WAIVED, e.at());
                effect = null;
            } else {
                throw new IllegalArgumentException(
                        "no fold for " + event.getClass().getName() + fact.sequence());
            }
        }

        private void at(Stage next, Instant at, @Nullable Instant until) {
            stage = next;
            since = at;
            due = until;
            asked = null;
            reviewer = null;
            effective = null;
        }

        private void ended(Stage how, Instant at) {
            at(how, at, null);
            resumes = null;
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
                    effect,
                    new Handling(
                            reviewer,
                            effective,
                            noticeUntil,
                            appealUntil,
                            before.handling().refused(),
                            attested,
                            objections,
                            openObjections,
                            resumes,
                            assessment));
        }
    }
}
