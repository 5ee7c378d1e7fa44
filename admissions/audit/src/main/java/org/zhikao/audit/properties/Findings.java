package org.zhikao.audit.properties;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects violations of one property from several threads; keeps at most a thousand. */
final class Findings {
    private static final int KEPT = 1_000;

    private final String property;
    private final List<Violation> kept = new ArrayList<>();

    Findings(String property) {
        this.property = property;
    }

    synchronized void add(int candidate, int unit, String detail) {
        if (kept.size() < KEPT) {
            kept.add(new Violation(property, candidate, unit, detail));
        }
    }

    /** In the order of candidates, then units, whatever thread found them. */
    synchronized List<Violation> sorted() {
        List<Violation> all = new ArrayList<>(kept);
        all.sort(Comparator.comparingInt(Violation::candidate)
                .thenComparingInt(Violation::unit)
                .thenComparing(Violation::detail));
        return all;
    }
}
