package org.zhikao.admissions.placement.rank;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * 投档单位: what wishes name and seats belong to: quotas, admissible categories, own lines, and the unit above.
 *
 * <p>A unit's parent has a quota of its own that all its children share (专业 within 院校). Quotas that overlap in any other
 * way cannot be written down here: finding out whether a stable placement exists for them is NP-hard.
 */
public final class Units {
    /** 不设控制线. */
    public static final long NO_LINE = Long.MIN_VALUE;

    private static final long ALL = -1L;

    final int[] quota;
    final long[] accepts;
    final int @Nullable [] parent;

    private Units(int[] quota, long[] accepts, int @Nullable [] parent) {
        this.quota = quota;
        this.accepts = accepts;
        this.parent = parent;
    }

    /** Units that take every category and stand alone. */
    public static Units of(int[] quota) {
        long[] accepts = new long[quota.length];
        Arrays.fill(accepts, ALL);
        return of(quota, accepts);
    }

    /** Bit {@code c} of {@code accepts[u]} is set when unit {@code u} takes category {@code c}. */
    public static Units of(int[] quota, long[] accepts) {
        if (quota.length > Wishes.MAX_UNITS) {
            throw new IllegalArgumentException("a market has at most " + Wishes.MAX_UNITS + " units");
        }
        if (accepts.length != quota.length) {
            throw new IllegalArgumentException("as many category sets as quotas");
        }
        for (int u = 0; u < quota.length; u++) {
            if (quota[u] < 0) {
                throw new IllegalArgumentException("unit " + u + " has a negative quota");
            }
        }
        return new Units(quota, accepts, null);
    }

    /** The same units with a parent each, {@code -1} for none; a child may come before its parent, circles may not be. */
    public Units within(int[] parents) {
        if (parents.length != quota.length) {
            throw new IllegalArgumentException("as many parents as units");
        }
        for (int u = 0; u < parents.length; u++) {
            int steps = 0;
            for (int p = parents[u]; p >= 0; p = parents[p]) {
                if (p >= parents.length || ++steps > parents.length) {
                    throw new IllegalArgumentException("unit " + u + " has no root");
                }
            }
        }
        return new Units(quota, accepts, parents.clone());
    }

    /** The same units with other quotas: vacancies of a later round, or a plan to be tried. */
    public Units withQuota(int[] seats) {
        Units changed = of(seats.clone(), accepts);
        return new Units(changed.quota, accepts, parent);
    }

    public int count() {
        return quota.length;
    }

    public int quota(int unit) {
        return quota[unit];
    }

    /** The unit above, or {@code -1}. */
    public int parent(int unit) {
        return parent == null ? -1 : parent[unit];
    }

    /** True when some unit stands within another. */
    public boolean nested() {
        return parent != null;
    }

    /** True when the unit takes the category. */
    public boolean accepts(int unit, int category) {
        return (accepts[unit] >>> category & 1L) != 0;
    }
}
