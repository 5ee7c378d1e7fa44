package org.zhikao.formats.sealing;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes that follow from a root and their use alone. */
final class Seeded implements Entropy {
    private static final byte[] BETWEEN = {0};

    private final byte[] root;

    Seeded(byte[] root) {
        this.root = root.clone();
    }

    @Override
    public byte[] bytes(int length, String purpose, byte[] about) {
        byte[] bytes = Hmac.sha256(root, purpose.getBytes(StandardCharsets.US_ASCII), BETWEEN, about);
        if (length > bytes.length) {
            throw new IllegalArgumentException("at most " + bytes.length + " bytes at once");
        }
        return Arrays.copyOf(bytes, length);
    }

    @Override
    public boolean repeats() {
        return true;
    }
}
