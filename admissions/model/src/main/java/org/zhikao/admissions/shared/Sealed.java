package org.zhikao.admissions.shared;

/**
 * 密封的个人信息: a particular as an event holds it, readable only with its person's key; once that key is destroyed it is
 * noise for ever, while the digest still proves that it was not changed.
 *
 * @param key which of the person's keys it is sealed under
 * @param cipher nonce, ciphertext and tag
 * @param digest salted digest of the disclosure; the salt is inside the ciphertext
 */
public record Sealed(String key, String cipher, String digest) {
    public Sealed {
        if (key == null || key.isEmpty() || cipher == null || cipher.isEmpty() || digest == null || digest.isEmpty()) {
            throw new IllegalArgumentException("a sealed particular has key, cipher and digest");
        }
    }

    @Override
    public String toString() {
        return "Sealed[" + digest + "]";
    }
}
