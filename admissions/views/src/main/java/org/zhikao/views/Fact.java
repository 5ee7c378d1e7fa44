package org.zhikao.views;

import java.util.Map;
import java.util.function.Supplier;
import org.zhikao.admissions.shared.Event;

/**
 * 事实 as a projector takes it.
 *
 * @param aggregate the stream it stands in
 * @param sequence place in that stream, 0 first and dense
 * @param metadata who, where, why; read only by the few folds that show it, so not decoded before
 */
public record Fact(String aggregate, long sequence, Event event, Supplier<? extends Map<String, ?>> metadata) {
    /** The stated reason, empty where the act needed none. */
    public String reason() {
        Object reason = metadata.get().get("reason");
        return reason == null ? "" : reason.toString();
    }

    /**
     * Whether a row that shows facts up to {@code version} lacks this one; false when it has it already.
     *
     * @throws IllegalStateException when facts before this one are missing: going on would show something untrue
     */
    public boolean follows(long version) {
        if (sequence > version + 1) {
            throw new IllegalStateException(
                    "views show " + aggregate + " up to fact " + version + ", but fact " + sequence + " comes next");
        }
        return sequence == version + 1;
    }
}
