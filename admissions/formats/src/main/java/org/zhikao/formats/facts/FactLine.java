package org.zhikao.formats.facts;

/**
 * 事实行: one stored fact as it travels in a file of facts, one JSON object a line.
 *
 * @param index the store's global index
 * @param event the event id
 * @param name the stored name of the event
 * @param revision empty when none is stored
 * @param timestamp the stored text, verbatim
 * @param payload stored bytes; not copied, whoever hands them over no longer writes to them
 * @param metadata stored bytes, as {@code payload}
 */
public record FactLine(
        long index,
        String event,
        String aggregate,
        long sequence,
        String name,
        String revision,
        String timestamp,
        @SuppressWarnings("ArrayRecordComponent") byte[] payload,
        @SuppressWarnings("ArrayRecordComponent") byte[] metadata) {}
