package org.zhikao.server.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhikao.admissions.placement.rank.BandedFiling;
import org.zhikao.admissions.placement.rank.FileMatching;
import org.zhikao.admissions.placement.rank.Line;
import org.zhikao.admissions.placement.rank.Market;
import org.zhikao.admissions.placement.rank.MeritOrder;
import org.zhikao.admissions.placement.rank.ParallelFiling;
import org.zhikao.admissions.placement.rank.Placement;
import org.zhikao.admissions.placement.rank.RankedMarket;
import org.zhikao.admissions.placement.rank.TieGroup;
import org.zhikao.admissions.placement.rank.TieRule;
import org.zhikao.admissions.placement.rank.Units;
import org.zhikao.admissions.placement.rank.Wishes;
import org.zhikao.admissions.placement.rank.explain.WhyNot;
import org.zhikao.admissions.placement.rank.explain.WishAnswer;
import org.zhikao.admissions.shared.Refused;
import org.zhikao.audit.properties.PublishedLine;
import org.zhikao.audit.properties.PublishedRun;
import org.zhikao.audit.properties.TieReading;
import org.zhikao.audit.properties.Verification;
import org.zhikao.audit.properties.Violation;
import org.zhikao.formats.placement.ExplanationText;
import org.zhikao.formats.placement.InputError;
import org.zhikao.formats.placement.MarketTableReader;
import org.zhikao.formats.placement.MarketTables;
import org.zhikao.formats.placement.ResultTables;
import org.zhikao.formats.placement.UnusableInput;

/** Places one market read from three tables, verifies it, writes the result tables and prints one line about the run. */
final class TableRun {
    private static final List<String> MECHANISMS =
            List.of("PARALLEL", "SEQUENTIAL", "BANDED", "DEFERRED_ACCEPTANCE", "MULTI_FILE_MATCHING");

    private final TableOptions options;
    private final boolean verify;
    private final @Nullable String explain;

    private BandedFiling.@Nullable Outcome banded;

    TableRun(TableOptions options, boolean verify, @Nullable String explain) {
        this.options = options;
        this.verify = verify;
        this.explain = explain;
    }

    int run(PrintWriter out, PrintWriter err) throws IOException, UnusableInput {
        String mechanism = given(options.mechanism, "--mechanism");
        if (!MECHANISMS.contains(mechanism)) {
            out.println(PlaceCommand.error(
                    null, List.of(new InputError("UNKNOWN_MECHANISM", "--mechanism", "one of " + MECHANISMS))));
            err.println("no mechanism for tables is called " + mechanism + "; there are " + MECHANISMS);
            return 1;
        }
        Path directory = given(options.out, "--out");
        TieRule rule = rule();
        MarketTables tables = MarketTableReader.read(
                given(options.candidates, "--candidates"),
                given(options.units, "--units"),
                given(options.preferences, "--preferences"));
        try {
            return place(tables, mechanism, rule, directory, out);
        } catch (Refused fault) {
            throw new UnusableInput(
                    List.of(new InputError(fault.code().name(), "", String.valueOf(fault.parameters()))));
        }
    }

    private static <T> T given(@Nullable T value, String option) throws UnusableInput {
        if (value == null) {
            throw new UnusableInput(List.of(new InputError("MISSING_OPTION", option, "is needed beside the others")));
        }
        return value;
    }

    private int place(MarketTables tables, String mechanism, TieRule rule, Path directory, PrintWriter out)
            throws IOException, UnusableInput {
        boolean drawn = rule == TieRule.SYSTEM_ORDER;
        int n = tables.candidates().count();
        MeritOrder merit = MeritOrder.by(tables.keys(), n, drawn ? tables.draw() : null);
        Market market = market(tables, merit);
        Placement placement = place(market, mechanism, rule);
        List<InputError> undecided = placement.ties().stream()
                .filter(t -> t.outcome() == TieGroup.Outcome.UNDECIDED)
                .map(t -> undecided(t, tables))
                .toList();
        if (!undecided.isEmpty()) {
            throw new UnusableInput(undecided);
        }
        List<Violation> violations = new ArrayList<>(verify(tables, merit, placement, mechanism));
        ResultTables.Digests digests = ResultTables.write(directory, tables, merit, placement);
        ObjectNode line = summary(tables, placement, mechanism, rule, digests);
        line.set("violations", violations(tables, violations));
        Files.writeString(directory.resolve("run.json"), line + "\n");
        if (explain != null) {
            line.set("explanation", explanation(tables, market, placement));
        }
        out.println(line);
        return verify && !violations.isEmpty() ? 1 : 0;
    }

    private static InputError undecided(TieGroup t, MarketTables tables) {
        return new InputError(
                "TIE_UNDECIDED",
                "--tie-policy",
                t.size() + " candidates share position " + t.position() + " for " + t.seats() + " seats of "
                        + tables.units().name(t.unit()) + " and no tie policy is stated");
    }

    private TieRule rule() throws UnusableInput {
        String policy = options.tiePolicy;
        if (policy == null) {
            return TieRule.UNSTATED;
        }
        switch (policy) {
            case "ADMIT_ALL":
                return TieRule.ADMIT_ALL;
            case "SYSTEM_ORDER":
                return TieRule.SYSTEM_ORDER;
            case "SHARED_RANK":
                if ("H".equals(options.seatRule)) {
                    return TieRule.REFUSE_ALL;
                }
                if ("L".equals(options.seatRule)) {
                    return TieRule.ADMIT_ALL;
                }
                throw new UnusableInput(
                        List.of(new InputError("MISSING_OPTION", "--seat-rule", "SHARED_RANK needs H or L")));
            default:
                throw new UnusableInput(List.of(new InputError(
                        "UNKNOWN_VALUE", "--tie-policy", "one of ADMIT_ALL, SHARED_RANK, SYSTEM_ORDER")));
        }
    }

    private long[] lines(MarketTables tables) {
        long[] line = tables.line().clone();
        if (options.line != null) {
            for (int u = 0; u < line.length; u++) {
                line[u] = line[u] == Units.NO_LINE ? options.line : line[u];
            }
        }
        return line;
    }

    private Market market(MarketTables tables, MeritOrder merit) {
        Units units = Units.of(tables.quota(), tables.accepts());
        int[] parent = tables.parent();
        Wishes wishes = Wishes.of(tables.start(), tables.wish());
        Market market = Market.of(merit, wishes, parent == null ? units : units.within(parent));
        if (!tables.categories().isEmpty()) {
            market = market.withCategories(tables.category());
        }
        long[] line = lines(tables);
        boolean any = Arrays.stream(line).anyMatch(l -> l != Units.NO_LINE);
        return any ? market.withLines(List.of(new Line("total", tables.keys()[0], line))) : market;
    }

    private Placement place(Market market, String mechanism, TieRule rule) throws UnusableInput {
        if (mechanism.equals("PARALLEL") && !options.choiceRankBreaksTies) {
            return ParallelFiling.file(market, rule);
        }
        RankedMarket ranked = RankedMarket.of(market, options.choiceRankBreaksTies);
        if (mechanism.equals("MULTI_FILE_MATCHING")) {
            return FileMatching.match(ranked);
        }
        BandedFiling.Outcome outcome = BandedFiling.file(ranked, rule, bands(mechanism));
        banded = outcome;
        return outcome.whole();
    }

    private int[] bands(String mechanism) throws UnusableInput {
        if (mechanism.equals("SEQUENTIAL")) {
            return new int[] {1};
        }
        if (!mechanism.equals("BANDED")) {
            return new int[] {Integer.MAX_VALUE};
        }
        if (options.bandSizes.isEmpty() || options.bandSizes.stream().anyMatch(b -> b < 1)) {
            throw new UnusableInput(
                    List.of(new InputError("MISSING_OPTION", "--band-sizes", "BANDED needs sizes from 1")));
        }
        return options.bandSizes.stream().mapToInt(b -> b).toArray();
    }

    private List<Violation> verify(MarketTables tables, MeritOrder merit, Placement placement, String mechanism)
            throws UnusableInput {
        int[] position = new int[tables.candidates().count()];
        for (int i = 0; i < position.length; i++) {
            position[i] = merit.position(i);
        }
        boolean drawn = "SYSTEM_ORDER".equals(options.tiePolicy);
        List<Violation> all =
                new ArrayList<>(Verification.checkPositions(tables.keys(), drawn ? tables.draw() : null, position));
        PublishedRun run = PublishedRun.inputs(tables.start(), tables.wish(), tables.quota(), position)
                .categories(tables.category(), tables.accepts())
                .lines(List.of(new PublishedLine("total", tables.keys()[0], lines(tables))))
                .ties(reading(), options.choiceRankBreaksTies)
                .outputs(placement.unitsByCandidate(), placement.choicesByCandidate(), placement.cutoffsByUnit());
        int[] parent = tables.parent();
        if (parent != null) {
            run.parents(parent);
        }
        boolean inBands = mechanism.equals("SEQUENTIAL") || mechanism.equals("BANDED");
        all.addAll(inBands ? Verification.checkBanded(run, bands(mechanism)) : Verification.check(run));
        return all;
    }

    private TieReading reading() {
        if (options.tiePolicy == null || options.tiePolicy.equals("SYSTEM_ORDER")) {
            return TieReading.STRICT;
        }
        return "H".equals(options.seatRule) && options.tiePolicy.equals("SHARED_RANK")
                ? TieReading.TOGETHER_OUT
                : TieReading.TOGETHER_IN;
    }

    private static ObjectNode summary(
            MarketTables tables, Placement placement, String mechanism, TieRule rule, ResultTables.Digests digests) {
        int placed = 0;
        for (int i = 0; i < placement.candidates(); i++) {
            placed += placement.unit(i) >= 0 ? 1 : 0;
        }
        return JsonNodeFactory.instance
                .objectNode()
                .put("mechanism", mechanism)
                .put("tieRule", rule.name())
                .put("candidates", tables.candidates().count())
                .put("units", tables.units().count())
                .put("wishes", tables.wish().length)
                .put("placed", placed)
                .put("unplaced", placement.candidates() - placed)
                .put("tieGroups", placement.ties().size())
                .put("inputDigest", digests.input())
                .put("outputDigest", digests.output());
    }

    private static ArrayNode violations(MarketTables tables, List<Violation> violations) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (Violation v : violations) {
            array.addObject()
                    .put("property", v.property())
                    .put(
                            "candidate",
                            v.candidate() < 0 ? null : tables.candidates().name(v.candidate()))
                    .put("unit", v.unit() < 0 ? null : tables.units().name(v.unit()))
                    .put("detail", v.detail());
        }
        return array;
    }

    private ArrayNode explanation(MarketTables tables, Market market, Placement placement) throws UnusableInput {
        int candidate = explain == null ? -1 : tables.candidates().number(explain);
        if (candidate < 0) {
            throw new UnusableInput(
                    List.of(new InputError("UNKNOWN_CANDIDATE", "--explain", "no candidate is called " + explain)));
        }
        BandedFiling.Outcome outcome = banded;
        List<WishAnswer> answers = outcome == null
                ? WhyNot.explain(market, (unit, choice) -> placement.cutoff(unit), candidate)
                : WhyNot.explain(RankedMarket.of(market, options.choiceRankBreaksTies), outcome::cutoff, candidate);
        ArrayNode wishes = JsonNodeFactory.instance.arrayNode();
        for (WishAnswer answer : answers) {
            String key = key(answer, market, candidate);
            String unit = tables.units().name(answer.unit());
            int position = market.merit().position(candidate);
            int last = placement.last(answer.unit());
            int quota = tables.quota()[answer.unit()];
            wishes.addObject()
                    .put("choice", answer.choice())
                    .put("unit", unit)
                    .put("code", key)
                    .put("zh", ExplanationText.CHINESE.say(key, unit, answer.choice(), position, last, quota, ""))
                    .put("en", ExplanationText.ENGLISH.say(key, unit, answer.choice(), position, last, quota, ""));
        }
        return wishes;
    }

    private static String key(WishAnswer answer, Market market, int candidate) {
        return switch (answer.verdict()) {
            case ADMITTED -> answer.cutoff() == Placement.OPEN ? "ADMITTED_OPEN" : "ADMITTED";
            case NOT_ELIGIBLE -> market.categoryFits(candidate, answer.unit()) ? "BELOW_LINE" : "CATEGORY";
            case BEHIND_CUTOFF, NO_SEAT_LEFT, NOT_NEEDED -> answer.verdict().name();
        };
    }
}
