package org.zhikao.formats.sealing;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** A master key in memory: one secret wraps, the other, which never changes, is the root of the keys by purpose. */
final class KeyPair implements MasterKey {
    private final byte[] wrapping;
    private final byte[] root;
    private final Entropy entropy;

    KeyPair(byte[] wrapping, byte[] root, Entropy entropy) {
        this.wrapping = wrapping.clone();
        this.root = root.clone();
        this.entropy = entropy;
    }

    @Override
    public String id() {
        byte[] name = Hmac.sha256(wrapping, "id".getBytes(StandardCharsets.US_ASCII));
        return "m-" + HexFormat.of().formatHex(name, 0, 6);
    }

    @Override
    public byte[] wrap(byte[] key, byte[] bound) {
        return Gcm.seal(wrapping, entropy.bytes(Gcm.NONCE, "wrapping nonce", bound), bound, key, entropy.repeats());
    }

    @Override
    public byte[] unwrap(byte[] wrapped, byte[] bound) {
        return Gcm.open(wrapping, bound, wrapped);
    }

    @Override
    public byte[] purpose(String name) {
        return Hmac.sha256(root, name.getBytes(StandardCharsets.UTF_8));
    }
}
