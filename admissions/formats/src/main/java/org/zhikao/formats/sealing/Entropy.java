package org.zhikao.formats.sealing;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;

/** 随机源: where keys, nonces and salts come from. */
public interface Entropy {
    /**
     * @param purpose what for: two purposes never share bytes
     * @param about what the bytes are used on, for a source that must give the same bytes again
     */
    byte[] bytes(int length, String purpose, byte[] about);

    /** True when the same use gets the same bytes again. */
    default boolean repeats() {
        return false;
    }

    /** The only source for real people. */
    static Entropy secure() {
        SecureRandom random = new SecureRandom();
        return (length, purpose, about) -> {
            byte[] bytes = new byte[length];
            random.nextBytes(bytes);
            return bytes;
        };
    }

    /**
     * The same bytes for the same seed and use, whatever the order of threads, so that two runs of a throw-away season
     * have the same facts to the byte. Whoever knows the seed knows every key: for fictional people in databases that are
     * deleted, and nowhere else.
     *
     * <p>A nonce depends on the text it is used on (as in a synthetic IV), so it repeats only where the whole ciphertext
     * does.
     */
    static Entropy seeded(long seed) {
        byte[] root = Hmac.sha256(
                "zhikao throw-away season".getBytes(StandardCharsets.US_ASCII),
                ByteBuffer.allocate(8).putLong(seed).array());
        return new Seeded(root);
    }
}
