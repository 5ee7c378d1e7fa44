package org.zhikao.formats.placement;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zhikao.admissions.placement.rank.Placement;
import org.zhikao.admissions.placement.rank.explain.Verdict;
import org.zhikao.admissions.placement.rank.explain.WhyNot;
import org.zhikao.admissions.placement.rank.explain.WishAnswer;
import org.zhikao.formats.placement.PlacementCase.Candidate;
import org.zhikao.formats.placement.PlacementCase.Filing;

/** 说明: why each wish of one candidate came true or not, with what would have been needed, in Chinese and English. */
public final class CaseExplanation {
    private final PlacementCase it;
    private final CaseOutcome outcome;
    private final CaseMarket names;
    private final int candidate;
    private final Candidate who;
    private final ArrayNode wishes;

    private CaseExplanation(PlacementCase it, CaseOutcome outcome, CaseMarket names, int candidate, ArrayNode wishes) {
        this.it = it;
        this.outcome = outcome;
        this.names = names;
        this.candidate = candidate;
        this.who = it.candidates().get(candidate);
        this.wishes = wishes;
    }

    /** Explains one candidate's wishes; empty when the case has no such candidate or places nobody. */
    public static Optional<ObjectNode> of(PlacementCase it, CaseOutcome outcome, String candidateId) {
        if (!it.kind().listsUnits() && it.kind() != CaseKind.TWO_STAGE) {
            return Optional.empty();
        }
        CaseMarket names = new CaseMarket(it);
        Integer candidate = names.candidateNumber.get(candidateId);
        if (candidate == null) {
            return Optional.empty();
        }
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("candidate", candidateId);
        json.set("assignment", outcome.json().path("assignments").path(candidateId));
        new CaseExplanation(it, outcome, names, candidate, json.putArray("wishes")).fill();
        return Optional.of(json);
    }

    private void fill() {
        if (it.kind() == CaseKind.TWO_STAGE) {
            twoStages();
            return;
        }
        for (int r = 0; r < outcome.rounds().size(); r++) {
            RoundResult round = outcome.rounds().get(r);
            WhyNot.Cutoffs cutoffs = round.wishCutoffs();
            if (cutoffs != null) {
                for (WishAnswer answer : WhyNot.explain(round.ranked(), cutoffs, candidate)) {
                    fromCutoff(r, round, answer);
                }
            } else {
                fromAnswers(round);
            }
        }
    }

    private void fromCutoff(int r, RoundResult round, WishAnswer answer) {
        int position = round.ranked().position(answer.rank());
        int limit = round.ranked().position(answer.cutoff());
        String key = switch (answer.verdict()) {
            case ADMITTED -> answer.cutoff() == Placement.OPEN ? "ADMITTED_OPEN" : "ADMITTED";
            case BEHIND_CUTOFF ->
                position == limit
                        ? "SAME_POSITION_LATER_CHOICE"
                        : names.ownOrders ? "BEHIND_CUTOFF_OWN" : "BEHIND_CUTOFF";
            case NO_SEAT_LEFT -> "NO_SEAT_LEFT";
            case NOT_ELIGIBLE -> whyUnfit(round, answer.unit());
            case NOT_NEEDED -> "NOT_NEEDED";
        };
        boolean needed = answer.verdict() == Verdict.BEHIND_CUTOFF;
        say(r, answer.choice(), answer.unit(), key, position, limit, needed);
    }

    private String whyUnfit(RoundResult round, int unit) {
        if (!round.market().categoryFits(candidate, unit)) {
            return "CATEGORY";
        }
        if (round.market().missedLine(candidate, unit) != null) {
            return "BELOW_LINE";
        }
        return it.kind() == CaseKind.DIRECTED ? "NOT_PASSED" : "UNFIT";
    }

    /** Where colleges call and candidates answer: own number in the order and the last number called. */
    private void fromAnswers(RoundResult round) {
        for (int choice = 1; choice <= round.market().wishes().length(candidate); choice++) {
            int unit = round.market().wishes().unit(candidate, choice);
            int rank = round.ranked().rank(candidate, choice);
            int called = lastCalled(unit);
            String key = round.unit()[candidate] == unit
                    ? "ADMITTED"
                    : rank == 0 ? whyUnfit(round, unit) : rank <= called ? calledButNot() : "NOT_CALLED";
            say(0, choice, unit, key, rank, called, "NOT_CALLED".equals(key));
        }
    }

    private String calledButNot() {
        if (it.kind() == CaseKind.COLLEGE_SELECTED) {
            return "AUDIT_FAILED";
        }
        boolean placed = outcome.rounds().get(0).unit()[candidate] >= 0;
        return placed ? "NOT_NEEDED" : "LAPSED";
    }

    private int lastCalled(int unit) {
        String name = names.unitName(unit);
        int last = 0;
        for (JsonNode round : outcome.json().path("offersByRound")) {
            for (JsonNode offered : round.path(name)) {
                last = Math.max(last, givenRank(offered.asText(), name));
            }
        }
        return it.kind() == CaseKind.COLLEGE_SELECTED ? lastSelected(name) : last;
    }

    /** Without refilling the seats end with the quota-th of those who applied, whatever the audit said. */
    private int lastSelected(String unit) {
        List<Candidate> ranked = it.candidates().stream()
                .filter(c -> c.preferences().get(0).equals(unit) && givenRank(c.id(), unit) > 0)
                .sorted((a, b) -> Integer.compare(givenRank(a.id(), unit), givenRank(b.id(), unit)))
                .toList();
        int seats = it.units().get(names.number(unit)).quota();
        int last = 0;
        for (Candidate c : ranked) {
            if (seats > 0) {
                last = givenRank(c.id(), unit);
                seats -= c.auditOk() || !it.parameters().refillAfterAudit() ? 1 : 0;
            }
        }
        return last;
    }

    private int givenRank(String candidateId, String unit) {
        Integer number = names.candidateNumber.get(candidateId);
        if (number == null) {
            return 0;
        }
        Map<String, Integer> ranks = it.candidates().get(number).ranks();
        return ranks == null ? 0 : ranks.getOrDefault(unit, 0);
    }

    private void twoStages() {
        boolean filed = false;
        JsonNode returned = outcome.json().path("returned").path(who.id());
        for (int k = 0; k < who.filings().size(); k++) {
            Filing filing = who.filings().get(k);
            boolean here = contains(outcome.json().path("files").path(filing.unit()), who.id());
            JsonNode admitted = outcome.json().path("round1").path(who.id());
            String key = here
                    ? admitted.isNull() ? "RETURNED_" + returned.path("reason").asText() : "ADMITTED"
                    : filed ? "ALREADY_FILED" : "NOT_FILED";
            filed |= here;
            int limit = outcome.json()
                    .path("cutoffs")
                    .path(filing.unit())
                    .path("position")
                    .asInt();
            say(0, k + 1, names.number(filing.unit()), key, names.merit.position(candidate), limit, false);
        }
    }

    private static boolean contains(JsonNode list, String id) {
        for (JsonNode item : list) {
            if (item.asText().equals(id)) {
                return true;
            }
        }
        return false;
    }

    private void say(int round, int choice, int unit, String key, int position, int limit, boolean needed) {
        ObjectNode wish = wishes.addObject()
                .put("round", round + 1)
                .put("choice", choice)
                .put("unit", names.unitName(unit))
                .put("code", key);
        if (position > 0) {
            wish.put("position", position);
        }
        if (limit > 0 && limit != Placement.OPEN) {
            wish.put("cutoff", limit);
        }
        if (needed) {
            wish.put("needed", limit);
        }
        wish.put("zh", sentence(ExplanationText.CHINESE, choice, unit, key, position, limit));
        wish.put("en", sentence(ExplanationText.ENGLISH, choice, unit, key, position, limit));
    }

    private String sentence(ExplanationText text, int choice, int unit, String key, int position, int limit) {
        JsonNode last =
                outcome.json().path("cutoffs").path(names.unitName(unit)).path("key");
        String keys = last.isArray() ? text.say("KEYS", last.toString()) : "";
        return text.say(
                key,
                names.unitName(unit),
                text.number(choice),
                text.number(position),
                text.number(limit),
                text.number(it.units().get(unit).quota()),
                keys);
    }
}
