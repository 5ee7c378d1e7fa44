package org.zhikao.workflows.rehearsal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zhikao.admissions.process.Rehearsed;
import org.zhikao.admissions.shared.Event;
import org.zhikao.workflows.Contracts;
import org.zhikao.workflows.Move;
import org.zhikao.workflows.lint.Drawing;

/**
 * 预演: gives facts to a draft and to the current version side by side, in memory, and adds up what becomes of the cases.
 *
 * <p>Facts of one case must come in their order; nothing is written and nothing outside is asked.
 */
public final class Rehearsal {
    /** One case on both models. */
    static final class Pair {
        final String caseKey;
        final Walk draft;
        final @Nullable Walk current;

        Pair(String caseKey, Walk draft, @Nullable Walk current) {
            this.caseKey = caseKey;
            this.draft = draft;
            this.current = current;
        }
    }

    private final Contracts contracts;
    private final Net net;
    private final Tally tally;
    private final @Nullable Net currentNet;
    private final @Nullable Tally currentTally;
    private final Summary summary;
    private final Map<String, Pair> cases = new LinkedHashMap<>();
    /** Sub-cases by the case they belong to. */
    private final Map<String, List<Pair>> below = new LinkedHashMap<>();

    private long facts;
    private Instant last = Instant.MIN;

    /**
     * A rehearsal of one draft.
     *
     * @param draft a model without findings of severity error
     * @param current the version in force, null when there is none
     * @throws IllegalArgumentException when a model cannot be walked
     */
    public Rehearsal(Contracts contracts, byte[] draft, byte @Nullable [] current) {
        this.contracts = contracts;
        this.net = new Net(Drawing.read(draft), contracts.workingDays());
        this.tally = new Tally(net);
        this.currentNet = current == null ? null : new Net(Drawing.read(current), contracts.workingDays());
        this.currentTally = currentNet == null ? null : new Tally(currentNet);
        this.summary = new Summary(net, tally, currentNet);
        this.summary.digests(draft, current);
    }

    public String process() {
        return net.drawing.process();
    }

    Net net() {
        return net;
    }

    Map<String, Pair> cases() {
        return cases;
    }

    /** True when events of this class concern the process; all others may be left unread. */
    public boolean concerns(Class<?> event) {
        return contracts.moves(event);
    }

    /** Takes the next fact. */
    public void take(Event fact) {
        for (Move move : contracts.moves(fact)) {
            if (!move.process().equals(process())) {
                continue;
            }
            facts++;
            if (fact.at().isAfter(last)) {
                last = fact.at();
            }
            if (move.subCases()) {
                for (Pair pair : below.getOrDefault(whole(move.caseKey()), List.of())) {
                    if (pair.caseKey.startsWith(move.caseKey() + "/")) {
                        take(pair, move);
                    }
                }
            } else {
                take(cases.computeIfAbsent(move.caseKey(), this::begin), move);
            }
        }
    }

    private static void take(Pair pair, Move move) {
        pair.draft.advance(move.at());
        pair.draft.take(move);
        if (pair.current != null) {
            pair.current.advance(move.at());
            pair.current.take(move);
        }
    }

    private Pair begin(String caseKey) {
        Walk current = currentNet == null || currentTally == null ? null : new Walk(currentNet, currentTally);
        Pair pair = new Pair(caseKey, new Walk(net, tally), current);
        if (caseKey.indexOf('/') >= 0) {
            below.computeIfAbsent(whole(caseKey), k -> new ArrayList<>(1)).add(pair);
        }
        return pair;
    }

    private static String whole(String caseKey) {
        int slash = caseKey.indexOf('/');
        return slash < 0 ? caseKey : caseKey.substring(0, slash);
    }

    /** All facts of the cases so far have been taken: adds them up and forgets them. */
    public void settle(Instant until) {
        for (Pair pair : cases.values()) {
            pair.draft.advance(until);
            tally.whole(pair.draft, net);
            if (pair.current != null && currentNet != null && currentTally != null) {
                pair.current.advance(until);
                currentTally.whole(pair.current, currentNet);
            }
            summary.add(pair);
        }
        cases.clear();
        below.clear();
    }

    /** What became of all cases; those not yet settled are, at the instant of the last fact. */
    public Rehearsed result() {
        settle(last);
        return summary.result(facts);
    }
}
