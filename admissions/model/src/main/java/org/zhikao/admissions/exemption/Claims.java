package org.zhikao.admissions.exemption;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.zhikao.admissions.exemption.ExemptionCommand.AddEvidence;
import org.zhikao.admissions.exemption.ExemptionCommand.ApproveExemption;
import org.zhikao.admissions.exemption.ExemptionCommand.ClaimExemption;
import org.zhikao.admissions.exemption.ExemptionCommand.RefuseExemption;
import org.zhikao.admissions.exemption.ExemptionCommand.RequestEvidence;
import org.zhikao.admissions.exemption.ExemptionCommand.WithdrawClaim;
import org.zhikao.admissions.exemption.ExemptionEvent.EvidenceAdded;
import org.zhikao.admissions.exemption.ExemptionEvent.EvidenceRequested;
import org.zhikao.admissions.exemption.ExemptionEvent.ExemptionApproved;
import org.zhikao.admissions.exemption.ExemptionEvent.ExemptionClaimed;
import org.zhikao.admissions.exemption.ExemptionEvent.ExemptionEndorsed;
import org.zhikao.admissions.exemption.ExemptionEvent.ExemptionRefused;
import org.zhikao.admissions.exemption.ExemptionEvent.ExemptionWithdrawn;
import org.zhikao.admissions.season.Phase;
import org.zhikao.admissions.season.SeasonTerms;
import org.zhikao.admissions.shared.Act;
import org.zhikao.admissions.shared.OrganisationId;
import org.zhikao.admissions.shared.Refused;

/** 免试申请一览: a candidate's claims in their order; nobody decides twice on one, nor for the own school. */
public record Claims(List<Claim> list) {
    /** The effect that admits without exam; every other effect changes the score only. */
    public static final String FULL_FREE = "FULL_FREE";

    public static final Claims NONE = new Claims(List.of());

    public Claims {
        list = List.copyOf(list);
    }

    /** True when an approved claim admits without exam. */
    public boolean admitsWithoutExam() {
        return list.stream()
                .anyMatch(c -> c.stage() == Claim.Stage.APPROVED && c.effect().equals(FULL_FREE));
    }

    /** True while a claim waits for a decision. */
    public boolean undecided() {
        return list.stream().anyMatch(c -> !c.decided());
    }

    /** {@code arranged}: the exam is already arranged, so a claim comes too late. */
    public ExemptionClaimed claim(ClaimExemption c, SeasonTerms terms, String track, boolean arranged) {
        ExemptionRefusal.CLAIMS_CLOSED.unless(terms.open(Phase.EXEMPTION, 1));
        ExemptionRefusal.EXAM_ARRANGED.unless(!arranged);
        String effect = terms.effect(track, c.ground());
        ExemptionRefusal.UNKNOWN_GROUND.unless(effect != null, "ground", c.ground());
        ExemptionRefusal.UNIT_MISSING.unless(!FULL_FREE.equals(effect) || c.unit() != null);
        ExemptionRefusal.ALREADY_CLAIMED.unless(
                list.stream()
                        .noneMatch(k -> k.ground().equals(c.ground())
                                && k.stage() != Claim.Stage.REFUSED
                                && k.stage() != Claim.Stage.WITHDRAWN),
                "ground",
                c.ground());
        return new ExemptionClaimed(
                c.candidate(),
                list.size() + 1,
                c.ground(),
                c.unit(),
                terms.version(),
                c.act().at());
    }

    public EvidenceAdded addEvidence(AddEvidence c) {
        Claim claim = open(c.claim());
        ExemptionRefusal.DEADLINE_PAST.unless(
                claim.until() == null || !c.act().at().isAfter(claim.until()));
        ExemptionRefusal.EVIDENCE_KNOWN.unless(!claim.evidence().contains(c.digest()));
        return new EvidenceAdded(
                c.candidate(), c.claim(), c.kind(), c.digest(), c.act().at());
    }

    public EvidenceRequested request(RequestEvidence c, OrganisationId school) {
        Claim claim = reviewable(c.claim(), c.act(), school);
        ExemptionRefusal.EVIDENCE_AWAITED.unless(claim.stage() != Claim.Stage.AWAITING_EVIDENCE);
        ExemptionRefusal.REASON_MISSING.unless(c.act().reasoned());
        ExemptionRefusal.DEADLINE_PAST.unless(c.until().isAfter(c.act().at()));
        return new EvidenceRequested(
                c.candidate(), c.claim(), c.until(), c.act().by(), c.act().at());
    }

    /** 初审 by the first person, 复审 by the second. */
    public ExemptionEvent approve(ApproveExemption c, SeasonTerms terms, String track, OrganisationId school) {
        Claim claim = reviewable(c.claim(), c.act(), school);
        ExemptionRefusal.EVIDENCE_AWAITED.unless(claim.stage() != Claim.Stage.AWAITING_EVIDENCE);
        ExemptionRefusal.EVIDENCE_MISSING.unless(!claim.evidence().isEmpty());
        ExemptionRefusal.REASON_MISSING.unless(c.act().reasoned());
        ExemptionRefusal.CLAUSE_MISSING.unless(!c.clause().isBlank());
        if (claim.stage() == Claim.Stage.CLAIMED) {
            return new ExemptionEndorsed(
                    c.candidate(), c.claim(), c.clause(), c.act().by(), c.act().at());
        }
        String effect = terms.effect(track, claim.ground());
        if (effect == null) {
            throw new Refused(ExemptionRefusal.UNKNOWN_GROUND, Map.of("ground", claim.ground()));
        }
        return new ExemptionApproved(
                c.candidate(),
                c.claim(),
                claim.ground(),
                effect,
                claim.unit(),
                c.clause(),
                c.act().by(),
                terms.version(),
                c.act().at());
    }

    public ExemptionRefused refuse(RefuseExemption c, SeasonTerms terms, OrganisationId school) {
        Claim claim = reviewable(c.claim(), c.act(), school);
        ExemptionRefusal.REASON_MISSING.unless(c.act().reasoned());
        ExemptionRefusal.CLAUSE_MISSING.unless(!c.clause().isBlank());
        return new ExemptionRefused(
                c.candidate(),
                c.claim(),
                claim.ground(),
                c.clause(),
                c.act().by(),
                terms.version(),
                c.act().at());
    }

    public ExemptionWithdrawn withdraw(WithdrawClaim c) {
        open(c.claim());
        return new ExemptionWithdrawn(c.candidate(), c.claim(), c.act().at());
    }

    private Claim open(int number) {
        ExemptionRefusal.NO_SUCH_CLAIM.unless(number >= 1 && number <= list.size(), "claim", number);
        Claim claim = list.get(number - 1);
        ExemptionRefusal.ALREADY_DECIDED.unless(!claim.decided());
        return claim;
    }

    private Claim reviewable(int number, Act act, OrganisationId school) {
        Claim claim = open(number);
        ExemptionRefusal.SAME_PERSON.unless(!claim.reviewers().contains(act.by()));
        // A class or branch below the school knows its pupils as well as the school does.
        ExemptionRefusal.OWN_SCHOOL.unless(!school.covers(act.organisation()));
        return claim;
    }

    public Claims on(ExemptionEvent e) {
        List<Claim> next = new ArrayList<>(list);
        if (e instanceof ExemptionClaimed c) {
            next.add(new Claim(c.claim(), c.ground(), c.unit(), Claim.Stage.CLAIMED, Set.of(), Set.of(), null, ""));
            return new Claims(next);
        }
        Claim claim = list.get(e.claim() - 1);
        next.set(e.claim() - 1, after(claim, e));
        return new Claims(next);
    }

    private static Claim after(Claim claim, ExemptionEvent e) {
        if (e instanceof EvidenceAdded a) {
            Claim with = claim.withEvidence(a.digest());
            return claim.stage() == Claim.Stage.ENDORSED ? with.at(Claim.Stage.ENDORSED, null) : with;
        }
        if (e instanceof EvidenceRequested r) {
            return claim.at(Claim.Stage.AWAITING_EVIDENCE, r.until());
        }
        if (e instanceof ExemptionEndorsed r) {
            return claim.decidedBy(r.by(), Claim.Stage.ENDORSED, "");
        }
        if (e instanceof ExemptionApproved a) {
            return claim.decidedBy(a.by(), Claim.Stage.APPROVED, a.effect());
        }
        if (e instanceof ExemptionRefused r) {
            return claim.decidedBy(r.by(), Claim.Stage.REFUSED, "");
        }
        return claim.at(Claim.Stage.WITHDRAWN, null);
    }
}
