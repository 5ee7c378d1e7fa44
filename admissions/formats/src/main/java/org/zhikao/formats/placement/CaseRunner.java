package org.zhikao.formats.placement;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.OptionalInt;
import org.zhikao.admissions.placement.rank.Placement;
import org.zhikao.admissions.placement.rank.RankedMarket;
import org.zhikao.admissions.placement.rank.explain.BlockingPair;
import org.zhikao.admissions.placement.rank.explain.BlockingPairs;
import org.zhikao.admissions.placement.rank.explain.StableMatchings;
import org.zhikao.admissions.shared.Refused;
import org.zhikao.formats.placement.PlacementCase.Candidate;

/** 运行案例: case in, everything that its kind can answer out. */
public final class CaseRunner {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private CaseRunner() {}

    /** Runs one case; an input that turns out to be unusable on the way is refused as a whole. */
    public static CaseOutcome run(PlacementCase it) throws UnusableInput {
        try {
            return switch (it.kind()) {
                case RESERVE_CALL_ORDER, MERIT_ORDER, DOUBLE_MARKING, GRADE_SCALING, PANEL_SCORE ->
                    new CaseOutcome(TableCases.run(it), List.of());
                case TWO_STAGE -> new CaseOutcome(new TwoStageCase(new CaseMarket(it)).run(), List.of());
                case MULTI_OFFER_CONFIRM, WAITLIST_CONFIRM, COLLEGE_SELECTED ->
                    new OfferCases(new CaseMarket(it)).run();
                case PARALLEL,
                        SEQUENTIAL,
                        BANDED,
                        DEFERRED_ACCEPTANCE,
                        MULTI_FILE_MATCHING,
                        COLLEGE_RANKED_MATCHING,
                        DIRECTED -> lists(new CaseMarket(it));
            };
        } catch (Refused fault) {
            throw new UnusableInput(fault.code().name(), "/candidates", "of " + it.id() + " " + fault.parameters());
        }
    }

    private static CaseOutcome lists(CaseMarket names) throws UnusableInput {
        List<RoundResult> rounds = new ListRounds(names).run();
        ObjectNode json = start(names, rounds);
        lastAdmitted(json, names, rounds);
        if (names.it.kind() != CaseKind.DIRECTED) {
            blockingPairs(json, names, rounds);
        }
        if (names.it.kind() == CaseKind.DEFERRED_ACCEPTANCE) {
            RankedMarket market = rounds.get(0).ranked();
            OptionalInt count = StableMatchings.count(market);
            json.set("stableMatchings", count.isPresent() ? JSON.numberNode(count.getAsInt()) : JSON.nullNode());
        }
        if (names.it.kind() == CaseKind.PARALLEL) {
            ArrayNode byRound = json.putArray("admittedByRound");
            for (RoundResult round : rounds) {
                ObjectNode admitted = byRound.addObject();
                for (int i = 0; i < round.unit().length; i++) {
                    if (round.unit()[i] >= 0) {
                        admitted.put(names.candidateName(i), names.unitName(round.unit()[i]));
                    }
                }
            }
        }
        return new CaseOutcome(json, rounds);
    }

    /** Id, assignments and cut-offs: what every kind that fills seats prints. */
    static ObjectNode start(CaseMarket names, List<RoundResult> rounds) {
        ObjectNode json = JSON.objectNode();
        json.put("id", names.it.id());
        ObjectNode assignments = json.putObject("assignments");
        for (int i = 0; i < names.it.candidates().size(); i++) {
            String unit = null;
            for (RoundResult round : rounds) {
                unit = round.unit()[i] >= 0 ? names.unitName(round.unit()[i]) : unit;
            }
            assignments.put(names.candidateName(i), unit);
        }
        ObjectNode cutoffs = json.putObject("cutoffs");
        RoundResult last = rounds.get(rounds.size() - 1);
        for (int u = 0; u < names.it.units().size(); u++) {
            int worst = 0;
            for (RoundResult round : rounds) {
                worst = Math.max(worst, round.last()[u]);
            }
            boolean open = last.cutoff()[u] == Placement.OPEN;
            int position = Math.max(worst, last.cutoff()[u]);
            cutoff(cutoffs.putObject(names.unitName(u)), names, open ? 0 : position, worst);
        }
        return json;
    }

    /** Position of the worst that gets in, and the keys of the last admitted; null while seats are left. */
    private static void cutoff(ObjectNode json, CaseMarket names, int position, int lastAdmitted) {
        if (position == 0) {
            json.putNull("position").putNull("key");
            return;
        }
        json.put("position", position);
        json.putNull("key");
        if (!names.ownOrders && lastAdmitted > 0) {
            Candidate last = names.it.candidates().get(names.merit.candidateAt(lastAdmitted - 1));
            ArrayNode key = json.putArray("key");
            last.orderKey().forEach(key::add);
        }
    }

    static void lastAdmitted(ObjectNode json, CaseMarket names, List<RoundResult> rounds) {
        ObjectNode lastAdmitted = json.putObject("lastAdmitted");
        for (int u = 0; u < names.it.units().size(); u++) {
            int worst = 0;
            for (RoundResult round : rounds) {
                worst = Math.max(worst, round.last()[u]);
            }
            if (worst == 0) {
                lastAdmitted.putNull(names.unitName(u));
            } else {
                lastAdmitted.put(names.unitName(u), worst);
            }
        }
    }

    private static void blockingPairs(ObjectNode json, CaseMarket names, List<RoundResult> rounds) {
        ArrayNode pairs = json.putArray("blockingPairs");
        for (RoundResult round : rounds) {
            for (BlockingPair pair : BlockingPairs.of(round.ranked(), round.choice())) {
                pairs.addObject()
                        .put("candidate", names.candidateName(pair.candidate()))
                        .put("unit", names.unitName(pair.unit()))
                        .put("kind", pair.kind().name());
            }
        }
    }
}
