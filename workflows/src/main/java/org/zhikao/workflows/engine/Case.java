package org.zhikao.workflows.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.jspecify.annotations.Nullable;

/** One case while a batch moves it: its row, its pending facts, its token. */
final class Case {
    /** Process and business key. */
    record Key(String process, String caseKey) {}

    /** When and until when a duty came up. */
    record Due(
            String role,
            @Nullable String escalatesTo,
            Instant since,
            @Nullable Instant deadline) {}

    final Key key;

    @Nullable
    String instanceId;

    String definitionId = "";
    List<String> activities = new ArrayList<>();
    BitSet path = new BitSet();
    /** Number of flows of the model; the row keeps a bit for each. */
    int flows;

    long lastIndex = -1;
    Instant since = Instant.EPOCH;

    /** By global index; rows of {@code workflow_pending}. */
    final TreeMap<Long, Pending> pending = new TreeMap<>();

    final Map<Long, Pending> newlyPending = new HashMap<>();
    final TreeSet<Long> consumed = new TreeSet<>();
    /** Duties that this batch brought up, by activity. */
    final Map<String, Due> due = new HashMap<>();

    boolean hasDuties;
    boolean changed;

    @Nullable
    ExecutionEntity instance;

    Case(Key key) {
        this.key = key;
    }

    boolean started() {
        return !definitionId.isEmpty();
    }

    boolean ended() {
        return started() && instanceId == null;
    }

    void keep(long index, Pending fact) {
        pending.put(index, fact);
        newlyPending.put(index, fact);
    }

    void consume(long index) {
        pending.remove(index);
        if (newlyPending.remove(index) == null) {
            consumed.add(index);
        }
    }

    void noticed(long index, Instant at) {
        lastIndex = Math.max(lastIndex, index);
        since = at;
        changed = true;
    }
}
