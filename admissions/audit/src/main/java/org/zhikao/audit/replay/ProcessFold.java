package org.zhikao.audit.replay;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;

/** 流程版本: drawn, approved and published in lawful order, by different persons, each under the digest of its drawing. */
final class ProcessFold {
    /** What the facts of one process say. */
    private static final class Versions {
        final Map<Integer, String> digests = new HashMap<>();
        final Set<String> drafters = new HashSet<>();
        int approved;
        int published;
    }

    private final Map<String, Versions> processes = new HashMap<>();

    void fold(SeasonStory season, StoredFact fact, Json p, Check order) {
        Versions known = processes.computeIfAbsent(season.id + "/" + p.text("process"), key -> new Versions());
        int version = p.integer("version");
        String by = p.text("by");
        String digest = p.text("digest");
        order.that(fact.index() < season.frozen, fact, "PROCESS_FROZEN", "version " + version);
        if (fact.name().equals("season.process-drafted")) {
            order.that(version == known.digests.size() + 1, fact, "OUT_OF_TURN", "version " + version);
            order.that(digest.equals(sha256(p.text("bpmn"))), fact, "OTHER_DRAWING", "version " + version);
            known.digests.put(version, digest);
            known.drafters.add(by);
            return;
        }
        order.that(version == known.digests.size(), fact, "OUT_OF_TURN", fact.name() + " of version " + version);
        order.that(digest.equals(known.digests.get(version)), fact, "OTHER_DRAWING", "version " + version);
        order.that(!known.drafters.contains(by), fact, "SAME_PERSON", by + " drew it");
        if (fact.name().equals("season.process-approved")) {
            order.that(known.approved < version, fact, "OUT_OF_TURN", "approved twice");
            known.approved = version;
        } else {
            order.that(known.approved == version, fact, "OUT_OF_TURN", "publishes version " + version);
            order.that(known.published < version, fact, "OUT_OF_TURN", "published twice");
            known.published = version;
            known.drafters.clear();
        }
    }

    /** What a publication binds stands directly behind it. */
    void bound(SeasonStory season, StoredFact fact, Json p, Check order) {
        Json terms = p.at("terms");
        String process = terms.text("process");
        Versions known = processes.get(season.id + "/" + process);
        int version = terms.integer("version");
        order.that(known != null && known.published == version, fact, "OUT_OF_TURN", "binds version " + version);
        season.bind(process, fact.index(), Bound.read(terms));
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
