package org.zhikao.audit.replay;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.zhikao.audit.replay.SeasonStory.Run;
import org.zhikao.audit.replay.SeasonStory.Unit;
import org.zhikao.audit.replay.Story.Decision;

/** 录取核查: every run filed again from locked lists, released ranks and seats; quotas held; both digests of the run. */
final class PlacementCheck implements Replay.Ending {
    /** 撮合 on one strict order gives what one pass down it gives, so the same second statement serves both. */
    private static final Set<String> FILED =
            Set.of("PARALLEL", "SEQUENTIAL", "MULTI_FILE_MATCHING", "COLLEGE_SELECTED", "DIRECTED");

    /** Where a candidate names one unit and no other counts. */
    private static final Set<String> ONE_WISH = Set.of("COLLEGE_SELECTED", "DIRECTED");

    private final RulesShelf shelf;
    private final Check placements = new Check("placements recomputed", "decisions");
    private final Check digests = new Check("run digests recomputed", "runs");
    private final Check quotas = new Check("quotas held or overflow recorded", "units");
    private final Map<String, List<Entrant>> bySeason = new TreeMap<>();
    private final Set<String> beyond = new TreeSet<>();

    /** 参加者: what filing needs of one candidate, in the order of candidate ids. */
    private record Entrant(
            String id,
            String track,
            String category,
            String kind,
            String list,
            int rank,
            boolean eligible,
            String ticket,
            String exemptUnit,
            boolean exempt,
            Map<Integer, List<String>> locked,
            List<Decision> decisions,
            long declinedAt) {
        @Nullable
        Decision in(Run run) {
            for (Decision d : decisions) {
                if (d.run().equals(run.fact.aggregate())) {
                    return d;
                }
            }
            return null;
        }

        /** The unit whose seat the candidate holds just before {@code index}, empty for none. */
        String seatBefore(long index) {
            for (Decision d : decisions) {
                if (!d.unit().isEmpty() && d.fact().index() < index) {
                    return declinedAt > 0 && declinedAt < index ? "" : d.unit();
                }
            }
            return "";
        }
    }

    PlacementCheck(RulesShelf shelf) {
        this.shelf = shelf;
    }

    @Override
    public void end(Story s) {
        if (s.decisions.isEmpty() && s.locked.isEmpty()) {
            return;
        }
        Json result = s.released == null ? null : s.released.result();
        String exemptUnit = s.claims.stream()
                .filter(c -> c.stage == Stage.APPROVED && c.effect.equals("FULL_FREE") && !c.unit.isEmpty())
                .map(c -> c.unit)
                .findFirst()
                .orElse("");
        bySeason.computeIfAbsent(s.season, k -> new ArrayList<>())
                .add(new Entrant(
                        s.id,
                        s.track,
                        s.category,
                        s.kind,
                        result == null ? "" : result.text("list"),
                        result == null || result.find("rank") == null ? Integer.MAX_VALUE : result.integer("rank"),
                        s.eligible(),
                        s.ticket,
                        exemptUnit,
                        s.admittedWithoutExam(),
                        Map.copyOf(s.locked),
                        slim(s.decisions),
                        s.declinedAt));
    }

    /** Without the stored bytes, which the dossier's reading needed and filing does not. */
    private static List<Decision> slim(List<Decision> decisions) {
        return decisions.stream()
                .map(d -> new Decision(
                        slim(d.fact()),
                        d.round(),
                        d.run(),
                        d.unit(),
                        d.preference(),
                        d.position(),
                        d.cause(),
                        d.last()))
                .toList();
    }

    private static StoredFact slim(StoredFact f) {
        byte[] nothing = {};
        return new StoredFact(f.index(), "", f.aggregate(), f.sequence(), f.name(), "", "", nothing, nothing);
    }

    List<Verdict> verdicts(Collection<SeasonStory> seasons) {
        for (SeasonStory season : seasons) {
            List<Entrant> entrants = bySeason.getOrDefault(season.id, List.of());
            season.runs.values().stream()
                    .filter(run -> run.published != Long.MAX_VALUE)
                    .forEach(run -> {
                        file(season, run, entrants);
                        quotas(season, run, entrants);
                    });
        }
        String remark = beyond.isEmpty() ? "" : "not filed again " + beyond;
        return List.of(placements.verdict(remark), digests.verdict(), quotas.verdict());
    }

    private void file(SeasonStory season, Run run, List<Entrant> entrants) {
        Map<String, Integer> taken = new HashMap<>();
        for (Entrant e : entrants) {
            String unit = e.seatBefore(run.fact.index());
            if (!unit.isEmpty()) {
                taken.merge(unit, 1, Integer::sum);
            }
        }
        Map<String, String> expected = new TreeMap<>();
        if (run.round == 1) {
            for (Entrant e : entrants) {
                if (e.exempt() && e.in(run) != null && !e.exemptUnit().isEmpty()) {
                    expected.put(e.id(), e.exemptUnit() + "|0|0");
                    taken.merge(e.exemptUnit(), 1, Integer::sum);
                }
            }
        }
        Map<String, List<Entrant>> markets = new TreeMap<>();
        for (Entrant e : entrants) {
            boolean takesPart = e.eligible()
                    && !e.exempt()
                    && e.locked().containsKey(run.round)
                    && e.decisions().stream()
                            .noneMatch(d -> d.round() < run.round
                                    && (d.last() || !d.unit().isEmpty()));
            if (takesPart) {
                markets.computeIfAbsent(e.track() + "/" + e.list(), k -> new ArrayList<>())
                        .add(e);
            }
        }
        Lines input = new Lines();
        boolean plain = true;
        for (List<Entrant> market : markets.values()) {
            plain &= market(season, run, market, taken, expected, input);
        }
        compare(run, entrants, plain ? expected : null);
        digests(run, entrants, plain ? input.hex() : null);
    }

    /** Files one market into {@code expected}; false when its rules are beyond this check. */
    private boolean market(
            SeasonStory season,
            Run run,
            List<Entrant> market,
            Map<String, Integer> taken,
            Map<String, String> expected,
            Lines input) {
        Entrant one = market.get(0);
        Object read = shelf.track(season, season.versionAt(run.fact.index()), one.track());
        if (!(read instanceof PlainRules rules)) {
            beyond.add(String.valueOf(read));
            return false;
        }
        if (!FILED.contains(rules.mechanism)) {
            beyond.add("track " + one.track() + ": " + rules.mechanism);
            return false;
        }
        List<Unit> units = season.units.values().stream()
                .filter(u -> u.track.equals(one.track())
                        && (!rules.listBy.equals("CATEGORY") || u.category.equals(one.category())))
                .toList();
        Map<String, Integer> number = new HashMap<>();
        int[] quota = new int[units.size()];
        for (int u = 0; u < quota.length; u++) {
            Unit unit = units.get(u);
            number.put(unit.code, u);
            quota[u] = Math.max(0, unit.quotaAt(run.fact.index()) - taken.getOrDefault(unit.code, 0));
        }
        int[] merit = merit(market, rules);
        int[][] lists = new int[market.size()][];
        for (int i = 0; i < lists.length; i++) {
            Entrant e = market.get(i);
            lists[i] = list(e, run.round).stream()
                    .limit(ONE_WISH.contains(rules.mechanism) ? 1 : Long.MAX_VALUE)
                    .mapToInt(code -> {
                        Integer u = number.get(code);
                        return u == null || !units.get(u).accepts(e.kind()) ? Filing.NOWHERE : u;
                    })
                    .toArray();
        }
        int[] choice = rules.mechanism.equals("SEQUENTIAL")
                ? Filing.choiceByChoice(lists, merit, quota)
                : Filing.choices(lists, merit, quota, rules.positionBreaksTies);
        for (int i = 0; i < choice.length; i++) {
            if (choice[i] > 0) {
                String unit = units.get(lists[i][choice[i] - 1]).code;
                expected.put(market.get(i).id(), unit + "|" + choice[i] + "|" + merit[i]);
            }
        }
        input(input, run, market, rules, units, quota, merit);
        return true;
    }

    private static List<String> list(Entrant e, int round) {
        return e.locked().getOrDefault(round, List.of());
    }

    /** Places in this round's order of merit: by released rank, equals share one unless the rules draw. */
    private static int[] merit(List<Entrant> market, PlainRules rules) {
        boolean drawn = rules.terminal.equals("SYSTEM_ORDER");
        Comparator<Integer> better = Comparator.comparingInt(i -> market.get(i).rank());
        if (drawn) {
            better = better.thenComparing(i -> market.get(i).ticket());
        }
        Integer[] order = new Integer[market.size()];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, better);
        int[] merit = new int[order.length];
        int place = 0;
        for (int n = 0; n < order.length; n++) {
            if (n == 0 || better.compare(order[n - 1], order[n]) != 0) {
                place = n + 1;
            }
            merit[order[n]] = place;
        }
        return merit;
    }

    private static void input(
            Lines input, Run run, List<Entrant> market, PlainRules rules, List<Unit> units, int[] quota, int[] merit) {
        TreeSet<String> names = new TreeSet<>(rules.audience);
        market.forEach(e -> names.add(e.kind()));
        List<String> kinds = List.copyOf(names);
        for (int i = 0; i < merit.length; i++) {
            Entrant e = market.get(i);
            input.line(e.id(), merit[i], e.kind(), String.join(",", list(e, run.round)));
        }
        for (int u = 0; u < quota.length; u++) {
            long mask = units.get(u).kinds.isEmpty() ? -1 : 0;
            for (String kind : units.get(u).kinds) {
                int bit = kinds.indexOf(kind);
                mask |= bit < 0 ? 0 : 1L << bit;
            }
            input.line(units.get(u).code, quota[u], mask);
        }
    }

    private void compare(Run run, List<Entrant> entrants, @Nullable Map<String, String> expected) {
        for (Entrant e : entrants) {
            Decision d = e.in(run);
            String computed = expected == null ? null : expected.get(e.id());
            if (d == null) {
                if (computed != null && e.decisions().stream().noneMatch(x -> x.round() >= run.round)) {
                    placements.found(
                            run.fact, "MISSING", e.id() + " was filed to " + computed + " and nothing was said");
                }
                continue;
            }
            placements.looked();
            String published = d.unit().isEmpty() ? "nowhere" : d.unit() + "|" + d.preference() + "|" + d.position();
            if (expected != null && !published.equals(computed == null ? "nowhere" : computed)) {
                placements.found(
                        d.fact(),
                        "OTHER_PLACEMENT",
                        "published " + published + ", lists and ranks give "
                                + (computed == null ? "nowhere" : computed));
            }
        }
    }

    private void digests(Run run, List<Entrant> entrants, @Nullable String input) {
        digests.looked();
        Lines output = new Lines();
        int decided = 0;
        int placed = 0;
        for (Entrant e : entrants) {
            Decision d = e.in(run);
            if (d != null) {
                decided++;
                if (!d.unit().isEmpty()) {
                    placed++;
                    output.line(e.id(), d.unit(), d.preference(), d.position());
                }
            }
        }
        Json digest = run.digest;
        String hex = output.hex();
        digests.that(hex.equals(digest.text("output")), run.fact, "OTHER_OUTPUT", "the decisions give " + hex);
        digests.that(
                input == null || input.equals(digest.text("input")),
                run.fact,
                "OTHER_INPUT",
                "the facts give " + input);
        digests.that(
                decided == digest.number("candidates") && placed == digest.number("placed"),
                run.fact,
                "OTHER_COUNT",
                decided + " decided, " + placed + " placed");
    }

    /** Seats held when the run's decisions were out, against the quota when it was published. */
    private void quotas(SeasonStory season, Run run, List<Entrant> entrants) {
        Map<String, Integer> held = new TreeMap<>();
        for (Entrant e : entrants) {
            Decision d = e.in(run);
            String unit = d != null && !d.unit().isEmpty() ? d.unit() : e.seatBefore(run.published);
            if (!unit.isEmpty()) {
                held.merge(unit, 1, Integer::sum);
            }
        }
        held.forEach((code, seats) -> {
            quotas.looked();
            Unit unit = season.units.get(code);
            int quota = unit == null ? 0 : unit.quotaAt(run.published);
            if (seats > quota) {
                quotas.found(run.fact, "OVER_QUOTA", code + " holds " + seats + " of " + quota);
            }
        });
    }
}
