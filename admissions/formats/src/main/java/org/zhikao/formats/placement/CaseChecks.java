package org.zhikao.formats.placement;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.zhikao.formats.placement.PlacementCase.Candidate;
import org.zhikao.formats.placement.PlacementCase.Filing;
import org.zhikao.formats.placement.PlacementCase.Unit;

/** What a case must hold beyond the shape of its fields before anything runs on it. */
final class CaseChecks {
    private final PlacementCase it;
    private final String path;
    private final List<InputError> errors;
    private final Map<String, Unit> units = new HashMap<>();

    CaseChecks(PlacementCase it, String path, List<InputError> errors) {
        this.it = it;
        this.path = path;
        this.errors = errors;
    }

    void run() {
        checkUnits();
        checkCandidates();
        if (it.kind() == CaseKind.BANDED && it.parameters().bandSizes().isEmpty()) {
            error("MISSING_FIELD", "/parameters/bandSizes", "BANDED needs the sizes of its bands");
        }
        boolean seats = it.kind().listsUnits() && it.parameters().tiePolicy() == CaseParameters.TiePolicy.SHARED_RANK;
        if (seats && it.parameters().seatRule() == null) {
            error("MISSING_FIELD", "/parameters/seatRule", "SHARED_RANK needs the seat rule H or L");
        }
        if (it.kind() == CaseKind.MERIT_ORDER && it.parameters().keys().isEmpty()) {
            error("MISSING_FIELD", "/parameters/keys", "MERIT_ORDER needs its keys");
        }
        if (it.kind().listsUnits() && errors.isEmpty()) {
            checkOwnOrders();
        }
    }

    private void error(String code, String where, String message) {
        errors.add(new InputError(code, path + where, message));
    }

    private void checkUnits() {
        for (int k = 0; k < it.units().size(); k++) {
            if (units.put(it.units().get(k).id(), it.units().get(k)) != null) {
                error("DUPLICATE_UNIT", "/units/" + k + "/id", it.units().get(k).id() + " appears twice");
            }
        }
        for (int k = 0; k < it.units().size(); k++) {
            Set<String> seen = new HashSet<>();
            Unit at = it.units().get(k);
            while (at != null && at.parent() != null) {
                if (!units.containsKey(at.parent())) {
                    error("UNKNOWN_UNIT", "/units/" + k + "/parent", "no unit is called " + at.parent());
                } else if (!seen.add(at.id())) {
                    error("CIRCLE", "/units/" + k + "/parent", at.id() + " stands within itself");
                    break;
                }
                at = units.get(at.parent());
            }
        }
    }

    private void checkCandidates() {
        Set<String> seen = new HashSet<>();
        Set<Long> draws = new HashSet<>();
        int keyLength = it.candidates().isEmpty()
                ? 0
                : it.candidates().get(0).orderKey().size();
        boolean drawn = it.parameters().tiePolicy() == CaseParameters.TiePolicy.SYSTEM_ORDER;
        for (int k = 0; k < it.candidates().size(); k++) {
            Candidate c = it.candidates().get(k);
            String at = "/candidates/" + k;
            if (!seen.add(c.id())) {
                error("DUPLICATE_CANDIDATE", at + "/id", c.id() + " appears twice: one person, one market");
            }
            if (c.orderKey().size() != keyLength) {
                error("ORDER_KEY_LENGTH", at + "/orderKey", "all candidates have " + keyLength + " keys");
            }
            if (drawn && c.drawNumber() != null && !draws.add(c.drawNumber())) {
                error("DUPLICATE_DRAW_NUMBER", at + "/drawNumber", c.drawNumber() + " was drawn twice");
            }
            checkLists(c, at);
            checkOrderGiven(c, at);
        }
    }

    private void checkLists(Candidate c, String at) {
        if (it.kind().listsUnits()) {
            checkList(c.preferences(), at + "/preferences", false);
            for (int r = 0; r < c.supplementaryPreferences().size(); r++) {
                checkList(c.supplementaryPreferences().get(r), at + "/supplementaryPreferences/" + r, true);
            }
        }
        if (it.kind() == CaseKind.TWO_STAGE) {
            checkFilings(c.filings(), at + "/filings");
            checkFilings(c.supplementaryFilings(), at + "/supplementaryFilings");
        }
    }

    private void checkList(List<String> list, String at, boolean mayBeEmpty) {
        if (list.isEmpty() && !mayBeEmpty) {
            error("EMPTY_LIST", at, "a candidate in a market names at least one unit");
        }
        Integer longest = it.parameters().maxUnits();
        if (longest != null && list.size() > longest) {
            error("LIST_TOO_LONG", at, "at most " + longest + " units");
        }
        Set<String> seen = new HashSet<>();
        for (int k = 0; k < list.size(); k++) {
            checkKnown(list.get(k), at + "/" + k);
            if (!seen.add(list.get(k))) {
                error("DUPLICATE_WISH", at + "/" + k, list.get(k) + " is listed twice");
            }
        }
    }

    private void checkFilings(List<Filing> filings, String at) {
        Set<String> seen = new HashSet<>();
        for (int k = 0; k < filings.size(); k++) {
            Filing filing = filings.get(k);
            checkKnown(filing.unit(), at + "/" + k + "/unit");
            if (!seen.add(filing.unit())) {
                error("DUPLICATE_WISH", at + "/" + k, filing.unit() + " is listed twice");
            }
            for (int m = 0; m < filing.majors().size(); m++) {
                checkKnown(filing.majors().get(m), at + "/" + k + "/majors/" + m);
                Unit major = units.get(filing.majors().get(m));
                if (major != null && !filing.unit().equals(major.parent())) {
                    error("FOREIGN_MAJOR", at + "/" + k + "/majors/" + m, major.id() + " is not of " + filing.unit());
                }
            }
        }
    }

    private void checkKnown(String unit, String at) {
        if (!units.containsKey(unit)) {
            error("UNKNOWN_UNIT", at, "no unit is called " + unit);
        }
    }

    private void checkOrderGiven(Candidate c, String at) {
        boolean ordered = it.kind().listsUnits() || it.kind() == CaseKind.TWO_STAGE;
        if (ordered && it.kind().oneOrderOnly() && c.orderKey().isEmpty()) {
            error("MISSING_FIELD", at + "/orderKey", it.kind() + " needs one order of all candidates");
        } else if (ordered && it.kind().ownOrdersOnly() && c.ranks() == null) {
            error("MISSING_RANKS", at + "/ranks", it.kind() + " needs the ranks given by the units");
        } else if (ordered && c.orderKey().isEmpty() && c.ranks() == null) {
            error("MISSING_RANKS", at, "neither orderKey nor ranks");
        }
        Map<String, Integer> ranks = c.ranks();
        if (ranks != null) {
            ranks.keySet().forEach(u -> checkKnown(u, at + "/ranks/" + u));
        }
        if (it.kind() == CaseKind.RESERVE_CALL_ORDER && c.rank() == 0) {
            error("MISSING_FIELD", at + "/rank", "the place in the ranking is needed");
        }
    }

    /** Where strict orders are needed, doubles are refused; where colleges submit 1, 2, 3 …, gaps as well. */
    private void checkOwnOrders() {
        boolean own = it.candidates().stream().anyMatch(c -> c.ranks() != null);
        boolean mixed = own && it.candidates().stream().anyMatch(c -> c.ranks() == null);
        if (mixed) {
            error("MISSING_RANKS", "/candidates", "some candidates have ranks, some have none");
        }
        if (!own || !it.kind().strictOnly()) {
            return;
        }
        Map<String, List<Integer>> given = new HashMap<>();
        for (Candidate c : it.candidates()) {
            Map<String, Integer> ranks = c.ranks();
            if (ranks != null) {
                ranks.forEach((u, r) ->
                        given.computeIfAbsent(u, k -> new ArrayList<>()).add(r));
            }
        }
        given.forEach((unit, ranks) -> {
            Set<Integer> distinct = new HashSet<>(ranks);
            if (distinct.size() < ranks.size()) {
                error("TIE_WHERE_STRICT", "/candidates", "two candidates share a rank at " + unit);
            } else if (it.kind() == CaseKind.COLLEGE_RANKED_MATCHING
                    && ranks.stream().mapToInt(r -> r).max().orElse(0) != ranks.size()) {
                error("RANKS_WITH_GAPS", "/candidates", "ranks at " + unit + " are not 1 to " + ranks.size());
            }
        });
    }
}
