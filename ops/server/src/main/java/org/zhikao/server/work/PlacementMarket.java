package org.zhikao.server.work;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.zhikao.admissions.placement.FilingRules;
import org.zhikao.admissions.placement.rank.Market;
import org.zhikao.admissions.placement.rank.MeritOrder;
import org.zhikao.admissions.placement.rank.Placement;
import org.zhikao.admissions.placement.rank.TieRule;
import org.zhikao.admissions.placement.rank.Units;
import org.zhikao.admissions.placement.rank.Wishes;
import org.zhikao.admissions.season.rules.Placement.Mechanism;
import org.zhikao.admissions.season.rules.Track;
import org.zhikao.admissions.shared.CandidateId;
import org.zhikao.audit.properties.PublishedRun;
import org.zhikao.audit.properties.TieReading;
import org.zhikao.audit.properties.Verification;
import org.zhikao.audit.properties.Violation;
import org.zhikao.formats.placement.MarketTables;
import org.zhikao.formats.placement.PublicName;

/**
 * 投档市场 of one track and ranking list: who takes part, what they wish for, the seats, and what filing made of it.
 *
 * <p>Candidates are ordered by their released ranks; among equals the track's own rules decide, and no other.
 */
public final class PlacementMarket {
    /** What one candidate got: unit code and choice number. */
    record Placed(CandidateId candidate, String unit, int choice, int position) {}

    private final Track track;
    private final FilingRules rules;
    private final List<RollRow> rows;
    private final List<String> kinds;
    private final List<String> units;
    private final int[] start;
    private final char[] wish;
    private final int[] quota;
    private final int[] position;
    private final byte[] kind;
    private final long[] accepts;
    private final Placement placement;

    PlacementMarket(Track track, List<RollRow> rows, Map<String, SeatCount> seats) {
        this.track = track;
        rules = FilingRules.of(track);
        this.rows = rows;
        units = List.copyOf(new TreeMap<>(seats).keySet());
        Map<String, Integer> unitIndex = new HashMap<>();
        for (int u = 0; u < units.size(); u++) {
            unitIndex.put(units.get(u), u);
        }
        kinds = kinds();
        quota = new int[units.size()];
        accepts = new long[units.size()];
        for (int u = 0; u < units.size(); u++) {
            SeatCount s = seat(seats, units.get(u));
            quota[u] = s.left();
            accepts[u] = mask(s.kinds(), kinds);
        }
        start = new int[rows.size() + 1];
        for (int i = 0; i < rows.size(); i++) {
            start[i + 1] = start[i] + wishes(rows.get(i)).size();
        }
        wish = new char[start[rows.size()]];
        position = new int[rows.size()];
        kind = new byte[rows.size()];
        for (int i = 0; i < rows.size(); i++) {
            RollRow row = rows.get(i);
            Integer rank = row.rank();
            position[i] = rank == null ? Integer.MAX_VALUE : rank;
            kind[i] = (byte) kinds.indexOf(row.kind());
            int at = start[i];
            for (String unit : wishes(row)) {
                Integer u = unitIndex.get(unit);
                if (u == null) {
                    throw new IllegalStateException("a list names a unit outside its market: " + unit);
                }
                wish[at++] = (char) (int) u;
            }
        }
        placement = file();
    }

    private List<String> wishes(RollRow row) {
        List<String> all = row.preferences();
        return rules.firstWishOnly() && all.size() > 1 ? all.subList(0, 1) : all;
    }

    /** Seats of a unit that are left for this round, and the kinds of candidate it accepts (empty: all). */
    record SeatCount(int left, List<String> kinds) {}

    private static SeatCount seat(Map<String, SeatCount> seats, String unit) {
        SeatCount s = seats.get(unit);
        if (s == null) {
            throw new IllegalStateException("unit without seats: " + unit);
        }
        return s;
    }

    private List<String> kinds() {
        Set<String> all = new TreeSet<>(track.audience());
        rows.forEach(row -> all.add(row.kind()));
        if (all.size() > 63) {
            throw new IllegalStateException("a market tells at most 63 kinds of candidate apart: " + all.size());
        }
        return new ArrayList<>(all);
    }

    private static long mask(List<String> accepted, List<String> kinds) {
        if (accepted.isEmpty()) {
            return -1L;
        }
        long mask = 0;
        for (String k : accepted) {
            int bit = kinds.indexOf(k);
            mask |= bit < 0 ? 0 : 1L << bit;
        }
        return mask;
    }

    private Placement file() {
        MeritOrder merit = rules.merit(position, drawn());
        for (int i = 0; i < position.length; i++) {
            // Positions within this round's participants: cut-offs are read against these.
            position[i] = merit.position(i);
        }
        return file(Market.of(merit, Wishes.of(start, wish), Units.of(quota, accepts))
                .withCategories(kind));
    }

    /** Files any market by the rules of this one. */
    Placement file(Market market) {
        return rules.file(market);
    }

    /** 系统排序: equals stand in the order of their ticket numbers, which a seeded, recorded draw gave out. */
    private long[] drawn() {
        Integer[] order = new Integer[rows.size()];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> ticket(a).compareTo(ticket(b)));
        long[] draw = new long[rows.size()];
        for (int n = 0; n < order.length; n++) {
            draw[order[n]] = n;
        }
        return draw;
    }

    private String ticket(int i) {
        String ticket = rows.get(i).ticket();
        return ticket == null ? "" : ticket;
    }

    /** Everybody who was placed, in the order of the roll. */
    List<Placed> placed() {
        List<Placed> placed = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            int u = placement.unit(i);
            if (u != Placement.NONE) {
                placed.add(new Placed(rows.get(i).candidate(), units.get(u), placement.choice(i), position[i]));
            }
        }
        return placed;
    }

    /** Tied groups that nobody has said how to treat: publication must wait for a decision. */
    List<String> undecided() {
        return placement.ties().stream()
                .filter(t -> t.outcome() == org.zhikao.admissions.placement.rank.TieGroup.Outcome.UNDECIDED)
                .map(t -> "UNSTATED tie at " + units.get(t.unit()) + " position " + t.position() + ": " + t.size()
                        + " for " + t.seats())
                .toList();
    }

    /** What the independent verifier says against it, one line a violation. */
    List<String> verify() {
        PublishedRun run = published();
        List<Violation> found =
                rules.choiceByChoice() ? Verification.checkBanded(run, new int[] {1}) : Verification.check(run);
        return found.stream().map(this::text).toList();
    }

    private PublishedRun published() {
        // Files are matched on strict orders alone; draws make an order strict.
        boolean strict = rules.ties() == TieRule.SYSTEM_ORDER || rules.mechanism() == Mechanism.MULTI_FILE_MATCHING;
        return PublishedRun.inputs(start, wish, quota, position)
                .categories(kind, accepts)
                .ties(strict ? TieReading.STRICT : TieReading.TOGETHER_IN, rules.choiceBreaksTies())
                .outputs(placement.unitsByCandidate(), placement.choicesByCandidate(), placement.cutoffsByUnit());
    }

    private String text(Violation v) {
        String who =
                v.candidate() < 0 ? "-" : rows.get(v.candidate()).candidate().value();
        String where = v.unit() < 0 ? "-" : units.get(v.unit());
        return v.property() + " " + who + " " + where + " " + v.detail();
    }

    /** Writes the three tables of the market; candidates best first, under the names that they have in {@code run}. */
    void write(Path folder, String run) throws IOException {
        MarketRows candidates = new MarketRows("id,category,orderKey1");
        MarketRows preferences = new MarketRows("candidate,unit1");
        for (int i : bestFirst(run)) {
            String name = PublicName.of(run, rows.get(i).candidate().value());
            candidates.row(name, rows.get(i).kind(), String.valueOf(-position[i]));
            preferences.row(
                    name,
                    IntStream.range(start[i], start[i + 1])
                            .mapToObj(w -> units.get(wish[w]))
                            .toArray(String[]::new));
        }
        MarketRows seats = new MarketRows("id,quota,accepts,line,parent");
        for (int u = 0; u < units.size(); u++) {
            long taken = accepts[u];
            String accepted = taken == -1L
                    ? ""
                    : IntStream.range(0, kinds.size())
                            .filter(k -> (taken >>> k & 1L) != 0)
                            .mapToObj(kinds::get)
                            .collect(Collectors.joining("|"));
            seats.row(units.get(u), String.valueOf(quota[u]), accepted, "", "");
        }
        candidates.write(folder.resolve("candidates.csv"));
        preferences.write(folder.resolve("preferences.csv"));
        seats.write(folder.resolve("units.csv"));
    }

    private int[] bestFirst(String run) {
        return IntStream.range(0, rows.size())
                .boxed()
                .sorted(Comparator.comparingInt((Integer i) -> position[i])
                        .thenComparing(
                                i -> PublicName.of(run, rows.get(i).candidate().value())))
                .mapToInt(i -> i)
                .toArray();
    }

    /** True when {@code again}, filed from the tables of {@link #write}, gives everybody what this market gave. */
    boolean same(MarketTables tables, Placement again, String run) {
        for (int i = 0; i < rows.size(); i++) {
            int row = tables.candidates()
                    .number(PublicName.of(run, rows.get(i).candidate().value()));
            int u = placement.unit(i);
            String given = u == Placement.NONE ? "" : units.get(u);
            String found = row < 0 || again.unit(row) == Placement.NONE
                    ? ""
                    : tables.units().name(again.unit(row));
            if (!given.equals(found) || row < 0 || again.choice(row) != placement.choice(i)) {
                return false;
            }
        }
        return again.candidates() == rows.size();
    }

    /** What {@code ops/zhikao place} must be told to file the tables of this market. */
    List<String> options() {
        Mechanism mechanism = track.placement().mechanism();
        List<String> options = new ArrayList<>(List.of("--mechanism"));
        // Where one wish counts, all that are left of these mechanisms is one pass down the order of merit.
        options.add(String.valueOf(rules.firstWishOnly() ? Mechanism.PARALLEL : mechanism));
        if (rules.ties() == TieRule.ADMIT_ALL) {
            options.addAll(List.of("--tie-policy", "ADMIT_ALL"));
        }
        if (rules.choiceBreaksTies()) {
            options.add("--choice-rank-breaks-ties");
        }
        return options;
    }

    /** Says what the market is, in the words of the rules. */
    ObjectNode describe(ObjectNode json) {
        json.put("track", track.id())
                .put("trackName", track.name())
                .put("list", rows.get(0).list())
                .put("mechanism", String.valueOf(track.placement().mechanism()))
                .put("ties", rules.ties().name())
                .put("choiceNumberBreaksTies", rules.choiceBreaksTies())
                .put("candidates", rows.size())
                .put("units", units.size())
                .put("placed", placed().size());
        options().forEach(json.putArray("options")::add);
        return json;
    }

    void input(Digest digest) {
        for (int i = 0; i < rows.size(); i++) {
            digest.line(
                    rows.get(i).candidate(),
                    position[i],
                    rows.get(i).kind(),
                    String.join(",", rows.get(i).preferences()));
        }
        for (int u = 0; u < units.size(); u++) {
            digest.line(units.get(u), quota[u], accepts[u]);
        }
    }
}
