package org.zhikao.server.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.zhikao.audit.properties.PublishedLine;
import org.zhikao.audit.properties.PublishedRun;
import org.zhikao.audit.properties.TieReading;
import org.zhikao.audit.properties.Verification;
import org.zhikao.audit.properties.Violation;
import org.zhikao.formats.placement.CaseKind;
import org.zhikao.formats.placement.CaseOutcome;
import org.zhikao.formats.placement.CaseParameters;
import org.zhikao.formats.placement.PlacementCase;
import org.zhikao.formats.placement.PlacementCase.Candidate;
import org.zhikao.formats.placement.PlacementCase.Filing;
import org.zhikao.formats.placement.PlacementCase.Unit;
import org.zhikao.formats.placement.RoundResult;

/**
 * Reads a case and its result anew for the verifier: positions, categories, lines and ranks are counted from the file again,
 * only the result itself comes from the run.
 */
final class CaseAudit {
    private final PlacementCase it;
    private final Map<String, Integer> units = new HashMap<>();
    private final int[] positions;

    private CaseAudit(PlacementCase it) {
        this.it = it;
        it.units().forEach(u -> units.put(u.id(), units.size()));
        positions = positions();
    }

    /** All violations of what the case's mechanism promises, over all rounds. */
    static List<Violation> verify(PlacementCase it, CaseOutcome outcome) {
        return switch (it.kind()) {
            case RESERVE_CALL_ORDER -> callOrder(it, outcome.json().path("callOrder"));
            case TWO_STAGE -> new CaseAudit(it).returns(outcome.json());
            default -> new CaseAudit(it).rounds(outcome);
        };
    }

    /** Group A prevails, so only its rate is promised; that of B as well where A has none. */
    private static List<Violation> callOrder(PlacementCase it, JsonNode called) {
        List<Candidate> ranked = new ArrayList<>(it.candidates());
        ranked.sort(Comparator.comparingInt(Candidate::rank));
        List<String> ids = ranked.stream().map(Candidate::id).toList();
        int[] order = new int[called.size()];
        for (int k = 0; k < order.length; k++) {
            order[k] = ids.indexOf(called.get(k).asText());
        }
        boolean groupA = it.parameters().minPercentA() > 0;
        boolean[] reserve = new boolean[ids.size()];
        for (int i = 0; i < reserve.length; i++) {
            reserve[i] = ranked.get(i).reserves().contains(groupA ? "A" : "B");
        }
        int percent = groupA ? it.parameters().minPercentA() : it.parameters().minPercentB();
        return Verification.checkCallOrder(order, reserve, percent);
    }

    /** P10 on the first round, and P1 to P3 on the majors in the end. */
    private List<Violation> returns(JsonNode json) {
        int n = it.candidates().size();
        int[] filedTo = new int[n];
        int[] first = new int[n];
        String[] reason = new String[n];
        for (int i = 0; i < n; i++) {
            String id = it.candidates().get(i).id();
            filedTo[i] = filedTo(json.path("files"), id);
            first[i] = units.getOrDefault(json.path("round1").path(id).asText(), PublishedRun.NOWHERE);
            JsonNode returned = json.path("returned").path(id);
            reason[i] =
                    returned.isMissingNode() ? null : returned.path("reason").asText();
        }
        List<Violation> all = new ArrayList<>(Verification.checkReturns(filedTo, first, reason));
        all.addAll(majors(json.path("assignments")));
        return all;
    }

    private int filedTo(JsonNode files, String id) {
        int[] college = {PublishedRun.NOWHERE};
        files.fields()
                .forEachRemaining(e -> e.getValue().forEach(file -> {
                    if (file.asText().equals(id)) {
                        college[0] = units.getOrDefault(e.getKey(), PublishedRun.NOWHERE);
                    }
                }));
        return college[0];
    }

    /** Every candidate's possible majors: the listed ones, and the college's others for who accepts adjustment. */
    private List<Violation> majors(JsonNode assignments) {
        int n = it.candidates().size();
        List<Integer> wishes = new ArrayList<>();
        int[] start = new int[n + 1];
        int[] unit = new int[n];
        int[] choice = new int[n];
        for (int i = 0; i < n; i++) {
            Candidate c = it.candidates().get(i);
            List<Integer> possible = new ArrayList<>();
            for (List<Filing> filings : List.of(c.filings(), c.supplementaryFilings())) {
                for (Filing filing : filings) {
                    filing.majors().forEach(m -> possible.add(units.getOrDefault(m, 0)));
                    for (int u = 0; u < it.units().size() && filing.acceptsAdjustment(); u++) {
                        if (filing.unit().equals(it.units().get(u).parent())) {
                            possible.add(u);
                        }
                    }
                }
            }
            unit[i] = units.getOrDefault(assignments.path(c.id()).asText(), PublishedRun.NOWHERE);
            choice[i] = possible.indexOf(unit[i]) + 1;
            wishes.addAll(possible);
            start[i + 1] = wishes.size();
        }
        int[] quota = it.units().stream().mapToInt(Unit::quota).toArray();
        PublishedRun run = PublishedRun.inputs(start, packed(wishes), quota, positions)
                .parents(parents())
                .outputs(unit, choice, quota);
        categories(run);
        lines(run);
        return Verification.checkSeats(run);
    }

    private static char[] packed(List<Integer> wishes) {
        char[] wish = new char[wishes.size()];
        for (int w = 0; w < wish.length; w++) {
            wish[w] = (char) (int) wishes.get(w);
        }
        return wish;
    }

    private int[] parents() {
        int[] parents = new int[it.units().size()];
        for (int u = 0; u < parents.length; u++) {
            parents[u] = parent(u);
        }
        return parents;
    }

    private List<Violation> rounds(CaseOutcome outcome) {
        List<Violation> all = new ArrayList<>();
        int[] seats = it.units().stream().mapToInt(Unit::quota).toArray();
        int[] held = new int[it.candidates().size()];
        Arrays.fill(held, PublishedRun.NOWHERE);
        for (int r = 0; r < outcome.rounds().size(); r++) {
            RoundResult round = outcome.rounds().get(r);
            all.addAll(round(r, round, seats, held));
            int[] after = held.clone();
            for (int i = 0; i < held.length; i++) {
                after[i] = round.unit()[i] >= 0 ? round.unit()[i] : held[i];
            }
            if (r > 0 && ties() != TieReading.TOGETHER_IN) {
                all.addAll(Verification.checkRound(held, after, seats));
            }
            for (int i = 0; i < held.length; i++) {
                for (int u = round.unit()[i]; u >= 0; u = parent(u)) {
                    seats[u] = Math.max(0, seats[u] - 1);
                }
            }
            held = after;
        }
        return all;
    }

    private List<Violation> round(int r, RoundResult round, int[] seats, int[] held) {
        PublishedRun run = inputs(r, seats, held).outputs(round.unit(), round.choice(), round.cutoff());
        CaseParameters p = it.parameters();
        return switch (it.kind()) {
            case SEQUENTIAL -> Verification.checkBanded(run, new int[] {1});
            case BANDED ->
                Verification.checkBanded(
                        run, p.bandSizes().stream().mapToInt(b -> b).toArray());
            case MULTI_OFFER_CONFIRM, WAITLIST_CONFIRM, COLLEGE_SELECTED -> Verification.checkFeasible(run);
            default -> Verification.check(run);
        };
    }

    private PublishedRun inputs(int r, int[] seats, int[] held) {
        List<Integer> wishes = new ArrayList<>();
        List<Integer> ranks = new ArrayList<>();
        int[] start = new int[it.candidates().size() + 1];
        boolean own = false;
        for (int i = 0; i < it.candidates().size(); i++) {
            Candidate c = it.candidates().get(i);
            List<String> list = held[i] >= 0 ? List.of() : r == 0 ? c.preferences() : supplementary(c, r);
            for (int k = 0; k < list.size(); k++) {
                wishes.add(units.get(list.get(k)));
                ranks.add(rank(c, i, list.get(k), k));
            }
            own |= c.ranks() != null || it.kind() == CaseKind.DIRECTED;
            start[i + 1] = wishes.size();
        }
        PublishedRun run = PublishedRun.inputs(start, packed(wishes), seats.clone(), positions)
                .ties(ties(), it.parameters().choiceRankBreaksTies());
        if (own) {
            run.ranks(ranks.stream().mapToInt(x -> x).toArray());
        }
        if (it.units().stream().anyMatch(u -> u.parent() != null)) {
            run.parents(parents());
        }
        categories(run);
        lines(run);
        return run;
    }

    private static List<String> supplementary(Candidate c, int r) {
        return r <= c.supplementaryPreferences().size()
                ? c.supplementaryPreferences().get(r - 1)
                : List.of();
    }

    private int parent(int u) {
        return it.units().get(u).parent() == null
                ? PublishedRun.NOWHERE
                : units.getOrDefault(it.units().get(u).parent(), PublishedRun.NOWHERE);
    }

    private int rank(Candidate c, int i, String unit, int k) {
        if (it.kind() == CaseKind.DIRECTED) {
            return c.passed() && k == 0 ? positions[i] : 0;
        }
        Map<String, Integer> ranks = c.ranks();
        String parent = it.units().get(units.getOrDefault(unit, 0)).parent();
        String ranking = it.parameters().ranksAtParent() && parent != null ? parent : unit;
        return ranks == null ? positions[i] : ranks.getOrDefault(ranking, 0);
    }

    /** By counting who stands before whom: slow, plain, and unlike the sort that placed. */
    private int[] positions() {
        int n = it.candidates().size();
        int[] position = new int[n];
        for (int i = 0; i < n; i++) {
            position[i] = 1;
            for (int j = 0; j < n; j++) {
                position[i] += before(it.candidates().get(j), it.candidates().get(i)) ? 1 : 0;
            }
        }
        return position;
    }

    private boolean before(Candidate a, Candidate b) {
        for (int k = 0; k < Math.min(a.orderKey().size(), b.orderKey().size()); k++) {
            int order = Long.compare(a.orderKey().get(k), b.orderKey().get(k));
            if (order != 0) {
                return order > 0;
            }
        }
        Long first = a.drawNumber();
        Long second = b.drawNumber();
        return it.parameters().tiePolicy() == CaseParameters.TiePolicy.SYSTEM_ORDER
                && first != null
                && (second == null || first < second);
    }

    private TieReading ties() {
        CaseParameters.TiePolicy policy = it.parameters().tiePolicy();
        if (policy == null || policy == CaseParameters.TiePolicy.SYSTEM_ORDER) {
            return TieReading.STRICT;
        }
        boolean refused = policy == CaseParameters.TiePolicy.SHARED_RANK
                && it.parameters().seatRule() == CaseParameters.SeatRule.H;
        return refused ? TieReading.TOGETHER_OUT : TieReading.TOGETHER_IN;
    }

    private void categories(PublishedRun run) {
        Map<String, Integer> numbers = new LinkedHashMap<>();
        it.units().forEach(u -> {
            List<String> accepts = u.accepts();
            if (accepts != null) {
                accepts.forEach(a -> numbers.putIfAbsent(a, numbers.size()));
            }
        });
        byte[] category = new byte[it.candidates().size()];
        for (int i = 0; i < category.length; i++) {
            category[i] =
                    (byte) (int) numbers.getOrDefault(it.candidates().get(i).category(), 63);
        }
        long[] taken = new long[it.units().size()];
        for (int u = 0; u < taken.length; u++) {
            List<String> accepts = it.units().get(u).accepts();
            taken[u] = accepts == null ? -1L : 0L;
            if (accepts != null) {
                for (String name : accepts) {
                    taken[u] |= 1L << numbers.getOrDefault(name, 62);
                }
            }
        }
        run.categories(category, taken);
    }

    private void lines(PublishedRun run) {
        Long common = it.parameters().line();
        if (it.candidates().stream().anyMatch(c -> c.orderKey().isEmpty())) {
            return;
        }
        long[] minimum = new long[it.units().size()];
        for (int u = 0; u < minimum.length; u++) {
            Long line = it.units().get(u).line();
            minimum[u] = line != null ? line : common != null ? common : Long.MIN_VALUE;
        }
        long[] mark =
                it.candidates().stream().mapToLong(c -> c.orderKey().get(0)).toArray();
        run.lines(List.of(new PublishedLine("total", mark, minimum)));
    }
}
