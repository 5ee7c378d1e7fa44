package org.zhikao.audit.replay;

import java.time.Instant;
import org.zhikao.audit.replay.Story.Claim;

/**
 * 职责分离, checked a second time over the facts of one claim: only who was drawn decides, nobody twice, nothing before it takes
 * effect, and an approval rests on two reviewers, and on province and notice where law asks for them.
 */
final class Panel {
    private static final String SYSTEM = "system";
    private final Check order;

    Panel(Check order) {
        this.order = order;
    }

    /** An appeal: only against a refusal, once, and by nobody who acted on it. */
    void appeal(Story s, StoredFact fact, Json p, Claim appeal) {
        int refused = p.integer("refused");
        boolean known = refused >= 1 && refused < appeal.number;
        if (order.that(known, fact, "OUT_OF_TURN", "appeal against claim " + refused) && known) {
            Claim before = s.claims.get(refused - 1);
            order.that(before.stage == Stage.REFUSED, fact, "OUT_OF_TURN", "appeal against what was not refused");
            appeal.reviewers.addAll(before.reviewers);
            appeal.evidence = before.evidence;
        }
    }

    void read(StoredFact fact, Json p, String by, Claim claim) {
        switch (fact.name()) {
            case "exemption.evidence" -> claim.evidence++;
            case "exemption.assigned" -> assigned(fact, p, claim);
            case "exemption.handed-back" -> {
                inHand(fact, p, by, claim);
                claim.reviewers.add(claim.assigned);
            }
            case "exemption.relation" -> claim.reviewers.add(p.text("relative"));
            case "exemption.evidence-requested" -> inHand(fact, p, by, claim);
            case "exemption.opinion" -> opinion(fact, p, by, claim);
            case "exemption.opinion-taken-back" -> {
                order.that(p.text("by").equals(by), fact, "OTHER_PERSON", by);
                order.that(
                        Instant.parse(p.text("at")).isBefore(Instant.parse(claim.effective)),
                        fact,
                        "OUT_OF_TURN",
                        "taken back once in effect");
                claim.reviewers.remove(by);
                claim.agreed.remove(claim.last);
                claim.refused.remove(claim.last);
                claim.assigned = by;
            }
            case "exemption.objection-decided" -> {
                order.that(!claim.reviewers.contains(by), fact, "SAME_PERSON", by);
                claim.reviewers.add(by);
                claim.upheld |= p.flag("upheld");
            }
            case "exemption.notice-posted" -> effective(fact, p, claim);
            case "exemption.approved" -> approved(fact, p, claim);
            case "exemption.refused" -> {
                effective(fact, p, claim);
                order.that(!claim.refused.isEmpty(), fact, "OTHER_OUTCOME", "refused though nobody did");
            }
            default -> {}
        }
    }

    private void assigned(StoredFact fact, Json p, Claim claim) {
        String reviewer = p.text("reviewer");
        order.that(!claim.reviewers.contains(reviewer), fact, "SAME_PERSON", reviewer);
        if (!claim.last.isEmpty() && !claim.last.equals(p.text("stage"))) {
            effective(fact, p, claim);
        }
        claim.assigned = reviewer;
    }

    private void opinion(StoredFact fact, Json p, String by, Claim claim) {
        inHand(fact, p, by, claim);
        order.that(claim.reviewers.add(p.text("by")), fact, "SAME_PERSON", p.text("by"));
        claim.last = p.text("stage");
        claim.effective = p.text("effective");
        if (p.flag("agreed")) {
            order.that(claim.evidence > 0, fact, "NO_EVIDENCE", "claim " + claim.number);
            order.that(!claim.upheld, fact, "OTHER_OUTCOME", "agreed against an objection that was upheld");
            claim.agreed.add(claim.last);
        } else {
            claim.refused.add(claim.last);
        }
    }

    private void approved(StoredFact fact, Json p, Claim claim) {
        effective(fact, p, claim);
        claim.effect = p.text("effect");
        order.that(p.text("ground").equals(claim.ground), fact, "OTHER_GROUND", p.text("ground"));
        order.that(claim.reviewers.contains(p.text("by")), fact, "OTHER_PERSON", p.text("by"));
        long reviewers = claim.agreed.stream()
                .filter(stage -> stage.endsWith("D_REVIEW") || stage.equals("FIRST_REVIEW"))
                .count();
        order.that(reviewers >= 2, fact, "SAME_PERSON", "approved by " + reviewers + " reviewers");
        if (claim.effect.equals("FULL_FREE")) {
            order.that(
                    claim.agreed.contains("PROVINCE_REVIEW") && claim.agreed.contains("FINAL_DECISION"),
                    fact,
                    "NOT_PUBLISHED",
                    "2013-3.3");
        }
    }

    private void inHand(StoredFact fact, Json p, String by, Claim claim) {
        order.that(p.text("by").equals(by) && !by.equals(SYSTEM), fact, "OTHER_PERSON", by);
        order.that(claim.assigned.equals(by), fact, "NOT_ASSIGNED", by);
    }

    private void effective(StoredFact fact, Json p, Claim claim) {
        boolean counts =
                !claim.effective.isEmpty() && !Instant.parse(p.text("at")).isBefore(Instant.parse(claim.effective));
        order.that(counts, fact, "OUT_OF_TURN", "before the opinion takes effect");
    }

    /** What the table of stages cannot say: where a claim begins, and that a relation takes the case out of a hand. */
    static void settle(StoredFact fact, Json p, Claim claim) {
        if (fact.name().equals("exemption.claimed") && p.text("stage").equals("SCHOOL_CHECK")) {
            claim.stage = Stage.CHECKING;
        } else if (fact.name().equals("exemption.relation") && p.flag("redrawn")) {
            claim.stage = Stage.CLAIMED;
        }
    }
}
