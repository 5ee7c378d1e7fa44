package org.zhikao.audit.replay;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * 事实摘要: SHA-256 over a sequence of fields, each preceded by its length in bytes as four bytes, highest first. So two
 * different sequences never hash the same text, whatever the fields hold.
 *
 * <p>The digest of facts takes, by aggregate and sequence, five fields a fact: stored name, revision, payload, actor, reason.
 * Event id, global index, request id and wall-clock time are left out: equal seeds give equal digests. The digest of
 * placements takes five fields a decision: candidate, round, unit or nothing, preference, position.
 */
public final class FactsDigest {
    private final MessageDigest sha = sha256();
    private final byte[] length = new byte[4];
    private long facts;

    /** A fresh SHA-256. */
    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Adds one fact; {@code actor} and {@code reason} are those of its metadata. */
    public void add(StoredFact fact, String actor, String reason) {
        field(fact.name());
        field(fact.revision());
        field(fact.payload());
        field(actor);
        field(reason);
        facts++;
    }

    void fields(String... fields) {
        for (String field : fields) {
            field(field);
        }
        facts++;
    }

    private void field(String text) {
        field(text.getBytes(StandardCharsets.UTF_8));
    }

    private void field(byte[] bytes) {
        int n = bytes.length;
        length[0] = (byte) (n >>> 24);
        length[1] = (byte) (n >>> 16);
        length[2] = (byte) (n >>> 8);
        length[3] = (byte) n;
        sha.update(length);
        sha.update(bytes);
    }

    public long facts() {
        return facts;
    }

    /** 64 hex digits; ends this digest. */
    public String hex() {
        return HexFormat.of().formatHex(sha.digest());
    }
}
