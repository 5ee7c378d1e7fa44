package org.zhikao.server.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.zhikao.admissions.placement.rank.DeferredAcceptance;
import org.zhikao.admissions.placement.rank.Line;
import org.zhikao.admissions.placement.rank.Market;
import org.zhikao.admissions.placement.rank.MeritOrder;
import org.zhikao.admissions.placement.rank.ParallelFiling;
import org.zhikao.admissions.placement.rank.Placement;
import org.zhikao.admissions.placement.rank.RankedMarket;
import org.zhikao.admissions.placement.rank.TieRule;
import org.zhikao.admissions.placement.rank.Units;
import org.zhikao.admissions.placement.rank.Wishes;
import org.zhikao.admissions.placement.rank.explain.Comparison;
import org.zhikao.admissions.placement.rank.explain.WhyNot;
import org.zhikao.audit.properties.PublishedLine;
import org.zhikao.audit.properties.PublishedRun;
import org.zhikao.audit.properties.TieReading;
import org.zhikao.audit.properties.Verification;
import org.zhikao.audit.properties.Violation;
import org.zhikao.formats.placement.MarketTableReader;
import org.zhikao.formats.placement.MarketTables;
import org.zhikao.formats.placement.UnusableInput;

/**
 * 投档性能测量: the goals of the placement engine, each measured on the engine that seasons use; the median of several runs after
 * warming up, everything in one process.
 *
 * <p>Measured with {@code -Xms6g -Xmx6g -XX:+UseParallelGC -XX:+AlwaysPreTouch -XX:+UseTransparentHugePages}.
 */
public final class PlacementBench {
    private static final long SEED = 7;

    private final boolean quick;
    private final PrintWriter log;
    private final List<Figure> figures = new ArrayList<>();
    private double best;
    private final int candidates;
    private final int units;
    private final int wishes;

    private PlacementBench(boolean quick, PrintWriter log) {
        this.quick = quick;
        this.log = log;
        candidates = quick ? 100_000 : 1_000_000;
        units = quick ? 3_000 : 30_000;
        wishes = 96;
    }

    /** Measures and, given a file, writes {@code {"environment":{…},"figures":[…]}}; with {@code quick} a tenth of the size. */
    public static List<Figure> run(boolean quick, @Nullable Path json, PrintWriter log) throws IOException {
        PlacementBench bench = new PlacementBench(quick, log);
        try {
            bench.measure();
        } catch (UnusableInput impossible) {
            throw new IllegalStateException("the tables written here are read again", impossible);
        }
        if (json != null) {
            bench.write(json);
        }
        return List.copyOf(bench.figures);
    }

    private void measure() throws IOException, UnusableInput {
        PlacementShape shape = new PlacementShape(candidates, wishes, units, 0.9, SEED);
        oneOrder(shape);
        yardstick(shape);
        ownOrders(shape);
        tables(shape);
        growth();
    }

    private void oneOrder(PlacementShape shape) {
        MeritOrder merit = MeritOrder.by(shape.keys, candidates, null);
        add(Figure.atMost(
                "G1 merit order, 8 keys", median(() -> MeritOrder.by(shape.keys, candidates, null)), "s", 0.15));
        Market market = market(shape, merit);
        double parallel = median(() -> ParallelFiling.file(market, TieRule.ADMIT_ALL));
        add(Figure.atMost("G2 PARALLEL", parallel, "s", 0.2));
        add(Figure.atMost(
                "G2 memory beyond the input, merit order and PARALLEL",
                allocatedMebibytes(() -> ParallelFiling.file(
                        market(shape, MeritOrder.by(shape.keys, candidates, null)), TieRule.ADMIT_ALL)),
                "MiB",
                100));
        Placement placement = ParallelFiling.file(market, TieRule.ADMIT_ALL);
        verifier(shape, merit, placement);
        int[] changed = shape.quota.clone();
        for (int u = 0; u < changed.length; u += 100) {
            changed[u] += 5;
        }
        add(Figure.atMost(
                "G6 what-if after a quota change, differences included",
                median(() -> {
                    Market other = market.withQuota(changed);
                    return Comparison.of(market, placement, other, ParallelFiling.file(other, TieRule.ADMIT_ALL));
                }),
                "s",
                0.5));
        double all = median(() -> {
            int answers = 0;
            for (int i = 0; i < 10_000; i++) {
                answers +=
                        WhyNot.explain(market, (u, c) -> placement.cutoff(u), i).size();
            }
            return answers;
        });
        add(Figure.atMost("G5 why not, one candidate, all wishes", all / 10_000 * 1_000, "ms", 1));
        int placed = 0;
        for (int i = 0; i < candidates; i++) {
            placed += placement.unit(i) >= 0 ? 1 : 0;
        }
        add(Figure.plain("placed by PARALLEL", placed, "candidates"));
    }

    private void verifier(PlacementShape shape, MeritOrder merit, Placement placement) {
        int[] position = new int[candidates];
        Arrays.setAll(position, merit::position);
        PublishedRun run = PublishedRun.inputs(shape.start, shape.wish, shape.quota, position)
                .categories(shape.category, shape.accepts)
                .lines(List.of(new PublishedLine("total", shape.keys[0], shape.line)))
                .ties(TieReading.TOGETHER_IN, false)
                .outputs(placement.unitsByCandidate(), placement.choicesByCandidate(), placement.cutoffsByUnit());
        List<Violation> violations = Verification.check(run);
        if (!violations.isEmpty()) {
            throw new IllegalStateException("the engine broke a property: " + violations.get(0));
        }
        add(Figure.atMost("G3 verifier, P1 to P6 and P8", median(() -> Verification.check(run)), "s", 0.2));
        add(Figure.plain(
                "verifier, positions against keys (P11)",
                median(() -> Verification.checkPositions(shape.keys, null, position)),
                "s"));
    }

    private static Market market(PlacementShape shape, MeritOrder merit) {
        return Market.of(merit, shape.lists, Units.of(shape.quota, shape.accepts))
                .withCategories(shape.category)
                .withLines(List.of(new Line("total", shape.keys[0], shape.line)));
    }

    private void ownOrders(PlacementShape shape) {
        RankedMarket market = RankedMarket.of(
                Wishes.of(shape.start, shape.wish), shape.ownRanks(SEED), Units.of(shape.quota, shape.accepts));
        add(Figure.atMost(
                "G4 DEFERRED_ACCEPTANCE, own orders",
                median(() -> DeferredAcceptance.match(market, TieRule.ADMIT_ALL)),
                "s",
                1));
        Placement placement = DeferredAcceptance.match(market, TieRule.ADMIT_ALL);
        long applied = 0;
        for (int i = 0; i < candidates; i++) {
            applied += placement.choice(i) == 0 ? wishes : placement.choice(i);
        }
        add(Figure.plain("G4 applications a candidate", (double) applied / candidates, "wishes"));
        PlacementShape small = new PlacementShape(50_000, 10, 35, 0.9, SEED);
        RankedMarket fifty = RankedMarket.of(
                Wishes.of(small.start, small.wish), small.ownRanks(SEED), Units.of(small.quota, small.accepts));
        add(Figure.atMost(
                "G7 DEFERRED_ACCEPTANCE, 50,000 candidates, 35 units",
                median(() -> DeferredAcceptance.match(fifty, TieRule.ADMIT_ALL)) * 1_000,
                "ms",
                20));
    }

    /** The same market in objects and collections: sorted and filed, compared candidate by candidate. */
    private void yardstick(PlacementShape shape) {
        double engine = median(() ->
                ParallelFiling.file(market(shape, MeritOrder.by(shape.keys, candidates, null)), TieRule.ADMIT_ALL));
        Placement placement =
                ParallelFiling.file(market(shape, MeritOrder.by(shape.keys, candidates, null)), TieRule.ADMIT_ALL);
        List<Yardstick.Unit> unitObjects = new ArrayList<>();
        for (int u = 0; u < units; u++) {
            List<String> accepts = shape.accepts[u] == 0b11L ? List.of() : List.of(shape.accepts[u] == 1L ? "0" : "1");
            unitObjects.add(new Yardstick.Unit("u" + u, shape.quota[u], accepts, shape.line[u]));
        }
        List<Yardstick.Candidate> objects = new ArrayList<>();
        for (int i = 0; i < candidates; i++) {
            List<String> list = new ArrayList<>(wishes);
            for (int w = shape.start[i]; w < shape.start[i + 1]; w++) {
                list.add(unitObjects.get(shape.wish[w]).id);
            }
            List<Long> keys = new ArrayList<>();
            for (long[] key : shape.keys) {
                keys.add(key[i]);
            }
            objects.add(new Yardstick.Candidate("c" + i, keys, list, Map.of(), Byte.toString(shape.category[i])));
        }
        double straightforward = seconds(() -> {
            Yardstick.parallel(objects, unitObjects);
            return objects;
        });
        for (int i = 0; i < candidates; i++) {
            String expected = placement.unit(i) < 0 ? null : "u" + placement.unit(i);
            if (!Objects.equals(expected, objects.get(i).unit)) {
                throw new IllegalStateException("engine and yardstick disagree on candidate " + i);
            }
        }
        add(Figure.plain("yardstick on objects and collections, order and filing", straightforward, "s"));
        add(Figure.atLeast("yardstick: engine is faster by", straightforward / engine, "times", 20));
    }

    private void tables(PlacementShape shape) throws IOException, UnusableInput {
        Path directory = Files.createTempDirectory("zhikao-bench");
        try {
            Path c = directory.resolve("candidates.csv");
            Path u = directory.resolve("units.csv");
            Path p = directory.resolve("preferences.csv");
            writeTables(shape, c, u, p);
            add(Figure.plain("size of preferences.csv", Files.size(p) / 1048576.0, "MiB"));
            long from = System.nanoTime();
            MarketTables read = MarketTableReader.read(c, u, p);
            add(Figure.atMost("reading the three tables", (System.nanoTime() - from) / 1e9, "s", 10));
            if (!Arrays.equals(read.wish(), shape.wish)) {
                throw new IllegalStateException("the tables do not read as they were written");
            }
        } finally {
            try (var files = Files.list(directory)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(directory);
        }
    }

    private static void writeTables(PlacementShape shape, Path c, Path u, Path p) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(c, StandardCharsets.UTF_8)) {
            out.write("id,category,k1,k2,k3,k4,k5,k6,k7,k8\n");
            for (int i = 0; i < shape.candidates; i++) {
                StringBuilder row = new StringBuilder("c").append(i).append(',').append(shape.category[i]);
                for (long[] key : shape.keys) {
                    row.append(',').append(key[i]);
                }
                out.append(row).write('\n');
            }
        }
        try (BufferedWriter out = Files.newBufferedWriter(u, StandardCharsets.UTF_8)) {
            out.write("id,quota,accepts,line,parent\n");
            for (int unit = 0; unit < shape.units; unit++) {
                out.write("u" + unit + "," + shape.quota[unit] + ",," + shape.line[unit] + ",\n");
            }
        }
        try (BufferedWriter out = Files.newBufferedWriter(p, StandardCharsets.UTF_8)) {
            StringBuilder row = new StringBuilder();
            for (int i = 0; i < shape.candidates; i++) {
                row.setLength(0);
                row.append('c').append(i);
                for (int w = shape.start[i]; w < shape.start[i + 1]; w++) {
                    row.append(",u").append((int) shape.wish[w]);
                }
                out.append(row).write('\n');
            }
        }
    }

    /** Cost from small to large: no faster than n log n, with room for caches that no longer hold everything. */
    private void growth() {
        Map<Integer, Double> cost = new HashMap<>();
        int[] sizes = quick ? new int[] {10_000, 30_000, 100_000} : new int[] {10_000, 100_000, 1_000_000};
        for (int n : sizes) {
            PlacementShape shape = new PlacementShape(n, wishes, Math.max(100, n * 3 / 100), 0.9, SEED);
            double seconds = median(
                    () -> ParallelFiling.file(market(shape, MeritOrder.by(shape.keys, n, null)), TieRule.ADMIT_ALL));
            cost.put(n, seconds);
            add(Figure.plain("growth: order and filing of " + n, seconds, "s"));
            add(Figure.plain("growth: per candidate and log2 n, of " + n, seconds * 1e9 / n / log2(n), "ns"));
        }
        int small = sizes[0];
        int large = sizes[sizes.length - 1];
        double factor = cost.getOrDefault(large, 0.0) / cost.getOrDefault(small, 1.0);
        double allowed = large * log2(large) / (small * log2(small));
        add(Figure.atMost("growth: cost factor over n log n factor", factor / allowed, "times", 1));
    }

    private static double log2(double n) {
        return Math.log(n) / Math.log(2);
    }

    private static double seconds(Supplier<?> work) {
        long from = System.nanoTime();
        Object result = work.get();
        long to = System.nanoTime();
        if (result == null) {
            throw new IllegalStateException("work gives a result, so that it is not optimised away");
        }
        return (to - from) / 1e9;
    }

    private double median(Supplier<?> work) {
        for (int k = 0; k < 3; k++) {
            seconds(work);
        }
        double[] times = new double[7];
        for (int k = 0; k < times.length; k++) {
            times[k] = seconds(work);
        }
        Arrays.sort(times);
        best = times[0];
        return times[times.length / 2];
    }

    private static double allocatedMebibytes(Supplier<?> work) {
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
        seconds(work);
        return (threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before) / 1048576.0;
    }

    /** The median decides about the goal; the best of the runs stands beside it, for machines that others use as well. */
    private void add(Figure figure) {
        figures.add(figure);
        if (best > 0 && figure.unit().equals("s") && figure.goal() != null) {
            figures.add(Figure.plain(figure.name() + ", best run", best, "s"));
        }
        best = 0;
        log.println(Results.line(figure));
        log.flush();
    }

    private void write(Path file) throws IOException {
        ObjectNode json = new ObjectMapper().createObjectNode();
        ObjectNode environment = Results.environment(json);
        environment.put("candidates", candidates).put("wishes", wishes).put("units", units);
        environment.put("seed", SEED).put("quick", quick);
        Results.write("Placement", "ops/zhikao bench placement", json, environment, figures, file);
    }
}
