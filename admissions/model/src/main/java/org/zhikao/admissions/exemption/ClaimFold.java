package org.zhikao.admissions.exemption;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
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
import org.zhikao.admissions.shared.ActorId;
import org.zhikao.admissions.shared.OrganisationId;

/** 申请折叠: a claim and its next fact into the claim as it then stands. Mutable for the length of one fact. */
final class ClaimFold {
    private final Claim before;
    private final List<Opinion> opinions;
    private final Set<ActorId> barred;
    private final Set<String> evidence;
    private final List<Claim.Objection> objections;
    private Stage stage;
    private @Nullable Stage resumes;
    private @Nullable ActorId reviewer;
    private @Nullable OrganisationId office;
    private boolean drawn;
    private Assessment.@Nullable Match match;
    private @Nullable Instant until;
    private String effect;

    private ClaimFold(Claim before) {
        this.before = before;
        opinions = new ArrayList<>(before.opinions());
        barred = new HashSet<>(before.barred());
        evidence = new HashSet<>(before.evidence());
        objections = new ArrayList<>(before.objections());
        stage = before.stage();
        resumes = before.resumes();
        reviewer = before.reviewer();
        office = before.office();
        drawn = before.drawn();
        match = before.match();
        until = before.until();
        effect = before.effect();
    }

    static Claim first(ExemptionClaimed e) {
        return fresh(e.claim(), e.ground(), e.unit(), 0, e.stage(), Set.of(), Set.of());
    }

    /** The appeal starts with the evidence of the refused claim, and without anybody who decided on it. */
    static Claim appeal(RefusalAppealed e, Claim refused) {
        return fresh(
                e.claim(), e.ground(), e.unit(), e.refused(), Stage.FIRST_REVIEW, refused.barred(), refused.evidence());
    }

    private static Claim fresh(
            int number,
            String ground,
            @Nullable String unit,
            int refused,
            Stage stage,
            Set<ActorId> barred,
            Set<String> evidence) {
        return new Claim(
                number, ground, unit, refused, stage, null, null, null, false, List.of(), barred, evidence, null, null,
                List.of(), "");
    }

    static Claim after(Claim claim, ExemptionEvent e) {
        ClaimFold next = new ClaimFold(claim);
        next.on(e);
        return next.claim();
    }

    private void on(ExemptionEvent event) {
        if (event instanceof EvidenceAdded e) {
            evidence.add(e.digest());
            if (resumes != null) {
                stage = resumes;
                resumes = null;
                until = null;
            }
        } else if (event instanceof ClaimAssessed e) {
            match = e.assessment().match();
        } else if (event instanceof ClaimAttested) {
            stage = Stage.FIRST_REVIEW;
        } else if (event instanceof ReviewerAssigned e) {
            stage = e.stage();
            reviewer = e.reviewer();
            office = e.office();
            drawn = true;
        } else if (event instanceof ClaimHandedBack e) {
            barred.add(e.by());
            nobody();
        } else if (event instanceof RelationDeclared e) {
            barred.add(e.relative());
            if (e.redrawn()) {
                nobody();
            }
        } else if (event instanceof EvidenceRequested e) {
            resumes = stage;
            stage = Stage.AWAITING_EVIDENCE;
            drawn = false;
            until = e.until();
        } else {
            decision(event);
        }
    }

    private void decision(ExemptionEvent event) {
        if (event instanceof OpinionGiven e) {
            opinions.add(new Opinion(
                    e.stage(),
                    e.agreed(),
                    e.clause(),
                    e.by(),
                    java.util.Objects.requireNonNull(office),
                    e.effective()));
            barred.add(e.by());
        } else if (event instanceof OpinionTakenBack e) {
            opinions.removeIf(o -> o.stage() == e.stage());
            barred.remove(e.by());
        } else if (event instanceof NoticePosted e) {
            stage = Stage.PUBLIC_NOTICE;
            until = e.until();
            nobody();
        } else if (event instanceof ObjectionFiled) {
            objections.add(Claim.Objection.OPEN);
        } else if (event instanceof ObjectionDecided e) {
            objections.set(e.objection() - 1, e.upheld() ? Claim.Objection.UPHELD : Claim.Objection.DISMISSED);
            barred.add(e.by());
        } else if (event instanceof NoticeClosed) {
            stage = Stage.FINAL_DECISION;
            until = null;
        } else if (event instanceof ExemptionApproved e) {
            end(Stage.APPROVED);
            effect = e.effect();
        } else if (event instanceof ExemptionRefused e) {
            end(Stage.REFUSED);
            until = e.appealUntil();
        } else if (event instanceof ExemptionWithdrawn) {
            end(Stage.WITHDRAWN);
        } else if (event instanceof ExemptionWaived) {
            end(Stage.WAIVED);
        } else {
            throw new IllegalArgumentException("no fold for " + event.getClass().getName());
        }
    }

    private void end(Stage how) {
        stage = how;
        resumes = null;
        until = null;
        nobody();
    }

    private void nobody() {
        reviewer = null;
        office = null;
        drawn = false;
    }

    private Claim claim() {
        return new Claim(
                before.number(),
                before.ground(),
                before.unit(),
                before.refused(),
                stage,
                resumes,
                reviewer,
                office,
                drawn,
                opinions,
                barred,
                evidence,
                match,
                until,
                objections,
                effect);
    }
}
