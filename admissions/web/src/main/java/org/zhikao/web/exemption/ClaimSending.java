package org.zhikao.web.exemption;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.zhikao.admissions.exemption.ExemptionCommand.AddEvidence;
import org.zhikao.admissions.exemption.ExemptionCommand.ClaimExemption;
import org.zhikao.admissions.shared.CandidateId;
import org.zhikao.views.exemption.ClaimCase;
import org.zhikao.views.exemption.ClaimDrafts;
import org.zhikao.views.exemption.ClaimQueries;
import org.zhikao.web.Commands;
import org.zhikao.web.access.Acts;
import org.zhikao.web.access.SignedIn;
import org.zhikao.web.shared.Unusable;

/**
 * 提交草稿: sends what was prepared, step by step, leaving out what a first try has already brought: sending again after a
 * broken connection goes on where that ended.
 */
@Component
class ClaimSending {
    private final ClaimQueries claims;
    private final ClaimDrafts drafts;
    private final EvidenceVault vault;
    private final Commands commands;
    private final Acts acts;

    ClaimSending(ClaimQueries claims, ClaimDrafts drafts, EvidenceVault vault, Commands commands, Acts acts) {
        this.claims = claims;
        this.drafts = drafts;
        this.vault = vault;
        this.commands = commands;
        this.acts = acts;
    }

    /** 到达之处: the claim's number once readers know it, and whether they know everything. */
    record Sent(Optional<Integer> claim, boolean visible) {}

    /** Makes the drafted claim and gives it its pieces. */
    Sent claim(SignedIn me) {
        CandidateId candidate = me.ownDossier();
        ClaimDrafts.Draft draft = drafts.of(candidate).orElseThrow(() -> new Unusable("DRAFT_MISSING"));
        List<ClaimDrafts.Attached> pieces = usable(candidate, ClaimDrafts.NEW);
        Optional<ClaimCase> made = open(candidate, draft.ground());
        if (made.isEmpty()) {
            boolean visible = commands.send(new ClaimExemption(candidate, draft.ground(), draft.unit(), acts.by(me)));
            made = visible ? open(candidate, draft.ground()) : Optional.empty();
        }
        if (made.isEmpty()) {
            // The claim stands; its pieces wait in the draft until readers know its number.
            return new Sent(Optional.empty(), false);
        }
        boolean visible = give(me, made.get(), pieces);
        drafts.sent(candidate, ClaimDrafts.NEW);
        return new Sent(Optional.of(made.get().claim()), visible);
    }

    /** Gives a claim that stands the pieces that wait for it. */
    Sent evidence(SignedIn me, ClaimCase claim) {
        List<ClaimDrafts.Attached> pieces = usable(claim.candidate(), claim.claim());
        if (pieces.isEmpty()) {
            throw new Unusable("FILE_MISSING");
        }
        boolean visible = give(me, claim, pieces);
        drafts.sent(claim.candidate(), claim.claim());
        return new Sent(Optional.of(claim.claim()), visible);
    }

    private boolean give(SignedIn me, ClaimCase claim, List<ClaimDrafts.Attached> pieces) {
        Set<String> known = new HashSet<>();
        claim.evidence().forEach(one -> known.add(one.digest()));
        boolean visible = true;
        for (ClaimDrafts.Attached piece : pieces) {
            if (known.add(piece.digest())) {
                visible = commands.send(
                        new AddEvidence(claim.candidate(), claim.claim(), piece.kind(), piece.digest(), acts.by(me)));
            }
        }
        return visible;
    }

    /** What waits and is kept; one that cannot be shown would help nobody, and the candidate is told before sending. */
    private List<ClaimDrafts.Attached> usable(CandidateId candidate, int claim) {
        Map<String, EvidenceVault.Piece> kept = vault.of(candidate);
        List<ClaimDrafts.Attached> pieces = new ArrayList<>();
        for (ClaimDrafts.Attached one : drafts.pieces(candidate, claim)) {
            EvidenceVault.Piece piece = kept.get(one.digest());
            if (piece == null || piece.state() == EvidenceVault.State.UNREADABLE) {
                throw new Unusable("EVIDENCE_UNREADABLE");
            }
            pieces.add(one);
        }
        return pieces;
    }

    private Optional<ClaimCase> open(CandidateId candidate, String ground) {
        return claims.of(candidate).stream()
                .filter(claim -> claim.ground().equals(ground) && claim.due() != null)
                .findFirst();
    }
}
