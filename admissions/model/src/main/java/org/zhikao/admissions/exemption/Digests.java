package org.zhikao.admissions.exemption;

/** Port to the digest of a text: the model names what was chosen from, and computes no hash itself. */
@FunctionalInterface
public interface Digests {
    /** SHA-256 of the UTF-8 bytes, 64 hex digits. */
    String of(String text);
}
