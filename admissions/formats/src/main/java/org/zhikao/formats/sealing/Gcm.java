package org.zhikao.formats.sealing;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** AES-256-GCM as nonce, ciphertext and tag in one array. */
final class Gcm {
    static final int KEY = 32;
    static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    /** Looking the algorithm up costs more than sealing one name. */
    private static final ThreadLocal<Cipher> CIPHER = ThreadLocal.withInitial(Gcm::cipher);

    private Gcm() {}

    /**
     * @param again true when the very same sealing may be repeated: the platform refuses one nonce twice in a row, and is
     *     right to, unless the nonce follows from all that is sealed
     */
    static byte[] seal(byte[] key, byte[] nonce, byte[] bound, byte[] plain, boolean again) {
        try {
            Cipher cipher = again ? cipher() : CIPHER.get();
            cipher.init(Cipher.ENCRYPT_MODE, aes(key), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(bound);
            byte[] all = Arrays.copyOf(nonce, NONCE + cipher.getOutputSize(plain.length));
            cipher.doFinal(plain, 0, plain.length, all, NONCE);
            return all;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("sealing failed", e);
        }
    }

    /** @throws SealBroken when key, bound bytes or ciphertext are not the ones of the sealing */
    static byte[] open(byte[] key, byte[] bound, byte[] all) {
        if (all.length < NONCE + TAG_BITS / 8) {
            throw new SealBroken("a ciphertext is too short to be one", null);
        }
        try {
            Cipher cipher = CIPHER.get();
            cipher.init(Cipher.DECRYPT_MODE, aes(key), new GCMParameterSpec(TAG_BITS, all, 0, NONCE));
            cipher.updateAAD(bound);
            return cipher.doFinal(all, NONCE, all.length - NONCE);
        } catch (AEADBadTagException e) {
            throw new SealBroken("a ciphertext does not fit its key and place", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("opening failed", e);
        }
    }

    private static SecretKeySpec aes(byte[] key) {
        if (key.length != KEY) {
            throw new IllegalArgumentException("an AES-256 key has 32 bytes");
        }
        return new SecretKeySpec(key, "AES");
    }

    private static Cipher cipher() {
        try {
            return Cipher.getInstance("AES/GCM/NoPadding");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES/GCM", e);
        }
    }
}
