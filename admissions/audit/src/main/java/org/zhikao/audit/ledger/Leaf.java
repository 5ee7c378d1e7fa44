package org.zhikao.audit.ledger;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.zhikao.audit.replay.StoredFact;

/**
 * 叶: what of a stored fact enters the tree: canonical JSON of ten texts. Payload and metadata enter as hashes of their stored
 * bytes, so that nothing personal leaves with the leaves and no later release of a library changes one.
 */
public final class Leaf {
    private static final HexFormat HEX = HexFormat.of();

    private Leaf() {}

    /** The leaf's content in the log called {@code log}. Names are written in order, so nothing has to be sorted. */
    public static byte[] content(String log, StoredFact fact) {
        StringBuilder out = new StringBuilder(420).append('{');
        Jcs.field(out, "agg", fact.aggregate());
        Jcs.field(out, "eid", fact.event());
        Jcs.field(out, "log", log);
        Jcs.field(out, "meta", sha(fact.metadata()));
        Jcs.field(out, "payload", sha(fact.payload()));
        Jcs.field(out, "rev", fact.revision());
        Jcs.field(out, "seq", String.valueOf(fact.sequence()));
        Jcs.field(out, "ts", fact.timestamp());
        Jcs.field(out, "type", fact.name());
        Jcs.field(out, "v", "1");
        return out.append('}').toString().getBytes(StandardCharsets.UTF_8);
    }

    public static Hash hash(String log, StoredFact fact) {
        return Hash.leaf(content(log, fact));
    }

    private static String sha(byte[] bytes) {
        return HEX.formatHex(Hash.sha256().digest(bytes));
    }
}
