package org.zhikao.server.bench;

import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.zhikao.admissions.shared.SeasonId;
import org.zhikao.formats.season.SeasonReading;
import org.zhikao.server.play.PlayedSeason;
import org.zhikao.server.play.Progress;
import org.zhikao.server.play.SeasonReport;

/**
 * A whole season from publication to the last placement, by size: through commands, on a throw-away database that keeps its
 * durability, tokens moved by the live ingress before the next phase opens. The season's own checks hold or there is no figure.
 */
public final class SeasonBench {
    private static final int PROVINCE = 300_000;
    private static final double PROVINCE_SECONDS = 12 * 60;
    private static final double HEAP_MIB = 3 * 1024;
    private static final long SEED = 7;
    private static final int EXEMPT_PER_MYRIAD = 100;
    private static final double MIB = 1 << 20;

    private SeasonBench() {}

    /**
     * Plays one season a size, in this order; growth is told from one to the next.
     *
     * @param ordinary candidates of the season that is played in the ordinary way as well, 0 for none
     * @throws IllegalStateException when a check of a season fails
     */
    public static List<Figure> run(
            String province, SeasonReading rules, List<Integer> sizes, int ordinary, PrintWriter log) {
        List<Figure> figures = new ArrayList<>();
        double perCandidate = 0;
        for (int size : sizes) {
            forgetPeaks();
            SeasonReport report = played(province, rules, size);
            double seconds = seconds(report);
            String name = String.format(Locale.ROOT, "season of %,d", size);
            figures.add(
                    size == PROVINCE
                            ? Figure.atMost(name + ", all phases", seconds, "s", PROVINCE_SECONDS)
                            : Figure.plain(name + ", all phases", seconds, "s"));
            for (SeasonReport.PhaseTime phase : report.phases()) {
                figures.add(
                        Figure.plain(name + ", " + phase.name(), phase.seconds().doubleValue(), "s"));
            }
            figures.add(Figure.plain(name + ", facts", report.facts() / seconds, "facts/s"));
            figures.add(Figure.plain(name + ", facts each", report.facts() / (double) size, "facts"));
            figures.add(Figure.plain(
                    name + ", facts each that move tokens", report.tokensMoved() / (double) size, "facts"));
            figures.add(Figure.atMost(name + ", heap at its peak", peakMebibytes(), "MiB", HEAP_MIB));
            double cost = seconds / size;
            if (perCandidate > 0) {
                figures.add(Figure.atMost(
                        name + ", cost of a candidate against the size before", cost / perCandidate, "times", 1));
            }
            perCandidate = cost;
            figures.subList(Math.max(0, figures.size() - report.phases().size() - 6), figures.size())
                    .forEach(f -> log.println(f.name() + ": " + f.value() + " " + f.unit()));
            log.flush();
        }
        if (ordinary > 0) {
            double ours = seconds(played(province, rules, ordinary)) / ordinary;
            figures.add(Figure.plain(
                    String.format(Locale.ROOT, "season of %,d beside the ordinary ones", ordinary),
                    ours * ordinary,
                    "s"));
            figures.addAll(OrdinaryBench.run(province, rules, ordinary, SEED, EXEMPT_PER_MYRIAD, ours, log));
        }
        return figures;
    }

    private static SeasonReport played(String province, SeasonReading rules, int size) {
        SeasonReport report = PlayedSeason.run(
                new SeasonId(rules.rules().orElseThrow().id()),
                province,
                rules,
                size,
                SEED,
                EXEMPT_PER_MYRIAD,
                PlayedSeason.Kept.NOTHING,
                Progress.SILENT);
        if (!report.sound()) {
            throw new IllegalStateException("a check of the season failed: "
                    + report.checks().stream().filter(c -> !c.ok()).toList());
        }
        return report;
    }

    private static double seconds(SeasonReport report) {
        return report.phases().stream()
                .mapToDouble(p -> p.seconds().doubleValue())
                .sum();
    }

    private static void forgetPeaks() {
        heapPools().forEach(MemoryPoolMXBean::resetPeakUsage);
    }

    /** The pools' peaks, which need not have been at one moment: never too low. */
    private static double peakMebibytes() {
        return heapPools().stream()
                        .map(MemoryPoolMXBean::getPeakUsage)
                        .mapToLong(MemoryUsage::getUsed)
                        .sum()
                / MIB;
    }

    private static List<MemoryPoolMXBean> heapPools() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
    }
}
