package org.zhikao.audit.replay;

/**
 * 问题: one fact that is altered, missing, extra or out of order, or a published value that the facts do not give.
 *
 * @param index global index, the place in the record at which the trouble shows
 * @param code stable, for tests and the runbook
 */
public record Finding(String aggregate, long sequence, long index, String code, String detail) {
    /** One line for a terminal. */
    @Override
    public String toString() {
        return code + " at fact " + index + " (" + aggregate + " #" + sequence + ")"
                + (detail.isEmpty() ? "" : ": " + detail);
    }
}
