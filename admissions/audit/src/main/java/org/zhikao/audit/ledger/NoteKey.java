package org.zhikao.audit.ledger;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;

/** 签名私钥: signs checkpoints; kept outside the database, so that who can rewrite the facts cannot sign them again. */
public final class NoteKey {
    private final NoteVerifier verifier;
    private final PrivateKey key;

    private NoteKey(NoteVerifier verifier, PrivateKey key) {
        this.verifier = verifier;
        this.key = key;
    }

    /** A key pair made by somebody who has a source of randomness. */
    public static NoteKey of(String name, KeyPair pair) {
        return new NoteKey(NoteVerifier.of(name, pair.getPublic()), pair.getPrivate());
    }

    /** A generator of the right kind of pair. */
    public static KeyPairGenerator generator() {
        try {
            return KeyPairGenerator.getInstance("Ed25519");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Ed25519 is part of Java 15 and later", e);
        }
    }

    /** Reads the two lines that {@link #text()} writes. */
    public static NoteKey parse(String text) {
        List<String> lines = text.lines().toList();
        if (lines.size() != 2) {
            throw new IllegalArgumentException("a signing key has two lines");
        }
        try {
            byte[] encoded = Base64.getDecoder().decode(lines.get(1));
            PrivateKey key = KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(encoded));
            return new NoteKey(NoteVerifier.parse(lines.get(0)), key);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("not an Ed25519 key", e);
        }
    }

    public NoteVerifier verifier() {
        return verifier;
    }

    byte[] sign(byte[] message) {
        try {
            Signature ed25519 = Signature.getInstance("Ed25519");
            ed25519.initSign(key);
            ed25519.update(message);
            return ed25519.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Ed25519 is part of Java 15 and later", e);
        }
    }

    /** Secret: the verifier's line and the private key in base64. */
    public String text() {
        return verifier + "\n" + Base64.getEncoder().encodeToString(key.getEncoded()) + "\n";
    }

    /** Without the secret: this may be logged. */
    @Override
    public String toString() {
        return "NoteKey[" + verifier + "]";
    }
}
