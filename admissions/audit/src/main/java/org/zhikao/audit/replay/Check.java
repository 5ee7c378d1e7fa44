package org.zhikao.audit.replay;

import org.jspecify.annotations.Nullable;

/** Counts what one check looked at and what it found, and keeps the finding with the lowest global index. */
final class Check {
    private final String name;
    private final String unit;
    private long looked;
    private long found;
    private @Nullable Finding first;

    /** {@code unit}: what is counted, in the plural. */
    Check(String name, String unit) {
        this.name = name;
        this.unit = unit;
    }

    void looked() {
        looked++;
    }

    void found(Finding finding) {
        found++;
        if (first == null || finding.index() < first.index()) {
            first = finding;
        }
    }

    void found(StoredFact at, String code, String detail) {
        found(new Finding(at.aggregate(), at.sequence(), at.index(), code, detail));
    }

    /** Finds unless {@code ok}; true when it is. */
    boolean that(boolean ok, StoredFact at, String code, String detail) {
        if (!ok) {
            found(at, code, detail);
        }
        return ok;
    }

    Verdict verdict() {
        return verdict("");
    }

    Verdict verdict(String remark) {
        String counted = looked + " " + unit + (remark.isEmpty() ? "" : ", " + remark);
        return first == null
                ? new Verdict(name, true, counted, null)
                : new Verdict(name, false, found + " wrong of " + counted + "; first: " + first, first);
    }
}
