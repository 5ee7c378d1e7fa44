package org.zhikao.audit.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.zhikao.audit.replay.Finding;
import org.zhikao.audit.replay.StoredFact;
import org.zhikao.audit.replay.Verdict;

/**
 * 账本核查: every leaf computed again from the stored fact, every root from the leaves, every signature; fed in leaf order.
 *
 * <p>Who rewrites a fact is found at its leaf; who rewrites fact and leaf, at the next checkpoint; who rewrites the
 * checkpoints too cannot sign them; and who cuts the tail of everything is found by a checkpoint kept elsewhere.
 */
public final class LedgerCheck {
    private final String log;
    private final NoteVerifier key;
    /** Checkpoints by size; several claims about one size are all checked. */
    private final TreeMap<Long, List<Claim>> claims = new TreeMap<>();

    private final Edge edge = Edge.empty();
    private final List<Finding> findings = new ArrayList<>();
    private long lastGood;
    private long lastIndex;
    private long stored;
    private long pending;
    private boolean off;

    private record Claim(String where, Checkpoint checkpoint) {}

    /** {@code log}: the origin that every leaf and checkpoint names. */
    public LedgerCheck(String log, NoteVerifier key) {
        this.log = log;
        this.key = key;
    }

    /** A checkpoint of the database's own, with the size and root of its row. */
    public void stored(long size, Hash root, String note) {
        stored++;
        Checkpoint checkpoint = claim("stored checkpoint of size " + size, note);
        if (checkpoint != null
                && (checkpoint.size() != size || !checkpoint.root().equals(root))) {
            found("", -1, -1, "CHECKPOINT_ALTERED", "row and note of size " + size + " differ");
        }
    }

    /** A checkpoint somebody kept outside the database; the log must still contain it. */
    public void kept(String where, String note) {
        claim(where, note);
    }

    private @Nullable Checkpoint claim(String where, String text) {
        try {
            SignedNote note = SignedNote.parse(text);
            Checkpoint checkpoint = Checkpoint.parse(note.body());
            if (!note.signedBy(key) || !checkpoint.origin().equals(log)) {
                found("", -1, -1, "SIGNATURE", where + " is not signed by " + key.name());
                return null;
            }
            claims.computeIfAbsent(checkpoint.size(), k -> new ArrayList<>()).add(new Claim(where, checkpoint));
            if (checkpoint.size() == 0) {
                roots();
            }
            return checkpoint;
        } catch (IllegalArgumentException e) {
            found("", -1, -1, "SIGNATURE", where + " cannot be read: " + e.getMessage());
            return null;
        }
    }

    /**
     * The next leaf, in the order of the leaf index.
     *
     * @param fact the fact it stands for, null when there is none any more
     */
    public void leaf(long leafIndex, long globalIndex, Hash storedHash, @Nullable StoredFact fact) {
        if (leafIndex != edge.size() && !off) {
            off = true;
            found("", -1, globalIndex, "LEAF_MISSING", "leaf " + leafIndex + " where " + edge.size() + " belongs");
        }
        lastIndex = globalIndex;
        if (fact == null) {
            found("", -1, globalIndex, "MISSING", "leaf " + leafIndex + " stands for a fact that is gone");
            edge.append(storedHash);
        } else {
            Hash computed = Leaf.hash(log, fact);
            if (!computed.equals(storedHash)) {
                found(fact.aggregate(), fact.sequence(), fact.index(), "ALTERED", fact.name() + ", leaf " + leafIndex);
            }
            edge.append(computed);
        }
        roots();
    }

    /** A fact without leaf. {@code settled}: it should have one, for the log was complete past its transaction. */
    public void withoutLeaf(StoredFact fact, boolean settled) {
        if (settled) {
            found(fact.aggregate(), fact.sequence(), fact.index(), "EXTRA", fact.name() + " came in behind the log");
        } else {
            pending++;
        }
    }

    private void roots() {
        List<Claim> here = claims.remove(edge.size());
        if (here == null) {
            return;
        }
        for (Claim claim : here) {
            if (claim.checkpoint().root().equals(edge.root())) {
                lastGood = edge.size();
            } else {
                found(
                        "",
                        -1,
                        lastIndex,
                        "ROOT",
                        claim.where() + " has another root; something between leaf " + lastGood + " and leaf "
                                + (edge.size() - 1) + " was exchanged together with its leaf");
            }
        }
    }

    private void found(String aggregate, long sequence, long index, String code, String detail) {
        findings.add(new Finding(aggregate, sequence, index, code, detail));
    }

    /** What was found, in the order of the log; ends the check. */
    public Verdict verdict() {
        claims.forEach((size, here) -> here.forEach(claim -> found(
                "",
                -1,
                lastIndex,
                "TAIL_CUT",
                claim.where() + " saw " + size + " leaves, now there are " + edge.size())));
        claims.clear();
        String counted = edge.size() + " leaves, " + stored + " checkpoints, " + pending + " facts not yet in the log";
        if (findings.isEmpty()) {
            return new Verdict("ledger", true, counted + ", root " + edge.root(), null);
        }
        Finding first = findings.get(0);
        return new Verdict("ledger", false, findings.size() + " findings over " + counted + "; first: " + first, first);
    }

    /** Every finding, in the order of the log. */
    public List<Finding> findings() {
        return List.copyOf(findings);
    }
}
