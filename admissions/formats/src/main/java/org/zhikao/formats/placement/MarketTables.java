package org.zhikao.formats.placement;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 市场三表: one market as its three tables hold it, in flat arrays by the row numbers of candidates and units.
 *
 * @param keys one array a key, larger is better
 * @param draw published draw numbers, null when the table has none
 * @param categories the names behind the bits of {@code category} and {@code accepts}
 * @param line own minimum of the first key, {@link Long#MIN_VALUE} for none
 * @param parent the unit above, -1 for none; null when no unit has one
 * @param start where each candidate's list starts in {@code wish}
 */
public record MarketTables(
        NameTable candidates,
        NameTable units,
        long[][] keys,
        long @Nullable [] draw,
        byte[] category,
        List<String> categories,
        int[] quota,
        long[] accepts,
        long[] line,
        int @Nullable [] parent,
        int[] start,
        char[] wish) {}
