package org.zhikao.admissions.exemption;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * 系统核对与建议: what the register says about a claim and what the decision table proposes. A proposal binds nobody, and a replay
 * reads it here and never evaluates again.
 *
 * @param register name of the register looked in, empty when the ground has none
 * @param source digest of the imported list that was looked in, null when there was none to look in
 * @param entry number of the entry in the list, null unless one was found
 * @param reason why this match, in words fit to be shown
 * @param table name of the decision table, empty when the ground has none
 * @param tableDigest SHA-256 of the table as it was evaluated
 * @param inputs what the table was asked, by name
 * @param rows numbers of the rows that matched, 1 first
 */
public record Assessment(
        Match match,
        String register,
        @Nullable String source,
        @Nullable String entry,
        String reason,
        String table,
        String tableDigest,
        Map<String, String> inputs,
        List<Integer> rows,
        Proposal proposal) {
    public Assessment {
        inputs = java.util.Collections.unmodifiableMap(new TreeMap<>(inputs));
        rows = List.copyOf(rows);
    }

    /** 名册核对结果. */
    public enum Match {
        /** 相符 */
        MATCH,
        /** 近似 */
        NEAR,
        /** 无此记录 */
        NONE,
        /** 同一奖项已被使用 */
        USED_TWICE,
        /** 名册不可用: a state, never a refusal */
        UNAVAILABLE,
        /** 无须核对 */
        NOT_ASKED
    }

    /** 系统建议. */
    public enum Proposal {
        /** 符合条件 */
        GRANT,
        /** 不符合条件 */
        DENY,
        /** 须由人判断 */
        OPEN
    }
}
