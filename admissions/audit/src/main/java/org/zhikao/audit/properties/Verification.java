package org.zhikao.audit.properties;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** 核验: asks every promised property of one published run; publication needs an empty answer. */
public final class Verification {
    /** What every placement keeps, whatever the mechanism. */
    private static final List<Property> FEASIBLE = List.of(new P1OneSeat(), new P2ListedAndEligible(), new P3Quota());

    /** What a mechanism keeps that follows one pass of orders to the end. */
    private static final List<Property> STABLE = List.of(new P4NoEnvy(), new P5NoWaste(), new P8TiedTogether());

    private static final List<Property> RECOMPUTED = List.of(new P6Recomputed());

    private Verification() {}

    /** All of P1 to P6 and P8: for PARALLEL, DEFERRED_ACCEPTANCE, MULTI_FILE_MATCHING and other stable mechanisms. */
    public static List<Violation> check(PublishedRun run) {
        List<Violation> all = new ArrayList<>();
        Occupancy seats = Occupancy.of(run);
        for (List<Property> properties : List.of(FEASIBLE, STABLE, RECOMPUTED)) {
            ask(properties, run, seats, all);
        }
        return all;
    }

    /** P1, P2 and P3: what holds even where nothing but seats and lists was published. */
    public static List<Violation> checkSeats(PublishedRun run) {
        List<Violation> all = new ArrayList<>();
        ask(FEASIBLE, run, Occupancy.of(run), all);
        return all;
    }

    /** P1, P2, P3 and P6: where answers or colleges decide, envy is not excluded. */
    public static List<Violation> checkFeasible(PublishedRun run) {
        List<Violation> all = new ArrayList<>();
        Occupancy seats = Occupancy.of(run);
        ask(FEASIBLE, run, seats, all);
        ask(RECOMPUTED, run, seats, all);
        return all;
    }

    /** P1, P2, P3 and P6 of the whole; P4, P5 and P8 inside each band. The last size repeats; {@code {1}} is SEQUENTIAL. */
    public static List<Violation> checkBanded(PublishedRun run, int[] bandSizes) {
        List<Violation> all = new ArrayList<>(checkFeasible(run));
        Bands bands = new Bands(run);
        int longest = bands.longest();
        int from = 0;
        for (int k = 0; from < longest; k++) {
            int to = (int) Math.min((long) from + bandSizes[Math.min(k, bandSizes.length - 1)], longest);
            PublishedRun band = bands.band(from, to);
            ask(STABLE, band, Occupancy.of(band), all);
            from = to;
        }
        return all;
    }

    /** P7: each beginning of a call order holds the minimum rate of reserve candidates while any are left. */
    public static List<Violation> checkCallOrder(int[] order, boolean[] reserve, int minPercent) {
        return collect("P7", f -> P7ReservePrefixes.check(order, reserve, minPercent, f));
    }

    /** P9: a supplementary round moves nobody and fills no more than was vacant. */
    public static List<Violation> checkRound(int[] before, int[] after, int[] vacancies) {
        return collect("P9", f -> P9RoundsOnlyAdd.check(before, after, vacancies, f));
    }

    /** P10: every returned file carries a reason. */
    public static List<Violation> checkReturns(int[] filedTo, int[] admitted, @Nullable String[] reason) {
        return collect("P10", f -> P10ReturnsAreReasoned.check(filedTo, admitted, reason, f));
    }

    /** P11: published positions follow from the keys, and from draw numbers where they decide. */
    public static List<Violation> checkPositions(long[][] keys, long @Nullable [] draw, int[] position) {
        return collect("P11", f -> P11Positions.check(keys, draw, position, f));
    }

    private static List<Violation> collect(String property, Consumer<Findings> check) {
        Findings findings = new Findings(property);
        check.accept(findings);
        return findings.sorted();
    }

    private static void ask(List<Property> properties, PublishedRun run, Occupancy seats, List<Violation> all) {
        for (Property property : properties) {
            Findings findings = new Findings(property.number());
            property.check(run, seats, findings);
            all.addAll(findings.sorted());
        }
    }
}
