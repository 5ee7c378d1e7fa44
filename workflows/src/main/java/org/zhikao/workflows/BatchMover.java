package org.zhikao.workflows;

import java.util.List;
import org.zhikao.admissions.shared.Event;

/**
 * 推进器: moves tokens by a batch of facts in the caller's transaction, without a reader of the event table in between. The
 * ingress does the same with what it reads; this is the way in for measuring the moves alone.
 */
public interface BatchMover {
    /** A fact and its place in the event table. */
    record Numbered(long index, Event fact) {}

    void apply(List<Numbered> facts);
}
