package org.zhikao.audit.ledger;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** 验签公钥: name and Ed25519 public key, written {@code name+keyid+base64}; it may be printed anywhere. */
public final class NoteVerifier {
    static final byte ED25519 = 1;
    /** What stands before the 32 bytes of an Ed25519 key in X.509. */
    private static final byte[] X509 = HexFormat.of().parseHex("302a300506032b6570032100");

    private final String name;
    private final byte[] raw;
    private final PublicKey key;

    private NoteVerifier(String name, byte[] raw, PublicKey key) {
        this.name = name;
        this.raw = raw;
        this.key = key;
    }

    static NoteVerifier of(String name, PublicKey key) {
        if (name.isEmpty() || name.indexOf('+') >= 0 || name.chars().anyMatch(Character::isWhitespace)) {
            throw new IllegalArgumentException("not a key name: " + name);
        }
        byte[] encoded = key.getEncoded();
        return new NoteVerifier(name, Arrays.copyOfRange(encoded, X509.length, encoded.length), key);
    }

    /** Reads the written form; {@link IllegalArgumentException} for any other text or a key id that does not fit. */
    public static NoteVerifier parse(String text) {
        String[] part = text.strip().split("\\+", 3);
        if (part.length != 3) {
            throw new IllegalArgumentException("not a verifier key");
        }
        byte[] typed = Base64.getDecoder().decode(part[2]);
        if (typed.length != 33 || typed[0] != ED25519) {
            throw new IllegalArgumentException("not an Ed25519 key: " + part[0]);
        }
        byte[] encoded = Arrays.copyOf(X509, X509.length + 32);
        System.arraycopy(typed, 1, encoded, X509.length, 32);
        try {
            PublicKey key = KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
            NoteVerifier verifier = of(part[0], key);
            if (!HexFormat.of().formatHex(verifier.id()).equals(part[1])) {
                throw new IllegalArgumentException("key id does not fit: " + part[0]);
            }
            return verifier;
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("not an Ed25519 key: " + part[0], e);
        }
    }

    public String name() {
        return name;
    }

    /** The first four bytes of SHA-256 over name, newline, type and key. */
    byte[] id() {
        MessageDigest sha = Hash.sha256();
        sha.update(name.getBytes(StandardCharsets.UTF_8));
        sha.update((byte) '\n');
        sha.update(ED25519);
        return Arrays.copyOf(sha.digest(raw), 4);
    }

    boolean verifies(byte[] message, byte[] signature) {
        try {
            Signature ed25519 = Signature.getInstance("Ed25519");
            ed25519.initVerify(key);
            ed25519.update(message);
            return ed25519.verify(signature);
        } catch (SignatureException e) {
            return false; // not the shape of a signature
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Ed25519 is part of Java 15 and later", e);
        }
    }

    @Override
    public String toString() {
        byte[] typed = new byte[33];
        typed[0] = ED25519;
        System.arraycopy(raw, 0, typed, 1, 32);
        return name + "+" + HexFormat.of().formatHex(id()) + "+"
                + Base64.getEncoder().encodeToString(typed);
    }
}
