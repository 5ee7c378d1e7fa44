package org.zhikao.workflows;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * 推进: what one fact asks of one process.
 *
 * @param process key of the process
 * @param caseKey business key, or with {@code subCases} the case whose sub-cases are all meant
 * @param word the word that a wait must be for; null when the fact only ends cases
 * @param ends the word that an end event must carry when no wait takes the fact; null when none does
 * @param passes true for a fact that is of no concern unless it is waited for when it comes
 * @param variables booleans and texts; transient, never stored with the token
 * @param at legal instant of the fact
 */
public record Move(
        String process,
        String caseKey,
        boolean subCases,
        boolean starts,
        @Nullable String word,
        @Nullable String ends,
        boolean passes,
        Map<String, Object> variables,
        Instant at) {
    public Move {
        variables = Map.copyOf(variables);
    }
}
