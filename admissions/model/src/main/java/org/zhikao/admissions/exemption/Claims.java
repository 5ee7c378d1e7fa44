package org.zhikao.admissions.exemption;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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
import org.zhikao.admissions.exemption.ExemptionEvent.ClaimAssessed;
import org.zhikao.admissions.exemption.ExemptionEvent.ClaimAttested;
import org.zhikao.admissions.exemption.ExemptionEvent.ClaimHandedBack;
import org.zhikao.admissions.exemption.ExemptionEvent.EvidenceAdded;
import org.zhikao.admissions.exemption.ExemptionEvent.EvidenceRequested;
import org.zhikao.admissions.exemption.ExemptionEvent.ExemptionClaimed;
import org.zhikao.admissions.exemption.ExemptionEvent.ExemptionWaived;
import org.zhikao.admissions.exemption.ExemptionEvent.ExemptionWithdrawn;
import org.zhikao.admissions.exemption.ExemptionEvent.ObjectionDecided;
import org.zhikao.admissions.exemption.ExemptionEvent.ObjectionFiled;
import org.zhikao.admissions.exemption.ExemptionEvent.OpinionGiven;
import org.zhikao.admissions.exemption.ExemptionEvent.OpinionTakenBack;
import org.zhikao.admissions.exemption.ExemptionEvent.RefusalAppealed;
import org.zhikao.admissions.exemption.ExemptionEvent.RelationDeclared;
import org.zhikao.admissions.season.Phase;
import org.zhikao.admissions.season.ReviewProcedure;
import org.zhikao.admissions.season.SeasonTerms;
import org.zhikao.admissions.shared.Act;
import org.zhikao.admissions.shared.ActorId;
import org.zhikao.admissions.shared.OrganisationId;
import org.zhikao.admissions.shared.Role;

/** 免试申请一览: a candidate's claims in their order; nobody decides twice on one, nor for the own school, nor unassigned. */
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
                .anyMatch(c -> c.stage() == Stage.APPROVED && c.effect().equals(FULL_FREE));
    }

    /** True while a claim waits for a decision. */
    public boolean undecided() {
        return list.stream().anyMatch(c -> !c.decided());
    }

    /** {@code arranged}: the exam is already arranged; {@code seated}: a place is already given. */
    public ExemptionClaimed claim(ClaimExemption c, SeasonTerms terms, String track, boolean arranged, boolean seated) {
        String effect = terms.effect(track, c.ground());
        ReviewProcedure procedure = terms.procedure(track, c.ground());
        boolean late = procedure.late() && effect != null && !seated && !terms.open(Phase.EXEMPTION, 1);
        ExemptionRefusal.CLAIMS_CLOSED.unless(late || terms.open(Phase.EXEMPTION, 1));
        ExemptionRefusal.EXAM_ARRANGED.unless(late || !arranged);
        ExemptionRefusal.UNKNOWN_GROUND.unless(effect != null, "ground", c.ground());
        ExemptionRefusal.UNIT_MISSING.unless(!FULL_FREE.equals(effect) || c.unit() != null);
        ExemptionRefusal.ALREADY_CLAIMED.unless(
                list.stream().noneMatch(k -> k.ground().equals(c.ground()) && standing(k)), "ground", c.ground());
        // One 院校专业 only: who may be admitted without exam by one ground does not ask for it by another.
        ExemptionRefusal.ALREADY_EXEMPT.unless(!FULL_FREE.equals(effect)
                || list.stream().noneMatch(k -> standing(k) && FULL_FREE.equals(terms.effect(track, k.ground()))));
        Instant at = c.act().at();
        return new ExemptionClaimed(
                c.candidate(),
                list.size() + 1,
                c.ground(),
                c.unit(),
                procedure.school() ? Stage.SCHOOL_CHECK : Stage.FIRST_REVIEW,
                procedure.school() ? procedure.days().end(at, procedure.reviewDays()) : at,
                terms.version(),
                at);
    }

    private static boolean standing(Claim claim) {
        return !claim.decided() || claim.stage() == Stage.APPROVED;
    }

    public RefusalAppealed appeal(AppealRefusal c, SeasonTerms terms, boolean arranged) {
        Claim claim = known(c.claim());
        ExemptionRefusal.NOT_REFUSED.unless(claim.stage() == Stage.REFUSED && claim.refused() == 0);
        ExemptionRefusal.APPEALED.unless(list.stream().noneMatch(k -> k.refused() == c.claim()));
        Instant until = claim.until();
        ExemptionRefusal.DEADLINE_PAST.unless(until != null && !c.act().at().isAfter(until));
        ExemptionRefusal.EXAM_ARRANGED.unless(!arranged);
        ExemptionRefusal.REASON_MISSING.unless(c.act().reasoned());
        return new RefusalAppealed(
                c.candidate(),
                list.size() + 1,
                c.claim(),
                claim.ground(),
                claim.unit(),
                terms.version(),
                c.act().at());
    }

    public EvidenceAdded addEvidence(AddEvidence c) {
        Claim claim = open(c.claim());
        ExemptionRefusal.DEADLINE_PAST.unless(claim.stage() != Stage.AWAITING_EVIDENCE
                || !c.act().at().isAfter(Objects.requireNonNull(claim.until())));
        ExemptionRefusal.EVIDENCE_KNOWN.unless(!claim.evidence().contains(c.digest()));
        return new EvidenceAdded(
                c.candidate(), c.claim(), c.kind(), c.digest(), c.act().at());
    }

    public ClaimAssessed assess(AssessClaim c) {
        open(c.claim());
        return new ClaimAssessed(
                c.candidate(), c.claim(), c.assessment(), c.act().at());
    }

    public ClaimAttested attest(AttestClaim c) {
        Claim claim = open(c.claim());
        ExemptionRefusal.NOT_AT_THIS_STAGE.unless(claim.stage() == Stage.SCHOOL_CHECK, "stage", claim.stage());
        ExemptionRefusal.REASON_MISSING.unless(c.confirmed() || c.act().reasoned());
        return new ClaimAttested(
                c.candidate(), c.claim(), c.confirmed(), c.act().by(), c.act().at());
    }

    public ExemptionEvent advance(
            AdvanceClaim c, SeasonTerms terms, String track, OrganisationId school, Digests digests) {
        return new Advance(c, open(c.claim()), terms, track, school, digests).next();
    }

    public ClaimHandedBack handBack(HandBackClaim c, OrganisationId school) {
        Claim claim = mine(c.claim(), c.act(), school);
        ExemptionRefusal.REASON_MISSING.unless(c.act().reasoned());
        return new ClaimHandedBack(
                c.candidate(), c.claim(), claim.stage(), c.act().by(), c.act().at());
    }

    /** A reviewer declares for the own person; school and office declare for anybody. */
    public RelationDeclared relate(DeclareRelation c) {
        Claim claim = open(c.claim());
        ActorId by = c.act().by();
        ExemptionRefusal.NOT_ASSIGNED.unless(c.act().role() != Role.REVIEWER || by.equals(c.relative()));
        return new RelationDeclared(
                c.candidate(),
                c.claim(),
                c.relative(),
                claim.inHandsOf(c.relative()),
                by,
                c.act().at());
    }

    public EvidenceRequested request(RequestEvidence c, OrganisationId school) {
        mine(c.claim(), c.act(), school);
        ExemptionRefusal.REASON_MISSING.unless(c.act().reasoned());
        ExemptionRefusal.DEADLINE_PAST.unless(c.until().isAfter(c.act().at()));
        return new EvidenceRequested(
                c.candidate(), c.claim(), c.until(), c.act().by(), c.act().at());
    }

    public OpinionGiven approve(ApproveExemption c, SeasonTerms terms, String track, OrganisationId school) {
        return agree(mine(c.claim(), c.act(), school), c, c.clause(), false, terms, track);
    }

    public OpinionGiven approveInBulk(ApproveInBulk c, SeasonTerms terms, String track, OrganisationId school) {
        Claim claim = mine(c.claim(), c.act(), school);
        ExemptionRefusal.NOT_CONFIRMED_BY_REGISTER.unless(claim.match() == Assessment.Match.MATCH);
        return agree(claim, c, c.clause(), true, terms, track);
    }

    private static OpinionGiven agree(
            Claim claim, ExemptionCommand c, String clause, boolean bulk, SeasonTerms terms, String track) {
        ExemptionRefusal.EVIDENCE_MISSING.unless(!claim.evidence().isEmpty());
        ExemptionRefusal.UNKNOWN_GROUND.unless(terms.effect(track, claim.ground()) != null, "ground", claim.ground());
        ExemptionRefusal.OBJECTION_UPHELD.unless(!claim.objected(Claim.Objection.UPHELD));
        return opinion(claim, c, true, bulk, clause, terms.procedure(track, claim.ground()));
    }

    public OpinionGiven refuse(RefuseExemption c, SeasonTerms terms, String track, OrganisationId school) {
        Claim claim = mine(c.claim(), c.act(), school);
        return opinion(claim, c, false, false, c.clause(), terms.procedure(track, claim.ground()));
    }

    private static OpinionGiven opinion(
            Claim claim, ExemptionCommand c, boolean agreed, boolean bulk, String clause, ReviewProcedure procedure) {
        Act act = c.act();
        ExemptionRefusal.REASON_MISSING.unless(act.reasoned());
        ExemptionRefusal.CLAUSE_MISSING.unless(!clause.isBlank());
        return new OpinionGiven(
                c.candidate(),
                claim.number(),
                claim.stage(),
                agreed,
                bulk,
                clause,
                act.by(),
                act.at().plus(procedure.effect()),
                act.at());
    }

    public OpinionTakenBack takeBack(TakeBackOpinion c, SeasonTerms terms, String track) {
        Claim claim = open(c.claim());
        Opinion said = claim.said(claim.stage());
        ExemptionRefusal.NOT_ASSIGNED.unless(
                said != null && said.by().equals(c.act().by()));
        ExemptionRefusal.IN_EFFECT.unless(said != null && c.act().at().isBefore(said.effective()));
        ReviewProcedure procedure = terms.procedure(track, claim.ground());
        return new OpinionTakenBack(
                c.candidate(),
                c.claim(),
                claim.stage(),
                procedure.days().end(c.act().at(), procedure.reviewDays()),
                c.act().by(),
                c.act().at());
    }

    public ObjectionFiled object(FileObjection c, SeasonTerms terms, String track) {
        Claim claim = onNotice(c.claim());
        ExemptionRefusal.DEADLINE_PAST.unless(!c.act().at().isAfter(Objects.requireNonNull(claim.until())));
        ReviewProcedure procedure = terms.procedure(track, claim.ground());
        return new ObjectionFiled(
                c.candidate(),
                c.claim(),
                claim.objections().size() + 1,
                c.statement(),
                procedure.days().end(c.act().at(), procedure.reviewDays()),
                c.act().at());
    }

    public ObjectionDecided decide(DecideObjection c) {
        Claim claim = onNotice(c.claim());
        ExemptionRefusal.NO_SUCH_OBJECTION.unless(
                c.objection() >= 1
                        && c.objection() <= claim.objections().size()
                        && claim.objections().get(c.objection() - 1) == Claim.Objection.OPEN,
                "objection",
                c.objection());
        ExemptionRefusal.SAME_PERSON.unless(
                claim.opinions().stream().noneMatch(o -> o.by().equals(c.act().by())));
        ExemptionRefusal.REASON_MISSING.unless(c.act().reasoned());
        ExemptionRefusal.CLAUSE_MISSING.unless(!c.clause().isBlank());
        return new ObjectionDecided(
                c.candidate(),
                c.claim(),
                c.objection(),
                c.upheld(),
                c.clause(),
                Objects.requireNonNull(claim.until()),
                c.act().by(),
                c.act().at());
    }

    public ExemptionWithdrawn withdraw(WithdrawClaim c) {
        open(c.claim());
        return new ExemptionWithdrawn(c.candidate(), c.claim(), c.act().at());
    }

    /** {@code seated}: a place is already given, and with it the right is used. */
    public ExemptionWaived waive(WaiveExemption c, SeasonTerms terms, boolean seated) {
        Claim claim = known(c.claim());
        ExemptionRefusal.NOT_APPROVED.unless(claim.stage() == Stage.APPROVED);
        boolean examAhead = terms.open(Phase.EXAM, 1) || !terms.frozen();
        ExemptionRefusal.WAIVER_TOO_LATE.unless(!seated && examAhead);
        return new ExemptionWaived(
                c.candidate(),
                c.claim(),
                c.act().role() == Role.SYSTEM,
                claim.effect(),
                c.act().at());
    }

    private Claim known(int number) {
        ExemptionRefusal.NO_SUCH_CLAIM.unless(number >= 1 && number <= list.size(), "claim", number);
        return list.get(number - 1);
    }

    private Claim open(int number) {
        Claim claim = known(number);
        ExemptionRefusal.ALREADY_DECIDED.unless(!claim.decided());
        return claim;
    }

    private Claim onNotice(int number) {
        Claim claim = open(number);
        ExemptionRefusal.NOT_ON_NOTICE.unless(claim.stage() == Stage.PUBLIC_NOTICE);
        return claim;
    }

    /** The claim that the acting person has in hand; the reasons why somebody may never have it come first. */
    private Claim mine(int number, Act act, OrganisationId school) {
        Claim claim = open(number);
        // A class or branch below the school knows its pupils as well as the school does.
        ExemptionRefusal.OWN_SCHOOL.unless(!school.covers(act.organisation()));
        ExemptionRefusal.SAME_PERSON.unless(!claim.barred().contains(act.by()));
        ExemptionRefusal.EVIDENCE_AWAITED.unless(claim.stage() != Stage.AWAITING_EVIDENCE);
        ExemptionRefusal.NOT_AT_THIS_STAGE.unless(
                claim.stage().decides() && claim.stage().by() == act.role(), "stage", claim.stage());
        ExemptionRefusal.NOT_ASSIGNED.unless(claim.inHandsOf(act.by()));
        return claim;
    }

    public Claims on(ExemptionEvent e) {
        List<Claim> next = new ArrayList<>(list);
        if (e instanceof ExemptionClaimed c) {
            next.add(ClaimFold.first(c));
        } else if (e instanceof RefusalAppealed a) {
            next.add(ClaimFold.appeal(a, list.get(a.refused() - 1)));
        } else {
            next.set(e.claim() - 1, ClaimFold.after(list.get(e.claim() - 1), e));
        }
        return new Claims(next);
    }
}
