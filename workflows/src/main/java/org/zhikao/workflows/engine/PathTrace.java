package org.zhikao.workflows.engine;

import java.util.HashSet;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.jspecify.annotations.Nullable;

/**
 * What one move passed: the sequence flows it took and the end event it reached.
 *
 * <p>Bound to the thread for the length of one move. Flows taken by a deadline's job are taken outside a move, since no fact
 * stands behind them; they leave no trace.
 */
final class PathTrace {
    private static final ThreadLocal<@Nullable PathTrace> CURRENT = new ThreadLocal<>();

    final Set<String> flows = new HashSet<>();

    @Nullable
    String end;

    static PathTrace begin() {
        PathTrace trace = new PathTrace();
        CURRENT.set(trace);
        return trace;
    }

    static void finish() {
        CURRENT.remove();
    }

    /** Notes that a flow was taken. */
    record Take(String flow) implements ExecutionListener {
        @Override
        public void notify(DelegateExecution execution) {
            PathTrace trace = CURRENT.get();
            if (trace != null) {
                trace.flows.add(flow);
            }
        }
    }

    /** Notes that an end event was reached. */
    record Reach(String activity) implements ExecutionListener {
        @Override
        public void notify(DelegateExecution execution) {
            PathTrace trace = CURRENT.get();
            if (trace != null) {
                trace.end = activity;
            }
        }
    }
}
