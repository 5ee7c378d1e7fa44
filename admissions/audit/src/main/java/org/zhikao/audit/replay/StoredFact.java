package org.zhikao.audit.replay;

/**
 * 已存事实: one row of the event table, as it lies there.
 *
 * @param index the store's global index
 * @param event the event id
 * @param name the stored name of the event
 * @param revision empty when none is stored
 * @param timestamp the stored text, verbatim
 * @param payload stored bytes; not copied, whoever hands them over no longer writes to them
 * @param metadata stored bytes, as {@code payload}
 */
public record StoredFact(
        long index,
        String event,
        String aggregate,
        long sequence,
        String name,
        String revision,
        String timestamp,
        @SuppressWarnings("ArrayRecordComponent") byte[] payload,
        @SuppressWarnings("ArrayRecordComponent") byte[] metadata) {

    /** The case: the part of the aggregate id before the first slash. */
    public String caseId() {
        int slash = aggregate.indexOf('/');
        return slash < 0 ? aggregate : aggregate.substring(0, slash);
    }

    /** True for a fact in a candidate's dossier. */
    public boolean ofCandidate() {
        return aggregate.startsWith("c");
    }
}
