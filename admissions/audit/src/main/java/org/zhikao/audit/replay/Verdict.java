package org.zhikao.audit.replay;

import org.jspecify.annotations.Nullable;

/**
 * 核查结论: one check, held or not.
 *
 * @param detail what was counted, or what is wrong
 * @param first where the trouble begins, by global index; null when the check held or no single fact is to blame
 */
public record Verdict(
        String name, boolean ok, String detail, @Nullable Finding first) {
    public static Verdict of(String name, boolean ok, String detail) {
        return new Verdict(name, ok, detail, null);
    }
}
