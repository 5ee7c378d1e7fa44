package org.zhikao.formats.placement;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.zhikao.admissions.placement.rank.Market;
import org.zhikao.admissions.placement.rank.twostage.Filing;
import org.zhikao.admissions.placement.rank.twostage.ReturnReason;
import org.zhikao.admissions.placement.rank.twostage.StageRules;
import org.zhikao.admissions.placement.rank.twostage.TwoStageFiling;

/** Two-stage cases: a round with returns, then a supplementary round at 100 % on what is left. */
final class TwoStageCase {
    private final CaseMarket names;
    private final StageRules rules;
    private final Market market;

    TwoStageCase(CaseMarket names) {
        this.names = names;
        rules = new StageRules(
                names.it.parameters().filesRoundedUp(), names.it.parameters().choiceFirst());
        boolean[] nobody = new boolean[names.it.candidates().size()];
        Arrays.fill(nobody, true);
        market = names.market(0, nobody, names.quotas());
    }

    ObjectNode run() {
        int[] ratio = names.it.units().stream()
                .mapToInt(PlacementCase.Unit::fileRatioPercent)
                .toArray();
        int[] all = new int[ratio.length];
        Arrays.fill(all, 100);
        boolean[] placed = new boolean[names.it.candidates().size()];
        TwoStageFiling.Round first = TwoStageFiling.play(market, filings(false, placed), names.quotas(), ratio, rules);
        for (int i = 0; i < placed.length; i++) {
            placed[i] = first.major()[i] >= 0;
        }
        TwoStageFiling.Round second = TwoStageFiling.play(market, filings(true, placed), first.vacant(), all, rules);
        return json(first, second);
    }

    private List<List<Filing>> filings(boolean supplementary, boolean[] placed) {
        List<List<Filing>> filings = new ArrayList<>();
        for (int i = 0; i < placed.length; i++) {
            PlacementCase.Candidate c = names.it.candidates().get(i);
            List<PlacementCase.Filing> given = supplementary ? c.supplementaryFilings() : c.filings();
            filings.add(
                    placed[i]
                            ? List.of()
                            : given.stream()
                                    .map(f -> new Filing(
                                            names.number(f.unit()),
                                            f.majors().stream()
                                                    .map(names::number)
                                                    .toList(),
                                            f.acceptsAdjustment()))
                                    .toList());
        }
        return filings;
    }

    private ObjectNode json(TwoStageFiling.Round first, TwoStageFiling.Round second) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("id", names.it.id());
        ObjectNode assignments = json.putObject("assignments");
        ObjectNode cutoffs = json.putObject("cutoffs");
        ObjectNode round1 = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < first.major().length; i++) {
            int last = first.major()[i] >= 0 ? first.major()[i] : second.major()[i];
            assignments.put(names.candidateName(i), names.nullableUnitName(last));
            round1.put(names.candidateName(i), names.nullableUnitName(first.major()[i]));
        }
        for (int u = 0; u < first.cutoff().length; u++) {
            int limit = first.cutoff()[u];
            ObjectNode cutoff = cutoffs.putObject(names.unitName(u));
            if (limit == Integer.MAX_VALUE || limit == 0) {
                cutoff.putNull("position").putNull("key");
            } else {
                cutoff.put("position", limit);
                ArrayNode key = cutoff.putArray("key");
                names.it
                        .candidates()
                        .get(names.merit.candidateAt(limit - 1))
                        .orderKey()
                        .forEach(key::add);
            }
        }
        json.set("files", files(first));
        json.set("round1", round1);
        json.set("returned", returned(first, second));
        ObjectNode vacancies = json.putObject("vacanciesAfterRound1");
        for (int u = 0; u < first.vacant().length; u++) {
            if (names.it.units().get(u).parent() != null && first.vacant()[u] > 0) {
                vacancies.put(names.unitName(u), first.vacant()[u]);
            }
        }
        json.set("supplementaryFiles", files(second));
        return json;
    }

    private ObjectNode files(TwoStageFiling.Round round) {
        ObjectNode files = JsonNodeFactory.instance.objectNode();
        for (int u = 0; u < round.files().size(); u++) {
            if (names.it.units().get(u).parent() == null) {
                ArrayNode filed = files.putArray(names.unitName(u));
                round.files().get(u).forEach(i -> filed.add(names.candidateName(i)));
            }
        }
        return files;
    }

    /** The last reason counts, also where a supplementary round returned the file again. */
    private ObjectNode returned(TwoStageFiling.Round first, TwoStageFiling.Round second) {
        Map<Integer, ObjectNode> last = new TreeMap<>();
        for (TwoStageFiling.Round round : List.of(first, second)) {
            for (Map.Entry<Integer, ReturnReason> entry : round.returned().entrySet()) {
                last.put(
                        entry.getKey(),
                        JsonNodeFactory.instance
                                .objectNode()
                                .put("unit", names.unitName(round.college()[entry.getKey()]))
                                .put("reason", entry.getValue().name()));
            }
        }
        ObjectNode returned = JsonNodeFactory.instance.objectNode();
        last.forEach((i, reason) -> returned.set(names.candidateName(i), reason));
        return returned;
    }
}
