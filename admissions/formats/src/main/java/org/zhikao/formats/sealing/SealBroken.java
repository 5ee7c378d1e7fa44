package org.zhikao.formats.sealing;

import org.jspecify.annotations.Nullable;

/** A ciphertext was altered, moved to another place, or is opened with a foreign key. Never thrown for an erased person. */
public final class SealBroken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public SealBroken(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
